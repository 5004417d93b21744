-- Every query the product can send, by the file that asks. Written by test/queries/queries.test.ts.


-- ── src/features/circles/server/accept-agreements.ts

update alias
	set accepted_version = $1
	where circle_id = $2 and person_id = $3;

-- ── src/features/circles/server/aliases.ts

insert into alias (id, name, name_key, circle_id, person_id, key_id, accepted_version)
	values ($1, $2, $3, $4, $5, $6, $7);

select id
	from alias
	where circle_id = $1 and name_key = $2 and person_id != $3;

select id, name
	from alias
	where circle_id = $1 and person_id = $2;

select key_id
	from alias
	where id = $1;

select nickname
	from person
	where id = $1;

select person_id
	from alias
	where id = $1 and circle_id = $2;

-- ── src/features/circles/server/answer-request.ts

delete from wait
	where circle_id = $1 and person_id = $2 and state = $3;

update wait
	set state = $1
	where circle_id = $2 and person_id = $3 and state = $4;

-- ── src/features/circles/server/ask-to-pause.ts

update seat
	set quiet_until = $1
	where circle_id = $2 and person_id = $3 and role = $4;

-- ── src/features/circles/server/call-meetings.ts

delete from meeting
	where schedule_id = $1 and circle_id = $2 and starts_at > $3;

delete from schedule
	where id = $1 and circle_id = $2
	returning id;

insert into schedule (id, circle_id, rule, since, at, minutes, zone, except_on, made_at)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

update meeting
	set called_off_at = $1
	where id = $2 and circle_id = $3 and called_off_at is null and starts_at > $4;

-- ── src/features/circles/server/change-alias.ts

update alias
	set name = $1, name_key = $2
	where id = $3;

-- ── src/features/circles/server/change-circle.ts

delete from wait
	where circle_id = $1;

select agreements
	from circle
	where id = $1;

update circle
	set name = $1, about = $2, topics = $3, language = $4, structure = $5, venue = $6, address = $7, capacity = $8, joining = $9, observers_welcome = $10, age_band = $11, agreements = $12, agreements_version = $13
	where id = $14;

update circle
	set state = $1
	where id = $2;

-- ── src/features/circles/server/conversation.ts

select message.id, message.alias_id as "aliasId", message.removed_at, message.hidden_at, message.body, alias.person_id as "authorId"
	from message
	inner join alias on alias.id = message.alias_id
	where message.circle_id = $1 and message.place = $2;

update circle
	set last_change = last_change + $1
	where id = $2
	returning last_change;

update circle
	set last_place = last_place + $1, last_change = last_change + $2
	where id = $3
	returning last_place, last_change;

with said as (select message.id, circle.last_change + row_number() over (order by message.place) as change from message inner join circle on circle.id = message.circle_id where message.alias_id = $1), touched as (update message set change = said.change from said where message.id = said.id returning message.change) update circle
	set last_change = greatest(last_change, coalesce((select max(change) from touched), 0))
	where id = $2;

-- ── src/features/circles/server/edit-message.ts

update message
	set body = $1, content_note = $2, edited_at = $3, change = $4
	where id = $5;

-- ── src/features/circles/server/hand-over-hosting.ts

update circle
	set state = $1
	where id = $2 and state = $3 and not exists (select person_id from seat where circle_id = $4 and role = $5);

update seat
	set role = $1
	where circle_id = $2 and person_id = $3;

update seat
	set role = $1, quiet_until = $2
	where circle_id = $3 and person_id = $4;

-- ── src/features/circles/server/hide-message.ts

update message
	set hidden_at = $1, hidden_because = $2, change = $3
	where id = $4;

-- ── src/features/circles/server/invitations.ts

delete from invitation
	where digest = $1 and circle_id = $2 and ends_at > $3;

insert into invitation (digest, circle_id, made_by, ends_at)
	values ($1, $2, $3, $4);

select circle_id
	from invitation
	where digest = $1 and circle_id = $2 and ends_at > $3;

-- ── src/features/circles/server/join-circle.ts

delete from observer
	where circle_id = $1 and person_id = $2;

delete from wait
	where circle_id = $1 and person_id = $2;

insert into seat (circle_id, person_id, role, taken_at, quiet_until, resting)
	values ($1, $2, $3, $4, $5, $6);

insert into wait (circle_id, person_id, state, since, offered_until)
	values ($1, $2, $3, $4, $5)
	on conflict do nothing;

-- ── src/features/circles/server/lapse-offers.ts

delete from wait
	where circle_id = $1 and state = $2 and offered_until <= $3
	returning person_id;

select distinct circle_id
	from wait
	where state = $1 and offered_until <= $2
	order by circle_id;

select id
	from circle
	where id = $1
	for update;

-- ── src/features/circles/server/leave-circle.ts

delete from seat
	where circle_id = $1 and person_id = $2;

-- ── src/features/circles/server/leave-line.ts

delete from wait
	where circle_id = $1 and person_id = $2;

-- ── src/features/circles/server/lines.ts

select message.id, message.place, message.change, message.body, message.content_note as "contentNote", message.reply_to as "replyTo", message.posted_at as "postedAt", message.edited_at as "editedAt", message.removed_at as "removedAt", message.hidden_at as "hiddenAt", message.hidden_because as "hiddenBecause", alias.id as "aliasId", alias.name as "aliasName", sealing_key.id as "keyId", sealing_key.master, sealing_key.wrapped, array(select distinct kind from resonance where message_id = message.id order by kind) as resonances
	from message
	inner join alias on alias.id = message.alias_id
	left join sealing_key on sealing_key.id = alias.key_id
	where message.circle_id = $1 and message.change > $2
	order by message.change
	limit $3;

select message.id, message.place, message.change, message.body, message.content_note as "contentNote", message.reply_to as "replyTo", message.posted_at as "postedAt", message.edited_at as "editedAt", message.removed_at as "removedAt", message.hidden_at as "hiddenAt", message.hidden_because as "hiddenBecause", alias.id as "aliasId", alias.name as "aliasName", sealing_key.id as "keyId", sealing_key.master, sealing_key.wrapped, array(select distinct kind from resonance where message_id = message.id order by kind) as resonances
	from message
	inner join alias on alias.id = message.alias_id
	left join sealing_key on sealing_key.id = alias.key_id
	where message.circle_id = $1 and message.place < $2
	order by message.place desc
	limit $3;

select message.id, message.place, message.change, message.body, message.content_note as "contentNote", message.reply_to as "replyTo", message.posted_at as "postedAt", message.edited_at as "editedAt", message.removed_at as "removedAt", message.hidden_at as "hiddenAt", message.hidden_because as "hiddenBecause", alias.id as "aliasId", alias.name as "aliasName", sealing_key.id as "keyId", sealing_key.master, sealing_key.wrapped, array(select distinct kind from resonance where message_id = message.id order by kind) as resonances
	from message
	inner join alias on alias.id = message.alias_id
	left join sealing_key on sealing_key.id = alias.key_id
	where message.circle_id = $1 and message.place = $2;

-- ── src/features/circles/server/observe-circle.ts

delete from observer
	where circle_id = $1 and person_id = $2;

insert into observer (circle_id, person_id, since)
	values ($1, $2, $3)
	on conflict do nothing;

-- ── src/features/circles/server/offer-free-seats.ts

update wait
	set state = $1, offered_until = $2
	where circle_id = $3 and person_id = $4;

-- ── src/features/circles/server/open-circle.ts

insert into circle (id, slug, name, about, topics, language, structure, venue, address, capacity, joining, observers_welcome, age_band, agreements, state, agreements_version, last_place, last_change, opened_at)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19);

insert into seat (circle_id, person_id, role, taken_at, quiet_until, resting)
	values ($1, $2, $3, $4, $5, $6);

update alias
	set accepted_version = $1
	where id = $2;

-- ── src/features/circles/server/personal.ts

delete from observer
	where person_id = $1 and circle_id = $2;

delete from resonance
	where alias_id = $1;

delete from sealing_key
	where id = $1;

delete from seat
	where person_id = $1 and circle_id = $2;

delete from wait
	where person_id = $1 and circle_id = $2;

select alias.id, alias.name, alias.key_id, alias.accepted_version, circle.name as circle
	from alias
	inner join circle on circle.id = alias.circle_id
	where alias.person_id = $1;

select circle_id, ends_at
	from invitation
	where made_by = $1;

select id
	from circle
	where id = $1
	for update;

select id, circle_id, key_id
	from alias
	where person_id = $1
	order by circle_id;

select id, place, body, content_note, reply_to, posted_at, edited_at, hidden_because
	from message
	where alias_id = $1
	order by place;

select meeting_id, made_at
	from reminder
	where person_id = $1;

select observer.*, circle.name as circle
	from observer
	inner join circle on circle.id = observer.circle_id
	where observer.person_id = $1;

select resonance.kind, message.place
	from resonance
	inner join message on message.id = resonance.message_id
	where resonance.alias_id = $1;

select seat.*, circle.name as circle
	from seat
	inner join circle on circle.id = seat.circle_id
	where seat.person_id = $1;

select wait.*, circle.name as circle
	from wait
	inner join circle on circle.id = wait.circle_id
	where wait.person_id = $1;

update alias
	set person_id = $1, name = $2, name_key = $3, key_id = $4, accepted_version = $5
	where id = $6;

update message
	set body = $1, content_note = $2, removed_at = $3
	where alias_id = $4;

-- ── src/features/circles/server/post-message.ts

insert into message (id, circle_id, place, change, alias_id, client_id, body, content_note, reply_to, posted_at, edited_at, removed_at, hidden_at, hidden_because)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);

select id
	from circle
	where id = $1
	for update;

select id, place
	from message
	where alias_id = $1 and client_id = $2;

-- ── src/features/circles/server/queries.ts

select (select count(*) from seat where seat.circle_id = circle.id)::int as seats, (select count(*) from seat where seat.circle_id = circle.id and role = 'host')::int as hosts, (select count(*) from observer where observer.circle_id = circle.id)::int as observers, (select count(*) from wait where wait.circle_id = circle.id and state <> 'asked')::int as waiting
	from circle
	where circle.id = $1;

select alias.id, alias.name, seat.role, seat.quiet_until as "quietUntil"
	from seat
	inner join alias on alias.circle_id = seat.circle_id and alias.person_id = seat.person_id
	where seat.circle_id = $1
	order by seat.taken_at;

select alias.id, alias.name, wait.since
	from wait
	inner join alias on alias.circle_id = wait.circle_id and alias.person_id = wait.person_id
	where wait.circle_id = $1 and wait.state = $2
	order by wait.since;

select alias.id, seat.person_id
	from seat
	inner join alias on alias.circle_id = seat.circle_id and alias.person_id = seat.person_id
	inner join person on person.id = seat.person_id
	where seat.circle_id = $1 and alias.name = person.nickname;

select circle.slug, circle.name, circle.about, circle.topics, circle.language, circle.structure, circle.venue, circle.capacity, circle.joining, circle.state, circle.observers_welcome as "observersWelcome", (select count(*) from seat where seat.circle_id = circle.id)::int as taken, (select count(*) from wait where wait.circle_id = circle.id and wait.state <> 'asked')::int as waiting, (select min(starts_at) from meeting where meeting.circle_id = circle.id and called_off_at is null and starts_at > $1) as "nextMeeting"
	from circle
	where (circle.state != $2 and circle.age_band = $3 and circle.joining != $4) and circle.state != $5
	order by circle.opened_at desc
	limit $6
	offset $7;

select circle.slug, circle.name, circle.about, circle.topics, circle.language, circle.structure, circle.venue, circle.capacity, circle.joining, circle.state, circle.observers_welcome as "observersWelcome", (select count(*) from seat where seat.circle_id = circle.id)::int as taken, (select count(*) from wait where wait.circle_id = circle.id and wait.state <> 'asked')::int as waiting, (select min(starts_at) from meeting where meeting.circle_id = circle.id and called_off_at is null and starts_at > $1) as "nextMeeting"
	from circle
	where (circle.state != $2 and circle.age_band = $3 and circle.joining != $4) and circle.state != $5 and (circle.name ilike $6 or circle.about ilike $7)
	order by circle.opened_at desc
	limit $8
	offset $9;

select circle.slug, circle.name, circle.about, circle.topics, circle.language, circle.structure, circle.venue, circle.capacity, circle.joining, circle.state, circle.observers_welcome as "observersWelcome", (select count(*) from seat where seat.circle_id = circle.id)::int as taken, (select count(*) from wait where wait.circle_id = circle.id and wait.state <> 'asked')::int as waiting, (select min(starts_at) from meeting where meeting.circle_id = circle.id and called_off_at is null and starts_at > $1) as "nextMeeting"
	from circle
	where (circle.state != $2 and circle.age_band = $3 and circle.joining != $4) and circle.state != $5 and circle.language = $6
	order by circle.opened_at desc
	limit $7
	offset $8;

select circle.slug, circle.name, circle.about, circle.topics, circle.language, circle.structure, circle.venue, circle.capacity, circle.joining, circle.state, circle.observers_welcome as "observersWelcome", (select count(*) from seat where seat.circle_id = circle.id)::int as taken, (select count(*) from wait where wait.circle_id = circle.id and wait.state <> 'asked')::int as waiting, (select min(starts_at) from meeting where meeting.circle_id = circle.id and called_off_at is null and starts_at > $1) as "nextMeeting"
	from circle
	where (circle.state != $2 and circle.age_band = $3 and circle.joining != $4) and circle.state != $5 and circle.topics @> array[$6]::text[]
	order by circle.opened_at desc
	limit $7
	offset $8;

select circle.slug, circle.name, circle.about, circle.topics, circle.language, circle.structure, circle.venue, circle.capacity, circle.joining, circle.state, circle.observers_welcome as "observersWelcome", (select count(*) from seat where seat.circle_id = circle.id)::int as taken, (select count(*) from wait where wait.circle_id = circle.id and wait.state <> 'asked')::int as waiting, (select min(starts_at) from meeting where meeting.circle_id = circle.id and called_off_at is null and starts_at > $1) as "nextMeeting", mine.role, watching.since as "observingSince", queued.state as "waitState"
	from circle
	left join seat as mine on mine.circle_id = circle.id and mine.person_id = $2
	left join observer as watching on watching.circle_id = circle.id and watching.person_id = $3
	left join wait as queued on queued.circle_id = circle.id and queued.person_id = $4
	where circle.id in (select circle_id from seat where person_id = $5 union select circle_id from observer where person_id = $6 union select circle_id from wait where person_id = $7)
	order by circle.name;

select circle.slug, circle.name, circle.venue, meeting.starts_at as "startsAt", meeting.minutes
	from meeting
	inner join circle on circle.id = meeting.circle_id
	where (circle.state != $1 and circle.age_band = $2 and circle.joining != $3) and circle.state = $4 and meeting.called_off_at is null and meeting.starts_at > $5 and meeting.starts_at < $6
	order by meeting.starts_at
	limit $7;

select distinct unnest(circle.topics) as topic
	from circle
	where (circle.state != $1 and circle.age_band = $2 and circle.joining != $3) and circle.state != $4
	order by topic
	limit $5;

select id, rule, at, zone
	from schedule
	where circle_id = $1
	order by made_at;

select id, slug, name, about, topics, language, structure, venue, address, capacity, joining, observers_welcome as "observersWelcome", age_band as "ageBand", state, agreements, agreements_version as "agreementsVersion", last_change as "lastChange"
	from circle
	where slug = $1;

select meeting.id, meeting.starts_at as "startsAt", meeting.minutes, meeting.called_off_at as "calledOffAt", schedule.zone
	from meeting
	left join schedule on schedule.id = meeting.schedule_id
	where meeting.circle_id = $1 and meeting.starts_at > $2
	order by meeting.starts_at
	limit $3;

select message.place, resonance.kind
	from resonance
	inner join message on message.id = resonance.message_id
	where message.circle_id = $1 and message.place >= $2 and message.place <= $3 and resonance.alias_id = $4;

-- ── src/features/circles/server/remind-of-meetings.ts

insert into reminder (meeting_id, person_id, made_at) select meeting.id, seat.person_id, $1::timestamptz as made_at
	from meeting
	inner join circle on circle.id = meeting.circle_id
	inner join seat on seat.circle_id = meeting.circle_id
	where meeting.called_off_at is null and circle.state = $2 and meeting.starts_at > $3 and meeting.starts_at <= $4 and seat.resting = $5
	on conflict do nothing;

-- ── src/features/circles/server/remove-message.ts

delete from resonance
	where message_id = $1;

update message
	set body = $1, content_note = $2, removed_at = $3, change = $4
	where id = $5;

-- ── src/features/circles/server/reportable.ts

select message.id, message.body, message.circle_id, alias.person_id, alias.key_id, circle.name
	from message
	inner join alias on alias.id = message.alias_id
	inner join circle on circle.id = message.circle_id
	where message.id = $1;

-- ── src/features/circles/server/resonate.ts

delete from resonance
	where message_id = $1 and alias_id = $2 and kind = $3;

insert into resonance (message_id, alias_id, kind)
	values ($1, $2, $3);

update message
	set change = $1
	where id = $2;

-- ── src/features/circles/server/rest-in-circle.ts

update seat
	set resting = $1
	where circle_id = $2 and person_id = $3;

-- ── src/features/circles/server/standing.ts

select circle.id, circle.capacity, circle.state, circle.joining, circle.observers_welcome as "observersWelcome", circle.age_band as "ageBand", circle.agreements_version as "agreementsVersion"
	from circle
	where circle.id = $1;

select circle.id, circle.capacity, circle.state, circle.joining, circle.observers_welcome as "observersWelcome", circle.age_band as "ageBand", circle.agreements_version as "agreementsVersion", seat.role, seat.quiet_until, seat.resting, wait.state as waiting, wait.offered_until, observer.since as observing, alias.accepted_version
	from circle
	left join seat on seat.circle_id = circle.id and seat.person_id = $1
	left join wait on wait.circle_id = circle.id and wait.person_id = $2
	left join observer on observer.circle_id = circle.id and observer.person_id = $3
	left join alias on alias.circle_id = circle.id and alias.person_id = $4
	where circle.id = $5;

select id
	from circle
	where id = $1
	for update;

select person_id, role, quiet_until, resting
	from seat
	where circle_id = $1
	order by taken_at;

select person_id, state, offered_until
	from wait
	where circle_id = $1
	order by since, person_id;

-- ── src/features/circles/server/topic.ts

select last_change
	from circle
	where id = $1;

-- ── src/features/circles/server/write-meetings.ts

insert into meeting (id, circle_id, schedule_id, starts_at, minutes, called_off_at)
	values ($1, $2, $3, $4, $5, $6)
	on conflict (circle_id, starts_at) do nothing;

select *
	from schedule
	where id = $1;

select schedule.id
	from schedule
	inner join circle on circle.id = schedule.circle_id
	where circle.state != $1;

-- ── src/features/directory/server/import-meetings.ts

delete from listing
	where feed_id = $1 and slug not in (select unnest($2::text[]));

insert into feed (id, slug, source, zone, changed_at)
	values ($1, $2, $3, $4, $5)
	on conflict do nothing;

insert into listing (id, feed_id, slug, name, days, local_time, minutes, zone, types, group_name, place, place_notes, address, region, in_person, online_url, online_notes, phone, phone_notes, notes, website, list_updated_at)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
	on conflict (feed_id, slug) do update
	set name = excluded.name, days = excluded.days, local_time = excluded.local_time, minutes = excluded.minutes, zone = excluded.zone, types = excluded.types, group_name = excluded.group_name, place = excluded.place, place_notes = excluded.place_notes, address = excluded.address, region = excluded.region, in_person = excluded.in_person, online_url = excluded.online_url, online_notes = excluded.online_notes, phone = excluded.phone, phone_notes = excluded.phone_notes, notes = excluded.notes, website = excluded.website, list_updated_at = excluded.list_updated_at
	where (listing.name, listing.days, listing.local_time, listing.minutes, listing.zone, listing.types, listing.group_name, listing.place, listing.place_notes, listing.address, listing.region, listing.in_person, listing.online_url, listing.online_notes, listing.phone, listing.phone_notes, listing.notes, listing.website, listing.list_updated_at) is distinct
	from (excluded.name, excluded.days, excluded.local_time, excluded.minutes, excluded.zone, excluded.types, excluded.group_name, excluded.place, excluded.place_notes, excluded.address, excluded.region, excluded.in_person, excluded.online_url, excluded.online_notes, excluded.phone, excluded.phone_notes, excluded.notes, excluded.website, excluded.list_updated_at)
	returning id;

select id, zone
	from feed
	where slug = $1
	for update;

update feed
	set source = $1, changed_at = $2
	where id = $3;

update feed
	set source = $1, changed_at = $2, zone = $3
	where id = $4;

-- ── src/features/directory/server/queries.ts

select count(*) as count
	from listing
	where (listing.days @> array[$1]::smallint[] and listing.in_person);

select count(*) as count
	from listing
	where (listing.days @> array[$1]::smallint[] and listing.local_time >= $2::time and listing.local_time < $3::time and listing.online);

select count(*) as count
	from listing
	where (listing.days @> array[$1]::smallint[] and listing.local_time >= $2::time and listing.local_time < $3::time);

select count(*) as count
	from listing
	where (listing.local_time >= $1::time or listing.local_time < $2::time);

select count(*) as count
	from listing
	where (listing.search like '%' || folded($1) || '%' and listing.search like '%' || folded($2) || '%' and listing.search like '%' || folded($3) || '%' and listing.search like '%' || folded($4) || '%' and listing.search like '%' || folded($5) || '%');

select count(*) as count
	from listing
	where (listing.search like '%' || folded($1) || '%' and listing.search like '%' || folded($2) || '%');

select count(*) as count
	from listing
	where 1 = 1;

select count(*) as count
	from listing
	where listing.days @> array[$1]::smallint[];

select count(*) as count
	from listing
	where listing.local_time >= $1::time and listing.local_time < $2::time;

select count(*) as count
	from listing
	where listing.online;

select count(*) as count
	from listing
	where listing.search like '%' || folded($1) || '%';

select count(*) as count
	from listing
	where listing.types @> array[$1]::text[];

select distinct unnest(listing.types) as type
	from listing;

select distinct zone
	from listing;

select feed.slug || '~' || listing.slug as slug, listing.name, listing.days, to_char(listing.local_time, 'HH24:MI') as time, listing.minutes, listing.zone, listing.types, listing.place, listing.address, listing.region, listing.in_person as "inPerson", listing.online_url as "onlineUrl", listing.phone
	from listing
	inner join feed on feed.id = listing.feed_id
	where (listing.days @> array[$1]::smallint[] and listing.in_person)
	order by ( select min((of_week * 86400 + extract(epoch from listing.local_time)::int - clock.seconds - 1 + $2) % $3) from unnest(array[$4]::smallint[]) of_week, unnest($5::text[], $6::int[]) clock (zone, seconds) where clock.zone = coalesce(listing.zone, '') ) asc nulls last, listing.name, listing.id
	limit $7
	offset $8;

select feed.slug || '~' || listing.slug as slug, listing.name, listing.days, to_char(listing.local_time, 'HH24:MI') as time, listing.minutes, listing.zone, listing.types, listing.place, listing.address, listing.region, listing.in_person as "inPerson", listing.online_url as "onlineUrl", listing.phone
	from listing
	inner join feed on feed.id = listing.feed_id
	where (listing.days @> array[$1]::smallint[] and listing.local_time >= $2::time and listing.local_time < $3::time and listing.online)
	order by ( select min((of_week * 86400 + extract(epoch from listing.local_time)::int - clock.seconds - 1 + $4) % $5) from unnest(array[$6]::smallint[]) of_week, unnest($7::text[], $8::int[]) clock (zone, seconds) where clock.zone = coalesce(listing.zone, '') ) asc nulls last, listing.name, listing.id
	limit $9
	offset $10;

select feed.slug || '~' || listing.slug as slug, listing.name, listing.days, to_char(listing.local_time, 'HH24:MI') as time, listing.minutes, listing.zone, listing.types, listing.place, listing.address, listing.region, listing.in_person as "inPerson", listing.online_url as "onlineUrl", listing.phone
	from listing
	inner join feed on feed.id = listing.feed_id
	where (listing.days @> array[$1]::smallint[] and listing.local_time >= $2::time and listing.local_time < $3::time)
	order by ( select min((of_week * 86400 + extract(epoch from listing.local_time)::int - clock.seconds - 1 + $4) % $5) from unnest(array[$6]::smallint[]) of_week, unnest($7::text[], $8::int[]) clock (zone, seconds) where clock.zone = coalesce(listing.zone, '') ) asc nulls last, listing.name, listing.id
	limit $9
	offset $10;

select feed.slug || '~' || listing.slug as slug, listing.name, listing.days, to_char(listing.local_time, 'HH24:MI') as time, listing.minutes, listing.zone, listing.types, listing.place, listing.address, listing.region, listing.in_person as "inPerson", listing.online_url as "onlineUrl", listing.phone
	from listing
	inner join feed on feed.id = listing.feed_id
	where (listing.local_time >= $1::time or listing.local_time < $2::time)
	order by ( select min((of_week * 86400 + extract(epoch from listing.local_time)::int - clock.seconds - 1 + $3) % $4) from unnest(listing.days) of_week, unnest($5::text[], $6::int[]) clock (zone, seconds) where clock.zone = coalesce(listing.zone, '') ) asc nulls last, listing.name, listing.id
	limit $7
	offset $8;

select feed.slug || '~' || listing.slug as slug, listing.name, listing.days, to_char(listing.local_time, 'HH24:MI') as time, listing.minutes, listing.zone, listing.types, listing.place, listing.address, listing.region, listing.in_person as "inPerson", listing.online_url as "onlineUrl", listing.phone
	from listing
	inner join feed on feed.id = listing.feed_id
	where (listing.search like '%' || folded($1) || '%' and listing.search like '%' || folded($2) || '%' and listing.search like '%' || folded($3) || '%' and listing.search like '%' || folded($4) || '%' and listing.search like '%' || folded($5) || '%')
	order by ( select min((of_week * 86400 + extract(epoch from listing.local_time)::int - clock.seconds - 1 + $6) % $7) from unnest(listing.days) of_week, unnest($8::text[], $9::int[]) clock (zone, seconds) where clock.zone = coalesce(listing.zone, '') ) asc nulls last, listing.name, listing.id
	limit $10
	offset $11;

select feed.slug || '~' || listing.slug as slug, listing.name, listing.days, to_char(listing.local_time, 'HH24:MI') as time, listing.minutes, listing.zone, listing.types, listing.place, listing.address, listing.region, listing.in_person as "inPerson", listing.online_url as "onlineUrl", listing.phone
	from listing
	inner join feed on feed.id = listing.feed_id
	where (listing.search like '%' || folded($1) || '%' and listing.search like '%' || folded($2) || '%')
	order by ( select min((of_week * 86400 + extract(epoch from listing.local_time)::int - clock.seconds - 1 + $3) % $4) from unnest(listing.days) of_week, unnest($5::text[], $6::int[]) clock (zone, seconds) where clock.zone = coalesce(listing.zone, '') ) asc nulls last, listing.name, listing.id
	limit $7
	offset $8;

select feed.slug || '~' || listing.slug as slug, listing.name, listing.days, to_char(listing.local_time, 'HH24:MI') as time, listing.minutes, listing.zone, listing.types, listing.place, listing.address, listing.region, listing.in_person as "inPerson", listing.online_url as "onlineUrl", listing.phone
	from listing
	inner join feed on feed.id = listing.feed_id
	where 1 = 1
	order by ( select min((of_week * 86400 + extract(epoch from listing.local_time)::int - clock.seconds - 1 + $1) % $2) from unnest(listing.days) of_week, unnest($3::text[], $4::int[]) clock (zone, seconds) where clock.zone = coalesce(listing.zone, '') ) asc nulls last, listing.name, listing.id
	limit $5
	offset $6;

select feed.slug || '~' || listing.slug as slug, listing.name, listing.days, to_char(listing.local_time, 'HH24:MI') as time, listing.minutes, listing.zone, listing.types, listing.place, listing.address, listing.region, listing.in_person as "inPerson", listing.online_url as "onlineUrl", listing.phone
	from listing
	inner join feed on feed.id = listing.feed_id
	where listing.days @> array[$1]::smallint[]
	order by ( select min((of_week * 86400 + extract(epoch from listing.local_time)::int - clock.seconds - 1 + $2) % $3) from unnest(array[$4]::smallint[]) of_week, unnest($5::text[], $6::int[]) clock (zone, seconds) where clock.zone = coalesce(listing.zone, '') ) asc nulls last, listing.name, listing.id
	limit $7
	offset $8;

select feed.slug || '~' || listing.slug as slug, listing.name, listing.days, to_char(listing.local_time, 'HH24:MI') as time, listing.minutes, listing.zone, listing.types, listing.place, listing.address, listing.region, listing.in_person as "inPerson", listing.online_url as "onlineUrl", listing.phone
	from listing
	inner join feed on feed.id = listing.feed_id
	where listing.local_time >= $1::time and listing.local_time < $2::time
	order by ( select min((of_week * 86400 + extract(epoch from listing.local_time)::int - clock.seconds - 1 + $3) % $4) from unnest(listing.days) of_week, unnest($5::text[], $6::int[]) clock (zone, seconds) where clock.zone = coalesce(listing.zone, '') ) asc nulls last, listing.name, listing.id
	limit $7
	offset $8;

select feed.slug || '~' || listing.slug as slug, listing.name, listing.days, to_char(listing.local_time, 'HH24:MI') as time, listing.minutes, listing.zone, listing.types, listing.place, listing.address, listing.region, listing.in_person as "inPerson", listing.online_url as "onlineUrl", listing.phone
	from listing
	inner join feed on feed.id = listing.feed_id
	where listing.online
	order by ( select min((of_week * 86400 + extract(epoch from listing.local_time)::int - clock.seconds - 1 + $1) % $2) from unnest(listing.days) of_week, unnest($3::text[], $4::int[]) clock (zone, seconds) where clock.zone = coalesce(listing.zone, '') ) asc nulls last, listing.name, listing.id
	limit $5
	offset $6;

select feed.slug || '~' || listing.slug as slug, listing.name, listing.days, to_char(listing.local_time, 'HH24:MI') as time, listing.minutes, listing.zone, listing.types, listing.place, listing.address, listing.region, listing.in_person as "inPerson", listing.online_url as "onlineUrl", listing.phone
	from listing
	inner join feed on feed.id = listing.feed_id
	where listing.search like '%' || folded($1) || '%'
	order by ( select min((of_week * 86400 + extract(epoch from listing.local_time)::int - clock.seconds - 1 + $2) % $3) from unnest(listing.days) of_week, unnest($4::text[], $5::int[]) clock (zone, seconds) where clock.zone = coalesce(listing.zone, '') ) asc nulls last, listing.name, listing.id
	limit $6
	offset $7;

select feed.slug || '~' || listing.slug as slug, listing.name, listing.days, to_char(listing.local_time, 'HH24:MI') as time, listing.minutes, listing.zone, listing.types, listing.place, listing.address, listing.region, listing.in_person as "inPerson", listing.online_url as "onlineUrl", listing.phone
	from listing
	inner join feed on feed.id = listing.feed_id
	where listing.types @> array[$1]::text[]
	order by ( select min((of_week * 86400 + extract(epoch from listing.local_time)::int - clock.seconds - 1 + $2) % $3) from unnest(listing.days) of_week, unnest($4::text[], $5::int[]) clock (zone, seconds) where clock.zone = coalesce(listing.zone, '') ) asc nulls last, listing.name, listing.id
	limit $6
	offset $7;

select feed.slug || '~' || listing.slug as slug, listing.name, listing.days, to_char(listing.local_time, 'HH24:MI') as time, listing.minutes, listing.zone, listing.types, listing.place, listing.address, listing.region, listing.in_person as "inPerson", listing.online_url as "onlineUrl", listing.phone, listing.group_name as group, listing.place_notes as "placeNotes", listing.online_notes as "onlineNotes", listing.phone_notes as "phoneNotes", listing.notes, listing.website, listing.list_updated_at as updated, feed.changed_at as "broughtIn"
	from listing
	inner join feed on feed.id = listing.feed_id
	where feed.slug = $1 and listing.slug = $2;

-- ── src/features/people/server/about.ts

delete from about
	where person_id = $1;

insert into about (person_id, kind, audience, told)
	values ($1, $2, $3, $4);

select key_id
	from person
	where id = $1
	for update;

select person.id as "personId", person.age_band as "ageBand", about.kind, about.audience, about.told, sealing_key.id, sealing_key.master, sealing_key.wrapped
	from about
	inner join person on person.id = about.person_id
	inner join sealing_key on sealing_key.id = person.key_id
	where person.id in ($1);

-- ── src/features/people/server/change-nickname.ts

update person
	set nickname = $1, nickname_key = $2
	where id = $3;

-- ── src/features/people/server/change-organisation.ts

update organisation
	set name = $1, age_bands = $2, locale = $3, crisis_policy = $4;

-- ── src/features/people/server/change-passphrase.ts

delete from known_device
	where person_id = $1;

update person
	set passphrase = $1
	where id = $2;

-- ── src/features/people/server/change-settings.ts

update person
	set discreet = $1
	where id = $2;

update person
	set locale = $1, zone = $2, theme = $3, discreet = $4
	where id = $5;

-- ── src/features/people/server/claim.ts

update organisation
	set claim_digest = $1
	where claim_digest = $2
	returning one;

-- ── src/features/people/server/demo.ts

select id
	from person
	where id = $1 and made_up = $2;

select person.id, person.nickname, (select coalesce(array_agg(duty.duty order by duty.duty), '{}') as duties from duty where duty.person_id = person.id) as duties
	from person
	where person.made_up = $1
	order by person.joined_on, person.nickname;

update person
	set made_up = $1
	where id = $2;

-- ── src/features/people/server/end-session.ts

delete from session
	where id != $1 and person_id = $2;

delete from session
	where id = $1 and person_id = $2;

-- ── src/features/people/server/erase-person.ts

update event
	set actor_id = nullif(actor_id, $1::uuid), subject = replace(subject, $2::text, 'erased'), data = ( select coalesce(jsonb_object_agg(key, case when value = to_jsonb($3::text) then 'null' else value end), '{}') from jsonb_each(data) )
	where actor_id = $4::uuid or subject like $5 or data @? $6::jsonpath;

update organisation
	set claim_digest = $1
	where claim_digest is null and not exists (select person_id from duty where duty = $2);

-- ── src/features/people/server/forget-ended.ts

delete from known_device
	where forget_on <= $1;

delete from passkey_challenge
	where ends_at <= $1;

delete from session
	where ends_at <= $1;

update session
	set fresh_until = $1
	where fresh_until <= $2;

-- ── src/features/people/server/found-organisation.ts

insert into organisation (one, name, age_bands, locale, crisis_policy, claim_digest, made_at)
	values ($1, $2, $3, $4, $5, $6, $7)
	on conflict (one) do nothing;

update organisation
	set claim_digest = $1
	where claim_digest is not null
	returning one;

-- ── src/features/people/server/give-duty.ts

insert into duty (person_id, duty, given_by, given_at)
	values ($1, $2, $3, $4)
	on conflict (person_id, duty) do nothing;

-- ── src/features/people/server/hold-nickname.ts

select id
	from person
	where nickname_key = $1;

select pg_advisory_xact_lock(hashtextextended($1, 0));

-- ── src/features/people/server/known-device.ts

insert into known_device (digest, person_id, forget_on)
	values ($1, $2, $3)
	on conflict (digest) do update
	set forget_on = $4;

select digest
	from known_device
	where digest = $1 and forget_on > $2;

-- ── src/features/people/server/passkeys.ts

delete from passkey
	where id = $1 and person_id = $2;

delete from passkey_challenge
	where digest = $1 and purpose = $2 and ends_at > $3 and person_id = $4;

delete from passkey_challenge
	where digest = $1 and purpose = $2 and ends_at > $3 and person_id is null;

insert into passkey (id, person_id, credential_id, public_key, counter, transports, name, made_on)
	values ($1, $2, $3, $4, $5, $6, $7, $8)
	on conflict (credential_id) do nothing;

insert into passkey_challenge (digest, person_id, purpose, ends_at)
	values ($1, $2, $3, $4);

select credential_id
	from passkey
	where person_id = $1;

select id
	from passkey
	where person_id = $1;

select id, person_id, credential_id, public_key, counter, transports
	from passkey
	where credential_id = $1
	for update;

select passphrase
	from person
	where id = $1
	for update;

update passkey
	set counter = $1
	where id = $2;

update passkey
	set name = $1
	where id = $2 and person_id = $3;

-- ── src/features/people/server/personal.ts

delete from person
	where id = $1
	returning key_id;

delete from sealing_key
	where id = $1;

select duty, given_at as "givenAt"
	from duty
	where person_id = $1;

select name, at
	from event
	where (actor_id = $1 or subject = $2)
	order by seq;

select nickname, age_band as "ageBand", locale, zone, theme, discreet, joined_on as "joinedOn"
	from person
	where id = $1;

-- ── src/features/people/server/prove-oneself.ts

select passphrase
	from person
	where id = $1;

-- ── src/features/people/server/queries.ts

select id, device, shared_device as "sharedDevice", begun_on as "begunOn"
	from session
	where person_id = $1
	order by begun_on desc, id;

select id, name, made_on as "madeOn"
	from passkey
	where person_id = $1
	order by id;

select id, nickname
	from person
	where nickname_key = $1;

select name, age_bands as "ageBands", locale, crisis_policy as "crisisPolicy"
	from organisation;

select one
	from organisation
	where claim_digest = $1;

select person.id, person.age_band as "ageBand", (select coalesce(array_agg(duty.duty order by duty.duty), '{}') as duties from duty where duty.person_id = person.id) as duties
	from person
	where person.id = $1;

select person.id, person.nickname, duty.duty
	from duty
	inner join person on person.id = duty.person_id
	order by person.nickname, duty.duty;

select person.passphrase is not null as passphrase, (select count(*) as count from passkey where passkey.person_id = person.id) as passkeys
	from person
	where person.id = $1;

-- ── src/features/people/server/recover.ts

delete from known_device
	where person_id = $1;

delete from session
	where person_id = $1;

update person
	set recovery_digest = $1
	where id = $2;

update person
	set recovery_digest = $1
	where recovery_digest = $2
	returning id;

update person
	set recovery_digest = $1, passphrase = $2
	where recovery_digest = $3
	returning id;

-- ── src/features/people/server/sessions.ts

insert into session (digest, id, person_id, device, shared_device, begun_on, ends_at, fresh_until)
	values ($1, $2, $3, $4, $5, $6, $7, $8);

select person.id, person.nickname, person.age_band as "ageBand", person.locale, person.zone, person.theme, person.discreet, session.id as "sessionId", session.shared_device as "sharedDevice", session.fresh_until as "freshUntil", session.ends_at as "endsAt", (select coalesce(array_agg(duty.duty order by duty.duty), '{}') as duties from duty where duty.person_id = person.id) as duties
	from session
	inner join person on person.id = session.person_id
	where session.digest = $1 and session.ends_at > $2;

update session
	set ends_at = $1
	where digest = $2 and ends_at > $3 and ends_at < $4;

update session
	set fresh_until = $1
	where digest = $2;

-- ── src/features/people/server/sign-in.ts

select id, passphrase
	from person
	where nickname_key = $1;

-- ── src/features/people/server/sign-up.ts

insert into person (id, nickname, nickname_key, age_band, locale, zone, theme, discreet, key_id, passphrase, recovery_digest, joined_on)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- ── src/features/people/server/take-duty.ts

delete from duty
	where person_id = $1 and duty = $2;

select person_id
	from duty
	where duty = $1
	order by person_id
	for update;

-- ── src/platform/db.ts

insert into event (id, at, actor_id, name, subject, data)
	values ($1, $2, $3, $4, $5, $6::text::jsonb);

select 1;

select graphile_worker.add_job($1, $2::text::json, run_at => $3, job_key => $4);

select pg_notify('nudge', $1);

-- ── src/platform/rate-limit.ts

delete from rate_limit
	where window_ends < $1;

insert into rate_limit (key, window_ends, count)
	values ($1, $2, $3)
	on conflict (key) do update
	set count = case when rate_limit.window_ends <= $4 then 1 else rate_limit.count + 1 end, window_ends = case when rate_limit.window_ends <= $5 then excluded.window_ends else rate_limit.window_ends end
	returning count;

update rate_limit
	set count = rate_limit.count - 1
	where key = $1 and count > $2;

-- ── src/platform/rewrap.ts

select id, master, wrapped
	from sealing_key
	where master != $1
	limit $2
	for update;

update sealing_key
	set master = $1, wrapped = $2
	where id = $3;

-- ── src/platform/vault.ts

insert into sealing_key (id, master, wrapped, made_at)
	values ($1, $2, $3, $4);

select distinct master
	from sealing_key;

select id, master, wrapped
	from sealing_key
	where id in ($1);
