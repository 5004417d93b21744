-- Finding: what each listing can be found by, kept beside it, and made anew whenever it changes.

-- Words without their endings, as English and as Spanish has them. Words that say nothing have no stem.
create function stems(word text) returns text[]
	language sql immutable strict parallel safe
	return (
		select coalesce(array_agg(distinct stem), '{}')
		from (
			select 'en:' || unnest(ts_lexize('pg_catalog.english_stem', word)) as stem
			union all
			select 'es:' || unnest(ts_lexize('pg_catalog.spanish_stem', word))
		) as both_languages
	);

-- A word, and what is left of it without any one letter.
create function slips(word text) returns text[]
	language sql immutable strict parallel safe
	return (
		select array_agg(distinct slip)
		from (
			select word as slip
			union all
			select left(word, n - 1) || substr(word, n + 1)
			from generate_series(1, length(word)) n
			where length(word) between 4 and 24
		) as made
	);

create table finding (
	listing_id uuid primary key references listing (id) on delete cascade,
	-- Its words, each with its places and the weight of its field (A what it is called, B what it is for, C where it is,
	-- D everything else), and, after a “#”, all that can be asked of it with yes or no.
	terms tsvector not null,
	-- How many words it has.
	length int not null check (length >= 0),
	-- Longitude and latitude.
	place point,
	-- How well it takes in somebody new, whatever they look for: 0 to 1.
	welcome real not null,
	-- When it was first here, for searches that tell of what is new.
	since timestamptz not null,
	-- When `coming` was told.
	told_at timestamptz not null
);

create index finding_by_terms on finding using gin (terms) with (fastupdate = off);
create index finding_by_place on finding using gist (place);
create index finding_by_welcome on finding (welcome desc, listing_id);
create index finding_by_age on finding (since);
create index finding_by_telling on finding (told_at);

-- When it is: every time within the next eight days, and beyond them the next of each weekday and hour that it has.
create table coming (
	listing_id uuid not null references finding (listing_id) on delete cascade,
	-- On its own clocks.
	wall timestamp not null,
	-- Null where its list names no zone.
	starts_at timestamptz,
	minutes int not null check (minutes > 0),
	-- Whether somebody could join from wherever they are, so that it is looked for on their clocks.
	on_readers_clocks boolean not null,
	-- Whether one goes there, or nobody has said how, so that it is looked for on its own clocks.
	on_own_clocks boolean not null
);

create index coming_of on coming (listing_id);
create index coming_by_moment on coming (starts_at, listing_id);
create index coming_for_readers on coming (starts_at, listing_id) where on_readers_clocks;
create index coming_by_wall on coming (wall, listing_id) where on_own_clocks;

-- Every word in use, and in how many listings. Counted by a job.
create table vocabulary (
	word text collate "C" primary key,
	documents int not null check (documents > 0),
	stems text[] not null,
	-- It, and what is left of it without any one letter: two words that differ by one slip of the hand have one of these in
	-- common.
	slips text[] not null
);

create index vocabulary_by_slip on vocabulary using gin (slips);
create index vocabulary_by_stem on vocabulary using gin (stems);
create index vocabulary_by_likeness on vocabulary using gin (word gin_trgm_ops);

-- Different words for one thing, in whatever languages. Coordinators change them.
create table synonym (
	id uuid primary key,
	phrases text[] not null check (cardinality(phrases) between 2 and 40),
	-- The stems of all words in them.
	stems text[] not null,
	changed_at timestamptz not null
);

create index synonym_by_stem on synonym using gin (stems);

-- Populated places, for “near …”. GeoNames, CC BY 4.0; filled by a job.
create table populated_place (
	name text not null,
	-- As it is looked for.
	folded text not null,
	-- ISO 3166-1, and the first division of the country.
	country text not null,
	division text not null,
	inhabitants int not null,
	latitude real not null,
	longitude real not null
);

create index populated_place_by_name on populated_place (folded text_pattern_ops);

-- What somebody wants to look for again.
create table saved_search (
	id uuid primary key,
	person_id uuid not null references person (id) on delete cascade,
	-- The query of its address, and until when they know what fits it, under their key.
	sealed bytea not null,
	saved_at timestamptz not null
);

create index saved_search_of on saved_search (person_id);

-- Words are looked for in `finding` now.
drop index listing_by_words;
drop index listing_by_day;
drop index listing_by_time;
drop index listing_by_type;
alter table listing drop column search;

create index listing_by_postcode on listing ((lower(regexp_replace(postcode, '[^A-Za-z0-9]', '', 'g'))) text_pattern_ops);
