-- The ladder: what stewards decide, what it does, and how it is taken back.

-- Taken out of sight by stewards, apart from what hosts hide, so that giving it back leaves everything else as it was.
alter table message add column withheld_at timestamptz;

-- Out of everything until then; the far end of time for those who are banned. Null for everybody else.
alter table person add column suspended_until timestamptz;

-- Whom stewards keep out of one circle or room, and until when; null is until it is taken back.
create table kept_out (
	conversation_id uuid not null references conversation (id) on delete cascade,
	person_id uuid not null references person (id) on delete cascade,
	until timestamptz,
	primary key (conversation_id, person_id)
);

create index kept_out_by_person on kept_out (person_id);

-- The organisation's rules where they differ from those that come with Hearten: rewritten, left out, or its own.
create table house_rule (
	code text primary key check (code ~ '^[a-z0-9-]{1,40}$'),
	-- Null where the sentence that comes with Hearten holds.
	sentence text check (char_length(sentence) between 1 and 300),
	left_out boolean not null default false
);

-- One thing decided about one person. The words to them are sealed under their own key, so they go when that person goes;
-- that something was decided stays, for the sums.
create table measure (
	id uuid primary key,
	-- The case it answers.
	case_id uuid not null,
	subject_id uuid references person (id) on delete set null,
	about text not null,
	step text not null check (step in ('word', 'hidden', 'paused', 'removed', 'suspended', 'banned')),
	rule text not null,
	reason bytea,
	state text not null check (state in ('proposed', 'standing', 'ended', 'lifted', 'overturned', 'dropped')),
	-- Whether the thing it is about is out of sight as well.
	hides boolean not null default false,
	everywhere boolean not null default false,
	decided_by uuid references person (id) on delete set null,
	seconded_by uuid references person (id) on delete set null,
	decided_at timestamptz not null,
	ends_at timestamptz,
	over_at timestamptz,
	appealed_at timestamptz,
	appeal bytea,
	appeal_case uuid,
	judged_by uuid references person (id) on delete set null,
	judged_at timestamptz,
	verdict text check (verdict in ('upheld', 'overturned')),
	answer bytea,
	-- Suspended is until a date, and a ban without one.
	check (step <> 'banned' or ends_at is null),
	check (step not in ('paused', 'suspended') or ends_at is not null),
	-- Two people, whoever asks.
	check (seconded_by is null or seconded_by <> decided_by),
	check (judged_by is null or (judged_by is distinct from decided_by and judged_by is distinct from seconded_by)),
	check ((verdict is null) = (judged_at is null)),
	check (judged_at is null or appealed_at is not null)
);

create index measure_by_subject on measure (subject_id, decided_at);
create index measure_by_case on measure (case_id);
create index measure_by_decider on measure (decided_by);
create index measure_by_second on measure (seconded_by);
create index measure_by_judge on measure (judged_by);
create index measure_by_end on measure (ends_at) where state = 'standing' and ends_at is not null;

-- What a measure has done, each with what was there before, so that taking it back restores exactly that. No words.
create table measure_effect (
	measure_id uuid not null references measure (id) on delete cascade,
	kind text not null check (kind in ('hidden', 'paused', 'removed', 'duties', 'shut-out')),
	-- The thing, or the place, it was done to.
	what text not null,
	was jsonb not null,
	primary key (measure_id, kind, what)
);

-- The weekly look at whether stewards judge alike: a decided case, and what two others would have done, without knowing.
create table second_look (
	id uuid primary key,
	-- What is judged again, and what was decided, as its measure has it.
	measure_id uuid not null unique references measure (id) on delete cascade,
	drawn_at timestamptz not null
);

create table second_judgement (
	look_id uuid not null references second_look (id) on delete cascade,
	-- Null once they have erased themselves.
	judge_id uuid references person (id) on delete set null,
	step text not null check (step in ('nothing', 'word', 'hidden', 'paused', 'removed', 'suspended', 'banned')),
	judged_at timestamptz not null,
	unique (look_id, judge_id)
);

create index second_judgement_by_judge on second_judgement (judge_id);

-- When coordinators last went through the risk assessment.
create table risk_review (
	one boolean primary key default true check (one),
	reviewed_on date not null
);

-- Whether the sums of what stewards did are open to everybody, or to those who have an account.
create table sums_shown (
	one boolean primary key default true check (one),
	to_everybody boolean not null
);
