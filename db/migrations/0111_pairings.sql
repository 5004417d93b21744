-- One to one: who is paired with whom, and the sessions they book.

create extension if not exists btree_gist;

-- A talk of two in a room is of that room, and a pairing is something else: each has conversations of a kind of its own.
alter table conversation drop constraint conversation_kind_check;
alter table conversation add constraint conversation_kind_check check (kind in ('circle', 'room', 'aside', 'pairing'));
update conversation set kind = 'aside' where kind = 'pairing';

-- Two people, for as long as both wish. Its conversation has the same id.
create table pairing (
	id uuid primary key references conversation (id) on delete cascade,
	-- Whoever has gone leaves the other one what was said to them.
	supporter_id uuid references person (id) on delete set null,
	member_id uuid references person (id) on delete set null,
	began_at timestamptz not null,
	ended_at timestamptz,
	check (supporter_id is distinct from member_id or supporter_id is null)
);

-- Two people are paired once.
create unique index pairing_open on pairing (supporter_id, member_id) where ended_at is null;
create index pairing_by_supporter on pairing (supporter_id) where ended_at is null;
create index pairing_by_member on pairing (member_id) where ended_at is null;

-- A session: one booked talk. While its form is open it is only held, and makes way once that is over.
create table booking (
	id uuid primary key,
	pairing_id uuid not null references pairing (id) on delete cascade,
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	state text not null check (state in ('held', 'booked')),
	held_until timestamptz,
	format text not null check (format in ('text', 'audio', 'video', 'in-person')),
	made_by uuid references person (id) on delete set null,
	-- Grows with every move, as SEQUENCE does in iCalendar (RFC 5545, 3.8.7.4).
	sequence int not null default 0,
	check (starts_at < ends_at),
	check ((state = 'held') = (held_until is not null)),
	unique (id, starts_at, ends_at)
);

create index booking_by_pairing on booking (pairing_id);
create index booking_by_hold on booking (held_until) where state = 'held';

-- Whose time it takes. Nobody is in two talks at once, in whatever part, and it is the database that says so.
create table booking_person (
	booking_id uuid not null,
	person_id uuid not null references person (id) on delete cascade,
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	primary key (booking_id, person_id),
	foreign key (booking_id, starts_at, ends_at) references booking (id, starts_at, ends_at)
		on update cascade on delete cascade,
	constraint nobody_is_in_two_talks
		exclude using gist (person_id with =, tstzrange(starts_at, ends_at) with &&)
);

-- A session that was called off: enough to tell both, and to say CANCEL to a calendar.
create table cancelled_booking (
	id uuid primary key,
	pairing_id uuid not null references pairing (id) on delete cascade,
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	sequence int not null,
	cancelled_by uuid references person (id) on delete set null,
	cancelled_at timestamptz not null
);

create index cancelled_booking_by_pairing on cancelled_booking (pairing_id);
