/**
 * Where somebody is led who has just said something in the talk at this path: to their words; with the card that lies before
 * them now; or to what still waits to be read.
 */
export function afterSaying(talk: string, done: object): string {
	if ('held' in done) return `${talk}?held=${String(done.held).slice(-8)}#held`;
	const card = 'card' in done && done.card ? `?card=${String(done.card)}` : '';
	return `${talk}${card}#m${'place' in done ? String(done.place) : ''}`;
}
