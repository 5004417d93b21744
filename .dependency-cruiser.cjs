/**
 * What may import what: docs/architecture.md, as rules. Tests may import anything.
 * @type {import('dependency-cruiser').IConfiguration}
 */
/** Folders of a feature that are as pure as what stands at its top: a grammar is too much for one file. */
const pure = '^src/features/safety/(reading|coaching|lines)/[^/]+\\.ts$';

const test = '\\.test\\.ts$|^src/platform/postgres/fixtures/|^src/platform/recurrence/fixtures/';

module.exports = {
	forbidden: [
		{
			name: 'no-circles',
			comment: 'Two files that need each other to run are one idea, or three. Types may name each other.',
			severity: 'error',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
		},
		{
			name: 'found',
			comment: 'Everything that is imported is there.',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true, pathNot: '^\\$app/|^virtual:|^#page-handler$|\\?' },
		},
		{
			name: 'pure-decisions',
			comment:
				'What stands at the top of a feature decides and describes: no database, no SvelteKit, no clock.',
			severity: 'error',
			from: { path: '^src/features/([^/]+)/[^/]+\\.ts$', pathNot: test },
			to: {
				pathNot: [
					'^src/features/[^/]+/([^/]+|messages/[^/]+)\\.(ts|json)$',
					pure,
					'^src/platform/(ids|ruling|event|time|form-text)\\.ts$',
					'^src/platform/(recurrence|ical)/[^/]+\\.(ts|json)$',
					'^node_modules/(zod|csv-parse)/',
				],
			},
		},
		{
			name: 'reading-asks-nobody',
			comment: 'What reads words imports nothing but itself, so that it is the same everywhere.',
			severity: 'error',
			from: { path: '^src/features/safety/reading/', pathNot: test },
			to: { pathNot: '^src/features/safety/reading/' },
		},
		{
			name: 'coaching-asks-reading',
			comment: 'What hears how a reply listens knows words, and nothing else.',
			severity: 'error',
			from: { path: '^src/features/safety/coaching/', pathNot: test },
			to: { pathNot: '^src/features/safety/(coaching|reading)/' },
		},
		{
			name: 'lines-are-a-list',
			comment: 'Help lines are files, and what can be said of them at a moment.',
			severity: 'error',
			from: { path: '^src/features/safety/lines/', pathNot: test },
			to: { pathNot: '^src/features/safety/lines/' },
		},
		{
			name: 'servers-through-doors',
			comment:
				'A feature reaches another through its door, server/index.ts, or its pure files. It may look for its own sentences.',
			severity: 'error',
			from: { path: '^src/features/([^/]+)/server/', pathNot: test },
			to: {
				path: '^src/',
				pathNot: [
					'^src/features/$1/(server/|messages/|[^/]+\\.(ts|json)$)',
					'^src/features/[^/]+/([^/]+\\.ts$|server/index\\.ts$)',
					pure,
					'^src/platform/',
				],
			},
		},
		{
			name: 'components-know-no-server',
			comment:
				'What draws a feature is handed what it draws, may draw another’s components in it, with what they run in the browser, and ask its pure files. The types of the server’s answers are allowed.',
			severity: 'error',
			from: { path: '^src/features/([^/]+)/ui/', pathNot: test },
			to: {
				path: '^src/',
				pathNot: [
					'^src/features/$1/(ui/|[^/]+\\.(ts|json)$)',
					pure,
					'^src/features/[^/]+/([^/]+\\.ts|ui/[^/]+\\.svelte|ui/live/[^/]+\\.ts)$',
					'^src/ui/',
					'^src/features/safety/reading/',
					'^src/platform/(ids|time)\\.ts$',
					'^src/platform/recurrence/[^/]+\\.ts$',
				],
				dependencyTypesNot: ['type-only'],
			},
		},
		{
			name: 'sveltekit-stays-outside',
			comment: 'SvelteKit lives in routes, web and the hooks.',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/(routes|web)/|^src/hooks|^src/app\\.d\\.ts$' },
			to: { path: '@sveltejs/kit|^\\$app/' },
		},
		{
			name: 'web-knows-only-who-is-signed-in',
			comment:
				'The seam to SvelteKit knows the platform, the words, people (who is signed in) and access (who holds a token).',
			severity: 'error',
			from: { path: '^src/web/', pathNot: test },
			to: {
				path: '^src/',
				pathNot: [
					'^src/(web|platform|ui)/',
					'^src/words\\.ts$',
					'^src/features/(people|access)/([^/]+\\.ts$|server/index\\.ts$)',
				],
			},
		},
		{
			name: 'components-know-no-product',
			comment: 'ui/ draws what it is given.',
			severity: 'error',
			from: { path: '^src/ui/', pathNot: test },
			to: { path: '^(src|db|test)/', pathNot: '^src/ui/' },
		},
		{
			name: 'platform-knows-no-product',
			comment: 'platform/ could carry another product.',
			severity: 'error',
			from: { path: '^src/platform/', pathNot: test },
			to: { path: '^(src|db|test)/', pathNot: '^src/platform/' },
		},
		{
			name: 'routes-are-leaves',
			comment: 'Nobody imports a page; only the words of the frame are collected from there.',
			severity: 'error',
			from: { pathNot: '^src/(routes/|words\\.ts$)' },
			to: { path: '^src/routes/', pathNot: '/\\$types' },
		},
		{
			name: 'product-knows-no-tests',
			comment: 'What runs does not need what checks it.',
			severity: 'error',
			from: { path: '^(src|db)/', pathNot: test },
			to: { path: `^test/|${test}` },
		},
		{
			name: 'only-what-is-listed',
			comment: 'What runs is made of dependencies, not of tools; and every one is in package.json.',
			severity: 'error',
			from: { path: '^src/', pathNot: `${test}|\\.states\\.ts$` },
			to: {
				dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'],
				dependencyTypesNot: ['type-only'],
				// Compiled away by the build.
				pathNot: '^node_modules/(svelte|@sveltejs/kit|vite)/',
			},
		},
	],
	options: {
		doNotFollow: { path: '^node_modules' },
		exclude: { path: '^(\\.svelte-kit|build)/|/\\$types' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'node', 'svelte', 'types', 'default'],
			extensions: ['.ts', '.js', '.svelte', '.json', '.d.ts'],
		},
		moduleSystems: ['es6', 'cjs'],
	},
};
