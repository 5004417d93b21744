-- Meetings elsewhere: the lists that other groups publish, as they were last brought in.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Words as they are looked for: small letters without accents. The dictionary is named, so this gives the same for
-- ever, as an index needs.
create function folded(words text) returns text
	language sql immutable strict parallel safe
	return lower(public.unaccent('public.unaccent', words));

create table feed (
	id uuid primary key,
	-- What whoever runs this server calls it; in the addresses of its meetings.
	slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 60),
	-- The file or the address it was last read from.
	source text not null check (char_length(source) <= 2000),
	-- The clocks of meetings that name none.
	zone text,
	changed_at timestamptz not null
);

create table listing (
	id uuid primary key,
	feed_id uuid not null references feed (id) on delete cascade,
	slug text not null check (char_length(slug) between 1 and 255),
	name text not null check (char_length(name) between 1 and 255),
	-- 0 is Sunday. Several days are one meeting; none is by appointment.
	days smallint[] not null check (days <@ '{0,1,2,3,4,5,6}'),
	-- On the clocks of its zone, or of the place itself where no zone is known.
	local_time time,
	minutes smallint check (minutes between 1 and 720),
	zone text,
	types text[] not null,
	group_name text,
	place text,
	place_notes text,
	address text,
	region text,
	in_person boolean not null,
	online_url text check (online_url ~ '^https?://'),
	online_notes text,
	phone text,
	phone_notes text,
	notes text,
	website text check (website ~ '^https?://'),
	list_updated_at timestamptz,
	online boolean not null generated always as (online_url is not null or phone is not null) stored,
	search text not null generated always as (
		folded(
			name || ' ' || coalesce(group_name, '') || ' ' || coalesce(place, '') || ' ' || coalesce(address, '') || ' '
				|| coalesce(region, '')
		)
	) stored,
	unique (feed_id, slug)
);

-- When it is next depends on the moment, so it is told when asked; these find what the questions narrow down to.
create index listing_by_day on listing using gin (days);
create index listing_by_time on listing (local_time);
create index listing_by_type on listing using gin (types);
create index listing_by_words on listing using gin (search gin_trgm_ops);
