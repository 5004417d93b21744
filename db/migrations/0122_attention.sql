-- Reading at work: a card for whoever wrote, words that are held before delivery, and patterns that many small things make.
-- What was read in any words is kept nowhere; where it is needed again, the words are read again.

create table card (
	id uuid primary key,
	alias_id uuid not null references alias (id) on delete cascade,
	message_id uuid not null references message (id) on delete cascade,
	kind text not null check (kind in ('choices', 'number-first')),
	-- What was pressed: that it was not meant so, or that nobody more is to be told.
	answer text check (answer in ('not-meant', 'enough')),
	-- What stewards work on because of it; nobody’s words are in it.
	case_id uuid,
	made_at timestamptz not null
);

create index card_by_alias on card (alias_id, made_at);
create index card_by_message on card (message_id);

-- Said, and not delivered before somebody has read it. It becomes the message with the same id, or is not passed on.
create table held_message (
	id uuid primary key,
	alias_id uuid not null references alias (id) on delete cascade,
	client_id uuid not null,
	body bytea not null,
	content_note bytea,
	reply_to int,
	held_at timestamptz not null,
	declined_at timestamptz,
	unique (alias_id, client_id)
);

-- That somebody began to talk with somebody alone, and whether the other answered; for a month.
create table contact (
	person_id uuid not null references person (id) on delete cascade,
	with_id uuid not null references person (id) on delete cascade,
	begun_at timestamptz not null,
	answered_at timestamptz,
	primary key (person_id, with_id)
);

create index contact_by_other on contact (with_id);
create index contact_by_moment on contact (begun_at);

-- Who came within one hour from one network. The digest of the network is gone with the hour; what stays is that they came
-- in one company, while they are new.
create table arriving (
	digest bytea primary key,
	company uuid not null,
	ends_at timestamptz not null
);

create table arrival (
	person_id uuid primary key references person (id) on delete cascade,
	company uuid not null,
	forget_on date not null
);

create index arrival_by_company on arrival (company);

-- Where an organisation has set a pattern otherwise than it comes.
create table tuning (
	name text primary key,
	value int not null check (value >= 0)
);

-- A place that many came to at once, and flags with them: it goes slowly and newcomers read, or only whoever holds it speaks.
alter table conversation add column calm text check (calm in ('slow', 'closed'));
alter table conversation add column calm_since timestamptz;
alter table conversation add check ((calm is null) = (calm_since is null));
