import { listenTo } from '#features/safety/coaching/listen.ts';
import { answerLines } from './lines.ts';

await answerLines((text) => {
	const { reaction, interpretation, exploration, behaviour } = listenTo(text);
	return { er: reaction, ip: interpretation, ex: exploration, behaviour };
});
