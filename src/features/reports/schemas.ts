import { z } from 'zod';
import { ReportForm } from './forms.ts';
import { includings, progresses, reasons } from './report.ts';

const { shape } = ReportForm;

/** What programs send and are told of reports. */
export const ReportBody = z.object({
	about: shape.about.meta({
		description:
			'What it is: `line:` with the id of whoever said it there, a full stop and its place (`line:0198….12`); or `circle:`, `room:`, `supporter:`, `alias:` or `listing:` with its id.',
	}),
	reason: shape.reason,
	include: z.enum(includings).default('words').meta({
		description:
			'What stewards are shown: its words, the five before and after as well, or only which thing it is.',
	}),
	words: shape.words.meta({ maxLength: 2000, description: 'What one would like to add; empty for nothing.' }),
});

export const ReportedSchema = z.object({
	reportId: z.uuid(),
	kept: z.boolean().meta({
		description: 'Stewards have looked at this before, kept it as it is, and it has not changed since.',
	}),
});

export const ReportSchema = z
	.object({
		id: z.uuid(),
		where: z.string().meta({ description: 'Where it was.' }),
		reason: z.enum(reasons),
		include: z.enum(includings),
		words: z.string(),
		madeAt: z.iso.datetime(),
		progress: z.enum(progresses).meta({ description: 'How far it has come.' }),
	})
	.meta({ id: 'Report' });

export const ReportsSchema = z.object({ reports: z.array(ReportSchema) });
