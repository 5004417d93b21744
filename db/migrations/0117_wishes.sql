-- What somebody wants to happen in hard times, written when they are well; who may read it, and every look that anybody took.
-- And the help lines that the organisation has checked.

-- One row for each person who has written any. Who may look is theirs to say: nobody, unless they say so.
create table wishes (
	person_id uuid primary key references person (id) on delete cascade,
	-- Their supporter, while the two talk.
	supporter_may boolean not null,
	-- Stewards, while they work on a case in which this person is in danger.
	stewards_may boolean not null
);

-- One after another: whoever wrote on what is no longer the newest is told so, and nothing is written over. Sealed under the
-- person's own key.
create table wishes_version (
	person_id uuid not null references wishes (person_id) on delete cascade,
	number int not null check (number > 0),
	words bytea not null,
	written_at timestamptz not null,
	primary key (person_id, number)
);

-- Every look: who, when and why, for the person to read. It outlasts the wishes themselves.
create table wishes_look (
	id uuid primary key,
	owner_id uuid not null references person (id) on delete cascade,
	looked_by uuid references person (id) on delete set null,
	at timestamptz not null,
	ground text not null check (ground in ('talk', 'case')),
	-- The pairing, or the case.
	about uuid not null
);

create index wishes_look_by_owner on wishes_look (owner_id, at);
create index wishes_look_by_looker on wishes_look (looked_by);

-- ISO 3166-1, if they have said where they are: for the help lines there.
alter table person add column country text check (country ~ '^[A-Z]{2}$');

-- A help line as this organisation shows it, in place of the one of this name that Hearten comes with, or of its own.
create table help_line (
	id text primary key,
	country text not null check (country ~ '^[A-Z]{2}$'),
	details jsonb not null,
	hidden boolean not null,
	-- Null until somebody has looked it up at its source.
	checked_on date,
	checked_by uuid references person (id) on delete set null,
	expires_on date,
	check (checked_on is null or expires_on is not null)
);

create index help_line_by_checker on help_line (checked_by);
