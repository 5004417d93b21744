import { run } from './run.ts';

/** What is done later and by the clock. As many of these as wanted, beside one PostgreSQL. */
await run({ pages: false, live: false, jobs: true, database: 'shared' });
