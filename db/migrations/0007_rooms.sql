-- Rooms: drop-in places that are open only while somebody holds them.

create table room (
	id uuid primary key references conversation (id) on delete cascade,
	slug text not null unique,
	name text not null check (char_length(name) between 1 and 80),
	-- What it is for.
	about text not null check (char_length(about) <= 2000),
	language text not null,
	age_band text not null check (age_band in ('adult', '13-17', '16-25')),
	held_by text[] not null check (held_by <@ '{supporter,steward}'::text[] and cardinality(held_by) > 0),
	agreements text not null check (char_length(agreements) <= 4000),
	agreements_version int not null default 1,
	-- One holder looks after at most so many; for more there is another.
	second_at int not null check (second_at between 2 and 1000),
	keep_days int not null check (keep_days between 1 and 365),
	rota_id uuid not null unique references rota (id),
	state text not null default 'open' check (state in ('open', 'resting', 'closed')),
	-- A steward shut it, and nobody opens it before.
	shut_until timestamptz,
	-- Seconds between two messages of one person; 0 for none.
	slow_seconds int not null default 0 check (slow_seconds between 0 and 600),
	-- What everybody was told last. What is so is worked out from who holds it and the time.
	told text not null default 'closed' check (told in ('closed', 'held', 'ending', 'quiet')),
	-- When it was last opened; whoever came in before that is not in.
	open_since timestamptz,
	-- Grow with every change of what people see of the door, and holders of the desk.
	door_change int not null default 0,
	desk_change int not null default 0,
	opened_at timestamptz not null
);

create index room_by_band on room (age_band) where state <> 'closed';

-- Somebody being there for a room. It lapses by itself.
create table hold (
	room_id uuid not null references room (id) on delete cascade,
	person_id uuid not null references person (id) on delete cascade,
	since timestamptz not null,
	-- When they last said that they are here.
	confirmed_at timestamptz not null,
	shift_ends_at timestamptz not null,
	-- However often they say so, no longer than this.
	until timestamptz not null,
	primary key (room_id, person_id)
);

create index hold_by_person on hold (person_id);

-- Who is in a room. The row goes when they leave, when it closes, or when they have not been heard of for a while.
create table presence (
	room_id uuid not null references room (id) on delete cascade,
	person_id uuid not null references person (id) on delete cascade,
	since timestamptz not null,
	sign_at timestamptz not null,
	intent text not null check (intent in ('talk', 'read')),
	first_time boolean not null,
	-- Sits with everybody in the quiet corner.
	corner boolean not null default false,
	primary key (room_id, person_id)
);

create index presence_by_person on presence (person_id);
create index presence_by_sign on presence (sign_at);

-- Asked to listen for a while. It stays when they leave and come back.
create table room_pause (
	room_id uuid not null references room (id) on delete cascade,
	person_id uuid not null references person (id) on delete cascade,
	until timestamptz not null,
	primary key (room_id, person_id)
);

create index room_pause_by_person on room_pause (person_id);

-- “I need someone”: a holder asks for a second one.
create table second_call (
	id uuid primary key,
	room_id uuid not null references room (id) on delete cascade,
	called_by uuid references person (id) on delete set null,
	called_at timestamptz not null,
	answered_by uuid references person (id) on delete set null,
	ended_at timestamptz
);

create unique index second_call_open on second_call (room_id) where ended_at is null;
create index second_call_by_caller on second_call (called_by);
create index second_call_by_answer on second_call (answered_by);

-- What a holder pinned: a short line, sealed under their key in the room.
create table pinned_topic (
	id uuid primary key,
	room_id uuid not null references room (id) on delete cascade,
	alias_id uuid not null references alias (id) on delete cascade,
	words bytea not null,
	pinned_at timestamptz not null
);

create index pinned_topic_by_room on pinned_topic (room_id, pinned_at);
create index pinned_topic_by_alias on pinned_topic (alias_id);

-- A talk of two: somebody from the room, and a holder. It has a conversation of its own.
create table aside (
	id uuid primary key references conversation (id) on delete cascade,
	room_id uuid not null references room (id) on delete cascade,
	person_id uuid references person (id) on delete set null,
	holder_id uuid references person (id) on delete set null,
	offered_at timestamptz not null,
	begun_at timestamptz,
	ended_at timestamptz
);

create unique index aside_open on aside (room_id, person_id) where ended_at is null;
create index aside_by_person on aside (person_id);
create index aside_by_holder on aside (holder_id);

-- What somebody wrote down and chose to keep, sealed under their own key.
create table kept_note (
	id uuid primary key,
	person_id uuid not null references person (id) on delete cascade,
	words bytea not null,
	kept_on date not null
);

create index kept_note_by_person on kept_note (person_id, kept_on);

-- For all rooms: messages are kept no longer than this, whatever a room says.
create table room_limits (
	one boolean primary key default true check (one),
	keep_days int not null check (keep_days between 1 and 365)
);
