import { run } from './run.ts';

/** The sockets of `/live`. As many of these as wanted, beside one PostgreSQL. */
await run({ pages: false, live: true, jobs: false, database: 'shared' });
