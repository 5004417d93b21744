/** Why a conversation says no, wherever it is. What a circle or a room adds has sentences of its own. */
export const refusals: ReadonlySet<string> = new Set([
	'too-fast',
	'alias-taken',
	'not-yours',
	'gone',
	'your-own',
	'no-such-message',
	'encourages-harm',
	'says-who',
	'say-it-anew',
	'place-is-calm',
	'place-is-slow',
	'nickname-empty',
	'nickname-too-long',
	'nickname-mixes-alphabets',
]);
