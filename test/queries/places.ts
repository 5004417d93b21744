import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const sends = new Set(['execute', 'executeTakeFirst', 'executeTakeFirstOrThrow']);
/** What an operation sends together with others. */
const travels = new Set(['ask', 'lastly']);
/** Beginning and ending a transaction is no query of ours; nor is what the wire is told of one. */
const transactions = /(?:rollback|commit|[tT]ransaction)\(\)\)?$|^connection$/;

/**
 * Every place in the product where a query is sent, as `file:line`. Routes send none of their own but the health page’s
 * `select 1`, and run in the built app, where nothing is noted.
 */
export const placesThatSend = (): string[] =>
	globSync('src/**/*.ts', { exclude: ['**/*.test.ts', 'src/routes/**'] })
		.map((file) => file.replaceAll('\\', '/'))
		.sort()
		.flatMap((file) => sendsIn(file, readFileSync(file, 'utf8')));

function sendsIn(file: string, text: string): string[] {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const found: string[] = [];
	const look = (node: ts.Node) => {
		if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
			const { name, expression } = node.expression;
			const asks =
				sends.has(name.text) || (travels.has(name.text) && /^(tx|this)$/.test(expression.getText()));
			if (asks && !transactions.test(expression.getText().trim()))
				found.push(`${file}:${source.getLineAndCharacterOfPosition(name.getStart()).line + 1}`);
		}
		ts.forEachChild(node, look);
	};
	look(source);
	return found;
}
