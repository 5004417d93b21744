-- The schema as the migrations leave it. Written by test/schema.test.ts; changed by a new migration only.

create extension btree_gist;
create extension pg_trgm;
create extension unaccent;

CREATE OR REPLACE FUNCTION public.audit_arrive()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	insert into audit_entry (at, kind, done_by, about, facts)
		values (new.at, new.kind, new.done_by, new.about, new.facts);
	delete from audit_arriving where id = new.id;
	return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.audit_chain()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.audit_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	raise exception 'What is in the audit log stays as it is.' using errcode = 'insufficient_privilege';
end
$function$;

CREATE OR REPLACE FUNCTION public.folded(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, words));

CREATE OR REPLACE FUNCTION public.refuse_to_change_a_hop()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	if tg_op = 'UPDATE' and new.person_id is null
		and (new.id, new.case_id, new.step, new.nobody, new.due_at, new.paged_at)
			is not distinct from (old.id, old.case_id, old.step, old.nobody, old.due_at, old.paged_at)
	then
		return new;
	end if;
	raise exception 'What was done to find somebody is not changed afterwards.';
end
$function$;

CREATE OR REPLACE FUNCTION public.slips(word text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (SELECT array_agg(DISTINCT made.slip) AS array_agg FROM (SELECT slips.word AS slip UNION ALL SELECT ("left"(slips.word, (n.n - 1)) || substr(slips.word, (n.n + 1))) FROM generate_series(1, length(slips.word)) n(n) WHERE ((length(slips.word) >= 4) AND (length(slips.word) <= 24))) made);

CREATE OR REPLACE FUNCTION public.stems(word text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (SELECT COALESCE(array_agg(DISTINCT both_languages.stem), '{}'::text[]) AS "coalesce" FROM (SELECT ('en:'::text || unnest(ts_lexize('english_stem'::regdictionary, stems.word))) AS stem UNION ALL SELECT ('es:'::text || unnest(ts_lexize('spanish_stem'::regdictionary, stems.word)))) both_languages);

create table about (
	person_id uuid not null,
	kind text not null,
	audience text not null,
	told bytea not null,
	constraint about_audience_check CHECK ((audience = ANY (ARRAY['nobody'::text, 'circles'::text, 'everyone'::text]))),
	constraint about_kind_check CHECK ((kind = ANY (ARRAY['languages'::text, 'pronouns'::text, 'lived'::text, 'words'::text]))),
	constraint about_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint about_pkey PRIMARY KEY (person_id, kind)
);

create table alias (
	id uuid not null,
	conversation_id uuid not null,
	person_id uuid,
	name text not null,
	name_key text,
	key_id uuid,
	accepted_version integer not null default 0,
	constraint alias_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id) ON DELETE CASCADE,
	constraint alias_conversation_id_name_key_key UNIQUE (conversation_id, name_key),
	constraint alias_conversation_id_person_id_key UNIQUE (conversation_id, person_id),
	constraint alias_key_id_fkey FOREIGN KEY (key_id) REFERENCES sealing_key(id) ON DELETE SET NULL,
	constraint alias_name_check CHECK ((char_length(name) <= 200)),
	constraint alias_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE SET NULL,
	constraint alias_pkey PRIMARY KEY (id)
);
CREATE INDEX alias_by_person ON public.alias USING btree (person_id);

create table arrival (
	person_id uuid not null,
	company uuid not null,
	forget_on date not null,
	constraint arrival_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint arrival_pkey PRIMARY KEY (person_id)
);
CREATE INDEX arrival_by_company ON public.arrival USING btree (company);

create table arriving (
	digest bytea not null,
	company uuid not null,
	ends_at timestamp with time zone not null,
	constraint arriving_pkey PRIMARY KEY (digest)
);

create table aside (
	id uuid not null,
	room_id uuid not null,
	person_id uuid,
	holder_id uuid,
	offered_at timestamp with time zone not null,
	begun_at timestamp with time zone,
	ended_at timestamp with time zone,
	constraint aside_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES person(id) ON DELETE SET NULL,
	constraint aside_id_fkey FOREIGN KEY (id) REFERENCES conversation(id) ON DELETE CASCADE,
	constraint aside_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE SET NULL,
	constraint aside_pkey PRIMARY KEY (id),
	constraint aside_room_id_fkey FOREIGN KEY (room_id) REFERENCES room(id) ON DELETE CASCADE
);
CREATE INDEX aside_by_holder ON public.aside USING btree (holder_id);
CREATE INDEX aside_by_person ON public.aside USING btree (person_id);
CREATE UNIQUE INDEX aside_open ON public.aside USING btree (room_id, person_id) WHERE (ended_at IS NULL);

create table aside_line (
	id uuid not null,
	sitting_id uuid not null,
	number integer not null,
	from_id uuid not null,
	to_id uuid not null,
	words bytea not null,
	said_at timestamp with time zone not null,
	constraint aside_line_from_id_fkey FOREIGN KEY (from_id) REFERENCES alias(id) ON DELETE CASCADE,
	constraint aside_line_pkey PRIMARY KEY (id),
	constraint aside_line_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES sitting(id) ON DELETE CASCADE,
	constraint aside_line_sitting_id_number_key UNIQUE (sitting_id, number),
	constraint aside_line_to_id_fkey FOREIGN KEY (to_id) REFERENCES alias(id) ON DELETE CASCADE
);
CREATE INDEX aside_line_by_reader ON public.aside_line USING btree (to_id);
CREATE INDEX aside_line_by_writer ON public.aside_line USING btree (from_id);

create table ask (
	id uuid not null,
	person_id uuid not null,
	help text not null,
	language text not null,
	words bytea not null,
	state text not null default 'waiting'::text,
	asked_at timestamp with time zone not null,
	ended_at timestamp with time zone,
	pairing_id uuid,
	way text not null default 'one'::text,
	bend_asked_at timestamp with time zone,
	handed_at timestamp with time zone,
	constraint ask_check CHECK (((state = 'waiting'::text) = (ended_at IS NULL))),
	constraint ask_help_check CHECK ((help = ANY (ARRAY['listen'::text, 'ideas'::text, 'company'::text, 'decide'::text, 'distract'::text]))),
	constraint ask_pairing_id_fkey FOREIGN KEY (pairing_id) REFERENCES pairing(id) ON DELETE SET NULL,
	constraint ask_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint ask_pkey PRIMARY KEY (id),
	constraint ask_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'paired'::text, 'left'::text]))),
	constraint ask_way_check CHECK ((way = ANY (ARRAY['one'::text, 'chosen'::text, 'first-free'::text, 'round'::text])))
);
CREATE UNIQUE INDEX ask_waiting ON public.ask USING btree (person_id) WHERE (state = 'waiting'::text);

create table asking_task (
	id uuid not null,
	kind text not null,
	ask_id uuid,
	pairing_id uuid,
	made_at timestamp with time zone not null,
	settled_at timestamp with time zone,
	settled_by uuid,
	constraint asking_task_ask_id_fkey FOREIGN KEY (ask_id) REFERENCES ask(id) ON DELETE CASCADE,
	constraint asking_task_check CHECK (((kind = 'unmatched'::text) = (ask_id IS NOT NULL))),
	constraint asking_task_check1 CHECK (((kind = 'handed-over'::text) = (pairing_id IS NOT NULL))),
	constraint asking_task_kind_check CHECK ((kind = ANY (ARRAY['unmatched'::text, 'handed-over'::text]))),
	constraint asking_task_pairing_id_fkey FOREIGN KEY (pairing_id) REFERENCES pairing(id) ON DELETE CASCADE,
	constraint asking_task_pkey PRIMARY KEY (id),
	constraint asking_task_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX asking_task_ask ON public.asking_task USING btree (ask_id) WHERE (settled_at IS NULL);
CREATE UNIQUE INDEX asking_task_pairing ON public.asking_task USING btree (pairing_id) WHERE (settled_at IS NULL);

create table audit_arriving (
	id bigint not null generated always as identity,
	at timestamp with time zone not null,
	kind text not null,
	done_by text,
	about text not null,
	facts text not null,
	constraint audit_arrive TRIGGER DEFERRABLE INITIALLY DEFERRED,
	constraint audit_arriving_pkey PRIMARY KEY (id)
);

create table audit_entry (
	number bigint not null,
	at timestamp with time zone not null,
	kind text not null,
	done_by text,
	about text not null,
	facts text not null,
	digest bytea not null,
	constraint audit_entry_pkey PRIMARY KEY (number)
);
CREATE INDEX audit_entry_by_about ON public.audit_entry USING btree (about, number);
CREATE INDEX audit_entry_by_kind ON public.audit_entry USING btree (kind, number);
CREATE INDEX audit_entry_by_who ON public.audit_entry USING btree (done_by, number) WHERE (done_by IS NOT NULL);

create table audit_head (
	one boolean not null default true,
	number bigint not null,
	digest bytea not null,
	constraint audit_head_one_check CHECK (one),
	constraint audit_head_pkey PRIMARY KEY (one)
);

create table audit_name (
	person_id uuid not null,
	opening bytea not null,
	name text not null,
	constraint audit_name_name_key UNIQUE (name),
	constraint audit_name_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint audit_name_pkey PRIMARY KEY (person_id)
);

create table backup (
	id uuid not null,
	kind text not null,
	pairing_id uuid,
	age_band text not null,
	asked_by uuid,
	asked_at timestamp with time zone not null,
	lapses_at timestamp with time zone not null,
	comer_id uuid,
	came_at timestamp with time zone,
	ended_at timestamp with time zone,
	constraint backup_age_band_check CHECK ((age_band = ANY (ARRAY['adult'::text, '13-17'::text, '16-25'::text]))),
	constraint backup_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint backup_check CHECK (((kind = 'second-person'::text) = (pairing_id IS NOT NULL))),
	constraint backup_check1 CHECK (((comer_id IS NULL) OR (came_at IS NOT NULL))),
	constraint backup_comer_id_fkey FOREIGN KEY (comer_id) REFERENCES person(id) ON DELETE SET NULL,
	constraint backup_id_fkey FOREIGN KEY (id) REFERENCES conversation(id) ON DELETE CASCADE,
	constraint backup_kind_check CHECK ((kind = ANY (ARRAY['second-person'::text, 'debrief'::text]))),
	constraint backup_pairing_id_fkey FOREIGN KEY (pairing_id) REFERENCES pairing(id) ON DELETE CASCADE,
	constraint backup_pkey PRIMARY KEY (id)
);
CREATE INDEX backup_by_asker ON public.backup USING btree (asked_by);
CREATE INDEX backup_by_comer ON public.backup USING btree (comer_id);
CREATE UNIQUE INDEX backup_debrief ON public.backup USING btree (asked_by) WHERE ((kind = 'debrief'::text) AND (ended_at IS NULL));
CREATE UNIQUE INDEX backup_second ON public.backup USING btree (pairing_id) WHERE ((kind = 'second-person'::text) AND (ended_at IS NULL));

create table block (
	id uuid not null,
	blocker_id uuid not null,
	blocked_id uuid not null,
	known_as bytea,
	known_in bytea,
	since timestamp with time zone not null,
	constraint block_blocked_id_fkey FOREIGN KEY (blocked_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint block_blocker_id_blocked_id_key UNIQUE (blocker_id, blocked_id),
	constraint block_blocker_id_fkey FOREIGN KEY (blocker_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint block_check CHECK ((blocker_id <> blocked_id)),
	constraint block_pkey PRIMARY KEY (id)
);
CREATE INDEX block_by_blocked ON public.block USING btree (blocked_id, blocker_id);

create table body_role (
	service_body_id uuid not null,
	person_id uuid not null,
	role text not null,
	given_at timestamp with time zone not null,
	constraint body_role_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint body_role_pkey PRIMARY KEY (service_body_id, person_id),
	constraint body_role_role_check CHECK ((role = ANY (ARRAY['editor'::text, 'maintainer'::text]))),
	constraint body_role_service_body_id_fkey FOREIGN KEY (service_body_id) REFERENCES service_body(id) ON DELETE CASCADE
);
CREATE INDEX body_role_by_person ON public.body_role USING btree (person_id);

create table booking (
	id uuid not null,
	pairing_id uuid not null,
	starts_at timestamp with time zone not null,
	ends_at timestamp with time zone not null,
	state text not null,
	held_until timestamp with time zone,
	format text not null,
	made_by uuid,
	sequence integer not null default 0,
	agreed_at timestamp with time zone not null,
	series_id uuid,
	place bytea,
	place_by uuid,
	constraint booking_check CHECK ((starts_at < ends_at)),
	constraint booking_check1 CHECK (((state = 'held'::text) = (held_until IS NOT NULL))),
	constraint booking_format_check CHECK ((format = ANY (ARRAY['text'::text, 'audio'::text, 'video'::text, 'in-person'::text]))),
	constraint booking_id_starts_at_ends_at_key UNIQUE (id, starts_at, ends_at),
	constraint booking_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint booking_pairing_id_fkey FOREIGN KEY (pairing_id) REFERENCES pairing(id) ON DELETE CASCADE,
	constraint booking_pkey PRIMARY KEY (id),
	constraint booking_place_by_fkey FOREIGN KEY (place_by) REFERENCES alias(id) ON DELETE SET NULL,
	constraint booking_state_check CHECK ((state = ANY (ARRAY['held'::text, 'booked'::text])))
);
CREATE INDEX booking_by_hold ON public.booking USING btree (held_until) WHERE (state = 'held'::text);
CREATE INDEX booking_by_pairing ON public.booking USING btree (pairing_id);
CREATE INDEX booking_by_place ON public.booking USING btree (place_by) WHERE (place_by IS NOT NULL);
CREATE INDEX booking_by_series ON public.booking USING btree (series_id) WHERE (series_id IS NOT NULL);
CREATE INDEX booking_by_start ON public.booking USING btree (starts_at) WHERE (state = 'booked'::text);

create table booking_person (
	booking_id uuid not null,
	person_id uuid not null,
	starts_at timestamp with time zone not null,
	ends_at timestamp with time zone not null,
	constraint booking_person_booking_id_starts_at_ends_at_fkey FOREIGN KEY (booking_id, starts_at, ends_at) REFERENCES booking(id, starts_at, ends_at) ON UPDATE CASCADE ON DELETE CASCADE,
	constraint booking_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint booking_person_pkey PRIMARY KEY (booking_id, person_id),
	constraint nobody_is_in_two_talks EXCLUDE USING gist (person_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
);

create table calendar_link (
	person_id uuid not null,
	digest bytea not null,
	made_on date not null,
	constraint calendar_link_digest_key UNIQUE (digest),
	constraint calendar_link_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint calendar_link_pkey PRIMARY KEY (person_id)
);

create table cancelled_booking (
	id uuid not null,
	pairing_id uuid not null,
	starts_at timestamp with time zone not null,
	ends_at timestamp with time zone not null,
	sequence integer not null,
	cancelled_by uuid,
	cancelled_at timestamp with time zone not null,
	constraint cancelled_booking_cancelled_by_fkey FOREIGN KEY (cancelled_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint cancelled_booking_pairing_id_fkey FOREIGN KEY (pairing_id) REFERENCES pairing(id) ON DELETE CASCADE,
	constraint cancelled_booking_pkey PRIMARY KEY (id)
);
CREATE INDEX cancelled_booking_by_pairing ON public.cancelled_booking USING btree (pairing_id);

create table card (
	id uuid not null,
	alias_id uuid not null,
	message_id uuid not null,
	kind text not null,
	answer text,
	case_id uuid,
	made_at timestamp with time zone not null,
	constraint card_alias_id_fkey FOREIGN KEY (alias_id) REFERENCES alias(id) ON DELETE CASCADE,
	constraint card_answer_check CHECK ((answer = ANY (ARRAY['not-meant'::text, 'enough'::text]))),
	constraint card_kind_check CHECK ((kind = ANY (ARRAY['choices'::text, 'number-first'::text]))),
	constraint card_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE CASCADE,
	constraint card_pkey PRIMARY KEY (id)
);
CREATE INDEX card_by_alias ON public.card USING btree (alias_id, made_at);
CREATE INDEX card_by_message ON public.card USING btree (message_id);

create table case_apart (
	case_id uuid not null,
	person_id uuid not null,
	because text not null,
	constraint case_apart_because_check CHECK ((because = ANY (ARRAY['raised'::text, 'decided'::text]))),
	constraint case_apart_case_id_fkey FOREIGN KEY (case_id) REFERENCES desk_case(id) ON DELETE CASCADE,
	constraint case_apart_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint case_apart_pkey PRIMARY KEY (case_id, person_id)
);
CREATE INDEX case_apart_by_person ON public.case_apart USING btree (person_id);

create table case_hand_over (
	case_id uuid not null,
	words bytea not null,
	from_id uuid,
	to_id uuid,
	at timestamp with time zone not null,
	constraint case_hand_over_case_id_fkey FOREIGN KEY (case_id) REFERENCES desk_case(id),
	constraint case_hand_over_from_id_fkey FOREIGN KEY (from_id) REFERENCES person(id) ON DELETE SET NULL,
	constraint case_hand_over_pkey PRIMARY KEY (case_id),
	constraint case_hand_over_to_id_fkey FOREIGN KEY (to_id) REFERENCES person(id) ON DELETE SET NULL
);
CREATE INDEX case_hand_over_from ON public.case_hand_over USING btree (from_id);
CREATE INDEX case_hand_over_to ON public.case_hand_over USING btree (to_id);

create table case_hop (
	id uuid not null,
	case_id uuid not null,
	step text not null,
	person_id uuid,
	nobody boolean not null,
	due_at timestamp with time zone not null,
	paged_at timestamp with time zone not null,
	constraint case_hop_case_id_fkey FOREIGN KEY (case_id) REFERENCES desk_case(id),
	constraint case_hop_check CHECK (((person_id IS NULL) OR (NOT nobody))),
	constraint case_hop_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE SET NULL,
	constraint case_hop_pkey PRIMARY KEY (id),
	constraint case_hop_step_check CHECK ((step = ANY (ARRAY['on-shift'::text, 'next'::text, 'everybody'::text, 'coordinators'::text, 'again'::text])))
);
CREATE INDEX case_hop_by_case ON public.case_hop USING btree (case_id, paged_at);
CREATE INDEX case_hop_by_person ON public.case_hop USING btree (person_id);

create table case_turn (
	id uuid not null,
	case_id uuid not null,
	person_id uuid not null,
	role text not null,
	tier integer not null,
	at timestamp with time zone not null,
	constraint case_turn_case_id_fkey FOREIGN KEY (case_id) REFERENCES desk_case(id),
	constraint case_turn_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint case_turn_pkey PRIMARY KEY (id),
	constraint case_turn_role_check CHECK ((role = ANY (ARRAY['first'::text, 'second'::text]))),
	constraint case_turn_tier_check CHECK (((tier >= 1) AND (tier <= 3)))
);
CREATE INDEX case_turn_by_case ON public.case_turn USING btree (case_id);
CREATE INDEX case_turn_by_person ON public.case_turn USING btree (person_id, at);

create table circle (
	id uuid not null,
	slug text not null,
	name text not null,
	about text not null,
	topics text[] not null default '{}'::text[],
	language text not null,
	structure text not null,
	venue text not null,
	address text,
	capacity integer not null,
	joining text not null,
	observers_welcome boolean not null,
	age_band text not null,
	state text not null default 'gathering'::text,
	agreements text not null,
	agreements_version integer not null default 1,
	piece_out boolean not null default false,
	piece_with uuid,
	opened_at timestamp with time zone not null,
	constraint circle_about_check CHECK ((char_length(about) <= 2000)),
	constraint circle_address_check CHECK ((char_length(address) <= 300)),
	constraint circle_age_band_check CHECK ((age_band = ANY (ARRAY['adult'::text, '13-17'::text, '16-25'::text]))),
	constraint circle_agreements_check CHECK ((char_length(agreements) <= 4000)),
	constraint circle_capacity_check CHECK (((capacity >= 2) AND (capacity <= 10000))),
	constraint circle_check CHECK (((venue = 'online'::text) OR (address IS NOT NULL))),
	constraint circle_id_fkey FOREIGN KEY (id) REFERENCES conversation(id) ON DELETE CASCADE,
	constraint circle_joining_check CHECK ((joining = ANY (ARRAY['open'::text, 'by-request'::text, 'by-invitation'::text]))),
	constraint circle_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 80))),
	constraint circle_piece_with_fkey FOREIGN KEY (piece_with) REFERENCES alias(id) ON DELETE SET NULL,
	constraint circle_pkey PRIMARY KEY (id),
	constraint circle_slug_key UNIQUE (slug),
	constraint circle_state_check CHECK ((state = ANY (ARRAY['gathering'::text, 'resting'::text, 'closed'::text]))),
	constraint circle_structure_check CHECK ((structure = ANY (ARRAY['structured'::text, 'informal'::text]))),
	constraint circle_venue_check CHECK ((venue = ANY (ARRAY['online'::text, 'in-person'::text, 'both'::text])))
);
CREATE INDEX circle_by_opening ON public.circle USING btree (opened_at) WHERE (state <> 'closed'::text);

create table coming (
	listing_id uuid not null,
	wall timestamp without time zone not null,
	starts_at timestamp with time zone,
	minutes integer not null,
	on_readers_clocks boolean not null,
	on_own_clocks boolean not null,
	constraint coming_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES finding(listing_id) ON DELETE CASCADE,
	constraint coming_minutes_check CHECK ((minutes > 0))
);
CREATE INDEX coming_by_moment ON public.coming USING btree (starts_at, listing_id);
CREATE INDEX coming_by_wall ON public.coming USING btree (wall, listing_id) WHERE on_own_clocks;
CREATE INDEX coming_for_readers ON public.coming USING btree (starts_at, listing_id) WHERE on_readers_clocks;
CREATE INDEX coming_of ON public.coming USING btree (listing_id);

create table confirmation_link (
	digest bytea not null,
	listing_id uuid not null,
	made_by uuid,
	made_at timestamp with time zone not null,
	ends_at timestamp with time zone not null,
	constraint confirmation_link_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES listing(id) ON DELETE CASCADE,
	constraint confirmation_link_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint confirmation_link_pkey PRIMARY KEY (digest)
);
CREATE INDEX confirmation_link_by_listing ON public.confirmation_link USING btree (listing_id);
CREATE INDEX confirmation_link_by_maker ON public.confirmation_link USING btree (made_by) WHERE (made_by IS NOT NULL);

create table contact (
	person_id uuid not null,
	with_id uuid not null,
	begun_at timestamp with time zone not null,
	answered_at timestamp with time zone,
	constraint contact_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint contact_pkey PRIMARY KEY (person_id, with_id),
	constraint contact_with_id_fkey FOREIGN KEY (with_id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE INDEX contact_by_moment ON public.contact USING btree (begun_at);
CREATE INDEX contact_by_other ON public.contact USING btree (with_id);

create table conversation (
	id uuid not null,
	kind text not null,
	last_place integer not null default 0,
	last_change integer not null default 0,
	calm text,
	calm_since timestamp with time zone,
	constraint conversation_calm_check CHECK ((calm = ANY (ARRAY['slow'::text, 'closed'::text]))),
	constraint conversation_check CHECK (((calm IS NULL) = (calm_since IS NULL))),
	constraint conversation_kind_check CHECK ((kind = ANY (ARRAY['circle'::text, 'room'::text, 'aside'::text, 'pairing'::text, 'backup'::text]))),
	constraint conversation_pkey PRIMARY KEY (id)
);

create table debrief (
	id uuid not null,
	circle_id uuid not null,
	alias_id uuid not null,
	words bytea not null,
	written_on date not null,
	constraint debrief_alias_id_fkey FOREIGN KEY (alias_id) REFERENCES alias(id) ON DELETE CASCADE,
	constraint debrief_circle_id_fkey FOREIGN KEY (circle_id) REFERENCES circle(id) ON DELETE CASCADE,
	constraint debrief_pkey PRIMARY KEY (id)
);
CREATE INDEX debrief_by_alias ON public.debrief USING btree (alias_id);
CREATE INDEX debrief_by_circle ON public.debrief USING btree (circle_id, written_on);

create table desk_case (
	id uuid not null,
	about text not null,
	kind text not null,
	tier integer not null,
	because text not null,
	state text not null,
	subject_id uuid,
	age_band text not null,
	opened_at timestamp with time zone not null,
	tier_since timestamp with time zone not null,
	taken_by uuid,
	taken_at timestamp with time zone,
	second_asked_at timestamp with time zone,
	second_id uuid,
	second_at timestamp with time zone,
	settled_at timestamp with time zone,
	settled_by uuid,
	hop_step text,
	hop_due_at timestamp with time zone,
	withheld_at timestamp with time zone,
	key_id uuid,
	constraint desk_case_age_band_check CHECK ((age_band = ANY (ARRAY['adult'::text, '13-17'::text, '16-25'::text]))),
	constraint desk_case_check CHECK (((state = 'open'::text) = (settled_at IS NULL))),
	constraint desk_case_check1 CHECK (((state = 'open'::text) OR (hop_due_at IS NULL))),
	constraint desk_case_hop_step_check CHECK ((hop_step = ANY (ARRAY['on-shift'::text, 'next'::text, 'everybody'::text, 'coordinators'::text, 'again'::text]))),
	constraint desk_case_key_id_fkey FOREIGN KEY (key_id) REFERENCES sealing_key(id) ON DELETE SET NULL,
	constraint desk_case_kind_check CHECK ((kind = ANY (ARRAY['report'::text, 'words'::text, 'pattern'::text, 'appeal'::text, 'second-look'::text]))),
	constraint desk_case_pkey PRIMARY KEY (id),
	constraint desk_case_second_id_fkey FOREIGN KEY (second_id) REFERENCES person(id) ON DELETE SET NULL,
	constraint desk_case_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint desk_case_state_check CHECK ((state = ANY (ARRAY['open'::text, 'kept'::text, 'measured'::text, 'closed'::text]))),
	constraint desk_case_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES person(id) ON DELETE SET NULL,
	constraint desk_case_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint desk_case_tier_check CHECK (((tier >= 1) AND (tier <= 3)))
);
CREATE INDEX desk_case_about ON public.desk_case USING btree (about, opened_at);
CREATE INDEX desk_case_by_danger ON public.desk_case USING btree (age_band, tier, tier_since) WHERE (state = 'open'::text);
CREATE INDEX desk_case_by_second ON public.desk_case USING btree (second_id);
CREATE INDEX desk_case_by_settler ON public.desk_case USING btree (settled_by);
CREATE INDEX desk_case_by_subject ON public.desk_case USING btree (subject_id);
CREATE INDEX desk_case_by_taker ON public.desk_case USING btree (taken_by);
CREATE INDEX desk_case_hop ON public.desk_case USING btree (hop_due_at) WHERE (hop_due_at IS NOT NULL);
CREATE UNIQUE INDEX desk_case_open ON public.desk_case USING btree (about) WHERE (state = 'open'::text);
CREATE INDEX desk_case_settled ON public.desk_case USING btree (settled_at) WHERE (key_id IS NOT NULL);

create table duty (
	person_id uuid not null,
	duty text not null,
	given_by uuid,
	given_at timestamp with time zone not null,
	constraint duty_duty_check CHECK ((duty = ANY (ARRAY['coordinator'::text, 'steward'::text, 'host'::text, 'supporter'::text]))),
	constraint duty_given_by_fkey FOREIGN KEY (given_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint duty_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint duty_pkey PRIMARY KEY (person_id, duty)
);

create table event (
	seq bigint not null generated always as identity,
	id uuid not null,
	name text not null,
	subject text not null,
	actor_id uuid,
	data jsonb not null,
	at timestamp with time zone not null,
	constraint event_id_key UNIQUE (id),
	constraint event_pkey PRIMARY KEY (seq)
);
CREATE INDEX event_by_actor ON public.event USING btree (actor_id) WHERE (actor_id IS NOT NULL);
CREATE INDEX event_by_subject ON public.event USING btree (subject, seq);

create table feed (
	id uuid not null,
	slug text not null,
	source text not null,
	zone text,
	changed_at timestamp with time zone not null,
	service_body_id uuid not null,
	confirmed_at timestamp with time zone not null,
	format text,
	every text,
	etag text,
	last_modified text,
	looked_at timestamp with time zone,
	problem jsonb,
	constraint feed_etag_check CHECK ((char_length(etag) <= 500)),
	constraint feed_every_check CHECK ((every = ANY (ARRAY['day'::text, 'week'::text]))),
	constraint feed_format_check CHECK ((format = ANY (ARRAY['meeting-guide'::text, 'table'::text, 'bmlt'::text, 'calendar'::text]))),
	constraint feed_last_modified_check CHECK ((char_length(last_modified) <= 100)),
	constraint feed_pkey PRIMARY KEY (id),
	constraint feed_service_body_id_fkey FOREIGN KEY (service_body_id) REFERENCES service_body(id) ON DELETE CASCADE,
	constraint feed_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (char_length(slug) <= 60))),
	constraint feed_slug_key UNIQUE (slug),
	constraint feed_source_check CHECK ((char_length(source) <= 2000))
);

create table finding (
	listing_id uuid not null,
	terms tsvector not null,
	length integer not null,
	place point,
	welcome real not null,
	since timestamp with time zone not null,
	told_at timestamp with time zone not null,
	constraint finding_length_check CHECK ((length >= 0)),
	constraint finding_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES listing(id) ON DELETE CASCADE,
	constraint finding_pkey PRIMARY KEY (listing_id)
);
CREATE INDEX finding_by_age ON public.finding USING btree (since);
CREATE INDEX finding_by_place ON public.finding USING gist (place);
CREATE INDEX finding_by_telling ON public.finding USING btree (told_at);
CREATE INDEX finding_by_terms ON public.finding USING gin (terms) WITH (fastupdate=off);
CREATE INDEX finding_by_welcome ON public.finding USING btree (welcome DESC, listing_id);

create table frank_key (
	one boolean not null default true,
	key_id uuid not null,
	constraint frank_key_key_id_fkey FOREIGN KEY (key_id) REFERENCES sealing_key(id),
	constraint frank_key_one_check CHECK (one),
	constraint frank_key_pkey PRIMARY KEY (one)
);

create table held_message (
	id uuid not null,
	alias_id uuid not null,
	client_id uuid not null,
	body bytea not null,
	content_note bytea,
	reply_to integer,
	held_at timestamp with time zone not null,
	declined_at timestamp with time zone,
	constraint held_message_alias_id_client_id_key UNIQUE (alias_id, client_id),
	constraint held_message_alias_id_fkey FOREIGN KEY (alias_id) REFERENCES alias(id) ON DELETE CASCADE,
	constraint held_message_pkey PRIMARY KEY (id)
);

create table help_line (
	id text not null,
	country text not null,
	details jsonb not null,
	hidden boolean not null,
	checked_on date,
	checked_by uuid,
	expires_on date,
	constraint help_line_check CHECK (((checked_on IS NULL) OR (expires_on IS NOT NULL))),
	constraint help_line_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint help_line_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
	constraint help_line_pkey PRIMARY KEY (id)
);
CREATE INDEX help_line_by_checker ON public.help_line USING btree (checked_by);

create table here_for_talks (
	person_id uuid not null,
	confirmed_at timestamp with time zone not null,
	until timestamp with time zone not null,
	languages text[] not null,
	pairing_id uuid,
	constraint here_for_talks_pairing_id_fkey FOREIGN KEY (pairing_id) REFERENCES pairing(id) ON DELETE SET NULL,
	constraint here_for_talks_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint here_for_talks_pkey PRIMARY KEY (person_id)
);
CREATE INDEX here_for_talks_by_pairing ON public.here_for_talks USING btree (pairing_id);

create table hold (
	room_id uuid not null,
	person_id uuid not null,
	since timestamp with time zone not null,
	confirmed_at timestamp with time zone not null,
	shift_ends_at timestamp with time zone not null,
	until timestamp with time zone not null,
	constraint hold_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint hold_pkey PRIMARY KEY (room_id, person_id),
	constraint hold_room_id_fkey FOREIGN KEY (room_id) REFERENCES room(id) ON DELETE CASCADE
);
CREATE INDEX hold_by_person ON public.hold USING btree (person_id);

create table house_rule (
	code text not null,
	sentence text,
	left_out boolean not null default false,
	constraint house_rule_code_check CHECK ((code ~ '^[a-z0-9-]{1,40}$'::text)),
	constraint house_rule_pkey PRIMARY KEY (code),
	constraint house_rule_sentence_check CHECK (((char_length(sentence) >= 1) AND (char_length(sentence) <= 300)))
);

create table how_it_was (
	circle_id uuid not null,
	day date not null,
	question text not null,
	answer integer not null,
	count integer not null,
	constraint how_it_was_answer_check CHECK (((answer >= 0) AND (answer <= 4))),
	constraint how_it_was_circle_id_fkey FOREIGN KEY (circle_id) REFERENCES circle(id) ON DELETE CASCADE,
	constraint how_it_was_count_check CHECK ((count > 0)),
	constraint how_it_was_pkey PRIMARY KEY (circle_id, day, question, answer),
	constraint how_it_was_question_check CHECK ((question = ANY (ARRAY['heard'::text, 'myself'::text, 'both-ways'::text, 'safe'::text, 'again'::text])))
);

create table import (
	id uuid not null,
	feed_id uuid,
	slug text not null,
	source text not null,
	zone text,
	format text,
	state text not null,
	content bytea,
	listings bytea,
	basis text,
	refusal jsonb,
	left_out jsonb not null default '{"rows": []}'::jsonb,
	rows integer not null default 0,
	added integer not null default 0,
	changed integer not null default 0,
	same integer not null default 0,
	gone integer not null default 0,
	kept integer not null default 0,
	stop boolean not null default false,
	feed_before jsonb,
	etag text,
	last_modified text,
	made_at timestamp with time zone not null,
	done_at timestamp with time zone,
	constraint import_feed_id_fkey FOREIGN KEY (feed_id) REFERENCES feed(id) ON DELETE SET NULL,
	constraint import_format_check CHECK ((format = ANY (ARRAY['meeting-guide'::text, 'table'::text, 'bmlt'::text, 'calendar'::text]))),
	constraint import_pkey PRIMARY KEY (id),
	constraint import_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (char_length(slug) <= 60))),
	constraint import_source_check CHECK ((char_length(source) <= 2000)),
	constraint import_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'refused'::text, 'ready'::text, 'held'::text, 'coming-in'::text, 'done'::text, 'stopped'::text, 'undone'::text])))
);
CREATE INDEX import_by_feed ON public.import USING btree (feed_id, done_at);

create table import_change (
	import_id uuid not null,
	slug text not null,
	change text not null,
	listing_id uuid,
	before jsonb,
	after jsonb,
	said_before jsonb,
	says jsonb,
	fields text[] not null default '{}'::text[],
	kept text[] not null default '{}'::text[],
	twins jsonb not null default '{"found": []}'::jsonb,
	constraint import_change_change_check CHECK ((change = ANY (ARRAY['added'::text, 'changed'::text, 'gone'::text, 'noted'::text]))),
	constraint import_change_import_id_fkey FOREIGN KEY (import_id) REFERENCES import(id) ON DELETE CASCADE,
	constraint import_change_pkey PRIMARY KEY (import_id, slug)
);

create table invitation (
	digest bytea not null,
	circle_id uuid not null,
	made_by uuid not null,
	ends_at timestamp with time zone not null,
	constraint invitation_circle_id_fkey FOREIGN KEY (circle_id) REFERENCES circle(id) ON DELETE CASCADE,
	constraint invitation_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id) ON DELETE CASCADE,
	constraint invitation_pkey PRIMARY KEY (digest)
);

create table kept_note (
	id uuid not null,
	person_id uuid not null,
	words bytea not null,
	kept_on date not null,
	constraint kept_note_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint kept_note_pkey PRIMARY KEY (id)
);
CREATE INDEX kept_note_by_person ON public.kept_note USING btree (person_id, kept_on);

create table kept_out (
	conversation_id uuid not null,
	person_id uuid not null,
	until timestamp with time zone,
	constraint kept_out_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id) ON DELETE CASCADE,
	constraint kept_out_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint kept_out_pkey PRIMARY KEY (conversation_id, person_id)
);
CREATE INDEX kept_out_by_person ON public.kept_out USING btree (person_id);

create table known_device (
	digest bytea not null,
	person_id uuid not null,
	forget_on date not null,
	constraint known_device_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint known_device_pkey PRIMARY KEY (digest)
);
CREATE INDEX known_device_by_person ON public.known_device USING btree (person_id);

create table listed (
	listing_id uuid not null,
	says jsonb not null,
	constraint listed_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES listing(id) ON DELETE CASCADE,
	constraint listed_pkey PRIMARY KEY (listing_id)
);

create table listing (
	id uuid not null,
	feed_id uuid,
	slug text not null,
	name text not null,
	days smallint[] not null,
	local_time time without time zone,
	minutes smallint,
	zone text,
	types text[] not null,
	group_name text,
	place text,
	place_notes text,
	address text,
	region text,
	in_person boolean not null,
	online_url text,
	online_notes text,
	phone text,
	phone_notes text,
	notes text,
	website text,
	list_updated_at timestamp with time zone,
	service_body_id uuid,
	subject_id uuid,
	kind text not null default 'meeting'::text,
	about text,
	topics text[] not null default '{}'::text[],
	languages text[] not null default '{}'::text[],
	form text not null default 'group'::text,
	structure text,
	access text[] not null default '{}'::text[],
	cost text,
	age_band text not null default 'adult'::text,
	identity text,
	observers_welcome boolean,
	newcomers_welcome boolean,
	size integer,
	joining text,
	times text[] not null default '{}'::text[],
	postcode text,
	country text,
	latitude double precision,
	longitude double precision,
	coarse boolean not null default false,
	here boolean not null default false,
	revision integer not null default 1,
	changed_at timestamp with time zone not null,
	changed_how text not null default 'list'::text,
	changed_by uuid,
	confirmed_at timestamp with time zone,
	confirmed_as text,
	asked_at timestamp with time zone,
	online boolean not null generated always as ((here OR (online_url IS NOT NULL) OR (phone IS NOT NULL))) stored,
	constraint listing_about_check CHECK ((char_length(about) <= 2000)),
	constraint listing_access_check CHECK ((access <@ '{step-free,captions,quiet,camera-free,text-welcome}'::text[])),
	constraint listing_age_band_check CHECK ((age_band = ANY (ARRAY['adult'::text, '13-17'::text, '16-25'::text]))),
	constraint listing_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint listing_changed_how_check CHECK ((changed_how = ANY (ARRAY['list'::text, 'entered'::text, 'edited'::text, 'approved'::text, 'reverted'::text, 'itself'::text]))),
	constraint listing_check CHECK (((latitude IS NULL) = (longitude IS NULL))),
	constraint listing_check1 CHECK (((subject_id IS NULL) = (service_body_id IS NOT NULL))),
	constraint listing_check2 CHECK (((kind = ANY (ARRAY['circle'::text, 'room'::text])) = (subject_id IS NOT NULL))),
	constraint listing_check3 CHECK (((confirmed_at IS NULL) = (confirmed_as IS NULL))),
	constraint listing_confirmed_as_check CHECK ((confirmed_as = ANY (ARRAY['keeper'::text, 'group'::text]))),
	constraint listing_cost_check CHECK ((char_length(cost) <= 255)),
	constraint listing_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
	constraint listing_days_check CHECK ((days <@ '{0,1,2,3,4,5,6}'::smallint[])),
	constraint listing_feed_id_fkey FOREIGN KEY (feed_id) REFERENCES feed(id) ON DELETE CASCADE,
	constraint listing_form_check CHECK ((form = ANY (ARRAY['group'::text, 'one-to-one'::text, 'drop-in'::text, 'workshop'::text]))),
	constraint listing_identity_check CHECK ((char_length(identity) <= 255)),
	constraint listing_joining_check CHECK ((char_length(joining) <= 2000)),
	constraint listing_kind_check CHECK ((kind = ANY (ARRAY['circle'::text, 'room'::text, 'workshop'::text, 'place'::text, 'meeting'::text]))),
	constraint listing_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
	constraint listing_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
	constraint listing_minutes_check CHECK (((minutes >= 1) AND (minutes <= 720))),
	constraint listing_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 255))),
	constraint listing_online_url_check CHECK ((online_url ~ '^https?://'::text)),
	constraint listing_pkey PRIMARY KEY (id),
	constraint listing_postcode_check CHECK ((char_length(postcode) <= 20)),
	constraint listing_service_body_id_fkey FOREIGN KEY (service_body_id) REFERENCES service_body(id) ON DELETE CASCADE,
	constraint listing_service_body_id_slug_key UNIQUE (service_body_id, slug),
	constraint listing_size_check CHECK (((size >= 1) AND (size <= 10000))),
	constraint listing_slug_check CHECK (((char_length(slug) >= 1) AND (char_length(slug) <= 255))),
	constraint listing_structure_check CHECK ((structure = ANY (ARRAY['structured'::text, 'informal'::text]))),
	constraint listing_subject_id_key UNIQUE (subject_id),
	constraint listing_times_check CHECK ((cardinality(times) <= 50)),
	constraint listing_website_check CHECK ((website ~ '^https?://'::text))
);
CREATE INDEX listing_by_changer ON public.listing USING btree (changed_by) WHERE (changed_by IS NOT NULL);
CREATE INDEX listing_by_confirmation ON public.listing USING btree (confirmed_at) WHERE ((feed_id IS NULL) AND (subject_id IS NULL));
CREATE INDEX listing_by_feed ON public.listing USING btree (feed_id);
CREATE INDEX listing_by_postcode ON public.listing USING btree (lower(regexp_replace(postcode, '[^A-Za-z0-9]'::text, ''::text, 'g'::text)) text_pattern_ops);

create table listing_off (
	listing_id uuid not null,
	service_body_id uuid not null,
	feed_id uuid,
	slug text not null,
	says jsonb not null,
	revision integer not null,
	off_at timestamp with time zone not null,
	off_by uuid,
	constraint listing_off_feed_id_fkey FOREIGN KEY (feed_id) REFERENCES feed(id) ON DELETE SET NULL,
	constraint listing_off_off_by_fkey FOREIGN KEY (off_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint listing_off_pkey PRIMARY KEY (listing_id),
	constraint listing_off_service_body_id_fkey FOREIGN KEY (service_body_id) REFERENCES service_body(id) ON DELETE CASCADE,
	constraint listing_off_service_body_id_slug_key UNIQUE (service_body_id, slug)
);
CREATE INDEX listing_off_by_person ON public.listing_off USING btree (off_by) WHERE (off_by IS NOT NULL);

create table listing_version (
	listing_id uuid not null,
	revision integer not null,
	service_body_id uuid not null,
	says jsonb not null,
	since timestamp with time zone not null,
	how text not null,
	by_id uuid,
	until timestamp with time zone not null,
	constraint listing_version_by_id_fkey FOREIGN KEY (by_id) REFERENCES person(id) ON DELETE SET NULL,
	constraint listing_version_pkey PRIMARY KEY (listing_id, revision),
	constraint listing_version_service_body_id_fkey FOREIGN KEY (service_body_id) REFERENCES service_body(id) ON DELETE CASCADE
);
CREATE INDEX listing_version_by_body ON public.listing_version USING btree (service_body_id);
CREATE INDEX listing_version_by_person ON public.listing_version USING btree (by_id) WHERE (by_id IS NOT NULL);

create table look (
	id uuid not null,
	what text not null,
	case_id uuid not null,
	conversation_id uuid not null,
	alias_id uuid,
	minutes integer not null,
	told_later boolean not null,
	reason bytea,
	key_id uuid,
	asked_by uuid,
	asked_at timestamp with time zone not null,
	answer text,
	answered_by uuid,
	answered_at timestamp with time zone,
	until timestamp with time zone,
	ended_at timestamp with time zone,
	constraint look_alias_id_fkey FOREIGN KEY (alias_id) REFERENCES alias(id) ON DELETE CASCADE,
	constraint look_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text]))),
	constraint look_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint look_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint look_check CHECK (((what = 'alias'::text) = (alias_id IS NOT NULL))),
	constraint look_check1 CHECK (((answer IS NULL) = (answered_at IS NULL))),
	constraint look_check2 CHECK (((NOT (answer IS DISTINCT FROM 'yes'::text)) = (until IS NOT NULL))),
	constraint look_check3 CHECK (((answered_by IS DISTINCT FROM asked_by) OR (answered_by IS NULL))),
	constraint look_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id) ON DELETE CASCADE,
	constraint look_key_id_fkey FOREIGN KEY (key_id) REFERENCES sealing_key(id) ON DELETE SET NULL,
	constraint look_minutes_check CHECK ((minutes = ANY (ARRAY[15, 30, 60]))),
	constraint look_pkey PRIMARY KEY (id),
	constraint look_what_check CHECK ((what = ANY (ARRAY['talk'::text, 'alias'::text])))
);
CREATE INDEX look_by_alias ON public.look USING btree (alias_id) WHERE (alias_id IS NOT NULL);
CREATE INDEX look_by_answerer ON public.look USING btree (answered_by);
CREATE INDEX look_by_asker ON public.look USING btree (asked_by);
CREATE INDEX look_by_case ON public.look USING btree (case_id);
CREATE INDEX look_by_conversation ON public.look USING btree (conversation_id) WHERE (answer = 'yes'::text);
CREATE INDEX look_by_key ON public.look USING btree (key_id) WHERE (key_id IS NOT NULL);
CREATE INDEX look_waiting ON public.look USING btree (asked_at) WHERE ((answer IS NULL) AND (ended_at IS NULL));

create table look_told (
	look_id uuid not null,
	person_id uuid not null,
	told_at timestamp with time zone not null,
	constraint look_told_look_id_fkey FOREIGN KEY (look_id) REFERENCES look(id) ON DELETE CASCADE,
	constraint look_told_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint look_told_pkey PRIMARY KEY (look_id, person_id)
);
CREATE INDEX look_told_by_person ON public.look_told USING btree (person_id);

create table matching_price (
	supporter_id uuid not null,
	price double precision not null,
	constraint matching_price_pkey PRIMARY KEY (supporter_id),
	constraint matching_price_supporter_id_fkey FOREIGN KEY (supporter_id) REFERENCES person(id) ON DELETE CASCADE
);

create table matching_run (
	id uuid not null,
	at timestamp with time zone not null,
	waiting integer not null,
	put integer not null,
	worth double precision not null,
	bound double precision not null,
	scarce text[] not null,
	constraint matching_run_pkey PRIMARY KEY (id)
);
CREATE INDEX matching_run_at ON public.matching_run USING btree (at);

create table measure (
	id uuid not null,
	case_id uuid not null,
	subject_id uuid,
	about text not null,
	step text not null,
	rule text not null,
	reason bytea,
	state text not null,
	hides boolean not null default false,
	everywhere boolean not null default false,
	decided_by uuid,
	seconded_by uuid,
	decided_at timestamp with time zone not null,
	ends_at timestamp with time zone,
	over_at timestamp with time zone,
	appealed_at timestamp with time zone,
	appeal bytea,
	appeal_case uuid,
	judged_by uuid,
	judged_at timestamp with time zone,
	verdict text,
	answer bytea,
	constraint measure_check CHECK (((step <> 'banned'::text) OR (ends_at IS NULL))),
	constraint measure_check1 CHECK (((step <> ALL (ARRAY['paused'::text, 'suspended'::text])) OR (ends_at IS NOT NULL))),
	constraint measure_check2 CHECK (((seconded_by IS NULL) OR (seconded_by <> decided_by))),
	constraint measure_check3 CHECK (((judged_by IS NULL) OR ((judged_by IS DISTINCT FROM decided_by) AND (judged_by IS DISTINCT FROM seconded_by)))),
	constraint measure_check4 CHECK (((verdict IS NULL) = (judged_at IS NULL))),
	constraint measure_check5 CHECK (((judged_at IS NULL) OR (appealed_at IS NOT NULL))),
	constraint measure_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint measure_judged_by_fkey FOREIGN KEY (judged_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint measure_pkey PRIMARY KEY (id),
	constraint measure_seconded_by_fkey FOREIGN KEY (seconded_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint measure_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'standing'::text, 'ended'::text, 'lifted'::text, 'overturned'::text, 'dropped'::text]))),
	constraint measure_step_check CHECK ((step = ANY (ARRAY['word'::text, 'hidden'::text, 'paused'::text, 'removed'::text, 'suspended'::text, 'banned'::text]))),
	constraint measure_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES person(id) ON DELETE SET NULL,
	constraint measure_verdict_check CHECK ((verdict = ANY (ARRAY['upheld'::text, 'overturned'::text])))
);
CREATE INDEX measure_by_case ON public.measure USING btree (case_id);
CREATE INDEX measure_by_decider ON public.measure USING btree (decided_by);
CREATE INDEX measure_by_end ON public.measure USING btree (ends_at) WHERE ((state = 'standing'::text) AND (ends_at IS NOT NULL));
CREATE INDEX measure_by_judge ON public.measure USING btree (judged_by);
CREATE INDEX measure_by_second ON public.measure USING btree (seconded_by);
CREATE INDEX measure_by_subject ON public.measure USING btree (subject_id, decided_at);

create table measure_effect (
	measure_id uuid not null,
	kind text not null,
	what text not null,
	was jsonb not null,
	constraint measure_effect_kind_check CHECK ((kind = ANY (ARRAY['hidden'::text, 'paused'::text, 'removed'::text, 'duties'::text, 'shut-out'::text]))),
	constraint measure_effect_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measure(id) ON DELETE CASCADE,
	constraint measure_effect_pkey PRIMARY KEY (measure_id, kind, what)
);

create table meeting (
	id uuid not null,
	circle_id uuid not null,
	schedule_id uuid,
	starts_at timestamp with time zone not null,
	minutes integer not null,
	called_off_at timestamp with time zone,
	constraint meeting_circle_id_fkey FOREIGN KEY (circle_id) REFERENCES circle(id) ON DELETE CASCADE,
	constraint meeting_circle_id_starts_at_key UNIQUE (circle_id, starts_at),
	constraint meeting_pkey PRIMARY KEY (id),
	constraint meeting_schedule_id_fkey FOREIGN KEY (schedule_id) REFERENCES schedule(id) ON DELETE SET NULL
);
CREATE INDEX meeting_by_start ON public.meeting USING btree (starts_at);

create table meeting_plan (
	circle_id uuid not null,
	script jsonb not null,
	admission text not null,
	observers boolean not null,
	talk text not null,
	constraint meeting_plan_admission_check CHECK ((admission = ANY (ARRAY['seated'::text, 'ask'::text]))),
	constraint meeting_plan_circle_id_fkey FOREIGN KEY (circle_id) REFERENCES circle(id) ON DELETE CASCADE,
	constraint meeting_plan_pkey PRIMARY KEY (circle_id),
	constraint meeting_plan_talk_check CHECK ((talk = ANY (ARRAY['text'::text, 'aloud'::text])))
);

create table mentoring (
	pairing_id uuid not null,
	proposed_by uuid,
	review_on date not null,
	agreed_at timestamp with time zone,
	told_at timestamp with time zone,
	constraint mentoring_pairing_id_fkey FOREIGN KEY (pairing_id) REFERENCES pairing(id) ON DELETE CASCADE,
	constraint mentoring_pkey PRIMARY KEY (pairing_id),
	constraint mentoring_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id) ON DELETE SET NULL
);
CREATE INDEX mentoring_by_review ON public.mentoring USING btree (review_on) WHERE ((agreed_at IS NOT NULL) AND (told_at IS NULL));

create table message (
	id uuid not null,
	conversation_id uuid not null,
	place integer not null,
	change integer not null,
	alias_id uuid not null,
	client_id uuid not null,
	body bytea,
	content_note bytea,
	reply_to integer,
	posted_at timestamp with time zone not null,
	edited_at timestamp with time zone,
	removed_at timestamp with time zone,
	hidden_at timestamp with time zone,
	hidden_because text,
	opening bytea,
	frank bytea,
	withheld_at timestamp with time zone,
	constraint message_alias_id_client_id_key UNIQUE (alias_id, client_id),
	constraint message_alias_id_fkey FOREIGN KEY (alias_id) REFERENCES alias(id) ON DELETE CASCADE,
	constraint message_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id) ON DELETE CASCADE,
	constraint message_conversation_id_place_key UNIQUE (conversation_id, place),
	constraint message_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX message_by_change ON public.message USING btree (conversation_id, change);

create table migration (
	name text not null,
	digest bytea not null,
	at timestamp with time zone not null default now(),
	constraint migration_pkey PRIMARY KEY (name)
);

create table not_met (
	booking_id uuid not null,
	said_by uuid,
	constraint not_met_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE,
	constraint not_met_pkey PRIMARY KEY (booking_id),
	constraint not_met_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id) ON DELETE SET NULL
);

create table notice (
	id uuid not null,
	person_id uuid not null,
	kind text not null,
	about uuid not null,
	at timestamp with time zone,
	path text not null,
	made_at timestamp with time zone not null,
	unread boolean not null default true,
	constraint notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint notice_pkey PRIMARY KEY (id)
);
CREATE INDEX notice_by_about ON public.notice USING btree (about);
CREATE INDEX notice_by_person ON public.notice USING btree (person_id, made_at);

create table notice_off (
	person_id uuid not null,
	kind text not null,
	constraint notice_off_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint notice_off_pkey PRIMARY KEY (person_id, kind)
);

create table now_ask (
	id uuid not null,
	person_id uuid not null,
	help text not null,
	language text not null,
	words bytea not null,
	state text not null,
	asked_at timestamp with time zone not null,
	ended_at timestamp with time zone,
	told_most integer,
	noticed_by uuid,
	with_you_at timestamp with time zone,
	pairing_id uuid,
	constraint now_ask_check CHECK (((state = 'waiting'::text) = (ended_at IS NULL))),
	constraint now_ask_check1 CHECK (((state = 'paired'::text) = (pairing_id IS NOT NULL))),
	constraint now_ask_help_check CHECK ((help = ANY (ARRAY['listen'::text, 'ideas'::text, 'company'::text, 'decide'::text, 'distract'::text]))),
	constraint now_ask_noticed_by_fkey FOREIGN KEY (noticed_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint now_ask_pairing_id_fkey FOREIGN KEY (pairing_id) REFERENCES pairing(id) ON DELETE CASCADE,
	constraint now_ask_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint now_ask_pkey PRIMARY KEY (id),
	constraint now_ask_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'lapsed'::text, 'paired'::text])))
);
CREATE INDEX now_ask_by_pairing ON public.now_ask USING btree (pairing_id);
CREATE UNIQUE INDEX now_ask_current ON public.now_ask USING btree (person_id) WHERE (state <> 'paired'::text);
CREATE INDEX now_ask_noticed ON public.now_ask USING btree (noticed_by) WHERE (noticed_by IS NOT NULL);
CREATE INDEX now_ask_waiting ON public.now_ask USING btree (asked_at) WHERE (state = 'waiting'::text);

create table observer (
	circle_id uuid not null,
	person_id uuid not null,
	since timestamp with time zone not null,
	constraint observer_circle_id_fkey FOREIGN KEY (circle_id) REFERENCES circle(id) ON DELETE CASCADE,
	constraint observer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint observer_pkey PRIMARY KEY (circle_id, person_id)
);
CREATE INDEX observer_by_person ON public.observer USING btree (person_id);

create table offer (
	id uuid not null,
	ask_id uuid not null,
	supporter_id uuid not null,
	state text not null default 'open'::text,
	made_at timestamp with time zone not null,
	until timestamp with time zone not null,
	told_from timestamp with time zone not null,
	named boolean not null default false,
	constraint offer_ask_id_fkey FOREIGN KEY (ask_id) REFERENCES ask(id) ON DELETE CASCADE,
	constraint offer_ask_id_supporter_id_key UNIQUE (ask_id, supporter_id),
	constraint offer_pkey PRIMARY KEY (id),
	constraint offer_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'lapsed'::text, 'withdrawn'::text]))),
	constraint offer_supporter_id_fkey FOREIGN KEY (supporter_id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX offer_accepted ON public.offer USING btree (ask_id) WHERE (state = 'accepted'::text);
CREATE INDEX offer_by_ask ON public.offer USING btree (ask_id);
CREATE INDEX offer_by_supporter ON public.offer USING btree (supporter_id) WHERE (state = 'open'::text);

create table organisation (
	one boolean not null default true,
	name text not null,
	age_bands text[] not null default '{adult}'::text[],
	locale text not null default 'en'::text,
	crisis_policy text not null default ''::text,
	claim_digest bytea,
	made_at timestamp with time zone not null,
	constraint organisation_age_bands_check CHECK (((age_bands <@ '{adult,13-17,16-25}'::text[]) AND ('adult'::text = ANY (age_bands)))),
	constraint organisation_one_check CHECK (one),
	constraint organisation_pkey PRIMARY KEY (one)
);

create table own_shift_limits (
	person_id uuid not null,
	hours_a_week integer,
	nights_a_week integer,
	rest_hours integer,
	constraint own_shift_limits_hours_a_week_check CHECK (((hours_a_week >= 0) AND (hours_a_week <= 168))),
	constraint own_shift_limits_nights_a_week_check CHECK (((nights_a_week >= 0) AND (nights_a_week <= 7))),
	constraint own_shift_limits_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint own_shift_limits_pkey PRIMARY KEY (person_id),
	constraint own_shift_limits_rest_hours_check CHECK (((rest_hours >= 0) AND (rest_hours <= 72)))
);

create table pairing (
	id uuid not null,
	supporter_id uuid,
	member_id uuid,
	began_at timestamp with time zone not null,
	ended_at timestamp with time zone,
	session_change integer not null default 0,
	constraint pairing_check CHECK (((supporter_id IS DISTINCT FROM member_id) OR (supporter_id IS NULL))),
	constraint pairing_id_fkey FOREIGN KEY (id) REFERENCES conversation(id) ON DELETE CASCADE,
	constraint pairing_member_id_fkey FOREIGN KEY (member_id) REFERENCES person(id) ON DELETE SET NULL,
	constraint pairing_pkey PRIMARY KEY (id),
	constraint pairing_supporter_id_fkey FOREIGN KEY (supporter_id) REFERENCES person(id) ON DELETE SET NULL
);
CREATE INDEX pairing_by_member ON public.pairing USING btree (member_id) WHERE (ended_at IS NULL);
CREATE INDEX pairing_by_supporter ON public.pairing USING btree (supporter_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX pairing_open ON public.pairing USING btree (supporter_id, member_id) WHERE (ended_at IS NULL);

create table passkey (
	id uuid not null,
	person_id uuid not null,
	credential_id text not null,
	public_key bytea not null,
	counter bigint not null,
	transports text[] not null default '{}'::text[],
	name text not null,
	made_on date not null,
	constraint passkey_credential_id_key UNIQUE (credential_id),
	constraint passkey_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint passkey_pkey PRIMARY KEY (id)
);
CREATE INDEX passkey_by_person ON public.passkey USING btree (person_id);

create table passkey_challenge (
	digest bytea not null,
	person_id uuid,
	purpose text not null,
	ends_at timestamp with time zone not null,
	constraint passkey_challenge_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint passkey_challenge_pkey PRIMARY KEY (digest),
	constraint passkey_challenge_purpose_check CHECK ((purpose = ANY (ARRAY['sign-up'::text, 'sign-in'::text, 'add'::text])))
);

create table past_wait (
	id uuid not null,
	on_day date not null,
	hour_of_week smallint not null,
	waited_seconds integer not null,
	came_of_it text not null,
	told_most integer,
	constraint past_wait_came_of_it_check CHECK ((came_of_it = ANY (ARRAY['answered'::text, 'left'::text, 'nobody-came'::text]))),
	constraint past_wait_hour_of_week_check CHECK (((hour_of_week >= 0) AND (hour_of_week <= 167))),
	constraint past_wait_pkey PRIMARY KEY (id),
	constraint past_wait_waited_seconds_check CHECK ((waited_seconds >= 0))
);
CREATE INDEX past_wait_by_day ON public.past_wait USING btree (on_day);

create table person (
	id uuid not null,
	nickname text not null,
	nickname_key text not null,
	age_band text not null,
	locale text not null,
	zone text not null,
	theme text not null default 'system'::text,
	discreet boolean not null default false,
	key_id uuid not null,
	passphrase text,
	recovery_digest bytea not null,
	joined_on date not null,
	made_up boolean not null default false,
	writing_hints boolean not null default false,
	country text,
	suspended_until timestamp with time zone,
	constraint person_age_band_check CHECK ((age_band = ANY (ARRAY['adult'::text, '13-17'::text, '16-25'::text]))),
	constraint person_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
	constraint person_key_id_fkey FOREIGN KEY (key_id) REFERENCES sealing_key(id),
	constraint person_nickname_check CHECK (((char_length(nickname) >= 1) AND (char_length(nickname) <= 200))),
	constraint person_nickname_key_key UNIQUE (nickname_key),
	constraint person_pkey PRIMARY KEY (id),
	constraint person_recovery_digest_key UNIQUE (recovery_digest),
	constraint person_theme_check CHECK ((theme = ANY (ARRAY['system'::text, 'light'::text, 'dark'::text])))
);

create table pinned_topic (
	id uuid not null,
	room_id uuid not null,
	alias_id uuid not null,
	words bytea not null,
	pinned_at timestamp with time zone not null,
	constraint pinned_topic_alias_id_fkey FOREIGN KEY (alias_id) REFERENCES alias(id) ON DELETE CASCADE,
	constraint pinned_topic_pkey PRIMARY KEY (id),
	constraint pinned_topic_room_id_fkey FOREIGN KEY (room_id) REFERENCES room(id) ON DELETE CASCADE
);
CREATE INDEX pinned_topic_by_alias ON public.pinned_topic USING btree (alias_id);
CREATE INDEX pinned_topic_by_room ON public.pinned_topic USING btree (room_id, pinned_at);

create table populated_place (
	name text not null,
	folded text not null,
	country text not null,
	division text not null,
	inhabitants integer not null,
	latitude real not null,
	longitude real not null
);
CREATE INDEX populated_place_by_name ON public.populated_place USING btree (folded text_pattern_ops);

create table presence (
	room_id uuid not null,
	person_id uuid not null,
	since timestamp with time zone not null,
	sign_at timestamp with time zone not null,
	intent text not null,
	first_time boolean not null,
	corner boolean not null default false,
	constraint presence_intent_check CHECK ((intent = ANY (ARRAY['talk'::text, 'read'::text]))),
	constraint presence_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint presence_pkey PRIMARY KEY (room_id, person_id),
	constraint presence_room_id_fkey FOREIGN KEY (room_id) REFERENCES room(id) ON DELETE CASCADE
);
CREATE INDEX presence_by_person ON public.presence USING btree (person_id);
CREATE INDEX presence_by_sign ON public.presence USING btree (sign_at);

create table proposal (
	id uuid not null,
	service_body_id uuid not null,
	listing_id uuid,
	on_revision integer,
	says jsonb not null,
	word bytea,
	made_by uuid,
	made_at timestamp with time zone not null,
	answer text,
	answered_at timestamp with time zone,
	answered_by uuid,
	because bytea,
	constraint proposal_answer_check CHECK ((answer = ANY (ARRAY['approved'::text, 'declined'::text]))),
	constraint proposal_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint proposal_check CHECK (((answer IS NULL) = (answered_at IS NULL))),
	constraint proposal_check1 CHECK (((listing_id IS NULL) = (on_revision IS NULL))),
	constraint proposal_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint proposal_pkey PRIMARY KEY (id),
	constraint proposal_service_body_id_fkey FOREIGN KEY (service_body_id) REFERENCES service_body(id) ON DELETE CASCADE
);
CREATE INDEX proposal_by_answerer ON public.proposal USING btree (answered_by) WHERE (answered_by IS NOT NULL);
CREATE INDEX proposal_by_body ON public.proposal USING btree (service_body_id, made_at);
CREATE INDEX proposal_by_maker ON public.proposal USING btree (made_by) WHERE (made_by IS NOT NULL);

create table rate_limit (
	key bytea not null,
	window_ends timestamp with time zone not null,
	count integer not null,
	constraint rate_limit_pkey PRIMARY KEY (key)
);
CREATE INDEX rate_limit_by_end ON public.rate_limit USING btree (window_ends);

create table reading (
	alias_id uuid not null,
	place bytea not null,
	constraint reading_alias_id_fkey FOREIGN KEY (alias_id) REFERENCES alias(id) ON DELETE CASCADE,
	constraint reading_pkey PRIMARY KEY (alias_id)
);

create table regular_holder (
	pattern_id uuid not null,
	person_id uuid not null,
	since timestamp with time zone not null,
	constraint regular_holder_pattern_id_fkey FOREIGN KEY (pattern_id) REFERENCES shift_pattern(id) ON DELETE CASCADE,
	constraint regular_holder_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint regular_holder_pkey PRIMARY KEY (pattern_id, person_id)
);
CREATE INDEX regular_holder_by_person ON public.regular_holder USING btree (person_id);

create table remark (
	id uuid not null,
	listing_id uuid not null,
	service_body_id uuid not null,
	what text not null,
	words bytea,
	made_at timestamp with time zone not null,
	answered_at timestamp with time zone,
	constraint remark_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES listing(id) ON DELETE CASCADE,
	constraint remark_pkey PRIMARY KEY (id),
	constraint remark_service_body_id_fkey FOREIGN KEY (service_body_id) REFERENCES service_body(id) ON DELETE CASCADE,
	constraint remark_what_check CHECK ((what = ANY (ARRAY['time'::text, 'place'::text, 'gone'::text, 'other'::text])))
);
CREATE INDEX remark_by_body ON public.remark USING btree (service_body_id, made_at);
CREATE INDEX remark_by_listing ON public.remark USING btree (listing_id);

create table reminder (
	meeting_id uuid not null,
	person_id uuid not null,
	made_at timestamp with time zone not null,
	constraint reminder_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON DELETE CASCADE,
	constraint reminder_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint reminder_pkey PRIMARY KEY (meeting_id, person_id)
);

create table report (
	id uuid not null,
	case_id uuid not null,
	reporter_id uuid,
	reason text not null,
	include text not null,
	copy bytea,
	mine bytea,
	made_at timestamp with time zone not null,
	constraint report_case_id_fkey FOREIGN KEY (case_id) REFERENCES desk_case(id),
	constraint report_case_id_reporter_id_key UNIQUE (case_id, reporter_id),
	constraint report_include_check CHECK ((include = ANY (ARRAY['words'::text, 'around'::text, 'nothing'::text]))),
	constraint report_pkey PRIMARY KEY (id),
	constraint report_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES person(id) ON DELETE SET NULL
);
CREATE INDEX report_by_reporter ON public.report USING btree (reporter_id);

create table resonance (
	message_id uuid not null,
	alias_id uuid not null,
	kind text not null,
	constraint resonance_alias_id_fkey FOREIGN KEY (alias_id) REFERENCES alias(id) ON DELETE CASCADE,
	constraint resonance_kind_check CHECK ((kind = ANY (ARRAY['been-there'::text, 'with-you'::text, 'thank-you'::text]))),
	constraint resonance_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE CASCADE,
	constraint resonance_pkey PRIMARY KEY (message_id, alias_id, kind)
);
CREATE INDEX resonance_by_alias ON public.resonance USING btree (alias_id);

create table risk_review (
	one boolean not null default true,
	reviewed_on date not null,
	constraint risk_review_one_check CHECK (one),
	constraint risk_review_pkey PRIMARY KEY (one)
);

create table room (
	id uuid not null,
	slug text not null,
	name text not null,
	about text not null,
	language text not null,
	age_band text not null,
	held_by text[] not null,
	agreements text not null,
	agreements_version integer not null default 1,
	second_at integer not null,
	keep_days integer not null,
	rota_id uuid not null,
	state text not null default 'open'::text,
	shut_until timestamp with time zone,
	slow_seconds integer not null default 0,
	told text not null default 'closed'::text,
	open_since timestamp with time zone,
	door_change integer not null default 0,
	desk_change integer not null default 0,
	opened_at timestamp with time zone not null,
	constraint room_about_check CHECK ((char_length(about) <= 2000)),
	constraint room_age_band_check CHECK ((age_band = ANY (ARRAY['adult'::text, '13-17'::text, '16-25'::text]))),
	constraint room_agreements_check CHECK ((char_length(agreements) <= 4000)),
	constraint room_held_by_check CHECK (((held_by <@ '{supporter,steward}'::text[]) AND (cardinality(held_by) > 0))),
	constraint room_id_fkey FOREIGN KEY (id) REFERENCES conversation(id) ON DELETE CASCADE,
	constraint room_keep_days_check CHECK (((keep_days >= 1) AND (keep_days <= 365))),
	constraint room_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 80))),
	constraint room_pkey PRIMARY KEY (id),
	constraint room_rota_id_fkey FOREIGN KEY (rota_id) REFERENCES rota(id),
	constraint room_rota_id_key UNIQUE (rota_id),
	constraint room_second_at_check CHECK (((second_at >= 2) AND (second_at <= 1000))),
	constraint room_slow_seconds_check CHECK (((slow_seconds >= 0) AND (slow_seconds <= 600))),
	constraint room_slug_key UNIQUE (slug),
	constraint room_state_check CHECK ((state = ANY (ARRAY['open'::text, 'resting'::text, 'closed'::text]))),
	constraint room_told_check CHECK ((told = ANY (ARRAY['closed'::text, 'held'::text, 'ending'::text, 'quiet'::text])))
);
CREATE INDEX room_by_band ON public.room USING btree (age_band) WHERE (state <> 'closed'::text);

create table room_limits (
	one boolean not null default true,
	keep_days integer not null,
	constraint room_limits_keep_days_check CHECK (((keep_days >= 1) AND (keep_days <= 365))),
	constraint room_limits_one_check CHECK (one),
	constraint room_limits_pkey PRIMARY KEY (one)
);

create table room_pause (
	room_id uuid not null,
	person_id uuid not null,
	until timestamp with time zone not null,
	constraint room_pause_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint room_pause_pkey PRIMARY KEY (room_id, person_id),
	constraint room_pause_room_id_fkey FOREIGN KEY (room_id) REFERENCES room(id) ON DELETE CASCADE
);
CREATE INDEX room_pause_by_person ON public.room_pause USING btree (person_id);

create table rota (
	id uuid not null,
	slug text not null,
	name text not null,
	kind text not null,
	zone text not null,
	held_by text[] not null,
	least integer not null,
	one_per integer,
	spare integer not null,
	night_from time without time zone not null,
	night_until time without time zone not null,
	opened_at timestamp with time zone not null,
	closed_at timestamp with time zone,
	constraint rota_held_by_check CHECK (((held_by <@ '{coordinator,steward,host,supporter}'::text[]) AND (cardinality(held_by) > 0))),
	constraint rota_kind_check CHECK ((kind = ANY (ARRAY['room'::text, 'on-call'::text]))),
	constraint rota_least_check CHECK ((("least" >= 1) AND ("least" <= 50))),
	constraint rota_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 80))),
	constraint rota_one_per_check CHECK (((one_per >= 1) AND (one_per <= 10000))),
	constraint rota_pkey PRIMARY KEY (id),
	constraint rota_slug_key UNIQUE (slug),
	constraint rota_spare_check CHECK (((spare >= 0) AND (spare <= 50)))
);

create table saved_search (
	id uuid not null,
	person_id uuid not null,
	sealed bytea not null,
	saved_at timestamp with time zone not null,
	constraint saved_search_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint saved_search_pkey PRIMARY KEY (id)
);
CREATE INDEX saved_search_of ON public.saved_search USING btree (person_id);

create table schedule (
	id uuid not null,
	circle_id uuid not null,
	rule text not null,
	since date not null,
	at time without time zone not null,
	minutes integer not null,
	zone text not null,
	except_on date[] not null default '{}'::date[],
	made_at timestamp with time zone not null,
	constraint schedule_circle_id_fkey FOREIGN KEY (circle_id) REFERENCES circle(id) ON DELETE CASCADE,
	constraint schedule_minutes_check CHECK (((minutes >= 10) AND (minutes <= 600))),
	constraint schedule_pkey PRIMARY KEY (id)
);
CREATE INDEX schedule_by_circle ON public.schedule USING btree (circle_id);

create table sealing_key (
	id uuid not null,
	master text not null,
	wrapped bytea not null,
	made_at timestamp with time zone not null,
	constraint sealing_key_pkey PRIMARY KEY (id)
);
CREATE INDEX sealing_key_by_master ON public.sealing_key USING btree (master);

create table seat (
	circle_id uuid not null,
	person_id uuid not null,
	role text not null,
	taken_at timestamp with time zone not null,
	quiet_until timestamp with time zone,
	resting boolean not null default false,
	constraint seat_circle_id_fkey FOREIGN KEY (circle_id) REFERENCES circle(id) ON DELETE CASCADE,
	constraint seat_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint seat_pkey PRIMARY KEY (circle_id, person_id),
	constraint seat_role_check CHECK ((role = ANY (ARRAY['member'::text, 'host'::text])))
);
CREATE INDEX seat_by_person ON public.seat USING btree (person_id);

create table second_call (
	id uuid not null,
	room_id uuid not null,
	called_by uuid,
	called_at timestamp with time zone not null,
	answered_by uuid,
	ended_at timestamp with time zone,
	constraint second_call_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint second_call_called_by_fkey FOREIGN KEY (called_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint second_call_pkey PRIMARY KEY (id),
	constraint second_call_room_id_fkey FOREIGN KEY (room_id) REFERENCES room(id) ON DELETE CASCADE
);
CREATE INDEX second_call_by_answer ON public.second_call USING btree (answered_by);
CREATE INDEX second_call_by_caller ON public.second_call USING btree (called_by);
CREATE UNIQUE INDEX second_call_open ON public.second_call USING btree (room_id) WHERE (ended_at IS NULL);

create table second_judgement (
	look_id uuid not null,
	judge_id uuid,
	step text not null,
	judged_at timestamp with time zone not null,
	constraint second_judgement_judge_id_fkey FOREIGN KEY (judge_id) REFERENCES person(id) ON DELETE SET NULL,
	constraint second_judgement_look_id_fkey FOREIGN KEY (look_id) REFERENCES second_look(id) ON DELETE CASCADE,
	constraint second_judgement_look_id_judge_id_key UNIQUE (look_id, judge_id),
	constraint second_judgement_step_check CHECK ((step = ANY (ARRAY['nothing'::text, 'word'::text, 'hidden'::text, 'paused'::text, 'removed'::text, 'suspended'::text, 'banned'::text])))
);
CREATE INDEX second_judgement_by_judge ON public.second_judgement USING btree (judge_id);

create table second_look (
	id uuid not null,
	measure_id uuid not null,
	drawn_at timestamp with time zone not null,
	constraint second_look_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measure(id) ON DELETE CASCADE,
	constraint second_look_measure_id_key UNIQUE (measure_id),
	constraint second_look_pkey PRIMARY KEY (id)
);

create table service_body (
	id uuid not null,
	slug text not null,
	name text not null,
	about text,
	website text,
	zone text,
	made_at timestamp with time zone not null,
	ask_every integer not null default 60,
	key_id uuid,
	constraint service_body_about_check CHECK ((char_length(about) <= 2000)),
	constraint service_body_ask_every_check CHECK (((ask_every >= 7) AND (ask_every <= 365))),
	constraint service_body_key_id_fkey FOREIGN KEY (key_id) REFERENCES sealing_key(id) ON DELETE SET NULL,
	constraint service_body_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120))),
	constraint service_body_pkey PRIMARY KEY (id),
	constraint service_body_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (char_length(slug) <= 60))),
	constraint service_body_slug_key UNIQUE (slug),
	constraint service_body_website_check CHECK (((website ~ '^https?://'::text) AND (char_length(website) <= 2000)))
);

create table session (
	digest bytea not null,
	id uuid not null,
	person_id uuid not null,
	device text not null,
	shared_device boolean not null,
	begun_on date not null,
	ends_at timestamp with time zone not null,
	fresh_until timestamp with time zone,
	constraint session_id_key UNIQUE (id),
	constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint session_pkey PRIMARY KEY (digest)
);
CREATE INDEX session_by_end ON public.session USING btree (ends_at);
CREATE INDEX session_by_person ON public.session USING btree (person_id);

create table session_after (
	booking_id uuid not null,
	person_id uuid not null,
	words bytea not null,
	constraint session_after_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE,
	constraint session_after_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint session_after_pkey PRIMARY KEY (booking_id, person_id)
);
CREATE INDEX session_after_by_person ON public.session_after USING btree (person_id);

create table session_count (
	day date not null,
	question text not null,
	answer integer not null,
	count integer not null,
	constraint session_count_answer_check CHECK (((answer >= 0) AND (answer <= 4))),
	constraint session_count_count_check CHECK ((count > 0)),
	constraint session_count_pkey PRIMARY KEY (day, question, answer),
	constraint session_count_question_check CHECK ((question = ANY (ARRAY['heard'::text, 'myself'::text, 'both-ways'::text, 'safe'::text, 'again'::text])))
);

create table session_reminder (
	booking_id uuid not null,
	person_id uuid not null,
	before text not null,
	sequence integer not null,
	constraint session_reminder_before_check CHECK ((before = ANY (ARRAY['day'::text, 'hour'::text]))),
	constraint session_reminder_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE,
	constraint session_reminder_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint session_reminder_pkey PRIMARY KEY (booking_id, person_id, before, sequence)
);
CREATE INDEX session_reminder_by_person ON public.session_reminder USING btree (person_id);

create table shared_note (
	pairing_id uuid not null,
	key_id uuid not null,
	constraint shared_note_key_id_fkey FOREIGN KEY (key_id) REFERENCES sealing_key(id),
	constraint shared_note_pairing_id_fkey FOREIGN KEY (pairing_id) REFERENCES pairing(id) ON DELETE CASCADE,
	constraint shared_note_pkey PRIMARY KEY (pairing_id)
);

create table shared_note_version (
	pairing_id uuid not null,
	number integer not null,
	words bytea not null,
	alias_id uuid,
	written_at timestamp with time zone not null,
	constraint shared_note_version_alias_id_fkey FOREIGN KEY (alias_id) REFERENCES alias(id) ON DELETE SET NULL,
	constraint shared_note_version_number_check CHECK ((number > 0)),
	constraint shared_note_version_pairing_id_fkey FOREIGN KEY (pairing_id) REFERENCES shared_note(pairing_id) ON DELETE CASCADE,
	constraint shared_note_version_pkey PRIMARY KEY (pairing_id, number)
);
CREATE INDEX shared_note_version_by_alias ON public.shared_note_version USING btree (alias_id);

create table shift (
	id uuid not null,
	rota_id uuid not null,
	pattern_id uuid,
	starts_at timestamp with time zone not null,
	ends_at timestamp with time zone not null,
	expected integer,
	called_off_at timestamp with time zone,
	constraint shift_check CHECK ((ends_at > starts_at)),
	constraint shift_expected_check CHECK (((expected >= 0) AND (expected <= 100000))),
	constraint shift_id_starts_at_ends_at_key UNIQUE (id, starts_at, ends_at),
	constraint shift_pattern_id_fkey FOREIGN KEY (pattern_id) REFERENCES shift_pattern(id) ON DELETE SET NULL,
	constraint shift_pkey PRIMARY KEY (id),
	constraint shift_rota_id_fkey FOREIGN KEY (rota_id) REFERENCES rota(id) ON DELETE CASCADE,
	constraint shift_rota_id_starts_at_key UNIQUE (rota_id, starts_at)
);
CREATE INDEX shift_by_pattern ON public.shift USING btree (pattern_id, starts_at);
CREATE INDEX shift_by_start ON public.shift USING btree (starts_at);

create table shift_limits (
	one boolean not null default true,
	hours_a_week integer not null,
	nights_a_week integer not null,
	rest_hours integer not null,
	constraint shift_limits_hours_a_week_check CHECK (((hours_a_week >= 1) AND (hours_a_week <= 168))),
	constraint shift_limits_nights_a_week_check CHECK (((nights_a_week >= 0) AND (nights_a_week <= 7))),
	constraint shift_limits_one_check CHECK (one),
	constraint shift_limits_pkey PRIMARY KEY (one),
	constraint shift_limits_rest_hours_check CHECK (((rest_hours >= 0) AND (rest_hours <= 72)))
);

create table shift_pattern (
	id uuid not null,
	rota_id uuid not null,
	rule text not null,
	since date not null,
	at time without time zone not null,
	until time without time zone not null,
	expected integer,
	made_at timestamp with time zone not null,
	constraint shift_pattern_expected_check CHECK (((expected >= 0) AND (expected <= 100000))),
	constraint shift_pattern_pkey PRIMARY KEY (id),
	constraint shift_pattern_rota_id_fkey FOREIGN KEY (rota_id) REFERENCES rota(id) ON DELETE CASCADE
);
CREATE INDEX shift_pattern_by_rota ON public.shift_pattern USING btree (rota_id);

create table sign_up (
	shift_id uuid not null,
	person_id uuid not null,
	starts_at timestamp with time zone not null,
	ends_at timestamp with time zone not null,
	signed_up_at timestamp with time zone not null,
	ended_at timestamp with time zone,
	sequence integer not null default 0,
	put_on_by uuid,
	put_on_because bytea,
	cover_asked_at timestamp with time zone,
	cover_word bytea,
	constraint nobody_is_in_two_places EXCLUDE USING gist (person_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE ((ended_at IS NULL)),
	constraint sign_up_check CHECK (((ended_at IS NULL) OR (cover_asked_at IS NULL))),
	constraint sign_up_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint sign_up_pkey PRIMARY KEY (shift_id, person_id),
	constraint sign_up_put_on_by_fkey FOREIGN KEY (put_on_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint sign_up_shift_id_starts_at_ends_at_fkey FOREIGN KEY (shift_id, starts_at, ends_at) REFERENCES shift(id, starts_at, ends_at) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX sign_up_by_author ON public.sign_up USING btree (put_on_by) WHERE (put_on_by IS NOT NULL);
CREATE INDEX sign_up_by_cover ON public.sign_up USING btree (starts_at) WHERE (cover_asked_at IS NOT NULL);
CREATE INDEX sign_up_by_person ON public.sign_up USING btree (person_id, starts_at);

create table sitting (
	id uuid not null,
	circle_id uuid not null,
	meeting_id uuid,
	state jsonb,
	version integer not null default 1,
	begun_on date not null,
	ended_at timestamp with time zone,
	attended integer,
	constraint sitting_check CHECK (((ended_at IS NULL) = (attended IS NULL))),
	constraint sitting_check1 CHECK (((ended_at IS NOT NULL) OR (state IS NOT NULL))),
	constraint sitting_circle_id_fkey FOREIGN KEY (circle_id) REFERENCES circle(id) ON DELETE CASCADE,
	constraint sitting_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON DELETE SET NULL,
	constraint sitting_pkey PRIMARY KEY (id)
);
CREATE INDEX sitting_by_circle ON public.sitting USING btree (circle_id, begun_on);
CREATE UNIQUE INDEX sitting_going_on ON public.sitting USING btree (circle_id) WHERE (ended_at IS NULL);

create table slot_wait (
	id uuid not null,
	pairing_id uuid not null,
	person_id uuid not null,
	starts_at timestamp with time zone not null,
	ends_at timestamp with time zone not null,
	format text not null,
	since timestamp with time zone not null,
	offered_until timestamp with time zone,
	constraint slot_wait_check CHECK ((starts_at < ends_at)),
	constraint slot_wait_format_check CHECK ((format = ANY (ARRAY['text'::text, 'audio'::text, 'video'::text, 'in-person'::text]))),
	constraint slot_wait_pairing_id_fkey FOREIGN KEY (pairing_id) REFERENCES pairing(id) ON DELETE CASCADE,
	constraint slot_wait_pairing_id_person_id_starts_at_key UNIQUE (pairing_id, person_id, starts_at),
	constraint slot_wait_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint slot_wait_pkey PRIMARY KEY (id)
);
CREATE INDEX slot_wait_by_person ON public.slot_wait USING btree (person_id);
CREATE INDEX slot_wait_by_start ON public.slot_wait USING btree (starts_at);

create table sums_shown (
	one boolean not null default true,
	to_everybody boolean not null,
	constraint sums_shown_one_check CHECK (one),
	constraint sums_shown_pkey PRIMARY KEY (one)
);

create table supporter (
	id uuid not null,
	person_id uuid not null,
	page bytea not null,
	open boolean not null default false,
	resting boolean not null default false,
	pairings integer not null,
	new_a_week integer not null,
	zone text not null,
	notice_hours integer not null,
	ahead_days integer not null,
	buffer_minutes integer not null,
	hours_a_week integer not null default 10,
	nights_a_week integer not null default 7,
	cooling_until timestamp with time zone,
	off_from time without time zone,
	off_until time without time zone,
	constraint supporter_ahead_days_check CHECK (((ahead_days >= 1) AND (ahead_days <= 180))),
	constraint supporter_buffer_minutes_check CHECK (((buffer_minutes >= 0) AND (buffer_minutes <= 240))),
	constraint supporter_check CHECK (((off_from IS NULL) = (off_until IS NULL))),
	constraint supporter_hours_a_week_check CHECK (((hours_a_week >= 1) AND (hours_a_week <= 168))),
	constraint supporter_new_a_week_check CHECK (((new_a_week >= 0) AND (new_a_week <= 20))),
	constraint supporter_nights_a_week_check CHECK (((nights_a_week >= 0) AND (nights_a_week <= 7))),
	constraint supporter_notice_hours_check CHECK (((notice_hours >= 0) AND (notice_hours <= 336))),
	constraint supporter_pairings_check CHECK (((pairings >= 1) AND (pairings <= 20))),
	constraint supporter_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint supporter_person_id_key UNIQUE (person_id),
	constraint supporter_pkey PRIMARY KEY (id)
);

create table supporter_exception (
	id uuid not null,
	supporter_id uuid not null,
	first_on date not null,
	last_on date not null,
	from_time time without time zone,
	until_time time without time zone,
	constraint supporter_exception_check CHECK ((first_on <= last_on)),
	constraint supporter_exception_check1 CHECK (((from_time IS NULL) = (until_time IS NULL))),
	constraint supporter_exception_pkey PRIMARY KEY (id),
	constraint supporter_exception_supporter_id_fkey FOREIGN KEY (supporter_id) REFERENCES supporter(id) ON DELETE CASCADE
);
CREATE INDEX supporter_exception_by_supporter ON public.supporter_exception USING btree (supporter_id, last_on);

create table supporter_hours (
	id uuid not null,
	supporter_id uuid not null,
	weekday smallint not null,
	from_time time without time zone not null,
	until_time time without time zone not null,
	constraint supporter_hours_pkey PRIMARY KEY (id),
	constraint supporter_hours_supporter_id_fkey FOREIGN KEY (supporter_id) REFERENCES supporter(id) ON DELETE CASCADE,
	constraint supporter_hours_supporter_id_weekday_from_time_until_time_key UNIQUE (supporter_id, weekday, from_time, until_time),
	constraint supporter_hours_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);

create table swap (
	id uuid not null,
	offered_shift uuid not null,
	offered_by uuid not null,
	wanted_shift uuid not null,
	asked_of uuid not null,
	asked_at timestamp with time zone not null,
	constraint swap_check CHECK ((offered_by <> asked_of)),
	constraint swap_offered_shift_offered_by_fkey FOREIGN KEY (offered_shift, offered_by) REFERENCES sign_up(shift_id, person_id) ON DELETE CASCADE,
	constraint swap_offered_shift_offered_by_wanted_shift_asked_of_key UNIQUE (offered_shift, offered_by, wanted_shift, asked_of),
	constraint swap_pkey PRIMARY KEY (id),
	constraint swap_wanted_shift_asked_of_fkey FOREIGN KEY (wanted_shift, asked_of) REFERENCES sign_up(shift_id, person_id) ON DELETE CASCADE
);
CREATE INDEX swap_by_asked ON public.swap USING btree (asked_of);
CREATE INDEX swap_by_offered ON public.swap USING btree (offered_by);

create table synonym (
	id uuid not null,
	phrases text[] not null,
	stems text[] not null,
	changed_at timestamp with time zone not null,
	constraint synonym_phrases_check CHECK (((cardinality(phrases) >= 2) AND (cardinality(phrases) <= 40))),
	constraint synonym_pkey PRIMARY KEY (id)
);
CREATE INDEX synonym_by_stem ON public.synonym USING gin (stems);

create table talks_change (
	age_band text not null,
	change integer not null,
	constraint talks_change_pkey PRIMARY KEY (age_band)
);

create table talks_limits (
	one boolean not null default true,
	wait_minutes integer not null,
	constraint talks_limits_one_check CHECK (one),
	constraint talks_limits_pkey PRIMARY KEY (one),
	constraint talks_limits_wait_minutes_check CHECK (((wait_minutes >= 10) AND (wait_minutes <= 240)))
);

create table token (
	digest bytea not null,
	id uuid not null,
	person_id uuid not null,
	name text not null,
	scopes text[] not null,
	made_on date not null,
	ends_at timestamp with time zone not null,
	constraint token_id_key UNIQUE (id),
	constraint token_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint token_pkey PRIMARY KEY (digest),
	constraint token_scopes_check CHECK ((cardinality(scopes) > 0))
);
CREATE INDEX token_by_end ON public.token USING btree (ends_at);
CREATE INDEX token_by_person ON public.token USING btree (person_id);

create table tried_another (
	pairing_id uuid not null,
	member_id uuid not null,
	supporter_id uuid not null,
	told boolean not null,
	at timestamp with time zone not null,
	constraint tried_another_member_id_fkey FOREIGN KEY (member_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint tried_another_pairing_id_fkey FOREIGN KEY (pairing_id) REFERENCES pairing(id) ON DELETE CASCADE,
	constraint tried_another_pkey PRIMARY KEY (pairing_id),
	constraint tried_another_supporter_id_fkey FOREIGN KEY (supporter_id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE INDEX tried_another_by_member ON public.tried_another USING btree (member_id);

create table tuning (
	name text not null,
	value integer not null,
	constraint tuning_pkey PRIMARY KEY (name),
	constraint tuning_value_check CHECK ((value >= 0))
);

create table unmet_need (
	id uuid not null,
	topic text not null,
	language text not null,
	at_time text not null,
	format text not null,
	words bytea,
	key_id uuid,
	made_on date not null,
	constraint unmet_need_at_time_check CHECK ((at_time = ANY (ARRAY['any'::text, 'daytime'::text, 'evening'::text, 'night'::text, 'weekend'::text]))),
	constraint unmet_need_format_check CHECK ((format = ANY (ARRAY['any'::text, 'text'::text, 'online'::text, 'in-person'::text, 'one-to-one'::text]))),
	constraint unmet_need_key_id_fkey FOREIGN KEY (key_id) REFERENCES sealing_key(id) ON DELETE SET NULL,
	constraint unmet_need_pkey PRIMARY KEY (id),
	constraint unmet_need_words_check CHECK (((words IS NULL) OR (octet_length(words) <= 2000)))
);
CREATE INDEX unmet_need_by_day ON public.unmet_need USING btree (made_on);

create table vocabulary (
	word text not null,
	documents integer not null,
	stems text[] not null,
	slips text[] not null,
	constraint vocabulary_documents_check CHECK ((documents > 0)),
	constraint vocabulary_pkey PRIMARY KEY (word)
);
CREATE INDEX vocabulary_by_likeness ON public.vocabulary USING gin (word gin_trgm_ops);
CREATE INDEX vocabulary_by_slip ON public.vocabulary USING gin (slips);
CREATE INDEX vocabulary_by_stem ON public.vocabulary USING gin (stems);

create table wait (
	circle_id uuid not null,
	person_id uuid not null,
	state text not null,
	since timestamp with time zone not null,
	offered_until timestamp with time zone,
	constraint wait_check CHECK (((state = 'offered'::text) = (offered_until IS NOT NULL))),
	constraint wait_circle_id_fkey FOREIGN KEY (circle_id) REFERENCES circle(id) ON DELETE CASCADE,
	constraint wait_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint wait_pkey PRIMARY KEY (circle_id, person_id),
	constraint wait_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'waiting'::text, 'offered'::text])))
);
CREATE INDEX wait_by_offer ON public.wait USING btree (offered_until) WHERE (state = 'offered'::text);
CREATE INDEX wait_by_person ON public.wait USING btree (person_id);

create table what_fits (
	person_id uuid not null,
	words bytea not null,
	told_at timestamp with time zone not null,
	constraint what_fits_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint what_fits_pkey PRIMARY KEY (person_id)
);

create table wishes (
	person_id uuid not null,
	supporter_may boolean not null,
	stewards_may boolean not null,
	constraint wishes_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint wishes_pkey PRIMARY KEY (person_id)
);

create table wishes_look (
	id uuid not null,
	owner_id uuid not null,
	looked_by uuid,
	at timestamp with time zone not null,
	ground text not null,
	about uuid not null,
	constraint wishes_look_ground_check CHECK ((ground = ANY (ARRAY['talk'::text, 'case'::text]))),
	constraint wishes_look_looked_by_fkey FOREIGN KEY (looked_by) REFERENCES person(id) ON DELETE SET NULL,
	constraint wishes_look_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id) ON DELETE CASCADE,
	constraint wishes_look_pkey PRIMARY KEY (id)
);
CREATE INDEX wishes_look_by_looker ON public.wishes_look USING btree (looked_by);
CREATE INDEX wishes_look_by_owner ON public.wishes_look USING btree (owner_id, at);

create table wishes_version (
	person_id uuid not null,
	number integer not null,
	words bytea not null,
	written_at timestamp with time zone not null,
	constraint wishes_version_number_check CHECK ((number > 0)),
	constraint wishes_version_person_id_fkey FOREIGN KEY (person_id) REFERENCES wishes(person_id) ON DELETE CASCADE,
	constraint wishes_version_pkey PRIMARY KEY (person_id, number)
);
