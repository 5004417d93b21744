/** Whether a browser asks for a page to show, and not for a file or by a script. Plain http lacks `sec-fetch-dest`. */
export function wantsPage({ method, headers }: Request): boolean {
	if (method !== 'GET') return false;
	const destination = headers.get('sec-fetch-dest');
	return destination === null
		? (headers.get('accept') ?? '').includes('text/html')
		: destination === 'document';
}
