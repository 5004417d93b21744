-- Talking with somebody now: who waits, who is there for talks, and how long it took lately.

create table now_ask (
	id uuid primary key,
	person_id uuid not null references person (id) on delete cascade,
	help text not null check (help in ('listen', 'ideas', 'company', 'decide', 'distract')),
	-- BCP 47.
	language text not null,
	-- What to avoid; sealed under the asker's own key.
	words bytea not null,
	-- Whoever leaves is not in here any more. Lapsed: nobody came, and its asker has yet to be told, or to ask again.
	state text not null check (state in ('waiting', 'lapsed', 'paired')),
	asked_at timestamptz not null,
	ended_at timestamptz,
	-- Within how many minutes they were told somebody would come, to see how true that was.
	told_most int,
	-- Who has said "I see you", and when they will be there.
	noticed_by uuid references person (id) on delete set null,
	with_you_at timestamptz,
	pairing_id uuid references pairing (id) on delete cascade,
	check ((state = 'waiting') = (ended_at is null)),
	check ((state = 'paired') = (pairing_id is not null))
);

-- One person waits once.
create unique index now_ask_current on now_ask (person_id) where state != 'paired';
create index now_ask_waiting on now_ask (asked_at) where state = 'waiting';
create index now_ask_by_pairing on now_ask (pairing_id);
create index now_ask_noticed on now_ask (noticed_by) where noticed_by is not null;

-- "I'm here for talks now." It counts for as long as it is said anew, and no longer than was said at first.
create table here_for_talks (
	person_id uuid primary key references person (id) on delete cascade,
	confirmed_at timestamptz not null,
	until timestamptz not null,
	-- As their page said when they came: BCP 47.
	languages text[] not null,
	-- Whom they are with: one talk at a time.
	pairing_id uuid references pairing (id) on delete set null
);

create index here_for_talks_by_pairing on here_for_talks (pairing_id);

-- How long somebody waited, and what came of it. Nothing of whom: the id carries a day and no moment.
create table past_wait (
	id uuid primary key,
	on_day date not null,
	-- 0 is the hour that begins on Monday at midnight, in UTC.
	hour_of_week smallint not null check (hour_of_week between 0 and 167),
	waited_seconds int not null check (waited_seconds >= 0),
	came_of_it text not null check (came_of_it in ('answered', 'left', 'nobody-came')),
	told_most int
);

create index past_wait_by_day on past_wait (on_day);

-- Grows with every change of who waits and who is there, for each age band by itself.
create table talks_change (
	age_band text primary key,
	change int not null
);

-- After so many minutes without anybody a wait is over, and whoever waited is told so.
create table talks_limits (
	one boolean primary key default true check (one),
	wait_minutes int not null check (wait_minutes between 10 and 240)
);
