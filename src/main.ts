import { run } from './run.ts';

/** One process that runs everything: pages, sockets, jobs, and the database unless there is one already. */
await run({ pages: true, live: true, jobs: true, database: 'own' });
