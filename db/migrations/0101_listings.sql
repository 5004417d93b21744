-- One shape for everything that can be found: own circles and rooms, workshops, places, and meetings elsewhere.

-- An organisation or region that listings belong to.
create table service_body (
	id uuid primary key,
	-- In the addresses of its listings.
	slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 60),
	name text not null check (char_length(name) between 1 and 120),
	about text check (char_length(about) <= 2000),
	website text check (website ~ '^https?://' and char_length(website) <= 2000),
	-- The clocks of listings that name none.
	zone text,
	made_at timestamptz not null
);

-- A list so far was a body of its own.
insert into service_body (id, slug, name, zone, made_at)
	select id, slug, slug, zone, changed_at from feed;

alter table feed add column service_body_id uuid references service_body (id) on delete cascade;
update feed set service_body_id = id;
alter table feed alter column service_body_id set not null;

alter table listing
	add column service_body_id uuid references service_body (id) on delete cascade,
	-- The circle or room that it tells of.
	add column subject_id uuid unique,
	add column kind text not null default 'meeting'
		check (kind in ('circle', 'room', 'workshop', 'place', 'meeting')),
	add column about text check (char_length(about) <= 2000),
	add column topics text[] not null default '{}',
	-- BCP 47.
	add column languages text[] not null default '{}',
	add column form text not null default 'group' check (form in ('group', 'one-to-one', 'drop-in', 'workshop')),
	add column structure text check (structure in ('structured', 'informal')),
	add column access text[] not null default '{}'
		check (access <@ '{step-free,captions,quiet,camera-free,text-welcome}'::text[]),
	-- Null: free.
	add column cost text check (char_length(cost) <= 255),
	add column age_band text not null default 'adult' check (age_band in ('adult', '13-17', '16-25')),
	add column identity text check (char_length(identity) <= 255),
	add column observers_welcome boolean,
	add column newcomers_welcome boolean,
	add column size int check (size between 1 and 10000),
	add column joining text check (char_length(joining) <= 2000),
	-- What weeks cannot say: recurrences of RFC 5545. Where there are some, days and local_time do not count.
	add column times text[] not null default '{}' check (cardinality(times) <= 50),
	add column postcode text check (char_length(postcode) <= 20),
	add column country text check (country ~ '^[A-Z]{2}$'),
	add column latitude double precision check (latitude between -90 and 90),
	add column longitude double precision check (longitude between -180 and 180),
	add column coarse boolean not null default false,
	add check ((latitude is null) = (longitude is null));

update listing set service_body_id = feed_id;

-- What is of a circle or room belongs to them; everything else to a body, and has one address in it.
alter table listing
	alter column feed_id drop not null,
	drop constraint listing_feed_id_slug_key,
	add unique (service_body_id, slug),
	add check ((subject_id is null) = (service_body_id is not null)),
	add check ((kind in ('circle', 'room')) = (subject_id is not null));

create index listing_by_feed on listing (feed_id);
