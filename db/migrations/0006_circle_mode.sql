-- Circle mode: meetings as they run, what circles have decided about them, and what is said after them.

-- How a circle holds its meetings. Outlasts whoever set it.
create table meeting_plan (
	circle_id uuid primary key references circle (id) on delete cascade,
	script jsonb not null,
	admission text not null check (admission in ('seated', 'ask')),
	observers boolean not null,
	talk text not null check (talk in ('text', 'aloud'))
);

-- One run of a meeting. What goes on in it is one value, decided about while this row is held.
create table sitting (
	id uuid primary key,
	circle_id uuid not null references circle (id) on delete cascade,
	-- Null when a host held it without having called it.
	meeting_id uuid references meeting (id) on delete set null,
	-- By alias only. Null a day after it has ended.
	state jsonb,
	-- Grows by one with every change that anybody can see.
	version int not null default 1,
	begun_on date not null,
	ended_at timestamptz,
	-- How many came; nobody keeps who.
	attended int,
	check ((ended_at is null) = (attended is null)),
	check (ended_at is not null or state is not null)
);

-- A circle holds one meeting at a time.
create unique index sitting_going_on on sitting (circle_id) where ended_at is null;
create index sitting_by_circle on sitting (circle_id, begun_on);

-- The private line of a meeting: between somebody there and whoever guides. Gone a day after it has ended.
create table aside_line (
	id uuid primary key,
	sitting_id uuid not null references sitting (id) on delete cascade,
	number int not null,
	from_id uuid not null references alias (id) on delete cascade,
	to_id uuid not null references alias (id) on delete cascade,
	-- Sealed under the key of who wrote it.
	words bytea not null,
	said_at timestamptz not null,
	unique (sitting_id, number)
);

create index aside_line_by_writer on aside_line (from_id);
create index aside_line_by_reader on aside_line (to_id);

-- How meetings were: how often each answer was given, by the day. Nothing says by whom, or which answers go together.
create table how_it_was (
	circle_id uuid not null references circle (id) on delete cascade,
	day date not null,
	question text not null check (question in ('heard', 'myself', 'both-ways', 'safe', 'again')),
	answer int not null check (answer between 0 and 4),
	count int not null check (count > 0),
	primary key (circle_id, day, question, answer)
);

-- What hosts tell each other after a meeting. Sealed under the key of who wrote it; for hosts only.
create table debrief (
	id uuid primary key,
	circle_id uuid not null references circle (id) on delete cascade,
	alias_id uuid not null references alias (id) on delete cascade,
	words bytea not null,
	written_on date not null
);

create index debrief_by_circle on debrief (circle_id, written_on);
create index debrief_by_alias on debrief (alias_id);
