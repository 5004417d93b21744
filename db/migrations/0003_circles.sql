-- Circles: small groups with seats, a line, agreements, meetings and a conversation.

create table circle (
	id uuid primary key,
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
	-- Messages are numbered 1, 2, 3… in the order they commit; changes of any kind have a count of their own.
	last_place int not null default 0,
	last_change int not null default 0,
	opened_at timestamptz not null,
	check (venue = 'online' or address is not null)
);

-- Lists show the newest first, and stop after a page.
create index circle_by_opening on circle (opened_at) where state <> 'closed';

-- Who a person is in one circle. It outlives the seat, so that old messages keep their author.
create table alias (
	id uuid primary key,
	circle_id uuid not null references circle (id) on delete cascade,
	-- Null when the person has erased themselves.
	person_id uuid references person (id) on delete set null,
	-- Forty characters as people count them; an emoji can be several. Empty once erased.
	name text not null check (char_length(name) <= 200),
	-- What makes two names the same, as for nicknames; null once erased.
	name_key text,
	-- Seals what this person says here; null once erased.
	key_id uuid references sealing_key (id) on delete set null,
	-- The version of the agreements accepted, 0 before the first.
	accepted_version int not null default 0,
	unique (circle_id, person_id),
	unique (circle_id, name_key)
);

create index alias_by_person on alias (person_id);

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

create table message (
	id uuid primary key,
	circle_id uuid not null references circle (id) on delete cascade,
	place int not null,
	-- The number of the latest change to it: posted, edited, removed, hidden or answered quietly.
	change int not null,
	alias_id uuid not null references alias (id) on delete cascade,
	-- Chosen by the sender, so that sending again never says a thing twice.
	client_id uuid not null,
	-- Null once removed or hidden for good.
	body bytea,
	content_note bytea,
	reply_to int,
	posted_at timestamptz not null,
	edited_at timestamptz,
	removed_at timestamptz,
	hidden_at timestamptz,
	hidden_because text,
	unique (circle_id, place),
	unique (alias_id, client_id)
);

create unique index message_by_change on message (circle_id, change);

create table resonance (
	message_id uuid not null references message (id) on delete cascade,
	alias_id uuid not null references alias (id) on delete cascade,
	kind text not null check (kind in ('been-there', 'with-you', 'thank-you')),
	primary key (message_id, alias_id, kind)
);

create index resonance_by_alias on resonance (alias_id);

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
