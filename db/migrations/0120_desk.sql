-- The desk: what stewards work on, who was asked to come and when, and what people told them.

-- One thing that stewards look at: something reported, words that carry danger, a pattern, an appeal.
create table desk_case (
	id uuid primary key,
	-- What it is about, as whatever can be reported is named: `message:0198…`.
	about text not null,
	kind text not null check (kind in ('report', 'words', 'pattern', 'appeal', 'second-look')),
	-- How near danger is: 3 now, 2 soon, 1 none that anybody knows of.
	tier int not null check (tier between 1 and 3),
	-- The key of a sentence; never words that people wrote.
	because text not null,
	state text not null check (state in ('open', 'kept', 'measured', 'closed')),
	subject_id uuid references person (id) on delete set null,
	age_band text not null check (age_band in ('adult', '13-17', '16-25')),
	opened_at timestamptz not null,
	-- Since when danger is known to be as near as it is; its clocks run from here.
	tier_since timestamptz not null,
	taken_by uuid references person (id) on delete set null,
	taken_at timestamptz,
	second_asked_at timestamptz,
	second_id uuid references person (id) on delete set null,
	second_at timestamptz,
	settled_at timestamptz,
	settled_by uuid references person (id) on delete set null,
	-- The last step of asking people to come, and when the next is due; null when nobody needs to be asked.
	hop_step text check (hop_step in ('on-shift', 'next', 'everybody', 'coordinators', 'again')),
	hop_due_at timestamptz,
	-- Hidden until somebody has looked at it: so many told of it while nobody was on shift.
	withheld_at timestamptz,
	-- Seals what was copied for it, and what is handed over. Made when there is something to seal; gone some time after the end.
	key_id uuid references sealing_key (id) on delete set null,
	check ((state = 'open') = (settled_at is null)),
	check (state = 'open' or hop_due_at is null)
);

-- However often a thing is told, there is one case.
create unique index desk_case_open on desk_case (about) where state = 'open';
create index desk_case_about on desk_case (about, opened_at);
create index desk_case_by_danger on desk_case (age_band, tier, tier_since) where state = 'open';
create index desk_case_hop on desk_case (hop_due_at) where hop_due_at is not null;
create index desk_case_settled on desk_case (settled_at) where key_id is not null;
create index desk_case_by_subject on desk_case (subject_id);
create index desk_case_by_taker on desk_case (taken_by);
create index desk_case_by_second on desk_case (second_id);
create index desk_case_by_settler on desk_case (settled_by);

-- Who stays away from a case: whoever raised it, and whoever decided what it appeals against.
create table case_apart (
	case_id uuid not null references desk_case (id) on delete cascade,
	person_id uuid not null references person (id) on delete cascade,
	because text not null check (because in ('raised', 'decided')),
	primary key (case_id, person_id)
);

create index case_apart_by_person on case_apart (person_id);

-- Every time somebody was asked to come, or there was nobody to ask. Written once: see below.
create table case_hop (
	id uuid primary key,
	case_id uuid not null references desk_case (id),
	step text not null check (step in ('on-shift', 'next', 'everybody', 'coordinators', 'again')),
	-- Null once they have erased themselves.
	person_id uuid references person (id) on delete set null,
	-- There was nobody whom this step could ask.
	nobody boolean not null,
	-- When it was to happen, and when it did.
	due_at timestamptz not null,
	paged_at timestamptz not null,
	check (person_id is null or not nobody)
);

create index case_hop_by_case on case_hop (case_id, paged_at);
create index case_hop_by_person on case_hop (person_id);

-- A hop is never changed or taken out. Only who it was is forgotten, when they erase themselves.
create function refuse_to_change_a_hop() returns trigger language plpgsql as $$
begin
	if tg_op = 'UPDATE' and new.person_id is null
		and (new.id, new.case_id, new.step, new.nobody, new.due_at, new.paged_at)
			is not distinct from (old.id, old.case_id, old.step, old.nobody, old.due_at, old.paged_at)
	then
		return new;
	end if;
	raise exception 'What was done to find somebody is not changed afterwards.';
end
$$;

create trigger case_hop_stays before update or delete on case_hop
	for each row execute function refuse_to_change_a_hop();

-- Who worked on a case, and how near danger was then: what stewards carry is counted from here.
create table case_turn (
	id uuid primary key,
	case_id uuid not null references desk_case (id),
	person_id uuid not null references person (id) on delete cascade,
	role text not null check (role in ('first', 'second')),
	tier int not null check (tier between 1 and 3),
	at timestamptz not null
);

create index case_turn_by_person on case_turn (person_id, at);
create index case_turn_by_case on case_turn (case_id);

-- What whoever goes on with a case needs to know. Sealed under its key, and gone when it is settled: no note outlives a case.
create table case_hand_over (
	case_id uuid primary key references desk_case (id),
	-- What is known, what is promised, what is open.
	words bytea not null,
	from_id uuid references person (id) on delete set null,
	-- Null for whoever comes next.
	to_id uuid references person (id) on delete set null,
	at timestamptz not null
);

create index case_hand_over_from on case_hand_over (from_id);
create index case_hand_over_to on case_hand_over (to_id);

-- What somebody told stewards.
create table report (
	id uuid primary key,
	case_id uuid not null references desk_case (id),
	-- Null once they have erased themselves.
	reporter_id uuid references person (id) on delete set null,
	reason text not null,
	include text not null check (include in ('words', 'around', 'nothing')),
	-- What it said at that moment, under the key of the case.
	copy bytea,
	-- Where it was, and what the reporter adds, under their own key.
	mine bytea,
	made_at timestamptz not null,
	unique (case_id, reporter_id)
);

create index report_by_reporter on report (reporter_id);
