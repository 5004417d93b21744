import { people } from '#cast';
import { journey, type Traveller } from './journey.ts';

const unfold = async ({ page }: Traveller, summary: string) =>
	page.locator('summary', { hasText: summary }).first().click();

journey(
	'somebody tells what fits, asks one who does, is told yes, and goes on to somebody else without a reason',
	async ({ as, scripts }) => {
		const [who, supporter] = scripts ? (['henk', 'tam'] as const) : (['fern', 'tomatoes'] as const);
		const name = people[supporter].nickname;
		const asking = await as(who);
		await asking.go('/');
		await asking.press('Find somebody who fits');
		await asking.reads('What would fit?');
		await asking.page.getByLabel('Tuesday, Evening').check();
		await asking.page.getByLabel('Writing whenever each of us has time is fine, too').check();
		await unfold(asking, 'They know it from their own life');
		await asking.page.getByLabel('What matters most').selectOption('caring-parent');
		await asking.press('See who fits');
		await asking.reads('Whom would you like to ask?');
		await asking.write('Anything to avoid?', 'Please no jokes.');
		await asking.press(`Ask ${name}`);
		await asking.reads(`You asked ${name}`);
		await asking.reads(/^They have until/);

		const answering = await as(supporter);
		await answering.go('/me/supporting');
		await answering.reads('Please no jokes.');
		await answering.doesNotRead(people[who].nickname);
		await answering.press('Yes, I am there');

		await asking.go('/pairings');
		await asking.press(name, { exact: false });
		await asking.press('Try somebody else');
		await asking.page.getByLabel('Yes: that I go on with somebody else.').check();
		await asking.press('See who else fits');
		await asking.reads('Who fits');
		await asking.doesNotRead(`Ask ${name}`);
		const { path } = answering;
		await answering.go(path);
		await answering.reads('They go on with somebody else, and wanted you to know.');
		await asking.press('Whoever is free first');
		await asking.reads('You asked for somebody who fits');
		await asking.press('Stop waiting');
		await asking.doesNotRead('You asked for somebody who fits');
	},
);
