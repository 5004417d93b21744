import { CannotStart } from './cannot-start.ts';

const SENTENCES = [
	{
		sign: /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded|Check free disk space/,
		say: 'There is no space left on the disk.',
	},
	{ sign: /EROFS|Read-only file system/, say: 'The disk is mounted read-only.' },
	{ sign: /EACCES|EPERM|Permission denied/, say: 'This account may not use it, or a folder above it.' },
	{ sign: /ENOTDIR|EEXIST|Not a directory/, say: 'A part of this path is a file, not a folder.' },
	{ sign: /ENOTEMPTY|EBUSY/, say: 'Something else is using it.' },
];

/** The same trouble, beginning with a sentence for whoever runs this server where one is known. */
export function explained(trouble: unknown, folder: string): unknown {
	if (!(trouble instanceof Error)) return trouble;
	const known = SENTENCES.find(({ sign }) => sign.test(trouble.message));
	if (!known) return trouble;
	return new CannotStart(`The database folder ${folder} cannot be used. ${known.say}\n${trouble.message}`);
}
