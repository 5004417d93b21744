-- Who keeps a listing, how fresh it is, and everything it has said.

alter table service_body
	-- Days after which those who keep it are asked whether a listing is still so.
	add column ask_every int not null default 60 check (ask_every between 7 and 365),
	-- What seals the words that are written about its listings; made when the first are.
	add column key_id uuid references sealing_key (id) on delete set null;

-- An editor proposes, a maintainer decides.
create table body_role (
	service_body_id uuid not null references service_body (id) on delete cascade,
	person_id uuid not null references person (id) on delete cascade,
	role text not null check (role in ('editor', 'maintainer')),
	given_at timestamptz not null,
	primary key (service_body_id, person_id)
);
create index body_role_by_person on body_role (person_id);

-- A list that was brought in says again that everything in it is so.
alter table feed add column confirmed_at timestamptz;
update feed set confirmed_at = changed_at;
alter table feed alter column confirmed_at set not null;

alter table listing
	-- One takes part on our own pages.
	add column here boolean not null default false,
	-- Grows with everything it says anew.
	add column revision int not null default 1,
	-- Since when it says what it says, how that came about and, where a person did it, who.
	add column changed_at timestamptz,
	add column changed_how text not null default 'list'
		check (changed_how in ('list', 'entered', 'edited', 'approved', 'reverted', 'itself')),
	add column changed_by uuid references person (id) on delete set null,
	-- When somebody last said that it is still so: those who keep it here, or the group itself by its link.
	add column confirmed_at timestamptz,
	add column confirmed_as text check (confirmed_as in ('keeper', 'group')),
	add column asked_at timestamptz,
	add check ((confirmed_at is null) = (confirmed_as is null));

update listing set changed_at = coalesce(
	(select changed_at from feed where feed.id = listing.feed_id),
	(select made_at from service_body where service_body.id = listing.service_body_id)
);
alter table listing alter column changed_at set not null;
create index listing_by_changer on listing (changed_by) where changed_by is not null;
create index listing_by_confirmation on listing (confirmed_at) where feed_id is null and subject_id is null;

alter table listing drop column online;
alter table listing add column online boolean not null
	generated always as (here or online_url is not null or phone is not null) stored;

-- What a listing said before: written when it changes. It outlives a listing that was taken off.
create table listing_version (
	listing_id uuid not null,
	revision int not null,
	service_body_id uuid not null references service_body (id) on delete cascade,
	-- The columns of the listing that say something, by name.
	says jsonb not null,
	since timestamptz not null,
	how text not null,
	by_id uuid references person (id) on delete set null,
	until timestamptz not null,
	primary key (listing_id, revision)
);
create index listing_version_by_person on listing_version (by_id) where by_id is not null;
create index listing_version_by_body on listing_version (service_body_id);

-- A listing that was taken off. It is no row of “listing”, so nothing finds it and no list brings it back.
create table listing_off (
	listing_id uuid primary key,
	service_body_id uuid not null references service_body (id) on delete cascade,
	feed_id uuid references feed (id) on delete set null,
	slug text not null,
	says jsonb not null,
	revision int not null,
	off_at timestamptz not null,
	off_by uuid references person (id) on delete set null,
	unique (service_body_id, slug)
);
create index listing_off_by_person on listing_off (off_by) where off_by is not null;

-- What an editor would have a listing say.
create table proposal (
	id uuid primary key,
	service_body_id uuid not null references service_body (id) on delete cascade,
	-- Null: one that is not there yet.
	listing_id uuid,
	-- What the listing said when this was written.
	on_revision int,
	says jsonb not null,
	-- Why, sealed under the key of the body.
	word bytea,
	made_by uuid references person (id) on delete set null,
	made_at timestamptz not null,
	answer text check (answer in ('approved', 'declined')),
	answered_at timestamptz,
	answered_by uuid references person (id) on delete set null,
	because bytea,
	check ((answer is null) = (answered_at is null)),
	check ((listing_id is null) = (on_revision is null))
);
create index proposal_by_body on proposal (service_body_id, made_at);
create index proposal_by_maker on proposal (made_by) where made_by is not null;
create index proposal_by_answerer on proposal (answered_by) where answered_by is not null;

-- “This has changed”, from a reader. Nobody knows who; the words go after 90 days.
create table remark (
	id uuid primary key,
	listing_id uuid not null references listing (id) on delete cascade,
	service_body_id uuid not null references service_body (id) on delete cascade,
	what text not null check (what in ('time', 'place', 'gone', 'other')),
	words bytea,
	made_at timestamptz not null,
	answered_at timestamptz
);
create index remark_by_body on remark (service_body_id, made_at);
create index remark_by_listing on remark (listing_id);

-- A link by which the people who run a group say that it is still so. Only its digest is kept.
create table confirmation_link (
	digest bytea primary key,
	listing_id uuid not null references listing (id) on delete cascade,
	made_by uuid references person (id) on delete set null,
	made_at timestamptz not null,
	ends_at timestamptz not null
);
create index confirmation_link_by_listing on confirmation_link (listing_id);
create index confirmation_link_by_maker on confirmation_link (made_by) where made_by is not null;
