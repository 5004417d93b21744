/** What whoever goes on with a case needs to know, on one page. It is gone when the case is settled. */
export interface HandOver {
	known: string;
	promised: string;
	open: string;
}

export const handOverParts = ['known', 'promised', 'open'] as const satisfies readonly (keyof HandOver)[];
