import { run } from './run.ts';

/** Pages, and everything that people send. As many of these as wanted, beside one PostgreSQL. */
await run({ pages: true, live: false, jobs: false, database: 'shared' });
