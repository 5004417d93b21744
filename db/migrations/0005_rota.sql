-- The rota: who holds what, and when. It does not know what it is that they hold.

alter table duty drop constraint duty_duty_check;
alter table duty add constraint duty_duty_check
	check (duty in ('coordinator', 'steward', 'host', 'supporter'));

create table rota (
	id uuid primary key,
	slug text not null unique,
	name text not null check (char_length(name) between 1 and 80),
	kind text not null check (kind in ('room', 'on-call')),
	-- Whose clocks its shifts keep.
	zone text not null,
	-- Which duties may hold it.
	held_by text[] not null
		check (held_by <@ '{coordinator,steward,host,supporter}'::text[] and cardinality(held_by) > 0),
	-- Holders that are always needed; one more for every so many people expected, where that is known.
	least int not null check (least between 1 and 50),
	one_per int check (one_per between 1 and 10000),
	-- Places beyond what is needed, for company and for learning.
	spare int not null check (spare between 0 and 50),
	-- A shift that reaches into these hours is a night. The same time twice means that there is none.
	night_from time not null,
	night_until time not null,
	opened_at timestamptz not null,
	closed_at timestamptz
);

-- Shifts that come again by a rule, on the clocks of the rota's zone (RFC 5545).
create table shift_pattern (
	id uuid primary key,
	rota_id uuid not null references rota (id) on delete cascade,
	rule text not null,
	-- Local date nothing comes before; local times. Until comes on the next day where it is not after the start.
	since date not null,
	at time not null,
	until time not null,
	-- How many people are expected; null where nobody knows.
	expected int check (expected between 0 and 100000),
	made_at timestamptz not null
);

create index shift_pattern_by_rota on shift_pattern (rota_id);

-- One time that somebody holds. Rows are made some weeks ahead, so that people can sign up for each.
create table shift (
	id uuid primary key,
	rota_id uuid not null references rota (id) on delete cascade,
	pattern_id uuid references shift_pattern (id) on delete set null,
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	expected int check (expected between 0 and 100000),
	called_off_at timestamptz,
	check (ends_at > starts_at),
	unique (rota_id, starts_at),
	unique (id, starts_at, ends_at)
);

create index shift_by_pattern on shift (pattern_id, starts_at);
create index shift_by_start on shift (starts_at);

-- Who holds which shift. A row that has ended says that somebody stepped back, for their own calendar.
create table sign_up (
	shift_id uuid not null,
	person_id uuid not null references person (id) on delete cascade,
	-- The shift's own, so that the database itself can refuse to have one person in two places.
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	signed_up_at timestamptz not null,
	ended_at timestamptz,
	-- Grows with every change (RFC 5545, 3.8.7.4).
	sequence int not null default 0,
	-- A coordinator put them on, for a reason sealed under the coordinator's key.
	put_on_by uuid references person (id) on delete set null,
	put_on_because bytea,
	-- They ask somebody to take it; it is theirs until somebody does. The word is sealed under their own key.
	cover_asked_at timestamptz,
	cover_word bytea,
	primary key (shift_id, person_id),
	foreign key (shift_id, starts_at, ends_at) references shift (id, starts_at, ends_at)
		on update cascade on delete cascade,
	check (ended_at is null or cover_asked_at is null),
	constraint nobody_is_in_two_places
		exclude using gist (person_id with =, tstzrange(starts_at, ends_at) with &&) where (ended_at is null)
);

create index sign_up_by_person on sign_up (person_id, starts_at);
create index sign_up_by_cover on sign_up (starts_at) where cover_asked_at is not null;
create index sign_up_by_author on sign_up (put_on_by) where put_on_by is not null;

-- Who holds every shift of a pattern: they are signed up for each as it is written down.
create table regular_holder (
	pattern_id uuid not null references shift_pattern (id) on delete cascade,
	person_id uuid not null references person (id) on delete cascade,
	since timestamptz not null,
	primary key (pattern_id, person_id)
);

create index regular_holder_by_person on regular_holder (person_id);

-- One of mine for one of yours, until you answer.
create table swap (
	id uuid primary key,
	offered_shift uuid not null,
	offered_by uuid not null,
	wanted_shift uuid not null,
	asked_of uuid not null,
	asked_at timestamptz not null,
	foreign key (offered_shift, offered_by) references sign_up (shift_id, person_id) on delete cascade,
	foreign key (wanted_shift, asked_of) references sign_up (shift_id, person_id) on delete cascade,
	check (offered_by <> asked_of),
	unique (offered_shift, offered_by, wanted_shift, asked_of)
);

create index swap_by_asked on swap (asked_of);
create index swap_by_offered on swap (offered_by);

-- How much one person holds at most: for everyone, and for those who want less.
create table shift_limits (
	one boolean primary key default true check (one),
	hours_a_week int not null check (hours_a_week between 1 and 168),
	nights_a_week int not null check (nights_a_week between 0 and 7),
	rest_hours int not null check (rest_hours between 0 and 72)
);

create table own_shift_limits (
	person_id uuid primary key references person (id) on delete cascade,
	hours_a_week int check (hours_a_week between 0 and 168),
	nights_a_week int check (nights_a_week between 0 and 7),
	rest_hours int check (rest_hours between 0 and 72)
);

-- The link that a calendar follows. Only its digest is kept; making a new one ends the old.
create table calendar_link (
	person_id uuid primary key references person (id) on delete cascade,
	digest bytea not null unique,
	made_on date not null
);
