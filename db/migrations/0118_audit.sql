-- The audit log: what is done with power, each act chained to the one before it, and none of it ever changed.

create table audit_entry (
	-- 1, 2, 3… in the order in which they are committed, without a gap.
	number bigint primary key,
	at timestamptz not null,
	-- `people.duty-given`
	kind text not null,
	-- Who did it, by a name they have nowhere else: see audit_name. Null for what happened by itself.
	done_by text,
	-- What it was done to, as `prefix:id`; a person by that name of theirs.
	about text not null,
	-- Ids and codes as JSON, its keys in order. Text, because what was digested is what is kept.
	facts text not null,
	-- SHA-256 of the digest before it and everything above.
	digest bytea not null
);

create index audit_entry_by_kind on audit_entry (kind, number);
create index audit_entry_by_who on audit_entry (done_by, number) where done_by is not null;
create index audit_entry_by_about on audit_entry (about, number);

-- How far the chain has got. Held while one is added, so that the next waits for it.
create table audit_head (
	one boolean primary key default true check (one),
	number bigint not null,
	digest bytea not null
);

insert into audit_head (number, digest) values (0, sha256('hearten audit'));

-- Who somebody is in the log: a commitment to their id, which only they and the opening make again. Without its row the name
-- in the log says nothing of anybody.
create table audit_name (
	person_id uuid primary key references person (id) on delete cascade,
	opening bytea not null,
	name text not null unique
);

-- What a transaction has done so far. It is chained as the transaction is committed and not before, so that the next one
-- waits for a commit at most, and never for whatever else this one does. Empty between transactions.
create table audit_arriving (
	id bigint generated always as identity primary key,
	at timestamptz not null,
	kind text not null,
	done_by text,
	about text not null,
	facts text not null
);

create function audit_arrive() returns trigger language plpgsql as $$
begin
	insert into audit_entry (at, kind, done_by, about, facts)
		values (new.at, new.kind, new.done_by, new.about, new.facts);
	delete from audit_arriving where id = new.id;
	return null;
end
$$;

create constraint trigger audit_arrive after insert on audit_arriving
	deferrable initially deferred for each row execute function audit_arrive();

-- Whatever is added gets the next number and its digest here, whoever adds it.
create function audit_chain() returns trigger language plpgsql as $$
declare
	head audit_head;
begin
	select * into strict head from audit_head for update;
	new.number := head.number + 1;
	new.at := date_trunc('milliseconds', new.at);
	new.digest := sha256(head.digest || convert_to(concat_ws(e'\n',
		new.number, (extract(epoch from new.at) * 1000)::bigint, new.kind, coalesce(new.done_by, ''), new.about,
		new.facts), 'UTF8'));
	update audit_head set number = new.number, digest = new.digest;
	return new;
end
$$;

create trigger audit_chain before insert on audit_entry for each row execute function audit_chain();

create function audit_stays() returns trigger language plpgsql as $$
begin
	raise exception 'What is in the audit log stays as it is.' using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_entry_stays before update or delete on audit_entry for each row execute function audit_stays();
create trigger audit_entry_is_kept before truncate on audit_entry for each statement execute function audit_stays();
create trigger audit_head_goes_on before update on audit_head for each row
	when (new.number <> old.number + 1) execute function audit_stays();
create trigger audit_head_stays before delete on audit_head for each row execute function audit_stays();
create trigger audit_head_is_kept before truncate on audit_head for each statement execute function audit_stays();

-- Also for a session that has told PostgreSQL to leave triggers out.
alter table audit_entry enable always trigger audit_entry_stays;
alter table audit_entry enable always trigger audit_entry_is_kept;
alter table audit_entry enable always trigger audit_chain;
alter table audit_head enable always trigger audit_head_goes_on;
alter table audit_head enable always trigger audit_head_stays;
alter table audit_head enable always trigger audit_head_is_kept;

-- Franks: the server’s word for what was said, by whom, where and when, which a report takes along and which outlives the
-- words. What was said before has none.
alter table message add column opening bytea;
alter table message add column frank bytea;

-- What franks are made with, wrapped by the master key as every key is.
create table frank_key (
	one boolean primary key default true check (one),
	key_id uuid not null references sealing_key (id)
);

-- Breaking glass: for a case, with another steward’s yes and for a while, a steward reads a talk that is not theirs, or
-- learns who is behind a name. Whoever it concerns is told.
create table look (
	id uuid primary key,
	what text not null check (what in ('talk', 'alias')),
	-- What it is for, on the desk.
	case_id uuid not null,
	conversation_id uuid not null references conversation (id) on delete cascade,
	-- Whose name it is about, where it is about one.
	alias_id uuid references alias (id) on delete cascade,
	minutes int not null check (minutes in (15, 30, 60)),
	-- Being told at once would put somebody in danger, so they are told a day after the yes.
	told_later boolean not null,
	-- Why, in words that whoever it concerns will read; gone with whoever wrote them.
	reason bytea,
	key_id uuid references sealing_key (id) on delete set null,
	asked_by uuid references person (id) on delete set null,
	asked_at timestamptz not null,
	answer text check (answer in ('yes', 'no')),
	answered_by uuid references person (id) on delete set null,
	answered_at timestamptz,
	-- A yes holds until then, if nobody ends it before.
	until timestamptz,
	ended_at timestamptz,
	check ((what = 'alias') = (alias_id is not null)),
	check ((answer is null) = (answered_at is null)),
	check ((answer is not distinct from 'yes') = (until is not null)),
	-- Two people, always. Once they are gone both are null.
	check (answered_by is distinct from asked_by or answered_by is null)
);

create index look_waiting on look (asked_at) where answer is null and ended_at is null;
create index look_by_case on look (case_id);
create index look_by_conversation on look (conversation_id) where answer = 'yes';
create index look_by_asker on look (asked_by);
create index look_by_answerer on look (answered_by);
create index look_by_alias on look (alias_id) where alias_id is not null;
create index look_by_key on look (key_id) where key_id is not null;

-- Whom it concerns, as soon as they have been told.
create table look_told (
	look_id uuid not null references look (id) on delete cascade,
	person_id uuid not null references person (id) on delete cascade,
	told_at timestamptz not null,
	primary key (look_id, person_id)
);

create index look_told_by_person on look_told (person_id);
