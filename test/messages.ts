import type { IntlMessageFormat } from 'intl-messageformat';
import type { Values } from '#platform/say.ts';

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** One value that a message takes, and how it may go. */
interface Branch {
	kind: 'text' | 'number' | 'moment' | 'plural' | 'choice' | 'mark';
	options: readonly string[];
}

/** As the parser of ICU messages numbers what it finds. */
const kinds: Record<number, Branch['kind']> = {
	1: 'text',
	2: 'number',
	3: 'moment',
	4: 'moment',
	5: 'choice',
	6: 'plural',
	8: 'mark',
};

/** Every value a message takes, those inside its plurals and choices too. */
export function branchesOf(ast: Ast, found = new Map<string, Branch>()): Map<string, Branch> {
	for (const element of ast) {
		const kind = kinds[element.type];
		if (kind && 'value' in element && typeof element.value === 'string') {
			const options = 'options' in element ? Object.keys(element.options) : [];
			const before = found.get(element.value);
			if (!before || before.kind === 'text')
				found.set(element.value, { kind, options: [...(before?.options ?? []), ...options] });
		}
		if ('options' in element)
			for (const { value } of Object.values(element.options)) branchesOf(value, found);
	}
	return found;
}

/** Values that between them take every branch. */
export function samplesFor(ast: Ast): Values[] {
	const branches = [...branchesOf(ast)];
	return branches.reduce<Values[]>(
		(samples, [name, branch]) =>
			samples.flatMap((sample) => waysOf(branch).map((way) => ({ ...sample, [name]: way }))),
		[{}],
	);
}

function waysOf({ kind, options }: Branch): (string | number | Date)[] {
	switch (kind) {
		case 'plural': {
			const exact = options
				.filter((option) => option.startsWith('='))
				.map((option) => Number(option.slice(1)));
			return [...new Set([...exact, 0, 1, 2, 5, 1_000_000])];
		}
		case 'choice':
			return [...options];
		case 'number':
			return [3];
		case 'moment':
			return [new Date('2026-11-22T18:00:00Z')];
		case 'text':
		case 'mark':
			return ['Ana'];
	}
}
