-- Lists are compared before they are brought in, looked at again by themselves, and can be taken back.

alter table feed
	add column format text check (format in ('meeting-guide', 'table', 'bmlt', 'calendar')),
	-- How often its address is looked at. Null: only when somebody asks.
	add column every text check (every in ('day', 'week')),
	-- What its server said of the version that was read last, for asking whether there is a newer one.
	add column etag text check (char_length(etag) <= 500),
	add column last_modified text check (char_length(last_modified) <= 100),
	add column looked_at timestamptz,
	-- Why the last look brought nothing, as a refusal.
	add column problem jsonb;

-- What a list said of a listing when it was last brought in. Where the listing says something else, it was edited here.
create table listed (
	listing_id uuid primary key references listing (id) on delete cascade,
	says jsonb not null
);

-- A list that was read, from the first look to its being taken back.
create table import (
	id uuid primary key,
	-- Null for a list that is not here yet, or no longer.
	feed_id uuid references feed (id) on delete set null,
	slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 60),
	source text not null check (char_length(source) <= 2000),
	zone text,
	format text check (format in ('meeting-guide', 'table', 'bmlt', 'calendar')),
	state text not null
		check (state in ('reading', 'refused', 'ready', 'held', 'coming-in', 'done', 'stopped', 'undone')),
	-- What was handed over, packed, until it is read: lists name people, whom nobody here keeps.
	content bytea,
	-- The listings that were read from it, packed, until somebody decides.
	listings bytea,
	-- A digest of the list as it was here when the two were compared.
	basis text,
	-- Why it cannot be read.
	refusal jsonb,
	-- The rows that are left out, the first thousand of them with their reasons.
	left_out jsonb not null default '{"rows": []}',
	rows int not null default 0,
	added int not null default 0,
	changed int not null default 0,
	same int not null default 0,
	gone int not null default 0,
	kept int not null default 0,
	-- Somebody asked to stop it.
	stop boolean not null default false,
	-- The list as it was known before this.
	feed_before jsonb,
	etag text,
	last_modified text,
	made_at timestamptz not null,
	done_at timestamptz
);

create index import_by_feed on import (feed_id, done_at);

-- What an import does to one listing. Enough to do it, and to take it back.
create table import_change (
	import_id uuid not null references import (id) on delete cascade,
	slug text not null,
	-- `noted`: only what the list says is different, and here it was edited.
	change text not null check (change in ('added', 'changed', 'gone', 'noted')),
	listing_id uuid,
	before jsonb,
	after jsonb,
	-- What the list said before, and says now.
	said_before jsonb,
	says jsonb,
	-- The fields that become different, and those edited here that stay as they are.
	fields text[] not null default '{}',
	kept text[] not null default '{}',
	-- Listings that may be the same, `body~slug`, each with why.
	twins jsonb not null default '{"found": []}',
	primary key (import_id, slug)
);
