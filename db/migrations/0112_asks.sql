-- Asking for somebody to talk with, and what supporters answer.

create table ask (
	id uuid primary key,
	person_id uuid not null references person (id) on delete cascade,
	help text not null check (help in ('listen', 'ideas', 'company', 'decide', 'distract')),
	-- BCP 47.
	language text not null,
	-- What to avoid; sealed under the asker's own key.
	words bytea not null,
	state text not null default 'waiting' check (state in ('waiting', 'paired', 'left')),
	asked_at timestamptz not null,
	ended_at timestamptz,
	pairing_id uuid references pairing (id) on delete set null,
	check ((state = 'waiting') = (ended_at is null))
);

-- One person waits once.
create unique index ask_waiting on ask (person_id) where state = 'waiting';

-- A card: this ask, put to this supporter.
create table offer (
	id uuid primary key,
	ask_id uuid not null references ask (id) on delete cascade,
	supporter_id uuid not null references person (id) on delete cascade,
	state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn')),
	made_at timestamptz not null,
	until timestamptz not null,
	unique (ask_id, supporter_id)
);

-- Whatever happens at one moment, an ask is accepted once.
create unique index offer_accepted on offer (ask_id) where state = 'accepted';
create index offer_by_supporter on offer (supporter_id) where state = 'open';
