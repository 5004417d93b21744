-- Supporters: people trained to be with others one to one. That they may is a duty; this is how they offer it.

create table supporter (
	-- In the address of their page. Not the person's id, so that nothing else can be looked up by it.
	id uuid primary key,
	person_id uuid not null unique references person (id) on delete cascade,
	-- Their page, sealed under their own key.
	page bytea not null,
	-- Whether the page is up, and whether somebody new may come.
	open boolean not null default false,
	resting boolean not null default false,
	-- How much they carry at most.
	pairings int not null check (pairings between 1 and 20),
	new_a_week int not null check (new_a_week between 0 and 20),
	-- When they are there, on the clocks of this zone.
	zone text not null,
	notice_hours int not null check (notice_hours between 0 and 336),
	ahead_days int not null check (ahead_days between 1 and 180),
	buffer_minutes int not null check (buffer_minutes between 0 and 240)
);

-- Hours that come every week. A window whose end is not after its start ends on the next day.
create table supporter_hours (
	id uuid primary key,
	supporter_id uuid not null references supporter (id) on delete cascade,
	-- 1 is Monday.
	weekday smallint not null check (weekday between 1 and 7),
	from_time time not null,
	until_time time not null,
	unique (supporter_id, weekday, from_time, until_time)
);

-- Days that are otherwise, both included: away, or there at these hours instead.
create table supporter_exception (
	id uuid primary key,
	supporter_id uuid not null references supporter (id) on delete cascade,
	first_on date not null,
	last_on date not null,
	from_time time,
	until_time time,
	check (first_on <= last_on),
	check ((from_time is null) = (until_time is null))
);

create index supporter_exception_by_supporter on supporter_exception (supporter_id, last_on);
