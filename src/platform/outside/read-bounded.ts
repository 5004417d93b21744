import { refuse, type Refused } from '../ruling.ts';

export type TooLarge = Refused<'too-large'> & { atMost: number };

/** Reads a stream to its end, or stops it at once when there is more than `atMost` bytes of it. */
export async function readBounded(
	stream: AsyncIterable<Buffer>,
	{ atMost, progress }: { atMost: number; progress?: ((bytes: number) => void) | undefined },
): Promise<Buffer | TooLarge> {
	const pieces: Buffer[] = [];
	let bytes = 0;
	// Leaving the loop early destroys the stream.
	for await (const piece of stream) {
		bytes += piece.length;
		if (bytes > atMost) return { ...refuse('too-large'), atMost };
		pieces.push(piece);
		progress?.(bytes);
	}
	return Buffer.concat(pieces);
}
