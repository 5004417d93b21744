-- People. A nickname is enough: there is no column for a name, an address or a number.

create table organisation (
	one boolean primary key default true check (one),
	name text not null,
	-- Which age bands may take part; 'adult' always may.
	age_bands text[] not null default '{adult}'
		check (age_bands <@ '{adult,13-17,16-25}'::text[] and 'adult' = any (age_bands)),
	locale text not null default 'en',
	-- What the organisation really does when somebody is in danger, in its own sentence.
	crisis_policy text not null default '',
	-- The one-time link that makes its opener the first coordinator: a digest, until it is used.
	claim_digest bytea,
	made_at timestamptz not null
);

create table person (
	id uuid primary key,
	-- 40 characters as people count them, which can be more as computers do.
	nickname text not null check (char_length(nickname) between 1 and 200),
	-- What makes two nicknames the same: lower case, unaccented, look-alikes folded.
	nickname_key text not null unique,
	age_band text not null check (age_band in ('adult', '13-17', '16-25')),
	locale text not null,
	zone text not null,
	theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
	discreet boolean not null default false,
	-- Seals what the person tells about themselves.
	key_id uuid not null references sealing_key (id),
	-- Argon2id in PHC form; null for those who only use passkeys.
	passphrase text,
	recovery_digest bytea not null unique,
	-- A day, not a moment: joining times would tell people apart.
	joined_on date not null,
	-- Made up for a demonstration. Only these can be signed in as without proof, and only in demo mode.
	made_up boolean not null default false
);

create table session (
	-- SHA-256 of the token in the cookie.
	digest bytea primary key,
	id uuid not null unique,
	person_id uuid not null references person (id) on delete cascade,
	-- "Firefox on Android", from the browser's own words; never more.
	device text not null,
	shared_device boolean not null,
	-- Days and whole weeks, not moments: nobody needs to know when somebody was here.
	begun_on date not null,
	ends_at timestamptz not null,
	-- Whoever holds it has just shown who they are; until then they may do what cannot be undone.
	fresh_until timestamptz
);

create index session_by_person on session (person_id);
create index session_by_end on session (ends_at);

-- A device this person has signed in on, so that guesses made elsewhere never lock them out there.
create table known_device (
	-- SHA-256 of the person and the words of the device's cookie together.
	digest bytea primary key,
	person_id uuid not null references person (id) on delete cascade,
	forget_on date not null
);

create index known_device_by_person on known_device (person_id);

create table passkey (
	id uuid primary key,
	person_id uuid not null references person (id) on delete cascade,
	credential_id text not null unique,
	public_key bytea not null,
	counter bigint not null,
	transports text[] not null default '{}',
	name text not null,
	made_on date not null
);

create index passkey_by_person on passkey (person_id);

-- A question asked of a passkey, good once and for five minutes.
create table passkey_challenge (
	digest bytea primary key,
	person_id uuid references person (id) on delete cascade,
	purpose text not null check (purpose in ('sign-up', 'sign-in', 'add')),
	ends_at timestamptz not null
);

-- What a person looks after for the organisation.
create table duty (
	person_id uuid not null references person (id) on delete cascade,
	duty text not null check (duty in ('coordinator', 'steward', 'host')),
	given_by uuid references person (id) on delete set null,
	given_at timestamptz not null,
	primary key (person_id, duty)
);

-- What a person chose to tell about themselves, and to whom. The words are sealed under their own key.
create table about (
	person_id uuid not null references person (id) on delete cascade,
	kind text not null check (kind in ('languages', 'pronouns', 'lived', 'words')),
	audience text not null check (audience in ('nobody', 'circles', 'everyone')),
	told bytea not null,
	primary key (person_id, kind)
);
