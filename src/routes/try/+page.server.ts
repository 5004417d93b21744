import { answersIn, nextQuestion, queryOf, questions } from '#features/tastes/answers.ts';
import type { PageServerLoad } from './$types.js';

/** The answers are the address: nothing is kept. Once every question has been asked, the last one is asked again. */
export const load: PageServerLoad = ({ url }) => {
	const answers = answersIn(url.searchParams);
	const question = nextQuestion(url.searchParams) ?? 'avoid';
	return {
		answers,
		question,
		number: questions.indexOf(question) + 1,
		query: url.search,
		three: `/try/three${queryOf(answers)}`,
	};
};
