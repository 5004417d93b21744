-- What two people have together: sessions that come again, a time one waits for, what they note down, whoever comes when
-- they need somebody, and how it was. And notices: what a person is told when they come.

alter table conversation drop constraint conversation_kind_check;
alter table conversation add constraint conversation_kind_check
	check (kind in ('circle', 'room', 'aside', 'pairing', 'backup'));

-- When its time was agreed, at first or with the last move: nobody is reminded of what they have only just agreed.
alter table booking add column agreed_at timestamptz not null default now();
alter table booking alter column agreed_at drop default;
-- Those that were booked together, to come again and again.
alter table booking add column series_id uuid;
-- Roughly where, for a session in person; sealed under the key of whoever said it, in this pairing.
alter table booking add column place bytea;
alter table booking add column place_by uuid references alias (id) on delete set null;

create index booking_by_start on booking (starts_at) where state = 'booked';
create index booking_by_series on booking (series_id) where series_id is not null;
create index booking_by_place on booking (place_by) where place_by is not null;

-- Counts what changes around a session that is on, for whoever watches.
alter table pairing add column session_change int not null default 0;

-- Waiting for a time that is taken. While it is offered, it is held for whoever waits first.
create table slot_wait (
	id uuid primary key,
	pairing_id uuid not null references pairing (id) on delete cascade,
	person_id uuid not null references person (id) on delete cascade,
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	format text not null check (format in ('text', 'audio', 'video', 'in-person')),
	since timestamptz not null,
	offered_until timestamptz,
	check (starts_at < ends_at),
	unique (pairing_id, person_id, starts_at)
);

create index slot_wait_by_person on slot_wait (person_id);
create index slot_wait_by_start on slot_wait (starts_at);

-- Somebody who comes: a second person while two talk, or somebody for a supporter afterwards. Its conversation has the same
-- id, and what the two said before is not in it.
create table backup (
	id uuid primary key references conversation (id) on delete cascade,
	kind text not null check (kind in ('second-person', 'debrief')),
	-- Of a debrief nobody is told whom it is about.
	pairing_id uuid references pairing (id) on delete cascade,
	age_band text not null check (age_band in ('adult', '13-17', '16-25')),
	asked_by uuid references person (id) on delete set null,
	asked_at timestamptz not null,
	-- Whoever asked is told nothing more after this, unless somebody has come.
	lapses_at timestamptz not null,
	comer_id uuid references person (id) on delete set null,
	came_at timestamptz,
	ended_at timestamptz,
	check ((kind = 'second-person') = (pairing_id is not null)),
	check (comer_id is null or came_at is not null)
);

-- Asked once at a time.
create unique index backup_second on backup (pairing_id) where kind = 'second-person' and ended_at is null;
create unique index backup_debrief on backup (asked_by) where kind = 'debrief' and ended_at is null;
create index backup_by_asker on backup (asked_by);
create index backup_by_comer on backup (comer_id);

-- What two people write down together. It has a key of its own, and is gone for both when one of them erases themselves.
create table shared_note (
	pairing_id uuid primary key references pairing (id) on delete cascade,
	key_id uuid not null references sealing_key (id)
);

-- One after another: whoever wrote on what is no longer the newest is told so, and nobody's words are written over.
create table shared_note_version (
	pairing_id uuid not null references shared_note (pairing_id) on delete cascade,
	number int not null check (number > 0),
	words bytea not null,
	alias_id uuid references alias (id) on delete set null,
	written_at timestamptz not null,
	primary key (pairing_id, number)
);

create index shared_note_version_by_alias on shared_note_version (alias_id);

-- How a session was for one of the two, and what they want next: sealed under their own key, for nobody but themselves.
create table session_after (
	booking_id uuid not null references booking (id) on delete cascade,
	person_id uuid not null references person (id) on delete cascade,
	words bytea not null,
	primary key (booking_id, person_id)
);

create index session_after_by_person on session_after (person_id);

-- How sessions were: how often each answer was given, by the day. Nothing says by whom, or which answers go together.
create table session_count (
	day date not null,
	question text not null check (question in ('heard', 'myself', 'both-ways', 'safe', 'again')),
	answer int not null check (answer between 0 and 4),
	count int not null check (count > 0),
	primary key (day, question, answer)
);

-- A session at which the two did not meet. It adds no hours.
create table not_met (
	booking_id uuid primary key references booking (id) on delete cascade,
	said_by uuid references person (id) on delete set null
);

-- Who has been reminded of which session, how long before, at which of its times: so nobody is told twice.
create table session_reminder (
	booking_id uuid not null references booking (id) on delete cascade,
	person_id uuid not null references person (id) on delete cascade,
	before text not null check (before in ('day', 'hour')),
	sequence int not null,
	primary key (booking_id, person_id, before, sequence)
);

create index session_reminder_by_person on session_reminder (person_id);

-- Two who have agreed that one goes along with the other for longer, until a day on which they look at it again.
create table mentoring (
	pairing_id uuid primary key references pairing (id) on delete cascade,
	proposed_by uuid references person (id) on delete set null,
	review_on date not null,
	agreed_at timestamptz,
	told_at timestamptz
);

create index mentoring_by_review on mentoring (review_on) where agreed_at is not null and told_at is null;

-- What a person is told when they come. It says nothing that somebody looking on may not read: a kind, and a moment.
create table notice (
	id uuid primary key,
	person_id uuid not null references person (id) on delete cascade,
	kind text not null,
	-- What it is about, so that it can be taken back.
	about uuid not null,
	-- The moment that it tells.
	at timestamptz,
	-- Where it leads.
	path text not null,
	made_at timestamptz not null,
	unread boolean not null default true
);

create index notice_by_person on notice (person_id, made_at);
create index notice_by_about on notice (about);

-- Kinds of notices that somebody does not want.
create table notice_off (
	person_id uuid not null references person (id) on delete cascade,
	kind text not null,
	primary key (person_id, kind)
);
