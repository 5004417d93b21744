-- What every feature stands on: facts, the keys that seal words, and counters against guessing.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

create table event (
	seq bigint generated always as identity primary key,
	id uuid not null unique,
	name text not null,
	subject text not null,
	actor_id uuid,
	data jsonb not null,
	at timestamptz not null
);

create index event_by_subject on event (subject, seq);
create index event_by_actor on event (actor_id) where actor_id is not null;

-- Deleting a row here makes everything it sealed unreadable.
create table sealing_key (
	id uuid primary key,
	master text not null,
	wrapped bytea not null,
	made_at timestamptz not null
);

create index sealing_key_by_master on sealing_key (master);

-- Counts per window. `key` is a digest under a key that changes every hour; rows live for at most one.
create table rate_limit (
	key bytea not null,
	window_ends timestamptz not null,
	count int not null,
	primary key (key)
);

create index rate_limit_by_end on rate_limit (window_ends);
