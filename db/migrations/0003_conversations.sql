-- Conversations: what is said in circles, rooms and pairings, sealed and numbered.

create table conversation (
	-- The id of the circle, room or pairing it belongs to.
	id uuid primary key,
	kind text not null check (kind in ('circle', 'room', 'pairing')),
	-- Messages are numbered 1, 2, 3… in the order they commit; changes of any kind have a count of their own.
	last_place int not null default 0,
	last_change int not null default 0
);

-- Who a person is in one conversation. It outlives their place there, so that old messages keep their author.
create table alias (
	id uuid primary key,
	conversation_id uuid not null references conversation (id) on delete cascade,
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
	unique (conversation_id, person_id),
	unique (conversation_id, name_key)
);

create index alias_by_person on alias (person_id);

create table message (
	id uuid primary key,
	conversation_id uuid not null references conversation (id) on delete cascade,
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
	unique (conversation_id, place),
	unique (alias_id, client_id)
);

create unique index message_by_change on message (conversation_id, change);

-- Up to where somebody has read, so that it is the same on all their devices. Sealed: it is for nobody else to know.
create table reading (
	alias_id uuid primary key references alias (id) on delete cascade,
	place bytea not null
);

create table resonance (
	message_id uuid not null references message (id) on delete cascade,
	alias_id uuid not null references alias (id) on delete cascade,
	kind text not null check (kind in ('been-there', 'with-you', 'thank-you')),
	primary key (message_id, alias_id, kind)
);

create index resonance_by_alias on resonance (alias_id);
