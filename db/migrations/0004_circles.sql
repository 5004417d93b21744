-- Circles: small groups with seats, a line, agreements and meetings.

create table circle (
	id uuid primary key references conversation (id) on delete cascade,
	slug text not null unique,
	name text not null check (char_length(name) between 1 and 80),
	about text not null check (char_length(about) <= 2000),
	topics text[] not null default '{}',
	language text not null,
	structure text not null check (structure in ('structured', 'informal')),
	venue text not null check (venue in ('online', 'in-person', 'both')),
	address text check (char_length(address) <= 300),
	capacity int not null check (capacity between 2 and 10000),
	joining text not null check (joining in ('open', 'by-request', 'by-invitation')),
	observers_welcome boolean not null,
	age_band text not null check (age_band in ('adult', '13-17', '16-25')),
	state text not null default 'gathering' check (state in ('gathering', 'resting', 'closed')),
	agreements text not null check (char_length(agreements) <= 4000),
	-- Grows by one each time the agreements change.
	agreements_version int not null default 1,
	-- In a meeting by text, while the talking piece goes round, only whoever holds it writes.
	piece_out boolean not null default false,
	piece_with uuid references alias (id) on delete set null,
	opened_at timestamptz not null,
	check (venue = 'online' or address is not null)
);

-- Lists show the newest first, and stop after a page.
create index circle_by_opening on circle (opened_at) where state <> 'closed';

create table seat (
	circle_id uuid not null references circle (id) on delete cascade,
	person_id uuid not null references person (id) on delete cascade,
	role text not null check (role in ('member', 'host')),
	taken_at timestamptz not null,
	quiet_until timestamptz,
	-- Keeps the seat, hears nothing.
	resting boolean not null default false,
	primary key (circle_id, person_id)
);

create index seat_by_person on seat (person_id);

create table observer (
	circle_id uuid not null references circle (id) on delete cascade,
	person_id uuid not null references person (id) on delete cascade,
	since timestamptz not null,
	primary key (circle_id, person_id)
);

create index observer_by_person on observer (person_id);

-- The line. `asked` waits for a host's answer, `waiting` for a seat, `offered` for the person's own answer.
create table wait (
	circle_id uuid not null references circle (id) on delete cascade,
	person_id uuid not null references person (id) on delete cascade,
	state text not null check (state in ('asked', 'waiting', 'offered')),
	since timestamptz not null,
	offered_until timestamptz,
	primary key (circle_id, person_id),
	check ((state = 'offered') = (offered_until is not null))
);

create index wait_by_person on wait (person_id);
create index wait_by_offer on wait (offered_until) where state = 'offered';

-- A link a host gives to one person. Only its digest is kept.
create table invitation (
	digest bytea primary key,
	circle_id uuid not null references circle (id) on delete cascade,
	made_by uuid not null references person (id) on delete cascade,
	ends_at timestamptz not null
);

-- When a circle meets, as a rule in its own zone (RFC 5545), or once.
create table schedule (
	id uuid primary key,
	circle_id uuid not null references circle (id) on delete cascade,
	-- RRULE or RDATE, one content line.
	rule text not null,
	-- Local date nothing comes before, and local time, on the clocks of the zone.
	since date not null,
	at time not null,
	minutes int not null check (minutes between 10 and 600),
	zone text not null,
	except_on date[] not null default '{}',
	made_at timestamptz not null
);

create index schedule_by_circle on schedule (circle_id);

-- One occurrence. Rows are made some weeks ahead, so that each can be called off and reminded of.
create table meeting (
	id uuid primary key,
	circle_id uuid not null references circle (id) on delete cascade,
	schedule_id uuid references schedule (id) on delete set null,
	starts_at timestamptz not null,
	minutes int not null,
	called_off_at timestamptz,
	unique (circle_id, starts_at)
);

create index meeting_by_start on meeting (starts_at);

-- Who has been told of which meeting, so that nobody is told twice.
create table reminder (
	meeting_id uuid not null references meeting (id) on delete cascade,
	person_id uuid not null references person (id) on delete cascade,
	made_at timestamptz not null,
	primary key (meeting_id, person_id)
);
