/** PostgreSQL is given nothing of our environment: its PG… variables change how it behaves, and locales what it says. */
export const PLAIN = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
