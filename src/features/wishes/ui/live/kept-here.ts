/** Somebody’s wishes as they are kept on their device, said in their language already. */
export interface Kept {
	owner: string;
	sections: readonly { title: string; words: string }[];
}

const KEY = 'wishes';

/** The copy on this device; undefined where there is none, or the browser keeps nothing. */
export function keptHere(): Kept | undefined {
	try {
		const text = localStorage.getItem(KEY);
		return text === null ? undefined : (JSON.parse(text) as Kept);
	} catch {
		return undefined;
	}
}

/** Puts a copy here, or takes away the one that is; answers whether that is so now. */
export function keepHere(kept: Kept | undefined): boolean {
	try {
		if (kept) localStorage.setItem(KEY, JSON.stringify(kept));
		else localStorage.removeItem(KEY);
		return true;
	} catch {
		return false;
	}
}
