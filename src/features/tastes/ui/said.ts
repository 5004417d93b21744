import type { Reading } from '#ui/reading.ts';
import { avoidable, type Answers, type Topic, type Way } from '../answers.ts';

/** What somebody answered, in one line; nothing where they skipped everything. */
export function answersTold({ say, locale }: Reading, { company, help, time, avoid }: Answers): string {
	const not = avoid.map((each) => (isWay(each) ? say(`tastes.avoid.${each}`) : say(`people.lived.${each}`)));
	return [
		...(company ? [say(`tastes.company.${company}`)] : []),
		...(help ? [say(`tastes.help.${help}`)] : []),
		...(time ? [say(`tastes.time.${time}`)] : []),
		...(not.length > 0
			? [
					say('tastes.three.not', {
						what: new Intl.ListFormat(locale, { type: 'unit' }).format(not),
					}),
				]
			: []),
	].join(' · ');
}

const isWay = (each: Way | Topic): each is Way => (avoidable as readonly string[]).includes(each);
