/**
 * A compiled query as it is read: lists of any length look alike, quotes only where they are needed, one clause a line.
 * It is still a query that PostgreSQL can prepare.
 */
export function plainSql(sql: string): string {
	const tidy = sql
		.replace(/\s+/g, ' ')
		.replace(/"([a-z_]+)"/g, '$1')
		.replace(/\bin \((\$\d+)(?:, \$\d+)+\)/g, 'in ($1)')
		.replace(/( values \((?:[^()]|\([^()]*\))*\))(?:, \((?:[^()]|\([^()]*\))*\))+/g, '$1');
	return clauses(renumbered(tidy.trim())).join('\n');
}

function renumbered(sql: string): string {
	const numbers = new Map<string, number>();
	return sql.replace(/\$\d+/g, (name) => {
		if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
		return `$${numbers.get(name)}`;
	});
}

const begins =
	/^ (?=(?:from|(?:inner|left) join|where|group by|having|order by|limit|offset|returning|values|set|on conflict|for update) ?)/;

/** Breaks a query where a clause begins outside all parentheses. */
function clauses(sql: string): string[] {
	const lines: string[] = [];
	let line = '';
	let depth = 0;
	for (const [index, sign] of [...sql].entries()) {
		if (sign === '(') depth++;
		if (sign === ')') depth--;
		if (depth === 0 && line !== 'delete' && begins.test(sql.slice(index))) {
			lines.push(line);
			line = '\t';
		} else line += sign;
	}
	return [...lines, line];
}
