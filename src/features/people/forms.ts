import { z } from 'zod';
import { isZone } from '#platform/time.ts';
import { languages } from './about.ts';
import { livedCodes } from './lived.ts';
import { duties } from './person.ts';
import { audiences } from './policy.ts';

/** Whether a nickname or a passphrase will do is decided elsewhere; this only keeps anybody from sending a book. */
const typed = z.string().max(4000, 'too-long');
const needed = typed.min(1, 'needed');

/** Where to go afterwards; the page makes sure that it is here. */
const next = z.string().max(500).default('/');

const tick = z
	.literal('yes')
	.optional()
	.transform((yes) => yes === 'yes');

/** One tick comes as text, several as a list, none not at all. */
const ticks = (among: readonly string[]) =>
	z
		.union([z.string().transform((one) => [one]), z.array(z.string())])
		.default([])
		.transform((chosen) => [...new Set(chosen)].filter((code) => among.includes(code)));

const line = (most: number) =>
	z
		.string()
		.max(most * 4, 'too-long')
		.default('')
		.transform((text) => text.normalize('NFC').replace(invisible, ' ').replace(/\s+/g, ' ').trim())
		.pipe(z.string().max(most, 'too-long'));

const lines = (most: number) =>
	z
		.string()
		.max(most * 4, 'too-long')
		.default('')
		.transform((text) =>
			text
				.normalize('NFC')
				.replace(/\r\n?/g, '\n')
				.replace(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '')
				.trim(),
		)
		.pipe(z.string().max(most, 'too-long'));

const invisible = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** The answer of a passkey, as the browser’s script wrote it down. */
const passkeyAnswer = z
	.string()
	.max(20_000, 'too-long')
	.transform((text, problem) => {
		try {
			return JSON.parse(text) as unknown;
		} catch {
			problem.addIssue({ code: 'custom', message: 'not-right' });
			return z.NEVER;
		}
	});

const ageBand = z.enum(['adult', '13-17', '16-25'], 'needed');

export const SignUpForm = z.object({
	nickname: typed.default(''),
	passphrase: typed.default(''),
	ageBand: ageBand.default('adult'),
	sharedDevice: tick,
	next,
});
export const SignUpPasskeyForm = SignUpForm.omit({ passphrase: true }).extend({ passkey: passkeyAnswer });

export const SignInForm = z.object({ nickname: needed, passphrase: needed, sharedDevice: tick, next });
export const SignInPasskeyForm = z.object({ passkey: passkeyAnswer, sharedDevice: tick, next });

/** Without a new passphrase, the one there was stays. */
export const RecoverForm = z.object({ code: needed, passphrase: typed.default(''), sharedDevice: tick });

export const AboutForm = z.object({
	languages: ticks(languages),
	languagesAudience: z.enum(audiences),
	pronouns: line(40),
	pronounsAudience: z.enum(audiences),
	lived: ticks(livedCodes),
	livedAudience: z.enum(audiences),
	words: lines(1000),
	wordsAudience: z.enum(audiences),
});

export const NicknameForm = z.object({ nickname: needed });
/** Showing once more who one is, before what cannot be undone. */
export const ConfirmForm = z.object({ passphrase: needed, next });
export const ConfirmPasskeyForm = z.object({ passkey: passkeyAnswer, next });
export const NewPassphraseForm = z.object({ passphrase: typed.default(''), newPassphrase: needed });

export const SettingsForm = z.object({
	locale: z.string().max(20),
	zone: z.string().max(60).refine(isZone, 'not-right'),
	theme: z.enum(['system', 'light', 'dark']),
	discreet: tick,
	writingHints: tick,
	/** ISO 3166-1; nothing where one would rather not say. */
	country: z
		.string()
		.regex(/^([A-Z]{2})?$/, 'not-right')
		.default('')
		.transform((code) => code || null),
});

export const SessionForm = z.object({ session: z.uuid('needed') });
export const NewPasskeyForm = z.object({ passkey: passkeyAnswer, name: line(60) });
export const PasskeyForm = z.object({ id: z.uuid('needed'), name: line(60) });

/** What somebody types to say that they mean it, compared with their nickname. */
export const EraseForm = z.object({ confirm: needed });

/** What the organisation really does when somebody is in danger: it must say something. */
const crisisPolicy = lines(600).pipe(z.string().min(1, 'needed'));

export const ClaimForm = z.object({ crisisPolicy });

export const OrganisationForm = z.object({
	name: line(80).pipe(z.string().min(1, 'needed')),
	crisisPolicy,
	locale: z.string().max(20),
	ageBands: z
		.union([z.string().transform((one) => [one]), z.array(z.string())])
		.default([])
		.pipe(z.array(ageBand)),
});

const duty = z.enum(duties, 'needed');
export const GiveDutyForm = z.object({ nickname: needed, duty });
export const TakeDutyForm = z.object({ person: z.uuid('needed'), duty });

export const BeForm = z.object({ person: z.uuid('needed') });
