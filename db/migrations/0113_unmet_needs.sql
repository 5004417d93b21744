-- Groups that people missed here. Nothing says who asked, and nothing is kept for longer than 180 days.

create table unmet_need (
	id uuid primary key,
	topic text not null,
	-- BCP 47.
	language text not null,
	at_time text not null check (at_time in ('any', 'daytime', 'evening', 'night', 'weekend')),
	format text not null check (format in ('any', 'text', 'online', 'in-person', 'one-to-one')),
	-- What somebody added; sealed under a key of its own.
	words bytea,
	key_id uuid references sealing_key (id) on delete set null,
	made_on date not null,
	check (words is null or octet_length(words) <= 2000)
);
create index unmet_need_by_day on unmet_need (made_on);
