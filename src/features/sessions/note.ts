/** What two people write down together, as it stood once. */
export interface NoteVersion {
	/** 1 is the first; 0 is the empty page before it. */
	number: number;
	words: string;
	/** The name of whoever wrote it; empty once they have gone. */
	by: string;
	writtenAt: Date;
}

/** So many versions are kept beside the newest; older ones go. */
export const VERSIONS_KEPT = 20;
