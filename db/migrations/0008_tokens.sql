-- Access. A token lets a program do, for a while, a part of what its person may do.

create table token (
	-- SHA-256 of the token; the token itself is shown once and kept nowhere.
	digest bytea primary key,
	id uuid not null unique,
	person_id uuid not null references person (id) on delete cascade,
	-- What its person calls it.
	name text not null,
	scopes text[] not null check (cardinality(scopes) > 0),
	-- Days, not moments; and nowhere when it was last used.
	made_on date not null,
	ends_at timestamptz not null
);

create index token_by_person on token (person_id);
create index token_by_end on token (ends_at);
