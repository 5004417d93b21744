import ts from 'typescript';

/** A column as `server/tables.ts` declares it. */
export interface DeclaredColumn {
	table: string;
	name: string;
	nullable: boolean;
	/** What reading it gives. */
	kind: 'string' | 'number' | 'boolean' | 'Date' | 'Buffer' | 'array' | 'other';
}

/** Where rows are declared. */
const declares = /src\/(platform\/[^/]+|features\/[^/]+\/server\/tables)\.ts$/;

/** Every column of the interface `Tables`, with what each feature merged into it, as the compiler sees them. */
export function declaredColumns(): DeclaredColumn[] {
	const read = ts.getParsedCommandLineOfConfigFile('tsconfig.json', undefined, {
		...ts.sys,
		onUnRecoverableConfigFileDiagnostic: (problem) => {
			throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
		},
	})!;
	const program = ts.createProgram(
		read.fileNames.filter((name) => declares.test(name)),
		read.options,
	);
	const checker = program.getTypeChecker();
	const file = program.getSourceFiles().find(({ fileName }) => fileName.endsWith('src/platform/db.ts'))!;
	const tables = file.statements.find(
		(statement): statement is ts.InterfaceDeclaration =>
			ts.isInterfaceDeclaration(statement) && statement.name.text === 'Tables',
	)!;

	const all = checker.getDeclaredTypeOfSymbol(checker.getSymbolAtLocation(tables.name)!);
	return all.getProperties().flatMap((table) =>
		checker
			.getTypeOfSymbolAtLocation(table, tables)
			.getProperties()
			.map((column) => {
				const type = whatIsRead(checker, checker.getTypeOfSymbolAtLocation(column, tables));
				const plain = checker.getNonNullableType(type);
				return {
					table: table.name,
					name: column.name,
					nullable: plain !== type,
					kind: kindOf(checker, plain),
				};
			}),
	);
}

/** Kysely’s `Generated` and `ColumnType` differ in what is read and what is written. */
function whatIsRead(checker: ts.TypeChecker, type: ts.Type): ts.Type {
	const select = checker.getPropertyOfType(type, '__select__');
	return select ? checker.getNonNullableType(checker.getTypeOfSymbol(select)) : type;
}

function kindOf(checker: ts.TypeChecker, type: ts.Type): DeclaredColumn['kind'] {
	const parts = type.isUnion() ? type.types : [type];
	const has = (flag: ts.TypeFlags) => parts.every((part) => isLike(part, flag));
	if (has(ts.TypeFlags.StringLike)) return 'string';
	if (has(ts.TypeFlags.NumberLike)) return 'number';
	if (has(ts.TypeFlags.BooleanLike)) return 'boolean';
	if (checker.isArrayType(type)) return 'array';
	const name = type.getSymbol()?.name;
	return name === 'Date' || name === 'Buffer' ? name : 'other';
}

/** A branded id is a string and something else; so is a key that is a buffer. */
const isLike = (type: ts.Type, flag: ts.TypeFlags): boolean =>
	Boolean(type.flags & flag) || (type.isIntersection() && type.types.some((part) => part.flags & flag));
