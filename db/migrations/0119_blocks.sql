-- Who does not want to meet whom. A row is one person’s wish; it holds for both of them, everywhere.

create table block (
	id uuid primary key,
	blocker_id uuid not null references person (id) on delete cascade,
	blocked_id uuid not null references person (id) on delete cascade,
	-- What the one who blocks knew the other as, and where, if it had a name; sealed under the key of the one who blocks.
	known_as bytea,
	known_in bytea,
	since timestamptz not null,
	check (blocker_id <> blocked_id),
	unique (blocker_id, blocked_id)
);

create index block_by_blocked on block (blocked_id, blocker_id);
