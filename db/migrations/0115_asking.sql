-- Somebody who fits: what a member told, whose card comes next, the matching of each hour, and what a supporter carries.

alter table ask
	-- Who is asked: only the one named; that one first and then others who fit; whoever has room first; whoever the next
	-- matching finds.
	add column way text not null default 'one' check (way in ('one', 'chosen', 'first-free', 'round')),
	-- When the asker was asked which wish may bend, and when a coordinator was asked to look.
	add column bend_asked_at timestamptz,
	add column handed_at timestamptz;

alter table offer drop constraint offer_state_check;
alter table offer add constraint offer_state_check
	check (state in ('open', 'accepted', 'declined', 'lapsed', 'withdrawn'));
-- From when on its supporter is told of it: never in their off-hours.
alter table offer add column told_from timestamptz;
update offer set told_from = made_at;
alter table offer alter column told_from set not null;
-- Whether the asker named this supporter. Whoever else it is put to stays unnamed.
alter table offer add column named boolean not null default false;
update offer set named = true;
create index offer_by_ask on offer (ask_id);

-- What fits a member: languages, times, wishes, whom to avoid. Sealed under their own key, and opened only to match.
create table what_fits (
	person_id uuid primary key references person (id) on delete cascade,
	words bytea not null,
	told_at timestamptz not null
);

-- A member went on to somebody else. The two are not suggested to each other again.
create table tried_another (
	pairing_id uuid primary key references pairing (id) on delete cascade,
	member_id uuid not null references person (id) on delete cascade,
	supporter_id uuid not null references person (id) on delete cascade,
	-- Whether the supporter is told, as the member chose.
	told boolean not null,
	at timestamptz not null
);

create index tried_another_by_member on tried_another (member_id);

-- Something that a coordinator is asked to look at: an ask that nobody could take, or a talk whose supporter stopped.
create table asking_task (
	id uuid primary key,
	kind text not null check (kind in ('unmatched', 'handed-over')),
	ask_id uuid references ask (id) on delete cascade,
	pairing_id uuid references pairing (id) on delete cascade,
	made_at timestamptz not null,
	settled_at timestamptz,
	settled_by uuid references person (id) on delete set null,
	check ((kind = 'unmatched') = (ask_id is not null)),
	check ((kind = 'handed-over') = (pairing_id is not null))
);

-- Each is asked once at a time.
create unique index asking_task_ask on asking_task (ask_id) where settled_at is null;
create unique index asking_task_pairing on asking_task (pairing_id) where settled_at is null;

-- One note for each run of the matching. Numbers only: nobody's name, and nobody's words.
create table matching_run (
	id uuid primary key,
	at timestamptz not null,
	-- How many waited, and to how many supporters a card was put.
	waiting int not null,
	put int not null,
	-- What the pairings found are worth together, and what no others could be worth more than.
	worth double precision not null,
	bound double precision not null,
	-- Skills to be thrifty with until the next run, as digests.
	scarce text[] not null
);

create index matching_run_at on matching_run (at);

-- What a place with each supporter is worth to others, until the next run.
create table matching_price (
	supporter_id uuid primary key references person (id) on delete cascade,
	price double precision not null
);

alter table supporter
	add column hours_a_week int not null default 10 check (hours_a_week between 1 and 168),
	add column nights_a_week int not null default 7 check (nights_a_week between 0 and 7),
	-- After a heavy talk: nobody new until then.
	add column cooling_until timestamptz,
	-- When they are told of nothing, on their own clocks. Ends on the next day where it ends before it begins.
	add column off_from time,
	add column off_until time,
	add check ((off_from is null) = (off_until is null));
