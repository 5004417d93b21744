import type { Reading } from '#ui/reading.ts';
import type { Reason } from '../rank.ts';
import { farTold } from './far.ts';

/** Why something is where it is in the list, in one line. */
export const whyTold = (reader: Reading, reasons: readonly Reason[]): string =>
	reasons.map((reason) => reasonTold(reader, reason)).join(' · ');

function reasonTold({ locale, say }: Reading, reason: Reason): string {
	switch (reason.why) {
		case 'says':
			return say('directory.why.says', {
				words: new Intl.ListFormat(locale).format(reason.words.map((word) => `“${word}”`)),
			});
		case 'near':
			return say('directory.why.near', { far: farTold(locale, reason.km) });
		case 'small':
			return say('directory.why.small', { size: reason.size });
		default:
			return say(`directory.why.${reason.why}`);
	}
}
