import { z } from 'zod';
import { line, needed, whole, words } from '#platform/form-text.ts';
import { hidingReasons, resonances } from './message.ts';

export const MessageForm = z.object({
	body: needed(words(4000)),
	contentNote: line(80).default(''),
	replyTo: whole(1, 999_999)
		.optional()
		.or(z.literal('').transform(() => undefined)),
	/** Made by the browser, or by the page when there is no script; sending again with the same one is harmless. */
	clientId: z.uuid('needed'),
	/** Pressed “send it anyway”, or was asked on the device: what could tell who they are is meant to be there. */
	sure: z
		.union([z.string(), z.array(z.string())])
		.optional()
		.transform((sure) => [sure].flat().includes('yes')),
});

export const PlaceForm = z.object({ place: whole(1, 999_999) });
export const HideForm = PlaceForm.extend({ because: z.enum(hidingReasons) });
export const ResonateForm = PlaceForm.extend({ kind: z.enum(resonances) });
