-- Every query the product can send, by the file that asks. Written by test/queries/queries.test.ts.


-- ── src/features/access/server/forget-ended.ts

delete from token
	where ends_at <= $1;

-- ── src/features/access/server/make-token.ts

insert into token (digest, id, person_id, name, scopes, made_on, ends_at)
	values ($1, $2, $3, $4, $5, $6, $7);

select count(*) as count
	from token
	where person_id = $1;

select id
	from person
	where id = $1
	for update;

-- ── src/features/access/server/personal.ts

delete from token
	where person_id = $1;

select name, scopes, made_on as "madeOn", ends_at as "endsAt"
	from token
	where person_id = $1
	order by made_on;

-- ── src/features/access/server/queries.ts

select id, name, scopes, made_on as "madeOn", ends_at as "endsAt"
	from token
	where person_id = $1 and ends_at > $2
	order by made_on desc, id;

select person.id, person.nickname, person.age_band as "ageBand", person.locale, person.zone, token.name, token.scopes, token.ends_at as "endsAt", (select coalesce(array_agg(duty.duty order by duty.duty), '{}') as duties from duty where duty.person_id = person.id) as duties
	from token
	inner join person on person.id = token.person_id
	where token.digest = $1 and token.ends_at > $2 and (person.suspended_until is null or person.suspended_until <= $3);

-- ── src/features/access/server/revoke-token.ts

delete from token
	where id = $1 and person_id = $2;

delete from token
	where person_id = $1;

-- ── src/features/asking/server/answer.ts

select ask.id as "askId", ask.person_id as "personId", ask.state as "askState", offer.state, offer.until
	from offer
	inner join ask on ask.id = offer.ask_id
	where offer.id = $1;

select id
	from ask
	where id = $1
	for update;

select offer.ask_id
	from offer
	inner join ask on ask.id = offer.ask_id
	where offer.id = $1 and offer.supporter_id = $2 and not exists (select from block where (block.blocker_id = $3 and block.blocked_id = ask.person_id) or (block.blocked_id = $4 and block.blocker_id = ask.person_id));

update ask
	set state = $1, ended_at = $2, pairing_id = $3
	where id = $4;

update offer
	set state = $1
	where id = $2;

-- ── src/features/asking/server/ask.ts

insert into ask (id, person_id, help, language, words, asked_at, ended_at, pairing_id, way)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
	on conflict do nothing
	returning id;

select id
	from pairing
	where member_id = $1 and ended_at is null
	limit $2;

select id
	from pairing
	where supporter_id = $1 and member_id = $2 and ended_at is null;

update ask
	set state = $1, ended_at = $2
	where person_id = $3 and state = $4
	returning id;

update ask
	set state = $1, ended_at = $2
	where person_id = $3 and state = $4 and way = $5 and not exists (select offer.id from offer where offer.ask_id = ask.id and offer.state = $6 and offer.until > $7);

-- ── src/features/asking/server/blockable.ts

select ask.person_id as "personId"
	from offer
	inner join ask on ask.id = offer.ask_id
	where offer.id = $1 and offer.supporter_id = $2 and offer.state = $3 and offer.until > $4;

-- ── src/features/asking/server/card.ts

select id, person_id as "personId", help, language, words
	from ask
	where pairing_id = $1;

-- ── src/features/asking/server/cards.ts

insert into offer (id, ask_id, supporter_id, made_at, told_from, until, named)
	values ($1, $2, $3, $4, $5, $6, $7)
	on conflict do nothing
	returning id;

select id
	from ask
	where id in ($1)
	order by id
	for update;

select id as "askId", person_id as "personId", language, asked_at as "askedAt"
	from ask
	where state = $1 and way != $2 and not exists (select offer.id from offer where offer.ask_id = ask.id and offer.state = $3)
	order by id;

select id as "askId", person_id as "personId", language, asked_at as "askedAt"
	from ask
	where state = $1 and way != $2 and not exists (select offer.id from offer where offer.ask_id = ask.id and offer.state = $3) and id in ($4)
	order by id;

select person_id
	from ask
	where id = $1;

update offer
	set state = $1
	where ask_id = $2 and state = $3;

update offer
	set state = $1
	where id = $2 and state = $3 and until <= $4
	returning ask_id as "askId";

-- ── src/features/asking/server/desk.ts

select ask.id as "askId", ask.person_id as "personId", ask.language, ask.asked_at as "askedAt", person.nickname
	from ask
	inner join person on person.id = ask.person_id
	where ask.id = $1 and ask.state = $2 and ask.way != $3 and not exists (select from block where (block.blocker_id = $4 and block.blocked_id = ask.person_id) or (block.blocked_id = $5 and block.blocker_id = ask.person_id));

select ask.id, ask.asked_at as "askedAt", person.nickname, exists (select offer.id from offer where offer.ask_id = ask.id and offer.state = $1) as before
	from ask
	inner join person on person.id = ask.person_id
	where ask.state = $2 and ask.way != $3 and not exists (select from block where (block.blocker_id = $4 and block.blocked_id = ask.person_id) or (block.blocked_id = $5 and block.blocker_id = ask.person_id))
	order by ask.asked_at;

select asking_task.id, asking_task.kind, asking_task.ask_id as "askId", asking_task.made_at as "madeAt", ask.asked_at as "askedAt", member.nickname as member, supporter.nickname as supporter
	from asking_task
	left join ask on ask.id = asking_task.ask_id
	left join pairing on pairing.id = asking_task.pairing_id
	left join person as member on (member.id = ask.person_id or member.id = pairing.member_id)
	left join person as supporter on supporter.id = pairing.supporter_id
	where
	settled_at is null and (not exists (select from block where (block.blocker_id = $1 and block.blocked_id = member.id) or (block.blocked_id = $2 and block.blocker_id = member.id)) and not exists (select from block where (block.blocker_id = $3 and block.blocked_id = supporter.id) or (block.blocked_id = $4 and block.blocker_id = supporter.id)))
	order by made_at;

select id, at, waiting, put, worth, bound
	from matching_run
	order by at desc
	limit $1;

select supporter_id, state
	from offer
	where ask_id = $1;

-- ── src/features/asking/server/fit.ts

insert into what_fits (person_id, words, told_at)
	values ($1, $2, $3)
	on conflict (person_id) do update
	set words = $4, told_at = $5;

select id
	from ask
	where person_id = $1 and state = $2;

select person_id
	from what_fits
	where person_id = $1
	for update;

select person_id as "personId", words
	from what_fits
	where person_id = $1;

select supporter.id, person.nickname
	from supporter
	inner join person on person.id = supporter.person_id
	where (exists (select pairing.id from pairing where pairing.supporter_id = person.id and pairing.member_id = $1) or supporter.id = any($2)) and not exists (select from block where (block.blocker_id = $3 and block.blocked_id = person.id) or (block.blocked_id = $4 and block.blocker_id = person.id))
	order by person.nickname;

-- ── src/features/asking/server/hand-over.ts

select id
	from pairing
	where supporter_id = $1 and ended_at is null
	order by id;

select id
	from supporter
	where person_id = $1
	for update;

update offer
	set state = $1
	where supporter_id = $2 and state = $3
	returning ask_id as "askId";

-- ── src/features/asking/server/let-apart.ts

update offer
	set state = $1
	from ask
	where ask.id = offer.ask_id and offer.state = $2 and offer.supporter_id in ($3) and ask.person_id in ($4)
	returning offer.ask_id as "askId";

-- ── src/features/asking/server/loads.ts

select supporter_id, count(*) as cards
	from offer
	where supporter_id in ($1) and state = $2 and until > $3
	group by supporter_id;

-- ── src/features/asking/server/look-after.ts

select asked_at, bend_asked_at, handed_at
	from ask
	where id = $1 and state = $2
	for update;

update ask
	set bend_asked_at = $1
	where id = $2;

update ask
	set bend_asked_at = $1, handed_at = $2
	where id = $3;

update ask
	set handed_at = $1
	where id = $2;

-- ── src/features/asking/server/match-waiting.ts

delete from matching_price;

delete from matching_run
	where at < $1;

insert into matching_price (supporter_id, price)
	values ($1, $2);

insert into matching_run (id, at, waiting, put, worth, bound, scarce)
	values ($1, $2, $3, $4, $5, $6, $7);

select id
	from supporter
	where person_id in ($1)
	order by person_id
	for update;

select pg_try_advisory_xact_lock(hashtext('asking.match-waiting')) as alone;

-- ── src/features/asking/server/neighbourhood.ts

select member_id as member, supporter_id as supporter
	from pairing
	where member_id = any($1) and supporter_id is not null and ended_at is null union select member_id, supporter_id
	from tried_another
	where member_id = any($2) union select blocker_id, blocked_id
	from block
	where blocker_id = any($3) union select blocked_id, blocker_id
	from block
	where blocked_id = any($4) union select ask.person_id, offer.supporter_id
	from offer join ask on ask.id = offer.ask_id
	where offer.ask_id = any($5);

select person.id as "personId", what_fits.words, person.age_band as "ageBand", person.zone
	from what_fits
	inner join person on person.id = what_fits.person_id
	where person.id in ($1);

-- ── src/features/asking/server/personal.ts

delete from ask
	where person_id = $1;

delete from matching_price
	where supporter_id = $1;

delete from offer
	where supporter_id = $1
	returning ask_id as "askId", state;

delete from tried_another
	where (member_id = $1 or supporter_id = $2);

delete from what_fits
	where person_id = $1;

select id, person_id as "personId", help, language, words, state, way, asked_at as "askedAt", ended_at as "endedAt", handed_at as "handedAt"
	from ask
	where person_id = $1
	order by asked_at;

select pairing_id as pairing, told, at
	from tried_another
	where member_id = $1
	order by at;

select state, made_at as "madeAt", until
	from offer
	where supporter_id = $1
	order by made_at;

-- ── src/features/asking/server/queries.ts

select id, way, help, asked_at as "askedAt", bend_asked_at as "bendAskedAt", handed_at as "handedAt"
	from ask
	where person_id = $1 and state = $2;

select offer.id as "offerId", offer.until, offer.told_from as "toldFrom", ask.id, ask.person_id as "personId", ask.help, ask.language, ask.words
	from offer
	inner join ask on ask.id = offer.ask_id
	where offer.supporter_id = $1 and not exists (select from block where (block.blocker_id = $2 and block.blocked_id = ask.person_id) or (block.blocked_id = $3 and block.blocker_id = ask.person_id)) and offer.state = $4 and offer.until > $5 and ask.state = $6 and exists (select duty.duty from duty where duty.person_id = $7 and duty.duty = $8)
	order by ask.asked_at;

select person.nickname, offer.state, offer.until, offer.named
	from offer
	inner join person on person.id = offer.supporter_id
	where offer.ask_id = $1 and not exists (select from block where (block.blocker_id = $2 and block.blocked_id = offer.supporter_id) or (block.blocked_id = $3 and block.blocker_id = offer.supporter_id));

-- ── src/features/asking/server/suggest.ts

select scarce
	from matching_run
	order by at desc
	limit $1;

select supporter_id, price
	from matching_price;

-- ── src/features/asking/server/tasks.ts

insert into asking_task (id, kind, ask_id, pairing_id, made_at, settled_at, settled_by)
	values ($1, $2, $3, $4, $5, $6, $7)
	on conflict do nothing;

update asking_task
	set
	settled_at = $1
	where
	settled_at is null and ask_id = $2;

update asking_task
	set
	settled_at = $1
	where
	settled_at is null and pairing_id = $2;

update asking_task
	set
	settled_at = $1,
	settled_by = $2
	where id = $3 and
	settled_at is null
	returning id;

-- ── src/features/asking/server/try-another.ts

insert into tried_another (pairing_id, member_id, supporter_id, told, at)
	values ($1, $2, $3, $4, $5)
	on conflict do nothing;

select told
	from tried_another
	where pairing_id = $1;

-- ── src/features/asking/server/words.ts

select id, key_id
	from person
	where id in ($1);

select key_id
	from person
	where id = $1;

-- ── src/features/attention/server/acquaintance.ts

select person.id, person.joined_on as "joinedOn", (select count(distinct (message.conversation_id, (message.posted_at at time zone 'UTC')::date))::int as talks from alias inner join message on message.alias_id = alias.id where alias.person_id = person.id) as talks
	from person
	where person.id = any($1::uuid[]);

-- ── src/features/attention/server/answer-card.ts

select card.id, card.kind, card.case_id as "caseId"
	from card
	inner join alias on alias.id = card.alias_id
	where card.id = $1 and alias.person_id = $2
	for update of card;

update card
	set answer = $1
	where id = $2;

-- ── src/features/attention/server/arrivals.ts

insert into arrival (person_id, company, forget_on)
	values ($1, $2, $3)
	on conflict do nothing;

insert into arriving (digest, company, ends_at)
	values ($1, $2, $3)
	on conflict (digest) do update
	set digest = arriving.digest
	returning company;

select arrival.person_id as "personId"
	from arrival as mine
	inner join arrival on arrival.company = mine.company
	where mine.person_id = $1
	order by arrival.person_id;

-- ── src/features/attention/server/begin-contact.ts

insert into contact (person_id, with_id, begun_at, answered_at)
	values ($1, $2, $3, $4);

select person.joined_on as "joinedOn", coalesce(bool_or(contact.with_id = $1), false) as known, count(contact.with_id)::int as begun, count(contact.answered_at)::int as answered
	from person
	left join contact on contact.person_id = person.id and (contact.begun_at > $2 or contact.with_id = $3)
	where person.id = $4
	group by person.id;

select pg_advisory_xact_lock(hashtextextended($1, 0));

update contact
	set answered_at = $1
	where person_id = $2 and with_id = $3 and answered_at is null;

-- ── src/features/attention/server/call-desk.ts

select id, answer, case_id
	from card
	where message_id = $1;

update card
	set case_id = $1
	where id = $2;

-- ── src/features/attention/server/deal-card.ts

insert into card (id, alias_id, message_id, kind, answer, case_id, made_at)
	values ($1, $2, $3, $4, $5, $6, $7);

select id, kind, message_id as "messageId", made_at as "madeAt"
	from card
	where alias_id = $1
	order by made_at desc
	limit $2;

-- ── src/features/attention/server/forget-old.ts

delete from arrival
	where forget_on <= $1;

delete from arriving
	where ends_at <= $1;

delete from card
	where made_at < $1;

delete from contact
	where begun_at < $1;

-- ── src/features/attention/server/look-at-people.ts

select company
	from arrival
	where person_id = $1;

select person_id
	from contact
	where person_id in ($1) and begun_at > $2
	group by person_id
	having count(*) >= $3;

-- ── src/features/attention/server/noticed.ts

select answer
	from card
	where message_id = $1;

select nickname
	from person
	where id in ($1)
	order by nickname;

-- ── src/features/attention/server/personal.ts

delete from arrival
	where person_id = $1;

delete from card
	where alias_id in (select alias.id from alias where alias.person_id = $1);

delete from contact
	where (person_id = $1 or with_id = $2);

select begun_at as "begunAt", answered_at as "answeredAt"
	from contact
	where person_id = $1
	order by begun_at;

select card.kind, card.answer, card.made_at as at
	from card
	inner join alias on alias.id = card.alias_id
	where alias.person_id = $1
	order by card.made_at;

-- ── src/features/attention/server/queries.ts

select person.age_band as "ageBand", person.country, card.id, card.kind, card.answer, card.message_id as "messageId", conversation.kind as home, conversation.id as "conversationId"
	from card
	inner join alias on alias.id = card.alias_id
	inner join person on person.id = alias.person_id
	inner join conversation on conversation.id = alias.conversation_id
	where card.alias_id = $1 and card.answer is null and card.made_at > $2
	order by card.made_at desc
	limit $3;

select person.age_band as "ageBand", person.country, card.id, card.kind, card.answer, card.message_id as "messageId", conversation.kind as home, conversation.id as "conversationId"
	from card
	inner join alias on alias.id = card.alias_id
	inner join person on person.id = alias.person_id
	inner join conversation on conversation.id = alias.conversation_id
	where card.id = $1 and alias.person_id = $2;

-- ── src/features/attention/server/tuning.ts

delete from tuning;

insert into tuning (name, value)
	values ($1, $2);

select name, value
	from tuning;

-- ── src/features/audit/server/chain.ts

select *
	from audit_entry
	where number > $1 and number <= $2
	order by number
	limit $3;

select number
	from audit_entry
	where (done_by = $1 or about = $2)
	order by number
	limit $3;

select number, digest, (select max(number) as last from audit_entry) as last
	from audit_head;

select person_id, opening, name
	from audit_name;

-- ── src/features/audit/server/names.ts

insert into audit_name (person_id, opening, name)
	values ($1, $2, $3)
	on conflict (person_id) do nothing;

select name
	from audit_name
	where person_id = $1;

select person.id, audit_name.name
	from person
	left join audit_name on audit_name.person_id = person.id
	where person.id in ($1)
	order by person.id;

-- ── src/features/audit/server/personal.ts

delete from audit_name
	where person_id = $1;

select number, at, kind
	from audit_entry
	where about = $1
	order by number;

select number, at, kind
	from audit_entry
	where done_by = $1
	order by number;

-- ── src/features/audit/server/queries.ts

select audit_name.name, person.nickname
	from audit_name
	inner join person on person.id = audit_name.person_id
	where audit_name.name in ($1);

select distinct kind
	from audit_entry;

select number, at, kind, done_by, about, facts
	from audit_entry
	where kind >= $1 and kind < $2
	order by number desc
	limit $3;

select person.id, person.nickname
	from audit_name
	inner join person on person.id = audit_name.person_id
	where exists (select number from audit_entry where audit_entry.done_by = audit_name.name)
	order by person.nickname;

-- ── src/features/audit/server/record.ts

insert into audit_arriving (at, kind, about, done_by, facts)
	values ($1, $2, $3, $4, $5);

-- ── src/features/blocks/server/between.ts

select blocker_id, blocked_id
	from block
	where (blocker_id = $1 or blocked_id = $2);

select id
	from block
	where ((blocker_id = $1 and blocked_id = $2) or (blocker_id = $3 and blocked_id = $4))
	limit $5;

-- ── src/features/blocks/server/block.ts

insert into block (id, blocker_id, blocked_id, known_as, known_in, since)
	values ($1, $2, $3, $4, $5, $6)
	on conflict (blocker_id, blocked_id) do nothing
	returning id;

select id
	from person
	where id = $1;

-- ── src/features/blocks/server/hold-two-still.ts

select pg_advisory_xact_lock(hashtextextended($1, 0));

-- ── src/features/blocks/server/known.ts

select key_id
	from person
	where id = $1;

-- ── src/features/blocks/server/personal.ts

delete from block
	where (blocker_id = $1 or blocked_id = $2);

-- ── src/features/blocks/server/queries.ts

select id, known_as, known_in, since
	from block
	where blocker_id = $1
	order by since desc, id desc;

-- ── src/features/blocks/server/unblock.ts

delete from block
	where id = $1 and blocker_id = $2
	returning blocked_id;

-- ── src/features/break-glass/server/answer.ts

update look
	set answer = $1, answered_by = $2, answered_at = $3, until = $4
	where id = $5;

-- ── src/features/break-glass/server/ask.ts

insert into look (id, what, case_id, conversation_id, alias_id, minutes, told_later, key_id, reason, asked_by, asked_at, answer, answered_by, answered_at, until, ended_at)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16);

select id
	from look
	where case_id = $1 and what = $2 and asked_by = $3 and ended_at is null and ((answer is null and asked_at > $4) or until > $5);

-- ── src/features/break-glass/server/end.ts

update look
	set ended_at = $1
	where id = $2;

-- ── src/features/break-glass/server/personal.ts

delete from look_told
	where person_id = $1;

delete from sealing_key
	where id in ($1);

select id, what, minutes, asked_at as "askedAt", answer, reason, key_id
	from look
	where asked_by = $1
	order by asked_at;

select what, answer, answered_at as "answeredAt"
	from look
	where answered_by = $1
	order by answered_at;

update look
	set answered_by = $1
	where answered_by = $2;

update look
	set reason = $1, asked_by = $2
	where asked_by = $3
	returning key_id;

-- ── src/features/break-glass/server/queries.ts

select conversation.kind, asker.nickname as asker, answerer.nickname as answerer, alias.name
	from look
	inner join conversation on conversation.id = look.conversation_id
	left join person as asker on asker.id = look.asked_by
	left join person as answerer on answerer.id = look.answered_by
	left join alias on alias.id = look.alias_id
	where look.id = $1;

select id, reason, key_id
	from look
	where id = $1;

select look.id, look.what, look.answered_at
	from look_told
	inner join look on look.id = look_told.look_id
	where look_told.person_id = $1 and look.conversation_id = $2 and look.answered_at > $3
	order by look.answered_at desc;

select look.id, look.what, look.case_id as "caseId", look.conversation_id as "conversationId", look.alias_id as "aliasId", look.minutes, look.told_later as "toldLater", look.asked_by as "askedBy", look.asked_at as "askedAt", look.answer, look.answered_by as "answeredBy", look.until, look.ended_at as "endedAt", conversation.kind, asker.nickname as asker
	from look
	inner join conversation on conversation.id = look.conversation_id
	left join person as asker on asker.id = look.asked_by
	where look.asked_at > $1
	order by look.asked_at desc
	limit $2;

select look.id, look.what, look.minutes, look.told_later as "toldLater", look.answered_at, look.reason, look.key_id, conversation.kind, conversation.id as "conversationId", alias.name
	from look_told
	inner join look on look.id = look_told.look_id
	inner join conversation on conversation.id = look.conversation_id
	left join alias on alias.conversation_id = look.conversation_id and alias.person_id = look_told.person_id
	where look_told.person_id = $1
	order by look.answered_at desc
	limit $2;

-- ── src/features/break-glass/server/read.ts

select alias.name, person.nickname
	from alias
	left join person on person.id = alias.person_id
	where alias.id = $1;

-- ── src/features/break-glass/server/standing.ts

select id
	from alias
	where conversation_id = $1 and person_id = $2;

select id
	from look
	where id = $1
	for update;

select look.id, look.what, look.case_id as "caseId", look.conversation_id as "conversationId", look.alias_id as "aliasId", look.minutes, look.told_later as "toldLater", look.asked_by as "askedBy", look.asked_at as "askedAt", look.answer, look.answered_by as "answeredBy", look.until, look.ended_at as "endedAt"
	from look
	where look.id = $1;

-- ── src/features/break-glass/server/talk-of.ts

select conversation_id as "conversationId", alias_id as "aliasId"
	from message
	where id = $1;

select conversation_id as "conversationId", id as "aliasId"
	from alias
	where id = $1;

select id, kind
	from conversation
	where id = $1;

-- ── src/features/break-glass/server/tell.ts

insert into look_told (look_id, person_id, told_at)
	values ($1, $2, $3)
	on conflict (look_id, person_id) do nothing
	returning look_id;

select alias.person_id as "personId"
	from alias
	inner join conversation on conversation.id = alias.conversation_id
	where alias.person_id is not null and alias.conversation_id = $1 and (conversation.kind in ($2) or alias.accepted_version > $3 or exists (select message.id from message where message.alias_id = alias.id))
	order by alias.person_id;

select alias.person_id as "personId"
	from alias
	inner join conversation on conversation.id = alias.conversation_id
	where alias.person_id is not null and alias.conversation_id = $1 and alias.id = $2
	order by alias.person_id;

select person.id
	from duty
	inner join person on person.id = duty.person_id
	where duty.duty = $1 and person.age_band = $2 and person.id not in ($3) and not exists (select alias.id from alias where alias.person_id = person.id and alias.conversation_id = $4)
	order by person.id;

-- ── src/features/circle-mode/server/come-to-meeting.ts

insert into sitting (id, circle_id, meeting_id, state, begun_on, ended_at, attended, version)
	values ($1, $2, $3, $4::text::jsonb, $5, $6, $7, $8);

-- ── src/features/circle-mode/server/debrief.ts

insert into debrief (id, circle_id, alias_id, words, written_on)
	values ($1, $2, $3, $4, $5);

select debrief.id, debrief.words, written_on as day, alias.name, alias.key_id
	from debrief
	inner join alias on alias.id = debrief.alias_id
	where circle_id = $1 and not exists (select from block where (block.blocker_id = $2 and block.blocked_id = alias.person_id) or (block.blocked_id = $3 and block.blocker_id = alias.person_id))
	order by debrief.id desc
	limit $4;

-- ── src/features/circle-mode/server/end-at-rest.ts

select state
	from circle
	where id = $1;

-- ── src/features/circle-mode/server/going-on.ts

select id
	from sitting
	where circle_id = $1 and ended_at is null
	for update;

select id, circle_id as "circleId", version, state
	from sitting
	where circle_id = $1 and ended_at is null;

update sitting
	set state = $1::text::jsonb, version = $2
	where id = $3;

update sitting
	set state = $1::text::jsonb, version = $2, ended_at = $3, attended = $4
	where id = $5;

-- ── src/features/circle-mode/server/let-go.ts

delete from aside_line
	where sitting_id in (select id from sitting where ended_at < $1);

select circle_id
	from sitting
	where ended_at is null
	order by circle_id;

update sitting
	set state = null
	where ended_at < $1 and state is not null;

-- ── src/features/circle-mode/server/personal.ts

delete from aside_line
	where (from_id = $1 or to_id = $2);

delete from debrief
	where alias_id = $1;

select alias.id, alias.key_id, circle.name as circle, circle.id as "circleId"
	from alias
	inner join circle on circle.id = alias.conversation_id
	where alias.person_id = $1
	order by circle.id;

select id, state
	from sitting
	where circle_id = $1 and ended_at is not null and state is not null;

select id, words, said_at
	from aside_line
	where
	from_id = $1
	order by id;

select id, words, written_on
	from debrief
	where alias_id = $1
	order by id;

select state
	from sitting
	where circle_id = $1 and ended_at is null;

update sitting
	set state = $1::text::jsonb
	where id = $2;

-- ── src/features/circle-mode/server/plan.ts

insert into meeting_plan (circle_id, script, admission, observers, talk)
	values ($1, $2::text::jsonb, $3, $4, $5)
	on conflict (circle_id) do update
	set admission = $6, observers = $7, talk = $8;

insert into meeting_plan (circle_id, script, admission, observers, talk)
	values ($1, $2::text::jsonb, $3, $4, $5)
	on conflict (circle_id) do update
	set script = $6::text::jsonb, admission = $7, observers = $8, talk = $9;

select agreements
	from circle
	where id = $1;

select observers_welcome, venue, script, admission, observers, talk
	from circle
	left join meeting_plan on meeting_plan.circle_id = circle.id
	where circle.id = $1;

-- ── src/features/circle-mode/server/queries.ts

select circle.slug, circle.name
	from sitting
	inner join circle on circle.id = sitting.circle_id
	where sitting.ended_at is null and sitting.state ->> 'stewardCalled' = 'true'
	order by circle.name;

select id, begun_on as day, attended
	from sitting
	where circle_id = $1 and attended > $2
	order by ended_at desc
	limit $3;

select id, name
	from alias
	where conversation_id = $1 and true;

select id, state, attended, ended_at as "endedAt", begun_on as "begunOn"
	from sitting
	where circle_id = $1 and ended_at is not null
	order by ended_at desc
	limit $2;

select state ->> 'phase' as phase
	from sitting
	where circle_id = $1 and ended_at is null;

-- ── src/features/circle-mode/server/say-how-it-was.ts

insert into how_it_was (circle_id, day, question, answer, count)
	values ($1, $2, $3, $4, $5)
	on conflict (circle_id, day, question, answer) do update
	set count = how_it_was.count + 1;

select day, question, answer, count
	from how_it_was
	where circle_id = $1;

update sitting
	set state = $1::text::jsonb
	where id = $2;

-- ── src/features/circle-mode/server/topic.ts

select circle_id
	from sitting
	where id = $1;

select version
	from sitting
	where id = $1;

-- ── src/features/circle-mode/server/write-aside.ts

insert into aside_line (id, sitting_id, number, from_id, to_id, words, said_at)
	values ($1, $2, (select coalesce(max(number), 0) + 1 from aside_line where sitting_id = $3), $4, $5, $6, $7);

select aside_line.id, number,
	from_id, to_id, words, said_at, alias.key_id
	from aside_line
	inner join alias on alias.id = aside_line.from_id
	where sitting_id = $1 and (from_id = $2 or to_id = $3)
	order by number;

update sitting
	set version = $1
	where id = $2;

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

-- ── src/features/circles/server/home.ts

select name
	from circle
	where id = $1;

select slug
	from circle
	where id = $1;

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

-- ── src/features/circles/server/leave-circle.ts

delete from seat
	where circle_id = $1 and person_id = $2;

-- ── src/features/circles/server/leave-line.ts

delete from wait
	where circle_id = $1 and person_id = $2;

-- ── src/features/circles/server/lend-floor.ts

update circle
	set piece_out = $1, piece_with = $2
	where id = $3;

-- ── src/features/circles/server/listable.ts

select *
	from circle
	where id = $1 for share;

select *
	from schedule
	where circle_id = $1
	order by made_at, id;

select id
	from circle
	where state = $1 and joining != $2;

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

insert into circle (id, slug, name, about, topics, language, structure, venue, address, capacity, joining, observers_welcome, age_band, agreements, state, agreements_version, piece_out, piece_with, opened_at)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19);

insert into seat (circle_id, person_id, role, taken_at, quiet_until, resting)
	values ($1, $2, $3, $4, $5, $6);

-- ── src/features/circles/server/personal.ts

delete from observer
	where person_id = $1 and circle_id = $2;

delete from seat
	where person_id = $1 and circle_id = $2;

delete from wait
	where person_id = $1 and circle_id = $2;

select circle_id
	from seat
	where person_id = $1 union select circle_id
	from observer
	where person_id = $2 union select circle_id
	from wait
	where person_id = $3;

select circle_id, ends_at
	from invitation
	where made_by = $1;

select meeting_id, made_at
	from reminder
	where person_id = $1;

select observer.*, circle.name as circle
	from observer
	inner join circle on circle.id = observer.circle_id
	where observer.person_id = $1;

select seat.*, circle.name as circle
	from seat
	inner join circle on circle.id = seat.circle_id
	where seat.person_id = $1;

select wait.*, circle.name as circle
	from wait
	inner join circle on circle.id = wait.circle_id
	where wait.person_id = $1;

-- ── src/features/circles/server/queries.ts

select (select count(*) from seat where seat.circle_id = circle.id)::int as seats, (select count(*) from seat where seat.circle_id = circle.id and role = 'host')::int as hosts, (select count(*) from observer where observer.circle_id = circle.id)::int as observers, (select count(*) from wait where wait.circle_id = circle.id and state <> 'asked')::int as waiting
	from circle
	where circle.id = $1;

select alias.id, alias.name, seat.role, seat.quiet_until as "quietUntil"
	from seat
	inner join alias on alias.conversation_id = seat.circle_id and alias.person_id = seat.person_id
	where seat.circle_id = $1 and not exists (select from block where (block.blocker_id = $2 and block.blocked_id = seat.person_id) or (block.blocked_id = $3 and block.blocker_id = seat.person_id))
	order by seat.taken_at, alias.id;

select alias.id, alias.name, seat.role, seat.quiet_until as "quietUntil"
	from seat
	inner join alias on alias.conversation_id = seat.circle_id and alias.person_id = seat.person_id
	where seat.circle_id = $1 and true
	order by seat.taken_at, alias.id;

select alias.id, alias.name, wait.since
	from wait
	inner join alias on alias.conversation_id = wait.circle_id and alias.person_id = wait.person_id
	where wait.circle_id = $1 and wait.state = $2 and not exists (select from block where (block.blocker_id = $3 and block.blocked_id = wait.person_id) or (block.blocked_id = $4 and block.blocker_id = wait.person_id))
	order by wait.since;

select alias.id, seat.person_id
	from seat
	inner join alias on alias.conversation_id = seat.circle_id and alias.person_id = seat.person_id
	inner join person on person.id = seat.person_id
	where seat.circle_id = $1 and not exists (select from block where (block.blocker_id = $2 and block.blocked_id = seat.person_id) or (block.blocked_id = $3 and block.blocker_id = seat.person_id)) and alias.name = person.nickname;

select circle.id, circle.slug, circle.name, circle.about, circle.topics, circle.language, circle.structure, circle.venue, circle.capacity, circle.joining, circle.state, circle.observers_welcome as "observersWelcome", (select count(*) from seat where seat.circle_id = circle.id)::int as taken, (select count(*) from wait where wait.circle_id = circle.id and wait.state <> 'asked')::int as waiting, (select min(starts_at) from meeting where meeting.circle_id = circle.id and called_off_at is null and starts_at > $1) as "nextMeeting"
	from circle
	where (circle.state != $2 and circle.age_band = $3 and circle.joining != $4) and circle.state != $5
	order by circle.opened_at desc
	limit $6
	offset $7;

select circle.id, circle.slug, circle.name, circle.about, circle.topics, circle.language, circle.structure, circle.venue, circle.capacity, circle.joining, circle.state, circle.observers_welcome as "observersWelcome", (select count(*) from seat where seat.circle_id = circle.id)::int as taken, (select count(*) from wait where wait.circle_id = circle.id and wait.state <> 'asked')::int as waiting, (select min(starts_at) from meeting where meeting.circle_id = circle.id and called_off_at is null and starts_at > $1) as "nextMeeting"
	from circle
	where (circle.state != $2 and circle.age_band = $3 and circle.joining != $4) and circle.state != $5 and (circle.name ilike $6 or circle.about ilike $7)
	order by circle.opened_at desc
	limit $8
	offset $9;

select circle.id, circle.slug, circle.name, circle.about, circle.topics, circle.language, circle.structure, circle.venue, circle.capacity, circle.joining, circle.state, circle.observers_welcome as "observersWelcome", (select count(*) from seat where seat.circle_id = circle.id)::int as taken, (select count(*) from wait where wait.circle_id = circle.id and wait.state <> 'asked')::int as waiting, (select min(starts_at) from meeting where meeting.circle_id = circle.id and called_off_at is null and starts_at > $1) as "nextMeeting"
	from circle
	where (circle.state != $2 and circle.age_band = $3 and circle.joining != $4) and circle.state != $5 and circle.language = $6
	order by circle.opened_at desc
	limit $7
	offset $8;

select circle.id, circle.slug, circle.name, circle.about, circle.topics, circle.language, circle.structure, circle.venue, circle.capacity, circle.joining, circle.state, circle.observers_welcome as "observersWelcome", (select count(*) from seat where seat.circle_id = circle.id)::int as taken, (select count(*) from wait where wait.circle_id = circle.id and wait.state <> 'asked')::int as waiting, (select min(starts_at) from meeting where meeting.circle_id = circle.id and called_off_at is null and starts_at > $1) as "nextMeeting"
	from circle
	where (circle.state != $2 and circle.age_band = $3 and circle.joining != $4) and circle.state != $5 and circle.topics @> array[$6]::text[]
	order by circle.opened_at desc
	limit $7
	offset $8;

select circle.id, circle.slug, circle.name, circle.about, circle.topics, circle.language, circle.structure, circle.venue, circle.capacity, circle.joining, circle.state, circle.observers_welcome as "observersWelcome", (select count(*) from seat where seat.circle_id = circle.id)::int as taken, (select count(*) from wait where wait.circle_id = circle.id and wait.state <> 'asked')::int as waiting, (select min(starts_at) from meeting where meeting.circle_id = circle.id and called_off_at is null and starts_at > $1) as "nextMeeting", mine.role, watching.since as "observingSince", queued.state as "waitState"
	from circle
	left join seat as mine on mine.circle_id = circle.id and mine.person_id = $2
	left join observer as watching on watching.circle_id = circle.id and watching.person_id = $3
	left join wait as queued on queued.circle_id = circle.id and queued.person_id = $4
	where circle.id in (select circle_id from seat where person_id = $5 union select circle_id from observer where person_id = $6 union select circle_id from wait where person_id = $7)
	order by circle.name;

select circle.id, slug, name, about, topics, language, structure, venue, address, capacity, joining, observers_welcome as "observersWelcome", age_band as "ageBand", state, agreements, agreements_version as "agreementsVersion", conversation.last_change as "lastChange"
	from circle
	inner join conversation on conversation.id = circle.id
	where slug = $1;

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

select id
	from circle
	where slug = $1;

select id, rule, at, zone
	from schedule
	where circle_id = $1
	order by made_at;

select id, starts_at as "startsAt", minutes
	from meeting
	where circle_id = $1 and called_off_at is null and starts_at <= $2 and starts_at + minutes * interval '1 minute' > $3
	order by starts_at desc
	limit $4;

select meeting.id, meeting.starts_at as "startsAt", meeting.minutes, meeting.called_off_at as "calledOffAt", schedule.zone
	from meeting
	left join schedule on schedule.id = meeting.schedule_id
	where meeting.circle_id = $1 and meeting.starts_at > $2
	order by meeting.starts_at
	limit $3;

select meeting.id, meeting.starts_at as "startsAt", meeting.minutes, meeting.called_off_at as "calledOffAt", schedule.zone, circle.slug, circle.name
	from meeting
	inner join circle on circle.id = meeting.circle_id
	left join schedule on schedule.id = meeting.schedule_id
	where circle.id in (select circle_id from seat where person_id = $1 union select circle_id from observer where person_id = $2) and circle.state != $3 and meeting.starts_at > $4
	order by meeting.starts_at
	limit $5;

-- ── src/features/circles/server/remind-of-meetings.ts

insert into reminder (meeting_id, person_id, made_at) select meeting.id, seat.person_id, $1::timestamptz as made_at
	from meeting
	inner join circle on circle.id = meeting.circle_id
	inner join seat on seat.circle_id = meeting.circle_id
	where meeting.called_off_at is null and circle.state = $2 and meeting.starts_at > $3 and meeting.starts_at <= $4 and seat.resting = $5
	on conflict do nothing;

-- ── src/features/circles/server/reportable.ts

select name, about, agreements
	from circle
	where id = $1;

-- ── src/features/circles/server/rest-in-circle.ts

update seat
	set resting = $1
	where circle_id = $2 and person_id = $3;

-- ── src/features/circles/server/standing.ts

select circle.id, circle.capacity, circle.state, circle.joining, circle.observers_welcome as "observersWelcome", circle.age_band as "ageBand", circle.agreements_version as "agreementsVersion", circle.piece_out as "pieceOut"
	from circle
	where circle.id = $1;

select circle.id, circle.capacity, circle.state, circle.joining, circle.observers_welcome as "observersWelcome", circle.age_band as "ageBand", circle.agreements_version as "agreementsVersion", circle.piece_out as "pieceOut", me.id as person_id, seat.role, seat.quiet_until, seat.resting, wait.state as waiting, wait.offered_until, observer.since as observing, alias.accepted_version, circle.piece_with = alias.id as holds_piece
	from circle
	inner join unnest($1::uuid[]) as me (id) on true
	left join seat on seat.circle_id = circle.id and seat.person_id = me.id
	left join wait on wait.circle_id = circle.id and wait.person_id = me.id
	left join observer on observer.circle_id = circle.id and observer.person_id = me.id
	left join alias on alias.conversation_id = circle.id and alias.person_id = me.id
	where circle.id = $2;

select circle.id, circle.capacity, circle.state, circle.joining, circle.observers_welcome as "observersWelcome", circle.age_band as "ageBand", circle.agreements_version as "agreementsVersion", circle.piece_out as "pieceOut", me.id as person_id, seat.role, seat.quiet_until, seat.resting, wait.state as waiting, wait.offered_until, observer.since as observing, alias.accepted_version, circle.piece_with = alias.id as holds_piece, person.age_band, (select coalesce(array_agg(duty.duty order by duty.duty), '{}') as duties from duty where duty.person_id = person.id) as duties
	from circle
	inner join unnest($1::uuid[]) as me (id) on true
	left join seat on seat.circle_id = circle.id and seat.person_id = me.id
	left join wait on wait.circle_id = circle.id and wait.person_id = me.id
	left join observer on observer.circle_id = circle.id and observer.person_id = me.id
	left join alias on alias.conversation_id = circle.id and alias.person_id = me.id
	inner join person on person.id = me.id
	where circle.id = $2;

select person_id, role, quiet_until, resting
	from seat
	where circle_id = $1
	order by taken_at;

select person_id, state, offered_until
	from wait
	where circle_id = $1
	order by since, person_id;

-- ── src/features/circles/server/stewarded.ts

delete from observer
	where circle_id = $1 and person_id = $2
	returning since;

delete from seat
	where circle_id = $1 and person_id = $2
	returning *;

delete from wait
	where circle_id = $1 and person_id = $2;

insert into observer (circle_id, person_id, since)
	values ($1, $2, $3)
	on conflict do nothing;

insert into seat (circle_id, person_id, role, taken_at, quiet_until, resting)
	values ($1, $2, $3, $4, $5, $6)
	on conflict do nothing;

select circle_id
	from seat
	where person_id = $1;

select quiet_until
	from seat
	where circle_id = $1 and person_id = $2;

select state
	from circle
	where id = $1;

update circle
	set state = $1
	where id = $2 and state = $3;

update seat
	set quiet_until = $1
	where circle_id = $2 and person_id = $3;

update seat
	set quiet_until = $1
	where circle_id = $2 and person_id = $3 and quiet_until = $4;

-- ── src/features/circles/server/to-sit-in.ts

select circle.id, circle.slug, circle.name, circle.about, circle.topics, circle.language, circle.structure, circle.venue, circle.address, circle.capacity, (select count(*) from seat where seat.circle_id = circle.id)::int as taken, (select count(*) from seat where seat.circle_id = circle.id and role = 'host')::int as hosts
	from circle
	where ((circle.state != $1 and circle.age_band = $2 and circle.joining != $3) or exists (select seat.person_id from seat where seat.circle_id = circle.id and seat.person_id = $4) or exists (select wait.person_id from wait where wait.circle_id = circle.id and wait.person_id = $5) or exists (select observer.person_id from observer where observer.circle_id = circle.id and observer.person_id = $6)) and circle.state = $7 and circle.observers_welcome = $8 and not (exists (select seat.person_id from seat where seat.circle_id = circle.id and seat.person_id = $9) or exists (select observer.person_id from observer where observer.circle_id = circle.id and observer.person_id = $10) or exists (select wait.person_id from wait where wait.circle_id = circle.id and wait.person_id = $11))
	order by (select min(starts_at) from meeting where meeting.circle_id = circle.id and called_off_at is null and starts_at > $12) nulls last, circle.id
	limit $13;

select circle.id, circle.slug, circle.name, circle.about, circle.topics, circle.language, circle.structure, circle.venue, circle.address, circle.capacity, (select count(*) from seat where seat.circle_id = circle.id)::int as taken, (select count(*) from seat where seat.circle_id = circle.id and role = 'host')::int as hosts
	from circle
	where (circle.state != $1 and circle.age_band = $2 and circle.joining != $3) and circle.state = $4 and circle.observers_welcome = $5
	order by (select min(starts_at) from meeting where meeting.circle_id = circle.id and called_off_at is null and starts_at > $6) nulls last, circle.id
	limit $7;

select meeting.circle_id as "circleId", meeting.starts_at as "startsAt", meeting.minutes, schedule.zone
	from meeting
	left join schedule on schedule.id = meeting.schedule_id
	where meeting.circle_id = any($1::uuid[]) and meeting.called_off_at is null and meeting.starts_at > $2 and meeting.starts_at < $3
	order by meeting.starts_at;

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

-- ── src/features/conversations/server/alias-reportable.ts

select alias.person_id, alias.name, conversation.kind, conversation.id as "conversationId"
	from alias
	inner join conversation on conversation.id = alias.conversation_id
	where alias.id = $1;

-- ── src/features/conversations/server/aliases.ts

insert into alias (id, name, name_key, conversation_id, person_id, key_id, accepted_version)
	values ($1, $2, $3, $4, $5, $6, $7);

select id
	from alias
	where conversation_id = $1 and exists (select from block where (block.blocker_id = $2 and block.blocked_id = alias.person_id) or (block.blocked_id = $3 and block.blocker_id = alias.person_id));

select id
	from alias
	where conversation_id = $1 and name_key = $2 and person_id != $3;

select id, name
	from alias
	where conversation_id = $1 and person_id = $2;

select key_id
	from alias
	where id = $1;

select nickname
	from person
	where id = $1;

select person_id
	from alias
	where id = $1 and conversation_id = $2 and not exists (select from block where (block.blocker_id = $3 and block.blocked_id = alias.person_id) or (block.blocked_id = $4 and block.blocker_id = alias.person_id));

update alias
	set accepted_version = $1
	where conversation_id = $2 and person_id = $3;

-- ── src/features/conversations/server/answering.ts

select message.id
	from message
	inner join alias on alias.id = message.alias_id
	where message.conversation_id = $1 and message.place = $2 and exists (select from block where (block.blocker_id = $3 and block.blocked_id = alias.person_id) or (block.blocked_id = $4 and block.blocker_id = alias.person_id));

-- ── src/features/conversations/server/blockable.ts

select alias.name, alias.person_id as "personId", conversation.id, conversation.kind
	from alias
	inner join conversation on conversation.id = alias.conversation_id
	where alias.id = $1;

-- ── src/features/conversations/server/calm.ts

select alias.person_id as "personId", sealing_key.made_at as "cameAt", max(message.posted_at) as "spokeAt"
	from alias
	left join sealing_key on sealing_key.id = alias.key_id
	left join message on message.alias_id = alias.id
	where alias.conversation_id = $1 and alias.person_id in ($2)
	group by alias.id, sealing_key.made_at;

select calm, calm_since as since
	from conversation
	where id = $1;

select conversation.id, conversation.kind, conversation.calm, conversation.calm_since as since, alias.person_id as "authorId"
	from report
	inner join desk_case on desk_case.id = report.case_id
	inner join message on 'message:' || message.id = desk_case.about
	inner join alias on alias.id = message.alias_id
	inner join conversation on conversation.id = message.conversation_id
	where report.id = $1 and conversation.kind in ($2);

select count(*)::int as flags
	from report
	inner join desk_case on desk_case.id = report.case_id
	inner join message on 'message:' || message.id = desk_case.about
	where message.conversation_id = $1 and report.made_at > $2;

select count(*)::int as joins
	from alias
	inner join sealing_key on sealing_key.id = alias.key_id
	where alias.conversation_id = $1 and sealing_key.made_at > $2;

select id
	from alias
	where conversation_id = $1 and person_id = $2;

update conversation
	set calm = $1, calm_since = $2
	where id = $3
	returning kind;

update conversation
	set calm = $1, calm_since = case when calm is null then $2 else calm_since end
	where id = $3
	returning kind;

-- ── src/features/conversations/server/card.ts

select message.body, alias.key_id
	from message
	inner join alias on alias.id = message.alias_id
	where message.id = $1;

-- ── src/features/conversations/server/change-alias.ts

update alias
	set name = $1, name_key = $2
	where id = $3;

-- ── src/features/conversations/server/edit-message.ts

update message
	set body = $1, content_note = $2, opening = $3, frank = $4, edited_at = $5, change = $6
	where id = $7;

-- ── src/features/conversations/server/endpoints.ts

select last_change
	from conversation
	where id = $1;

-- ── src/features/conversations/server/forget.ts

delete from alias
	where id in ($1);

delete from conversation
	where id = $1;

delete from message
	where conversation_id = $1 and posted_at < $2;

delete from sealing_key
	where id in ($1);

select alias.id, alias.key_id
	from alias
	left join sealing_key on sealing_key.id = alias.key_id
	where alias.conversation_id = $1 and (alias.key_id is null or sealing_key.made_at < $2) and not exists (select message.id from message where message.alias_id = alias.id);

select id, key_id
	from alias
	where conversation_id = $1;

-- ── src/features/conversations/server/frank.ts

delete from sealing_key
	where id = $1;

insert into frank_key (key_id)
	values ($1)
	on conflict (one) do nothing
	returning key_id;

select message.id, message.conversation_id, message.alias_id, message.posted_at, message.edited_at, message.body, message.content_note, message.opening, message.frank, sealing_key.id as "keyId", sealing_key.master, sealing_key.wrapped
	from message
	inner join alias on alias.id = message.alias_id
	inner join sealing_key on sealing_key.id = alias.key_id
	where message.id = $1;

select sealing_key.id, sealing_key.master, sealing_key.wrapped
	from frank_key
	inner join sealing_key on sealing_key.id = frank_key.key_id;

-- ── src/features/conversations/server/held-desk.ts

select kind
	from conversation
	where id = $1;

-- ── src/features/conversations/server/held.ts

delete from held_message
	where id = $1;

delete from held_message
	where id = $1 and alias_id in (select alias.id from alias where alias.person_id = $2);

insert into held_message (id, alias_id, client_id, body, content_note, reply_to, held_at, declined_at)
	values ($1, $2, $3, $4, $5, $6, $7, $8)
	on conflict do nothing;

insert into message (id, conversation_id, place, change, alias_id, client_id, reply_to, body, content_note, posted_at, edited_at, removed_at, hidden_at, hidden_because, opening, frank)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16);

select conversation.id as "conversationId", conversation.kind, person.id as "authorId", person.age_band as "ageBand"
	from held_message
	inner join alias on alias.id = held_message.alias_id
	inner join person on person.id = alias.person_id
	inner join conversation on conversation.id = alias.conversation_id
	inner join sealing_key as key on key.id = alias.key_id
	where held_message.id = $1 and held_message.declined_at is null;

select count(*)::int as count
	from held_message
	inner join alias on alias.id = held_message.alias_id
	where alias.conversation_id = $1 and held_message.declined_at is null;

select held_message.id, held_message.body, held_message.content_note as note, held_message.held_at as "heldAt", held_message.declined_at as "declinedAt", alias.name as author, person.id as "authorId", person.age_band as "ageBand", conversation.id as "conversationId", conversation.kind, key.id as "keyId", key.master, key.wrapped
	from held_message
	inner join alias on alias.id = held_message.alias_id
	inner join person on person.id = alias.person_id
	inner join conversation on conversation.id = alias.conversation_id
	inner join sealing_key as key on key.id = alias.key_id
	where held_message.alias_id = $1
	order by held_message.held_at;

select held_message.id, held_message.body, held_message.content_note as note, held_message.held_at as "heldAt", held_message.declined_at as "declinedAt", alias.name as author, person.id as "authorId", person.age_band as "ageBand", conversation.id as "conversationId", conversation.kind, key.id as "keyId", key.master, key.wrapped
	from held_message
	inner join alias on alias.id = held_message.alias_id
	inner join person on person.id = alias.person_id
	inner join conversation on conversation.id = alias.conversation_id
	inner join sealing_key as key on key.id = alias.key_id
	where held_message.declined_at is null
	order by held_message.held_at;

select held_message.id, held_message.body, held_message.content_note as note, held_message.held_at as "heldAt", held_message.declined_at as "declinedAt", alias.name as author, person.id as "authorId", person.age_band as "ageBand", conversation.id as "conversationId", conversation.kind, key.id as "keyId", key.master, key.wrapped, held_message.client_id, held_message.reply_to, alias.id as "aliasId"
	from held_message
	inner join alias on alias.id = held_message.alias_id
	inner join person on person.id = alias.person_id
	inner join conversation on conversation.id = alias.conversation_id
	inner join sealing_key as key on key.id = alias.key_id
	where held_message.id = $1 and held_message.declined_at is null;

select kind, last_place, last_change, calm, calm_since as since
	from conversation
	where id = $1
	for update;

update conversation
	set last_place = $1, last_change = $2
	where id = $3;

update held_message
	set declined_at = $1
	where id = $2 and declined_at is null;

-- ── src/features/conversations/server/hide-message.ts

update message
	set hidden_at = $1, hidden_because = $2, change = $3
	where id = $4;

-- ── src/features/conversations/server/keep-out.ts

delete from kept_out
	where conversation_id = $1 and person_id = $2;

insert into kept_out (conversation_id, person_id, until)
	values ($1, $2, $3)
	on conflict (conversation_id, person_id) do update
	set until = $4;

select person_id
	from kept_out
	where conversation_id = $1 and person_id = $2 and (until is null or until > $3);

-- ── src/features/conversations/server/lines.ts

select message.id, message.place, message.change, message.body, message.content_note as "contentNote", message.reply_to as "replyTo", message.posted_at as "postedAt", message.edited_at as "editedAt", message.removed_at as "removedAt", message.hidden_at as "hiddenAt", message.hidden_because as "hiddenBecause", message.withheld_at as "withheldAt", alias.id as "aliasId", alias.name as "aliasName", alias.person_id as "personId", sealing_key.id as "keyId", sealing_key.master, sealing_key.wrapped, array(select distinct kind from resonance where message_id = message.id order by kind) as resonances
	from message
	inner join alias on alias.id = message.alias_id
	left join sealing_key on sealing_key.id = alias.key_id
	where message.conversation_id = $1 and not exists (select from block where (block.blocker_id = $2 and block.blocked_id = alias.person_id) or (block.blocked_id = $3 and block.blocker_id = alias.person_id)) and message.change > $4
	order by message.change
	limit $5;

select message.id, message.place, message.change, message.body, message.content_note as "contentNote", message.reply_to as "replyTo", message.posted_at as "postedAt", message.edited_at as "editedAt", message.removed_at as "removedAt", message.hidden_at as "hiddenAt", message.hidden_because as "hiddenBecause", message.withheld_at as "withheldAt", alias.id as "aliasId", alias.name as "aliasName", alias.person_id as "personId", sealing_key.id as "keyId", sealing_key.master, sealing_key.wrapped, array(select distinct kind from resonance where message_id = message.id order by kind) as resonances
	from message
	inner join alias on alias.id = message.alias_id
	left join sealing_key on sealing_key.id = alias.key_id
	where message.conversation_id = $1 and not exists (select from block where (block.blocker_id = $2 and block.blocked_id = alias.person_id) or (block.blocked_id = $3 and block.blocker_id = alias.person_id)) and message.place < $4
	order by message.place desc
	limit $5;

select message.id, message.place, message.change, message.body, message.content_note as "contentNote", message.reply_to as "replyTo", message.posted_at as "postedAt", message.edited_at as "editedAt", message.removed_at as "removedAt", message.hidden_at as "hiddenAt", message.hidden_because as "hiddenBecause", message.withheld_at as "withheldAt", alias.id as "aliasId", alias.name as "aliasName", alias.person_id as "personId", sealing_key.id as "keyId", sealing_key.master, sealing_key.wrapped, array(select distinct kind from resonance where message_id = message.id order by kind) as resonances
	from message
	inner join alias on alias.id = message.alias_id
	left join sealing_key on sealing_key.id = alias.key_id
	where message.conversation_id = $1 and not exists (select from block where (block.blocker_id = $2 and block.blocked_id = alias.person_id) or (block.blocked_id = $3 and block.blocker_id = alias.person_id)) and message.place = $4;

select message.id, message.place, message.change, message.body, message.content_note as "contentNote", message.reply_to as "replyTo", message.posted_at as "postedAt", message.edited_at as "editedAt", message.removed_at as "removedAt", message.hidden_at as "hiddenAt", message.hidden_because as "hiddenBecause", message.withheld_at as "withheldAt", alias.id as "aliasId", alias.name as "aliasName", alias.person_id as "personId", sealing_key.id as "keyId", sealing_key.master, sealing_key.wrapped, array(select distinct kind from resonance where message_id = message.id order by kind) as resonances
	from message
	inner join alias on alias.id = message.alias_id
	left join sealing_key on sealing_key.id = alias.key_id
	where message.conversation_id = $1 and true and message.change > $2
	order by message.change
	limit $3;

select message.id, message.place, message.change, message.body, message.content_note as "contentNote", message.reply_to as "replyTo", message.posted_at as "postedAt", message.edited_at as "editedAt", message.removed_at as "removedAt", message.hidden_at as "hiddenAt", message.hidden_because as "hiddenBecause", message.withheld_at as "withheldAt", alias.id as "aliasId", alias.name as "aliasName", alias.person_id as "personId", sealing_key.id as "keyId", sealing_key.master, sealing_key.wrapped, array(select distinct kind from resonance where message_id = message.id order by kind) as resonances
	from message
	inner join alias on alias.id = message.alias_id
	left join sealing_key on sealing_key.id = alias.key_id
	where message.conversation_id = $1 and true and message.place < $2
	order by message.place desc
	limit $3;

select message.id, message.place, message.change, message.body, message.content_note as "contentNote", message.reply_to as "replyTo", message.posted_at as "postedAt", message.edited_at as "editedAt", message.removed_at as "removedAt", message.hidden_at as "hiddenAt", message.hidden_because as "hiddenBecause", message.withheld_at as "withheldAt", alias.id as "aliasId", alias.name as "aliasName", alias.person_id as "personId", sealing_key.id as "keyId", sealing_key.master, sealing_key.wrapped, array(select distinct kind from resonance where message_id = message.id order by kind) as resonances
	from message
	inner join alias on alias.id = message.alias_id
	left join sealing_key on sealing_key.id = alias.key_id
	where message.conversation_id = $1 and true and message.place = $2;

select message.id, message.place, message.change, message.body, message.content_note as "contentNote", message.reply_to as "replyTo", message.posted_at as "postedAt", message.edited_at as "editedAt", message.removed_at as "removedAt", message.hidden_at as "hiddenAt", message.hidden_because as "hiddenBecause", message.withheld_at as "withheldAt", alias.id as "aliasId", alias.name as "aliasName", alias.person_id as "personId", sealing_key.id as "keyId", sealing_key.master, sealing_key.wrapped, array(select distinct kind from resonance where message_id = message.id order by kind) as resonances
	from message
	inner join alias on alias.id = message.alias_id
	left join sealing_key on sealing_key.id = alias.key_id
	where message.conversation_id = $1 and true and message.place >= $2 and message.place <= $3
	order by message.place;

-- ── src/features/conversations/server/look-again.ts

select id, body
	from message
	where alias_id = $1
	order by place desc
	limit $2;

select id, key_id
	from alias
	where conversation_id = $1 and person_id = $2;

-- ── src/features/conversations/server/numbering.ts

insert into conversation (id, kind, last_place, last_change, calm, calm_since)
	values ($1, $2, $3, $4, $5, $6);

select kind, last_place, last_change, calm, calm_since as since
	from conversation
	where id = $1
	for update;

select message.id, message.alias_id as "aliasId", message.removed_at, message.hidden_at, message.withheld_at, message.body, alias.person_id as "authorId"
	from message
	inner join alias on alias.id = message.alias_id
	where message.conversation_id = $1 and message.place = $2 and not exists (select from block where (block.blocker_id = $3 and block.blocked_id = alias.person_id) or (block.blocked_id = $4 and block.blocker_id = alias.person_id));

update conversation
	set last_change = last_change + $1
	where id = $2
	returning kind, last_change;

with said as (select message.id, conversation.last_change + row_number() over (order by message.place) as change from message inner join conversation on conversation.id = message.conversation_id where message.alias_id = $1), touched as (update message set change = said.change from said where message.id = said.id returning message.change) update conversation
	set last_change = greatest(last_change, coalesce((select max(change) from touched), 0))
	where id = $2;

-- ── src/features/conversations/server/personal.ts

delete from held_message
	where alias_id = $1;

delete from reading
	where alias_id = $1;

delete from resonance
	where alias_id = $1;

delete from sealing_key
	where id = $1;

select alias.id, alias.name, alias.key_id, alias.accepted_version, conversation.kind, conversation.id as "conversationId"
	from alias
	inner join conversation on conversation.id = alias.conversation_id
	where alias.person_id = $1
	order by alias.id;

select conversation.kind, kept_out.until
	from kept_out
	inner join conversation on conversation.id = kept_out.conversation_id
	where person_id = $1;

select id, conversation_id, key_id
	from alias
	where person_id = $1
	order by conversation_id;

select id, place, body, content_note, reply_to, posted_at, edited_at, hidden_because, withheld_at
	from message
	where alias_id = $1
	order by place;

select resonance.kind, message.place
	from resonance
	inner join message on message.id = resonance.message_id
	where resonance.alias_id = $1;

update alias
	set person_id = $1, name = $2, name_key = $3, key_id = $4, accepted_version = $5
	where id = $6;

update message
	set body = $1, content_note = $2, opening = $3, removed_at = $4
	where alias_id = $5;

-- ── src/features/conversations/server/post-message.ts

insert into held_message (id, alias_id, client_id, body, content_note, reply_to, held_at, declined_at)
	values ($1, $2, $3, $4, $5, $6, $7, $8)
	on conflict do nothing;

insert into message (conversation_id, id, place, change, alias_id, client_id, body, content_note, opening, frank, reply_to, posted_at) select $1::uuid as conversation_id, id, place, change, alias_id, client_id, body, content_note, opening, frank, reply_to, posted_at
	from unnest( $2::uuid[], $3::int[], $4::int[], $5::uuid[], $6::uuid[], $7::bytea[], $8::bytea[], $9::bytea[], $10::bytea[], $11::int[], $12::timestamptz[] ) as said (id, place, change, alias_id, client_id, body, content_note, opening, frank, reply_to, posted_at);

insert into rate_limit (key, window_ends, count) select key, $1::timestamptz as window_ends, 1 as count
	from unnest($2::bytea[]) as counted (key)
	on conflict (key) do update
	set count = case when rate_limit.window_ends <= $3 then 1 else rate_limit.count + 1 end, window_ends = case when rate_limit.window_ends <= $4 then excluded.window_ends else rate_limit.window_ends end;

select kind, last_place, last_change, calm, calm_since as since
	from conversation
	where id = $1
	for update;

update conversation
	set last_place = $1, last_change = $2
	where id = $3;

-- ── src/features/conversations/server/queries.ts

select id
	from message
	where alias_id = $1 and place = $2;

select id
	from message
	where conversation_id = $1 and alias_id = $2
	limit $3;

select message.place, resonance.kind
	from resonance
	inner join message on message.id = resonance.message_id
	where message.conversation_id = $1 and message.place >= $2 and message.place <= $3 and resonance.alias_id = $4;

-- ── src/features/conversations/server/reading.ts

insert into reading (alias_id, place)
	values ($1, $2)
	on conflict do nothing;

select alias.conversation_id as id, count(*)::int as unread
	from unnest($1::uuid[], $2::int[]) as read (alias_id, place)
	inner join alias on alias.id = read.alias_id
	inner join message on message.conversation_id = alias.conversation_id and message.place > read.place and message.alias_id <> alias.id
	inner join alias as author on author.id = message.alias_id
	where message.removed_at is null and message.hidden_at is null and message.withheld_at is null and not exists (select from block where (block.blocker_id = $3 and block.blocked_id = author.person_id) or (block.blocked_id = $4 and block.blocker_id = author.person_id))
	group by alias.conversation_id;

select place, (select last_place from conversation where conversation.id = $1) as last
	from reading
	where alias_id = $2
	for update of reading;

select reading.place, alias.id as "aliasId", sealing_key.id, sealing_key.master, sealing_key.wrapped
	from reading
	inner join alias on alias.id = reading.alias_id
	inner join sealing_key on sealing_key.id = alias.key_id
	where alias.id = $1;

select reading.place, alias.id as "aliasId", sealing_key.id, sealing_key.master, sealing_key.wrapped
	from reading
	inner join alias on alias.id = reading.alias_id
	inner join sealing_key on sealing_key.id = alias.key_id
	where alias.person_id = $1;

update reading
	set place = $1
	where alias_id = $2;

-- ── src/features/conversations/server/remove-message.ts

delete from resonance
	where message_id = $1;

update message
	set body = $1, content_note = $2, opening = $3, removed_at = $4, change = $5
	where id = $6;

-- ── src/features/conversations/server/reportable.ts

select conversation_id, place
	from message
	where id = $1;

select message.id, message.body, alias.person_id, alias.key_id, conversation.kind, conversation.id as "conversationId"
	from message
	inner join conversation on conversation.id = message.conversation_id
	inner join alias on alias.id = message.alias_id
	where message.id = $1;

select posted_at, edited_at
	from message
	where id = $1 and body is not null;

-- ── src/features/conversations/server/resonate.ts

delete from resonance
	where message_id = $1 and alias_id = $2 and kind = $3;

insert into resonance (message_id, alias_id, kind)
	values ($1, $2, $3);

update message
	set change = $1
	where id = $2;

-- ── src/features/conversations/server/topic.ts

select id, name, person_id
	from alias
	where id = $1 and conversation_id = $2;

select last_change
	from conversation
	where id = $1;

-- ── src/features/conversations/server/voices.ts

select asking.person_id, alias.id, alias.name, sealing_key.id as key_id, sealing_key.master, sealing_key.wrapped, message.id as message_id, message.place
	from unnest($1::uuid[], $2::uuid[]) as asking (person_id, client_id)
	inner join alias on alias.person_id = asking.person_id and alias.conversation_id = $3
	left join sealing_key on sealing_key.id = alias.key_id
	left join message on message.alias_id = alias.id and message.client_id = asking.client_id;

-- ── src/features/conversations/server/withhold.ts

select conversation.id, conversation.kind
	from message
	inner join conversation on conversation.id = message.conversation_id
	where message.id = $1;

update message
	set withheld_at = $1, change = $2
	where id = $3 and withheld_at is not null;

update message
	set withheld_at = $1, change = $2
	where id = $3 and withheld_at is null and body is not null;

-- ── src/features/conversations/server/write-messages.ts

insert into message (conversation_id, id, place, change, alias_id, client_id, body, content_note, opening, frank, reply_to, posted_at) select $1::uuid as conversation_id, id, place, change, alias_id, client_id, body, content_note, opening, frank, reply_to, posted_at
	from unnest( $2::uuid[], $3::int[], $4::int[], $5::uuid[], $6::uuid[], $7::bytea[], $8::bytea[], $9::bytea[], $10::bytea[], $11::int[], $12::timestamptz[] ) as said (id, place, change, alias_id, client_id, body, content_note, opening, frank, reply_to, posted_at);

-- ── src/features/desk/server/care.ts

insert into case_turn (id, case_id, person_id, role, tier, at)
	values ($1, $2, $3, $4, $5, $6);

select id
	from case_turn
	where person_id = $1 and at > $2;

select tier, at
	from case_turn
	where person_id = $1 and at > $2;

-- ── src/features/desk/server/case-key.ts

select key_id
	from desk_case
	where id = $1;

select key_id
	from desk_case
	where id = $1
	for update;

update desk_case
	set key_id = $1
	where id = $2;

-- ── src/features/desk/server/duty.ts

select person.id, person.age_band as "ageBand", duty.duty
	from duty
	inner join person on person.id = duty.person_id
	where duty.duty in ($1)
	order by person.id;

-- ── src/features/desk/server/forget.ts

delete from sealing_key
	where id in ($1);

select key_id
	from desk_case
	where
	settled_at < $1 and key_id is not null;

-- ── src/features/desk/server/free-cases.ts

update desk_case
	set second_id = $1, second_at = $2
	where second_id = $3 and state = $4;

update desk_case
	set taken_by = $1, taken_at = $2, second_asked_at = $3
	where taken_by = $4 and state = $5
	returning id;

-- ── src/features/desk/server/hand-over.ts

insert into case_hand_over (case_id, words, from_id, to_id, at)
	values ($1, $2, $3, $4, $5)
	on conflict (case_id) do update
	set words = $6,
	from_id = $7, to_id = $8, at = $9;

select case_hand_over.words, case_hand_over.at, giver.nickname as
	from
	from case_hand_over
	left join person as giver on giver.id = case_hand_over.from_id
	where case_id = $1;

update desk_case
	set taken_by = $1, taken_at = $2, second_asked_at = $3
	where id = $4;

-- ── src/features/desk/server/let-rest.ts

select age_band as "ageBand"
	from desk_case
	where id = $1 and state = $2 and kind = $3 and tier < $4 and subject_id = $5 and taken_by is null
	for update;

update desk_case
	set state = $1,
	settled_at = $2,
	settled_by = $3
	where id = $4;

-- ── src/features/desk/server/open-case.ts

insert into case_apart (case_id, person_id, because)
	values ($1, $2, $3)
	on conflict do nothing;

insert into desk_case (id, about, kind, tier, because, state, subject_id, age_band, opened_at, tier_since)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

select id, tier, state,
	settled_at as "settledAt"
	from desk_case
	where about = $1
	order by state = $2 desc, opened_at desc
	limit $3;

select pg_advisory_xact_lock(hashtextextended($1, 0));

select tier, state, age_band as "ageBand"
	from desk_case
	where id = $1
	for update;

update desk_case
	set tier = $1, because = $2, tier_since = $3
	where id = $4;

-- ── src/features/desk/server/page-on.ts

insert into case_hop (id, case_id, step, person_id, nobody, due_at, paged_at)
	values ($1, $2, $3, $4, $5, $6, $7);

select hop_step as step, hop_due_at as "dueAt"
	from desk_case
	where id = $1
	for update;

select id
	from desk_case
	where hop_due_at < $1
	order by hop_due_at;

update desk_case
	set hop_step = $1, hop_due_at = $2
	where id = $3;

-- ── src/features/desk/server/personal.ts

delete from case_apart
	where person_id = $1;

delete from case_turn
	where person_id = $1;

select kind, because,
	settled_at as "settledAt"
	from desk_case
	where subject_id = $1 and state = $2
	order by
	settled_at;

select role, tier, at
	from case_turn
	where person_id = $1
	order by at;

select step, paged_at as at
	from case_hop
	where person_id = $1
	order by paged_at;

update case_hand_over
	set
	from_id = $1
	where
	from_id = $2;

update case_hand_over
	set to_id = $1
	where to_id = $2;

update case_hop
	set person_id = $1
	where person_id = $2;

update desk_case
	set
	settled_by = $1
	where
	settled_by = $2;

update desk_case
	set second_id = $1
	where second_id = $2;

update desk_case
	set subject_id = $1
	where subject_id = $2;

update desk_case
	set taken_by = $1
	where taken_by = $2;

-- ── src/features/desk/server/queries.ts

select case_hop.id, case_hop.step, case_hop.paged_at as at, person.nickname, case_hop.nobody
	from case_hop
	left join person on person.id = case_hop.person_id
	where case_hop.case_id = $1
	order by case_hop.paged_at desc, case_hop.id desc
	limit $2;

select count(*)::int as waiting
	from desk_case
	where state = $1 and taken_by is null and (desk_case.age_band = $2 and desk_case.subject_id is distinct from $3 and not exists (select case_apart.case_id from case_apart where case_apart.case_id = desk_case.id and case_apart.person_id = $4));

select desk_case.id, desk_case.kind, desk_case.tier, desk_case.because, desk_case.about, desk_case.opened_at as "openedAt", desk_case.tier_since as "tierSince", desk_case.taken_by as "takenBy", taker.nickname as taker, desk_case.second_id as "secondId", second.nickname as second, desk_case.second_asked_at as "secondAskedAt", (select count(*) from case_apart where case_apart.case_id = desk_case.id and because = 'raised')::int as told
	from desk_case
	left join person as taker on taker.id = desk_case.taken_by
	left join person as second on second.id = desk_case.second_id
	where (desk_case.age_band = $1 and desk_case.subject_id is distinct from $2 and not exists (select case_apart.case_id from case_apart where case_apart.case_id = desk_case.id and case_apart.person_id = $3)) and desk_case.state = $4
	order by desk_case.tier desc, desk_case.tier_since, desk_case.id
	limit $5
	offset $6;

select desk_case.id, desk_case.kind, desk_case.tier, desk_case.because, desk_case.about, desk_case.opened_at as "openedAt", desk_case.tier_since as "tierSince", desk_case.taken_by as "takenBy", taker.nickname as taker, desk_case.second_id as "secondId", second.nickname as second, desk_case.second_asked_at as "secondAskedAt", (select count(*) from case_apart where case_apart.case_id = desk_case.id and because = 'raised')::int as told, desk_case.state, desk_case.settled_at as "settledAt", desk_case.subject_id as "subjectId", desk_case.withheld_at as "withheldAt"
	from desk_case
	left join person as taker on taker.id = desk_case.taken_by
	left join person as second on second.id = desk_case.second_id
	where (desk_case.age_band = $1 and desk_case.subject_id is distinct from $2 and not exists (select case_apart.case_id from case_apart where case_apart.case_id = desk_case.id and case_apart.person_id = $3)) and desk_case.id = $4;

select id, because,
	settled_at as "settledAt"
	from desk_case
	where subject_id = $1 and state = $2 and id != $3
	order by
	settled_at desc
	limit $4;

select id, role, tier, at
	from case_turn
	where person_id = $1
	order by at desc
	limit $2;

select person.id, person.nickname
	from duty
	inner join person on person.id = duty.person_id
	where duty.duty = $1 and person.age_band = $2 and person.id != $3
	order by person.nickname;

select tier, count(*)::int as open, (count(*) filter (where taken_by is null))::int as waiting, min(tier_since) filter (where taken_by is null) as oldest
	from desk_case
	where state = $1 and (desk_case.age_band = $2 and desk_case.subject_id is distinct from $3 and not exists (select case_apart.case_id from case_apart where case_apart.case_id = desk_case.id and case_apart.person_id = $4))
	group by tier;

-- ── src/features/desk/server/second.ts

update desk_case
	set second_asked_at = $1
	where id = $2 and second_asked_at is null;

update desk_case
	set second_id = $1, second_at = $2
	where id = $3;

-- ── src/features/desk/server/settle-case.ts

delete from case_hand_over
	where case_id = $1;

update desk_case
	set state = $1,
	settled_at = $2,
	settled_by = $3
	where id = $4;

-- ── src/features/desk/server/standing.ts

select id
	from desk_case
	where id = $1
	for update;

select id, about, kind, tier, state, subject_id as "subjectId", taken_by as "takenBy", second_id as "secondId", age_band as "ageBand", opened_at as "openedAt", tier_since as "tierSince",
	settled_at as "settledAt"
	from desk_case
	where id = $1;

select person_id, because
	from case_apart
	where case_id = $1
	order by person_id;

-- ── src/features/desk/server/take-case.ts

update desk_case
	set taken_by = $1, taken_at = $2
	where id = $3;

-- ── src/features/desk/server/topic.ts

select coalesce(max(extract(epoch from greatest(tier_since, taken_at, second_asked_at, second_at, settled_at)) * 1000), 0)::float8 as change
	from desk_case
	where age_band = $1;

-- ── src/features/desk/server/withhold.ts

update desk_case
	set withheld_at = $1
	where id = $2;

update desk_case
	set withheld_at = $1
	where id = $2 and withheld_at is not null;

-- ── src/features/directory/server/apply-import.ts

delete from listing using import_change
	where listing.id = import_change.listing_id and import_change.import_id = $1 and import_change.change = $2;

insert into listed (listing_id, says) select listing.id, said.says
	from unnest( $1::text[], $2::jsonb[] ) said (slug, says) join listing on listing.feed_id = $3 and listing.slug = said.slug
	on conflict (listing_id) do update
	set says = excluded.says;

select change, after, says
	from import_change
	where import_id = $1 and slug = any($2::text[])
	order by slug;

select slug
	from import_change
	where import_id = $1 and change <> $2
	order by slug;

update feed
	set source = $1, format = $2, etag = $3, last_modified = $4, changed_at = $5, confirmed_at = $6, looked_at = $7, problem = $8
	where id = $9;

update feed
	set source = $1, format = $2, etag = $3, last_modified = $4, zone = $5, changed_at = $6, confirmed_at = $7, looked_at = $8, problem = $9
	where id = $10;

update import
	set state = $1, feed_id = $2, content = $3, listings = $4, done_at = $5, feed_before = $6
	where id = $7
	returning source, zone, format, added, changed, gone, etag, last_modified;

-- ── src/features/directory/server/bring-in.ts

rollback to savepoint before_list;

savepoint before_list;

select
	set_config('application_name', $1, true);

select import.basis, import.gone, feed.id as "feedId"
	from import
	left join feed on feed.slug = import.slug
	where import.id = $1 and import.state in ($2)
	for update of import;

select slug, source, zone, basis, listings
	from import
	where id = $1 and state = $2;

select stop
	from import
	where id = $1;

update import
	set state = $1
	where id = $2 and state in ($3);

update import
	set state = $1, content = $2, listings = $3
	where id = $4;

update import
	set state = $1, content = $2, listings = $3
	where id = $4 and state in ($5);

update import
	set state = $1, stop = $2
	where id = $3;

update import
	set stop = $1
	where id = $2 and state = $3;

-- ── src/features/directory/server/candidates.ts

/* planned each time */ select coming.listing_id as id
	from coming join finding on finding.listing_id = coming.listing_id
	where coming.on_own_clocks and coming.wall >= $1::timestamp and coming.wall < $2::timestamp and case when coming.wall <@ $3::tsmultirange then true else false end and coalesce(coming.starts_at, coming.wall at time zone $4::interval) > $5::timestamptz - make_interval(mins => coming.minutes) and finding.terms @@ $6::tsquery
	limit $7;

/* planned each time */ select coming.listing_id as id
	from coming join finding on finding.listing_id = coming.listing_id
	where coming.on_readers_clocks and coming.starts_at >= $1 and coming.starts_at < $2 and case when coming.starts_at <@ $3::tstzmultirange then true else false end and coalesce(coming.starts_at, coming.wall at time zone $4::interval) > $5::timestamptz - make_interval(mins => coming.minutes) and finding.terms @@ $6::tsquery
	limit $7;

/* planned each time */ select coming.listing_id as id
	from coming join finding on finding.listing_id = coming.listing_id
	where coming.on_readers_clocks and coming.starts_at >= $1 and coming.starts_at < $2 and case when coming.starts_at <@ $3::tstzmultirange then true else false end and finding.terms @@ $4::tsquery
	limit $5;

/* planned each time */ select coming.listing_id as id
	from coming join finding on finding.listing_id = coming.listing_id
	where coming.starts_at >= $1 and coming.starts_at < $2 and case when coming.starts_at <@ $3::tstzmultirange then true else false end and coming.starts_at + make_interval(mins => coming.minutes) > $4 and finding.terms @@ $5::tsquery and (not finding.terms @@ $6::tsquery or finding.listing_id = any($7::uuid[]))
	limit $8;

/* planned each time */ select coming.listing_id as id
	from coming join finding on finding.listing_id = coming.listing_id
	where coming.starts_at is null and coming.on_own_clocks and coming.wall >= $1::timestamp and coming.wall < $2::timestamp and case when coming.wall <@ $3::tsmultirange then true else false end and coming.wall + make_interval(mins => coming.minutes) > $4::timestamptz at time zone $5::interval and finding.terms @@ $6::tsquery and (not finding.terms @@ $7::tsquery or finding.listing_id = any($8::uuid[]))
	limit $9;

/* planned each time */ select count(*)
	from (select from finding where finding.terms @@ $1::tsquery and finding.listing_id in ( select listing.id from listing join service_body on service_body.id = listing.service_body_id where service_body.slug = $2 ) limit $3) fitting;

/* planned each time */ select count(*)
	from (select from finding where finding.terms @@ $1::tsquery limit $2) fitting;

/* planned each time */ select finding.listing_id as id
	from finding
	where finding.listing_id = any($1::uuid[])
	order by ( select min(coalesce(coming.starts_at, coming.wall at time zone $2::interval)) from coming where coming.listing_id = finding.listing_id and ((coming.on_readers_clocks and coming.starts_at >= $3 and coming.starts_at < $4 and case when coming.starts_at <@ $5::tstzmultirange then true else false end and coalesce(coming.starts_at, coming.wall at time zone $6::interval) > $7::timestamptz - make_interval(mins => coming.minutes)) or (coming.on_own_clocks and coming.wall >= $8::timestamp and coming.wall < $9::timestamp and case when coming.wall <@ $10::tsmultirange then true else false end and coalesce(coming.starts_at, coming.wall at time zone $11::interval) > $12::timestamptz - make_interval(mins => coming.minutes))) ) nulls last, finding.listing_id
	limit $13
	offset $14;

/* planned each time */ select finding.listing_id as id
	from finding
	where finding.listing_id = any($1::uuid[])
	order by ( select min(coalesce(coming.starts_at, coming.wall at time zone $2::interval)) from coming where coming.listing_id = finding.listing_id and ((coming.on_readers_clocks and coming.starts_at >= $3 and coming.starts_at < $4 and case when coming.starts_at <@ $5::tstzmultirange then true else false end) or (coming.on_own_clocks and coming.wall >= $6::timestamp and coming.wall < $7::timestamp and case when coming.wall <@ $8::tsmultirange then true else false end)) ) nulls last, finding.listing_id
	limit $9
	offset $10;

/* planned each time */ select finding.listing_id as id
	from finding
	where finding.listing_id = any($1::uuid[])
	order by ( select min(coalesce(coming.starts_at, coming.wall at time zone $2::interval)) from coming where coming.listing_id = finding.listing_id and ((coming.starts_at >= $3 and coming.starts_at < $4 and case when coming.starts_at <@ $5::tstzmultirange then true else false end and coming.starts_at + make_interval(mins => coming.minutes) > $6) or (coming.starts_at is null and coming.on_own_clocks and coming.wall >= $7::timestamp and coming.wall < $8::timestamp and case when coming.wall <@ $9::tsmultirange then true else false end and coming.wall + make_interval(mins => coming.minutes) > $10::timestamptz at time zone $11::interval)) ) nulls last, finding.listing_id
	limit $12
	offset $13;

/* planned each time */ select finding.listing_id as id
	from finding
	where finding.listing_id = any($1::uuid[])
	order by finding.welcome desc, finding.listing_id
	limit $2
	offset $3;

/* planned each time */ select finding.listing_id as id
	from finding
	where finding.listing_id = any($1::uuid[]) and finding.terms @@ $2::tsquery and (not finding.terms @@ $3::tsquery or finding.listing_id = any($4::uuid[]))
	limit $5;

/* planned each time */ select finding.listing_id as id
	from finding
	where finding.terms @@ $1::tsquery
	order by ( select min(coalesce(coming.starts_at, coming.wall at time zone $2::interval)) from coming where coming.listing_id = finding.listing_id and ((coming.starts_at >= $3 and coming.starts_at > $4::timestamptz - make_interval(mins => coming.minutes)) or (coming.starts_at is null and coming.on_own_clocks and coming.wall >= $5::timestamp and coming.wall > $6::timestamp - make_interval(mins => coming.minutes))) ) nulls last, finding.listing_id
	limit $7
	offset $8;

/* planned each time */ select finding.listing_id as id
	from finding
	where finding.terms @@ $1::tsquery
	order by finding.welcome desc, finding.listing_id
	limit $2
	offset $3;

/* planned each time */ select finding.listing_id as id
	from finding
	where finding.terms @@ $1::tsquery and (finding.terms @@ $2::tsquery or exists (select from coming where coming.listing_id = finding.listing_id and (coming.on_readers_clocks and coming.starts_at >= $3 and coming.starts_at < $4 and case when coming.starts_at <@ $5::tstzmultirange then true else false end)))
	order by ( select min(coalesce(coming.starts_at, coming.wall at time zone $6::interval)) from coming where coming.listing_id = finding.listing_id and ((coming.on_readers_clocks and coming.starts_at >= $7 and coming.starts_at < $8 and case when coming.starts_at <@ $9::tstzmultirange then true else false end) or (coming.on_own_clocks and coming.wall >= $10::timestamp and coming.wall < $11::timestamp and case when coming.wall <@ $12::tsmultirange then true else false end)) ) nulls last, finding.listing_id
	limit $13
	offset $14;

/* planned each time */ select finding.listing_id as id
	from finding
	where finding.terms @@ $1::tsquery and (finding.terms @@ $2::tsquery or exists (select from coming where coming.listing_id = finding.listing_id and (coming.on_readers_clocks and coming.starts_at >= $3 and coming.starts_at < $4 and case when coming.starts_at <@ $5::tstzmultirange then true else false end)))
	order by finding.welcome desc, finding.listing_id
	limit $6
	offset $7;

/* planned each time */ select finding.listing_id as id
	from finding
	where finding.terms @@ $1::tsquery and finding.listing_id in ( select listing.id from listing join service_body on service_body.id = listing.service_body_id where service_body.slug = $2 )
	order by ( select min(coalesce(coming.starts_at, coming.wall at time zone $3::interval)) from coming where coming.listing_id = finding.listing_id and ((coming.starts_at >= $4 and coming.starts_at > $5::timestamptz - make_interval(mins => coming.minutes)) or (coming.starts_at is null and coming.on_own_clocks and coming.wall >= $6::timestamp and coming.wall > $7::timestamp - make_interval(mins => coming.minutes))) ) nulls last, finding.listing_id
	limit $8
	offset $9;

/* planned each time */ select finding.listing_id as id
	from finding
	where finding.terms @@ $1::tsquery and finding.terms @@ $2::tsquery
	limit $3;

/* planned each time */ select finding.listing_id as id, count(*) over () as count
	from finding
	where finding.terms @@ $1::tsquery
	order by ($2::float8 * ts_rank('{0.2, 0.4, 0.7, 1}', finding.terms, $3::tsquery) + $4::float8 * ts_rank('{0.2, 0.4, 0.7, 1}', finding.terms, $5::tsquery) + $6::float8 * ts_rank('{0.2, 0.4, 0.7, 1}', finding.terms, $7::tsquery)) desc, finding.listing_id
	limit $8
	offset $9;

/* planned each time */ select finding.listing_id as id, count(*) over () as count
	from finding
	where finding.terms @@ $1::tsquery
	order by ($2::float8 * ts_rank('{0.2, 0.4, 0.7, 1}', finding.terms, $3::tsquery) + $4::float8 * ts_rank('{0.2, 0.4, 0.7, 1}', finding.terms, $5::tsquery)) desc, finding.listing_id
	limit $6
	offset $7;

/* planned each time */ select finding.listing_id as id, count(*) over () as count
	from finding
	where finding.terms @@ $1::tsquery
	order by ($2::float8 * ts_rank('{0.2, 0.4, 0.7, 1}', finding.terms, $3::tsquery)) desc, finding.listing_id
	limit $4
	offset $5;

/* planned each time */ select finding.listing_id as id, count(*) over () as count
	from finding
	where finding.terms @@ $1::tsquery and (((finding.place <@ box(point($2, $3), point($4, $5))) and (12742 * asin(least(1, sqrt( sin(radians(finding.place[1] - $6) / 2) ^ 2 + cos(radians($7::float8)) * cos(radians(finding.place[1])) * sin(radians(finding.place[0] - $8) / 2) ^ 2 )))) <= $9) or finding.terms @@ $10::tsquery)
	order by finding.place <-> point($11, $12) nulls last, finding.listing_id
	limit $13
	offset $14;

/* planned each time */ select finding.listing_id as id, count(*) over () as count
	from finding
	where finding.terms @@ $1::tsquery and ((finding.place <@ box(point($2, $3), point($4, $5)) or finding.place <@ box(point($6, $7), point($8, $9))) and (12742 * asin(least(1, sqrt( sin(radians(finding.place[1] - $10) / 2) ^ 2 + cos(radians($11::float8)) * cos(radians(finding.place[1])) * sin(radians(finding.place[0] - $12) / 2) ^ 2 )))) <= $13)
	order by finding.place <-> point($14, $15) nulls last, finding.listing_id
	limit $16
	offset $17;

/* planned each time */ select finding.listing_id as id, count(*) over () as count
	from finding
	where finding.terms @@ $1::tsquery and ((finding.place <@ box(point($2, $3), point($4, $5))) and (12742 * asin(least(1, sqrt( sin(radians(finding.place[1] - $6) / 2) ^ 2 + cos(radians($7::float8)) * cos(radians(finding.place[1])) * sin(radians(finding.place[0] - $8) / 2) ^ 2 )))) <= $9)
	order by finding.place <-> point($10, $11) nulls last, finding.listing_id
	limit $12
	offset $13;

/* planned each time */ select finding.listing_id as id, count(*) over () as count
	from finding
	where finding.terms @@ $1::tsquery and (exists (select from coming where coming.listing_id = finding.listing_id and ((coming.starts_at >= $2 and coming.starts_at < $3 and case when coming.starts_at <@ $4::tstzmultirange then true else false end and coming.starts_at + make_interval(mins => coming.minutes) > $5) or (coming.starts_at is null and coming.on_own_clocks and coming.wall >= $6::timestamp and coming.wall < $7::timestamp and case when coming.wall <@ $8::tsmultirange then true else false end and coming.wall + make_interval(mins => coming.minutes) > $9::timestamptz at time zone $10::interval))) or finding.listing_id = any($11::uuid[])) and (not finding.terms @@ $12::tsquery or finding.listing_id = any($13::uuid[]))
	order by ($14::float8 * ts_rank('{0.2, 0.4, 0.7, 1}', finding.terms, $15::tsquery)) desc, finding.listing_id
	limit $16
	offset $17;

/* planned each time */ select finding.listing_id as id, count(*) over () as count
	from finding
	where finding.terms @@ $1::tsquery and (finding.terms @@ $2::tsquery or exists (select from coming where coming.listing_id = finding.listing_id and (coming.on_readers_clocks and coming.starts_at >= $3 and coming.starts_at < $4 and case when coming.starts_at <@ $5::tstzmultirange then true else false end)))
	order by ($6::float8 * ts_rank('{0.2, 0.4, 0.7, 1}', finding.terms, $7::tsquery)) desc, finding.listing_id
	limit $8
	offset $9;

/* planned each time */ select finding.listing_id as id, count(*) over () as count
	from finding
	where finding.terms @@ $1::tsquery and exists (select from coming where coming.listing_id = finding.listing_id and ((coming.on_readers_clocks and coming.starts_at >= $2 and coming.starts_at < $3 and case when coming.starts_at <@ $4::tstzmultirange then true else false end and coalesce(coming.starts_at, coming.wall at time zone $5::interval) > $6::timestamptz - make_interval(mins => coming.minutes)) or (coming.on_own_clocks and coming.wall >= $7::timestamp and coming.wall < $8::timestamp and case when coming.wall <@ $9::tsmultirange then true else false end and coalesce(coming.starts_at, coming.wall at time zone $10::interval) > $11::timestamptz - make_interval(mins => coming.minutes))))
	order by ($12::float8 * ts_rank('{0.2, 0.4, 0.7, 1}', finding.terms, $13::tsquery)) desc, finding.listing_id
	limit $14
	offset $15;

/* planned each time */ select listing_id as id
	from (( select coming.listing_id, coalesce(coming.starts_at, coming.wall at time zone $1::interval) as begins from coming join finding on finding.listing_id = coming.listing_id where coming.on_readers_clocks and coming.starts_at >= $2 and coming.starts_at < $3 and case when coming.starts_at <@ $4::tstzmultirange then true else false end and finding.terms @@ $5::tsquery order by coming.starts_at, coming.listing_id limit $6 ) union all ( select coming.listing_id, coalesce(coming.starts_at, coming.wall at time zone $7::interval) as begins from coming join finding on finding.listing_id = coming.listing_id where coming.on_own_clocks and coming.wall >= $8::timestamp and coming.wall < $9::timestamp and case when coming.wall <@ $10::tsmultirange then true else false end and finding.terms @@ $11::tsquery order by coming.wall, coming.listing_id limit $12 )) times
	group by listing_id
	order by min(begins), listing_id
	limit $13
	offset $14;

/* planned each time */ select listing_id as id
	from (( select coming.listing_id, coalesce(coming.starts_at, coming.wall at time zone $1::interval) as begins from coming join finding on finding.listing_id = coming.listing_id where coming.starts_at >= $2 and coming.starts_at > $3::timestamptz - make_interval(mins => coming.minutes) and finding.terms @@ $4::tsquery order by coming.starts_at, coming.listing_id limit $5 ) union all ( select coming.listing_id, coalesce(coming.starts_at, coming.wall at time zone $6::interval) as begins from coming join finding on finding.listing_id = coming.listing_id where coming.starts_at is null and coming.on_own_clocks and coming.wall >= $7::timestamp and coming.wall > $8::timestamp - make_interval(mins => coming.minutes) and finding.terms @@ $9::tsquery order by coming.wall, coming.listing_id limit $10 )) times
	group by listing_id
	order by min(begins), listing_id
	limit $11
	offset $12;

-- ── src/features/directory/server/count-words.ts

select pg_advisory_xact_lock(hashtext('directory.count-words'));

with counted as materialized ( select word, ndoc as documents from ts_stat('select terms from finding') ), unheard as ( delete from vocabulary where not exists (select from counted where counted.word = vocabulary.word) ) insert into vocabulary (word, documents, stems, slips) select word, documents, case when word ~ '^#' then '{}' else stems(word) end, case when word ~ '^#|[0-9]' then '{}' else slips(word) end
	from counted
	on conflict (word) do update
	set documents = excluded.documents
	where vocabulary.documents <> excluded.documents;

-- ── src/features/directory/server/fill-tables.ts

insert into populated_place (name, folded, country, division, inhabitants, latitude, longitude) select *
	from unnest( $1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::real[], $7::real[] );

select name
	from populated_place
	limit $1;

select pg_advisory_xact_lock(hashtext('directory.fill-tables'));

-- ── src/features/directory/server/follow-places.ts

delete from listing
	where subject_id = $1;

select subject_id
	from listing
	where kind = $1;

-- ── src/features/directory/server/gazetteer.ts

select avg(finding.place[1]) as latitude, avg(finding.place[0]) as longitude
	from ( select place from finding where terms @@ $1::tsquery and place is not null limit 200 ) finding;

select avg(latitude) as latitude, avg(longitude) as longitude
	from listing
	where lower(regexp_replace(postcode, '[^A-Za-z0-9]', '', 'g')) like $1 || '%' and latitude is not null;

select name, folded, country, division, inhabitants, latitude, longitude
	from populated_place
	where folded = $1 or folded like $2 || ' %'
	order by folded = $3 desc, inhabitants desc
	limit 50;

-- ── src/features/directory/server/hold-feed.ts

insert into feed (id, service_body_id, slug, source, zone, changed_at, confirmed_at) select $1 as id, id as service_body_id, slug, $2 as source, $3 as zone, $4 as changed_at, $5 as confirmed_at
	from service_body
	where slug = $6
	on conflict do nothing
	returning id;

insert into service_body (id, slug, name, zone, made_at)
	values ($1, $2, $3, $4, $5)
	on conflict do nothing;

select id, service_body_id as "bodyId", source, zone, format, changed_at
	from feed
	where slug = $1
	for update;

-- ── src/features/directory/server/import-meetings.ts

delete from import
	where id = $1;

insert into import (id, slug, source, zone, format, state, made_at, etag, last_modified)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

update feed
	set confirmed_at = $1
	where id = $2;

-- ── src/features/directory/server/import-queries.ts

select application_name as name
	from pg_stat_activity
	where application_name like $1;

select count(*) as count
	from import_change
	where import_id = $1 and jsonb_array_length(twins -> 'found') > 0;

select feed.slug, feed.source, feed.format, feed.every, feed.problem, feed.changed_at as "changedAt", feed.looked_at as "lookedAt", (select count(*) as count from listing where listing.feed_id = feed.id) as count, (select import.id from import where import.feed_id = feed.id and import.state = $1 limit $2) as held
	from feed
	order by feed.slug;

select id, slug, state, added, changed, gone, made_at as "madeAt", done_at as "doneAt"
	from import
	order by made_at desc
	limit $1;

select import.id
	from import
	inner join feed on feed.id = import.feed_id
	where feed.slug = $1 and import.state = $2
	order by import.done_at desc, import.id desc
	limit $3;

select import.id, import.slug, import.source, import.format, import.state, import.basis, import.refusal, import.left_out as "leftOut", import.stop, import.rows, import.added, import.changed, import.same, import.gone, import.kept, import.made_at as "madeAt", import.done_at as "doneAt", feed.id as "feedId", feed.every
	from import
	left join feed on feed.slug = import.slug
	where import.id = $1;

select slug, change, before, after, says, fields, kept, twins
	from import_change
	where import_id = $1 and (kept <> '{}' and change <> $2)
	order by slug
	limit $3
	offset $4;

select slug, change, before, after, says, fields, kept, twins
	from import_change
	where import_id = $1 and change = $2
	order by slug
	limit $3
	offset $4;

select slug, change, before, after, says, fields, kept, twins
	from import_change
	where import_id = $1 and jsonb_array_length(twins -> 'found') > 0
	order by slug
	limit $2
	offset $3;

-- ── src/features/directory/server/keep-comparison.ts

delete from import_change
	where import_id = $1;

insert into import_change (import_id, slug, change, listing_id, before, after, said_before, says, fields, kept, twins)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

select concat_ws($1, service_body.slug, listing.slug) as slug, listing.name, listing.days, to_char(listing.local_time, $2) as time, listing.place, listing.address, listing.online_url as "onlineUrl"
	from listing
	left join service_body on service_body.id = listing.service_body_id
	where listing.local_time = any($3::time[]);

select listing_off.slug
	from listing_off
	inner join service_body on service_body.id = listing_off.service_body_id
	inner join import on import.slug = service_body.slug
	where import.id = $1;

update import
	set rows = $1, added = $2, changed = $3, same = $4, gone = $5, kept = $6, basis = $7, left_out = $8
	where id = $9;

-- ── src/features/directory/server/keep-findable.ts

select listing.id
	from listing
	left join finding on finding.listing_id = listing.id
	where finding.listing_id is null
	limit $1;

select listing_id
	from finding
	where told_at < $1
	order by told_at
	limit $2;

-- ── src/features/directory/server/keep-listing.ts

delete from listing_off
	where service_body_id = $1 and slug = $2
	returning *;

select id
	from service_body
	where id = $1
	for update;

select listing.*, feed.confirmed_at as "listedAt"
	from listing
	left join feed on feed.id = listing.feed_id
	where listing.service_body_id = $1 and listing.slug = $2;

select listing_id, feed_id, revision, says
	from listing_off
	where service_body_id = $1 and slug = $2;

select revision, changed_at as since, changed_how as how, person.nickname as by, ( select jsonb_object_agg(said.key, said.value) from jsonb_each(to_jsonb(listing)) said where said.key = any($1::text[]) ) as says
	from listing
	left join person on person.id = listing.changed_by and not exists (select from block where (block.blocker_id = $2 and block.blocked_id = person.id) or (block.blocked_id = $3 and block.blocker_id = person.id))
	where listing.id = $4;

select revision, changed_at as since, changed_how as how, person.nickname as by, ( select jsonb_object_agg(said.key, said.value) from jsonb_each(to_jsonb(listing)) said where said.key = any($1::text[]) ) as says
	from listing
	left join person on person.id = listing.changed_by and true
	where listing.id = $2;

select revision, since, how, person.nickname as by, says
	from listing_version
	left join person on person.id = listing_version.by_id and not exists (select from block where (block.blocker_id = $1 and block.blocked_id = person.id) or (block.blocked_id = $2 and block.blocker_id = person.id))
	where listing_id = $3
	order by revision desc;

select revision, since, how, person.nickname as by, says
	from listing_version
	left join person on person.id = listing_version.by_id and true
	where listing_id = $1
	order by revision desc;

select slug
	from listing
	where service_body_id = $1 and slug like $2 union all select slug
	from listing_off
	where service_body_id = $3 and slug like $4;

update listing
	set confirmed_at = $1, confirmed_as = $2
	where id = $3;

with gone as ( delete from listing where service_body_id = $1 and slug = $2 returning id, service_body_id, feed_id, slug, revision, changed_at, changed_how, changed_by, ( select jsonb_object_agg(said.key, said.value) from jsonb_each(to_jsonb(listing)) said where said.key = any($3::text[]) ) as says ), before as ( insert into listing_version (listing_id, revision, service_body_id, says, since, how, by_id, until) select id, revision, service_body_id, says, changed_at, changed_how, changed_by, $4 from gone ) insert into listing_off (listing_id, service_body_id, feed_id, slug, says, revision, off_at, off_by) select id, service_body_id, feed_id, slug, says, revision, $5, $6
	from gone
	returning listing_id;

-- ── src/features/directory/server/known-listings.ts

select listing.slug, listing.kind, listing.name, listing.about, listing.topics, listing.languages, listing.form, listing.structure, listing.access, listing.cost, listing.age_band, listing.identity, listing.observers_welcome, listing.newcomers_welcome, listing.size, listing.joining, listing.times, listing.postcode, listing.country, listing.latitude, listing.longitude, listing.coarse, listing.days, listing.local_time, listing.minutes, listing.zone, listing.types, listing.group_name, listing.place, listing.place_notes, listing.address, listing.region, listing.in_person, listing.here, listing.online_url, listing.online_notes, listing.phone, listing.phone_notes, listing.notes, listing.website, listing.list_updated_at, listing.id, listed.says
	from listing
	left join listed on listed.listing_id = listing.id
	where listing.feed_id = $1
	order by listing.slug;

-- ── src/features/directory/server/look-again.ts

delete from import
	where ((state in ($1) and made_at < $2) or made_at < $3);

delete from import
	where feed_id = $1 and state = $2;

delete from import
	where id = $1;

insert into import (id, slug, source, zone, state, made_at)
	values ($1, $2, $3, $4, $5, $6);

select id
	from feed
	where every = $1 and (looked_at is null or looked_at <= $2);

select id, source
	from feed
	where slug = $1
	for update;

select slug, source, zone
	from feed
	where id = $1 and every is not null;

select source, etag, last_modified
	from feed
	where id = $1 and every is not null;

update feed
	set etag = $1, last_modified = $2
	where id = $3;

update feed
	set every = $1, problem = $2
	where id = $3;

update feed
	set looked_at = $1, problem = $2
	where id = $3;

update import
	set state = $1
	where id = $2;

-- ── src/features/directory/server/personal.ts

delete from saved_search
	where person_id = $1;

-- ── src/features/directory/server/prepare-import.ts

insert into import (id, slug, source, zone, state, made_at, content)
	values ($1, $2, $3, $4, $5, $6, $7);

select id, zone
	from feed
	where slug = $1;

select slug, zone
	from import
	where id = $1 and state in ($2)
	for update;

select source, content, listings
	from import
	where id = $1;

update import
	set state = $1, feed_id = $2, format = $3, content = $4, listings = $5, refusal = $6
	where id = $7;

update import
	set state = $1, feed_id = $2, format = $3, content = $4, listings = $5, refusal = $6, etag = $7, last_modified = $8
	where id = $9;

update import
	set state = $1, refusal = $2, content = $3, listings = $4
	where id = $5;

-- ── src/features/directory/server/public-listings.ts

select count(*) as count
	from listing
	inner join finding on finding.listing_id = listing.id
	left join service_body on service_body.id = listing.service_body_id
	left join feed on feed.id = listing.feed_id
	left join organisation on true
	where listing.age_band = $1;

select count(*) as count
	from listing
	inner join finding on finding.listing_id = listing.id
	left join service_body on service_body.id = listing.service_body_id
	left join feed on feed.id = listing.feed_id
	left join organisation on true
	where listing.age_band = $1 and listing.id = $2;

select id, slug, name, about, website
	from service_body
	where exists (select listing.id from listing where listing.service_body_id = service_body.id and listing.age_band = $1)
	order by slug;

select id, slug, name, about, website
	from service_body
	where exists (select listing.id from listing where listing.service_body_id = service_body.id and listing.age_band = $1) and id = $2
	order by slug;

select listing.slug, listing.kind, listing.name, listing.about, listing.topics, listing.languages, listing.form, listing.structure, listing.access, listing.cost, listing.age_band, listing.identity, listing.observers_welcome, listing.newcomers_welcome, listing.size, listing.joining, listing.times, listing.postcode, listing.country, listing.latitude, listing.longitude, listing.coarse, listing.days, listing.local_time, listing.minutes, listing.zone, listing.types, listing.group_name, listing.place, listing.place_notes, listing.address, listing.region, listing.in_person, listing.here, listing.online_url, listing.online_notes, listing.phone, listing.phone_notes, listing.notes, listing.website, listing.list_updated_at, listing.id, service_body.id as "bodyId", service_body.slug as "bodySlug", service_body.name as "bodyName", organisation.name as organisation, service_body.about as "bodyAbout", service_body.website as "bodyWebsite", coalesce(feed.changed_at, service_body.made_at, organisation.made_at) as changed
	from listing
	inner join finding on finding.listing_id = listing.id
	left join service_body on service_body.id = listing.service_body_id
	left join feed on feed.id = listing.feed_id
	left join organisation on true
	where listing.age_band = $1
	order by service_body.slug, listing.slug;

select listing.slug, listing.kind, listing.name, listing.about, listing.topics, listing.languages, listing.form, listing.structure, listing.access, listing.cost, listing.age_band, listing.identity, listing.observers_welcome, listing.newcomers_welcome, listing.size, listing.joining, listing.times, listing.postcode, listing.country, listing.latitude, listing.longitude, listing.coarse, listing.days, listing.local_time, listing.minutes, listing.zone, listing.types, listing.group_name, listing.place, listing.place_notes, listing.address, listing.region, listing.in_person, listing.here, listing.online_url, listing.online_notes, listing.phone, listing.phone_notes, listing.notes, listing.website, listing.list_updated_at, listing.id, service_body.id as "bodyId", service_body.slug as "bodySlug", service_body.name as "bodyName", organisation.name as organisation, service_body.about as "bodyAbout", service_body.website as "bodyWebsite", coalesce(feed.changed_at, service_body.made_at, organisation.made_at) as changed
	from listing
	inner join finding on finding.listing_id = listing.id
	left join service_body on service_body.id = listing.service_body_id
	left join feed on feed.id = listing.feed_id
	left join organisation on true
	where listing.age_band = $1
	order by service_body.slug, listing.slug
	limit $2
	offset $3;

select listing.slug, listing.kind, listing.name, listing.about, listing.topics, listing.languages, listing.form, listing.structure, listing.access, listing.cost, listing.age_band, listing.identity, listing.observers_welcome, listing.newcomers_welcome, listing.size, listing.joining, listing.times, listing.postcode, listing.country, listing.latitude, listing.longitude, listing.coarse, listing.days, listing.local_time, listing.minutes, listing.zone, listing.types, listing.group_name, listing.place, listing.place_notes, listing.address, listing.region, listing.in_person, listing.here, listing.online_url, listing.online_notes, listing.phone, listing.phone_notes, listing.notes, listing.website, listing.list_updated_at, listing.id, service_body.id as "bodyId", service_body.slug as "bodySlug", service_body.name as "bodyName", organisation.name as organisation, service_body.about as "bodyAbout", service_body.website as "bodyWebsite", coalesce(feed.changed_at, service_body.made_at, organisation.made_at) as changed
	from listing
	inner join finding on finding.listing_id = listing.id
	left join service_body on service_body.id = listing.service_body_id
	left join feed on feed.id = listing.feed_id
	left join organisation on true
	where listing.age_band = $1 and finding.terms @@ $2::tsquery and (finding.terms @@ $3::tsquery or exists (select from coming where coming.listing_id = finding.listing_id and (coming.on_readers_clocks and coming.starts_at >= $4 and coming.starts_at < $5 and case when coming.starts_at <@ $6::tstzmultirange then true else false end)))
	order by service_body.slug, listing.slug;

select listing.slug, listing.kind, listing.name, listing.about, listing.topics, listing.languages, listing.form, listing.structure, listing.access, listing.cost, listing.age_band, listing.identity, listing.observers_welcome, listing.newcomers_welcome, listing.size, listing.joining, listing.times, listing.postcode, listing.country, listing.latitude, listing.longitude, listing.coarse, listing.days, listing.local_time, listing.minutes, listing.zone, listing.types, listing.group_name, listing.place, listing.place_notes, listing.address, listing.region, listing.in_person, listing.here, listing.online_url, listing.online_notes, listing.phone, listing.phone_notes, listing.notes, listing.website, listing.list_updated_at, listing.id, service_body.id as "bodyId", service_body.slug as "bodySlug", service_body.name as "bodyName", organisation.name as organisation, service_body.about as "bodyAbout", service_body.website as "bodyWebsite", coalesce(feed.changed_at, service_body.made_at, organisation.made_at) as changed
	from listing
	inner join finding on finding.listing_id = listing.id
	left join service_body on service_body.id = listing.service_body_id
	left join feed on feed.id = listing.feed_id
	left join organisation on true
	where listing.age_band = $1 and listing.id = any($2::uuid[])
	order by service_body.slug, listing.slug;

select listing.slug, listing.kind, listing.name, listing.about, listing.topics, listing.languages, listing.form, listing.structure, listing.access, listing.cost, listing.age_band, listing.identity, listing.observers_welcome, listing.newcomers_welcome, listing.size, listing.joining, listing.times, listing.postcode, listing.country, listing.latitude, listing.longitude, listing.coarse, listing.days, listing.local_time, listing.minutes, listing.zone, listing.types, listing.group_name, listing.place, listing.place_notes, listing.address, listing.region, listing.in_person, listing.here, listing.online_url, listing.online_notes, listing.phone, listing.phone_notes, listing.notes, listing.website, listing.list_updated_at, listing.id, service_body.id as "bodyId", service_body.slug as "bodySlug", service_body.name as "bodyName", organisation.name as organisation, service_body.about as "bodyAbout", service_body.website as "bodyWebsite", coalesce(feed.changed_at, service_body.made_at, organisation.made_at) as changed
	from listing
	inner join finding on finding.listing_id = listing.id
	left join service_body on service_body.id = listing.service_body_id
	left join feed on feed.id = listing.feed_id
	left join organisation on true
	where listing.age_band = $1 and service_body.slug = $2
	order by service_body.slug, listing.slug;

select listing.slug, listing.kind, listing.name, listing.about, listing.topics, listing.languages, listing.form, listing.structure, listing.access, listing.cost, listing.age_band, listing.identity, listing.observers_welcome, listing.newcomers_welcome, listing.size, listing.joining, listing.times, listing.postcode, listing.country, listing.latitude, listing.longitude, listing.coarse, listing.days, listing.local_time, listing.minutes, listing.zone, listing.types, listing.group_name, listing.place, listing.place_notes, listing.address, listing.region, listing.in_person, listing.here, listing.online_url, listing.online_notes, listing.phone, listing.phone_notes, listing.notes, listing.website, listing.list_updated_at, listing.id, service_body.id as "bodyId", service_body.slug as "bodySlug", service_body.name as "bodyName", organisation.name as organisation, service_body.about as "bodyAbout", service_body.website as "bodyWebsite", coalesce(feed.changed_at, service_body.made_at, organisation.made_at) as changed
	from listing
	inner join finding on finding.listing_id = listing.id
	left join service_body on service_body.id = listing.service_body_id
	left join feed on feed.id = listing.feed_id
	left join organisation on true
	where listing.age_band = $1 and service_body.slug = $2 and listing.slug = $3
	order by service_body.slug, listing.slug;

-- ── src/features/directory/server/queries.ts

select listing.id, service_body.slug || '~' || listing.slug as slug, listing.slug as "ownSlug", listing.subject_id as "subjectId", listing.kind, listing.times, listing.name, listing.about, listing.topics, listing.languages, listing.form, listing.access, listing.cost, listing.identity, listing.observers_welcome as "observersWelcome", listing.newcomers_welcome as "newcomersWelcome", listing.size, listing.days, to_char(listing.local_time, 'HH24:MI') as time, listing.minutes, listing.zone, listing.types, listing.place, listing.address, listing.region, listing.in_person as "inPerson", listing.here, listing.online_url as "onlineUrl", listing.phone
	from listing
	left join service_body on service_body.id = listing.service_body_id
	where listing.id = any($1::uuid[]);

select listing.id, service_body.slug || '~' || listing.slug as slug, listing.slug as "ownSlug", listing.subject_id as "subjectId", listing.kind, listing.times, listing.name, listing.about, listing.topics, listing.languages, listing.form, listing.access, listing.cost, listing.identity, listing.observers_welcome as "observersWelcome", listing.newcomers_welcome as "newcomersWelcome", listing.size, listing.days, to_char(listing.local_time, 'HH24:MI') as time, listing.minutes, listing.zone, listing.types, listing.place, listing.address, listing.region, listing.in_person as "inPerson", listing.here, listing.online_url as "onlineUrl", listing.phone, listing.group_name as group, listing.place_notes as "placeNotes", listing.online_notes as "onlineNotes", listing.phone_notes as "phoneNotes", listing.notes, listing.website, listing.joining, listing.structure, service_body.name as body, listing.list_updated_at as updated, listing.postcode, listing.country, listing.confirmed_at as "confirmedAt", listing.confirmed_as as "confirmedAs", feed.confirmed_at as "listedAt"
	from listing
	inner join finding on finding.listing_id = listing.id
	inner join service_body on service_body.id = listing.service_body_id
	left join feed on feed.id = listing.feed_id
	where service_body.slug = $1 and listing.slug = $2 and finding.terms @@ $3::tsquery;

select word, documents
	from vocabulary
	where (word like '#type:%' or word like '#topic:%' or word like '#lang:%')
	order by documents desc
	limit $1;

-- ── src/features/directory/server/reindex.ts

delete from coming
	where listing_id = any($1::uuid[]);

insert into coming (listing_id, wall, starts_at, minutes, on_readers_clocks, on_own_clocks) select *
	from unnest( $1::uuid[], $2::timestamp[], $3::timestamptz[], $4::int[], $5::boolean[], $6::boolean[] );

insert into finding (listing_id, terms, length, place, welcome, since, told_at) select listing_id, terms::tsvector, length, point(longitude, latitude), welcome, $1, $2
	from unnest( $3::uuid[], $4::text[], $5::int[], $6::float8[], $7::float8[], $8::real[] ) found (listing_id, terms, length, longitude, latitude, welcome)
	on conflict (listing_id) do update
	set terms = excluded.terms, length = excluded.length, place = excluded.place, welcome = excluded.welcome, told_at = excluded.told_at;

select listing.*, service_body.name as body
	from listing
	left join service_body on service_body.id = listing.service_body_id
	where listing.id = any($1::uuid[]);

-- ── src/features/directory/server/reportable.ts

select service_body.slug || '~' || listing.slug as slug
	from listing
	inner join service_body on service_body.id = listing.service_body_id
	where listing.id = $1;

-- ── src/features/directory/server/saved-searches.ts

delete from saved_search
	where id = $1 and person_id = $2;

insert into saved_search (id, person_id, sealed, saved_at)
	values ($1, $2, $3, $4);

select count(*) as count
	from finding
	where finding.since > $1 and finding.terms @@ $2::tsquery and (finding.terms @@ $3::tsquery or exists (select from coming where coming.listing_id = finding.listing_id and (coming.on_readers_clocks and coming.starts_at >= $4 and coming.starts_at < $5 and case when coming.starts_at <@ $6::tstzmultirange then true else false end)));

select key_id
	from person
	where id = $1
	for update;

select saved_search.id, sealed, saved_at as "savedAt", key_id
	from saved_search
	inner join person on person.id = saved_search.person_id
	where person_id = $1
	order by saved_at desc;

update saved_search
	set sealed = $1
	where id = $2;

-- ── src/features/directory/server/search.ts

select id
	from listing
	where subject_id in ($1);

select listing.id, listing.name, listing.group_name as group, listing.place, listing.languages, listing.size, listing.newcomers_welcome as "newcomersWelcome", listing.observers_welcome as "observersWelcome", listing.types, listing.latitude, listing.longitude, finding.welcome, finding.length, case when $1 then finding.terms::text else '' end as terms, listing.subject_id is not null as ours, case listing.kind when 'room' then listing.id = any($2::uuid[]) end as held, greatest(listing.confirmed_at, feed.confirmed_at) as confirmed, ( select json_agg(json_build_array( to_char(coming.wall, 'YYYY-MM-DD"T"HH24:MI'), coming.starts_at, coming.minutes, coming.on_readers_clocks, coming.on_own_clocks )) from coming where coming.listing_id = listing.id ) as coming
	from unnest($3::uuid[]) with ordinality asked (id, place) join listing on listing.id = asked.id join finding on finding.listing_id = listing.id
	left join feed on feed.id = listing.feed_id
	order by asked.place;

-- ── src/features/directory/server/service-bodies.ts

insert into service_body (id, slug, name, about, website, zone, ask_every, made_at)
	values ($1, $2, $3, $4, $5, $6, $7, $8)
	on conflict (slug) do nothing
	returning id;

select service_body.id, service_body.slug, service_body.name, service_body.about, service_body.website, service_body.zone, service_body.ask_every as "askEvery"
	from service_body
	where slug = $1;

select service_body.id, service_body.slug, service_body.name, service_body.about, service_body.website, service_body.zone, service_body.ask_every as "askEvery", (select count(*)::int from listing where listing.service_body_id = service_body.id) as listings
	from service_body
	order by name, slug;

select service_body.id, service_body.slug, service_body.name, service_body.about, service_body.website, service_body.zone, service_body.ask_every as "askEvery", (select count(*)::int from listing where listing.service_body_id = service_body.id) as listings
	from service_body
	where id = any($1::uuid[])
	order by name, slug;

update service_body
	set name = $1, about = $2, website = $3, zone = $4, ask_every = $5
	where id = $6;

-- ── src/features/directory/server/synonyms.ts

delete from synonym
	where id = $1;

insert into synonym (id, phrases, stems, changed_at) select id, array(select jsonb_array_elements_text(phrases)), array( select distinct stem from unnest(string_to_array(words, ' ')) word, unnest(array_append(stems(word), word)) stem ), $1
	from unnest( $2::uuid[], $3::jsonb[], $4::text[] ) family (id, phrases, words)
	on conflict (id) do update
	set phrases = excluded.phrases, stems = excluded.stems, changed_at = excluded.changed_at;

select id
	from synonym
	limit $1;

select id
	from synonym
	where id = $1
	for update;

select id, phrases
	from synonym
	order by phrases[1], id;

-- ── src/features/directory/server/understand.ts

select asked.stem, variant.word, variant.documents
	from unnest($1::text[]) asked (stem), lateral (select word, documents from vocabulary where stems @> array[asked.stem] offset 0) variant;

select asked.word as asked, near.word, near.documents
	from unnest($1::text[]) asked (word), lateral ( select word, documents from vocabulary where (slips && slips(asked.word) or word % asked.word or word like asked.word || '%') and word !~ '[#0-9]' limit 400 ) near;

select asked.word, vocabulary.documents, stems(asked.word) as stems, ts_lexize('pg_catalog.english_stem', asked.word) = '{}' as "emptyEn", ts_lexize('pg_catalog.spanish_stem', asked.word) = '{}' as "emptyEs"
	from unnest($1::text[]) with ordinality asked (word, place)
	left join vocabulary on vocabulary.word = asked.word
	order by asked.place;

select phrases
	from synonym
	where stems && $1::text[];

-- ── src/features/directory/server/undo-import.ts

delete from feed
	where id = $1 and not exists (select id from listing where listing.feed_id = $2);

delete from listed
	where listing_id = any($1::uuid[]);

delete from listing
	where id = any($1::uuid[]);

select change, slug, listing_id, before, after, said_before
	from import_change
	where import_id = $1
	order by slug;

select feed.id as "feedId", feed.service_body_id as "bodyId", import.feed_before, import.slug
	from import
	inner join feed on feed.id = import.feed_id
	where import.id = $1 and import.state = $2
	for update;

select id
	from import
	where feed_id = $1 and state = $2
	order by done_at desc, id desc;

update feed
	set every = $1, etag = $2, last_modified = $3, problem = $4
	where id = $5;

update feed
	set zone = $1, format = $2, source = $3, changed_at = $4, every = $5, etag = $6, last_modified = $7, problem = $8
	where id = $9;

update import
	set state = $1
	where id = $2;

-- ── src/features/directory/server/write-listings.ts

select slug
	from listing_off
	where service_body_id = $1;

with written as (insert into listing (id, revision, service_body_id, feed_id, subject_id, changed_at, changed_how, changed_by, confirmed_at, confirmed_as, slug, kind, name, about, topics, languages, form, structure, access, cost, age_band, identity, observers_welcome, newcomers_welcome, size, joining, times, postcode, country, latitude, longitude, coarse, days, local_time, minutes, zone, types, group_name, place, place_notes, address, region, in_person, here, online_url, online_notes, phone, phone_notes, notes, website, list_updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51) on conflict (service_body_id, slug) do update set slug = excluded.slug, kind = excluded.kind, name = excluded.name, about = excluded.about, topics = excluded.topics, languages = excluded.languages, form = excluded.form, structure = excluded.structure, access = excluded.access, cost = excluded.cost, age_band = excluded.age_band, identity = excluded.identity, observers_welcome = excluded.observers_welcome, newcomers_welcome = excluded.newcomers_welcome, size = excluded.size, joining = excluded.joining, times = excluded.times, postcode = excluded.postcode, country = excluded.country, latitude = excluded.latitude, longitude = excluded.longitude, coarse = excluded.coarse, days = excluded.days, local_time = excluded.local_time, minutes = excluded.minutes, zone = excluded.zone, types = excluded.types, group_name = excluded.group_name, place = excluded.place, place_notes = excluded.place_notes, address = excluded.address, region = excluded.region, in_person = excluded.in_person, here = excluded.here, online_url = excluded.online_url, online_notes = excluded.online_notes, phone = excluded.phone, phone_notes = excluded.phone_notes, notes = excluded.notes, website = excluded.website, list_updated_at = excluded.list_updated_at, changed_at = $52, changed_how = $53, changed_by = $54, confirmed_at = $55, confirmed_as = $56, revision = listing.revision + 1 where listing.feed_id is not distinct from excluded.feed_id and (listing.slug, listing.kind, listing.name, listing.about, listing.topics, listing.languages, listing.form, listing.structure, listing.access, listing.cost, listing.age_band, listing.identity, listing.observers_welcome, listing.newcomers_welcome, listing.size, listing.joining, listing.times, listing.postcode, listing.country, listing.latitude, listing.longitude, listing.coarse, listing.days, listing.local_time, listing.minutes, listing.zone, listing.types, listing.group_name, listing.place, listing.place_notes, listing.address, listing.region, listing.in_person, listing.here, listing.online_url, listing.online_notes, listing.phone, listing.phone_notes, listing.notes, listing.website, listing.list_updated_at) is distinct from (excluded.slug, excluded.kind, excluded.name, excluded.about, excluded.topics, excluded.languages, excluded.form, excluded.structure, excluded.access, excluded.cost, excluded.age_band, excluded.identity, excluded.observers_welcome, excluded.newcomers_welcome, excluded.size, excluded.joining, excluded.times, excluded.postcode, excluded.country, excluded.latitude, excluded.longitude, excluded.coarse, excluded.days, excluded.local_time, excluded.minutes, excluded.zone, excluded.types, excluded.group_name, excluded.place, excluded.place_notes, excluded.address, excluded.region, excluded.in_person, excluded.here, excluded.online_url, excluded.online_notes, excluded.phone, excluded.phone_notes, excluded.notes, excluded.website, excluded.list_updated_at) returning id), before as (insert into listing_version (listing_id, revision, service_body_id, says, since, how, by_id, until) select id, revision, service_body_id as service_body_id, ( select jsonb_object_agg(said.key, said.value) from jsonb_each(to_jsonb(listing)) said where said.key = any($57::text[]) ) as says, changed_at, changed_how, changed_by, $58 as until from listing where service_body_id is not null and id in (select id from written)) select id
	from written;

with written as (insert into listing (id, service_body_id, feed_id, subject_id, changed_at, changed_how, changed_by, confirmed_at, confirmed_as, slug, kind, name, about, topics, languages, form, structure, access, cost, age_band, identity, observers_welcome, newcomers_welcome, size, joining, times, postcode, country, latitude, longitude, coarse, days, local_time, minutes, zone, types, group_name, place, place_notes, address, region, in_person, here, online_url, online_notes, phone, phone_notes, notes, website, list_updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50) on conflict (service_body_id, slug) do update set slug = excluded.slug, kind = excluded.kind, name = excluded.name, about = excluded.about, topics = excluded.topics, languages = excluded.languages, form = excluded.form, structure = excluded.structure, access = excluded.access, cost = excluded.cost, age_band = excluded.age_band, identity = excluded.identity, observers_welcome = excluded.observers_welcome, newcomers_welcome = excluded.newcomers_welcome, size = excluded.size, joining = excluded.joining, times = excluded.times, postcode = excluded.postcode, country = excluded.country, latitude = excluded.latitude, longitude = excluded.longitude, coarse = excluded.coarse, days = excluded.days, local_time = excluded.local_time, minutes = excluded.minutes, zone = excluded.zone, types = excluded.types, group_name = excluded.group_name, place = excluded.place, place_notes = excluded.place_notes, address = excluded.address, region = excluded.region, in_person = excluded.in_person, here = excluded.here, online_url = excluded.online_url, online_notes = excluded.online_notes, phone = excluded.phone, phone_notes = excluded.phone_notes, notes = excluded.notes, website = excluded.website, list_updated_at = excluded.list_updated_at, changed_at = $51, changed_how = $52, changed_by = $53, confirmed_at = $54, confirmed_as = $55, revision = listing.revision + 1 where listing.feed_id is not distinct from excluded.feed_id and (listing.slug, listing.kind, listing.name, listing.about, listing.topics, listing.languages, listing.form, listing.structure, listing.access, listing.cost, listing.age_band, listing.identity, listing.observers_welcome, listing.newcomers_welcome, listing.size, listing.joining, listing.times, listing.postcode, listing.country, listing.latitude, listing.longitude, listing.coarse, listing.days, listing.local_time, listing.minutes, listing.zone, listing.types, listing.group_name, listing.place, listing.place_notes, listing.address, listing.region, listing.in_person, listing.here, listing.online_url, listing.online_notes, listing.phone, listing.phone_notes, listing.notes, listing.website, listing.list_updated_at) is distinct from (excluded.slug, excluded.kind, excluded.name, excluded.about, excluded.topics, excluded.languages, excluded.form, excluded.structure, excluded.access, excluded.cost, excluded.age_band, excluded.identity, excluded.observers_welcome, excluded.newcomers_welcome, excluded.size, excluded.joining, excluded.times, excluded.postcode, excluded.country, excluded.latitude, excluded.longitude, excluded.coarse, excluded.days, excluded.local_time, excluded.minutes, excluded.zone, excluded.types, excluded.group_name, excluded.place, excluded.place_notes, excluded.address, excluded.region, excluded.in_person, excluded.here, excluded.online_url, excluded.online_notes, excluded.phone, excluded.phone_notes, excluded.notes, excluded.website, excluded.list_updated_at) returning id), before as (insert into listing_version (listing_id, revision, service_body_id, says, since, how, by_id, until) select id, revision, service_body_id as service_body_id, ( select jsonb_object_agg(said.key, said.value) from jsonb_each(to_jsonb(listing)) said where said.key = any($56::text[]) ) as says, changed_at, changed_how, changed_by, $57 as until from listing where service_body_id is not null and id in (select id from written)) select id
	from written;

with written as (insert into listing (id, service_body_id, feed_id, subject_id, changed_at, changed_how, changed_by, slug, kind, name, about, topics, languages, form, structure, access, cost, age_band, identity, observers_welcome, newcomers_welcome, size, joining, times, postcode, country, latitude, longitude, coarse, days, local_time, minutes, zone, types, group_name, place, place_notes, address, region, in_person, here, online_url, online_notes, phone, phone_notes, notes, website, list_updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48) on conflict (service_body_id, slug) do update set slug = excluded.slug, kind = excluded.kind, name = excluded.name, about = excluded.about, topics = excluded.topics, languages = excluded.languages, form = excluded.form, structure = excluded.structure, access = excluded.access, cost = excluded.cost, age_band = excluded.age_band, identity = excluded.identity, observers_welcome = excluded.observers_welcome, newcomers_welcome = excluded.newcomers_welcome, size = excluded.size, joining = excluded.joining, times = excluded.times, postcode = excluded.postcode, country = excluded.country, latitude = excluded.latitude, longitude = excluded.longitude, coarse = excluded.coarse, days = excluded.days, local_time = excluded.local_time, minutes = excluded.minutes, zone = excluded.zone, types = excluded.types, group_name = excluded.group_name, place = excluded.place, place_notes = excluded.place_notes, address = excluded.address, region = excluded.region, in_person = excluded.in_person, here = excluded.here, online_url = excluded.online_url, online_notes = excluded.online_notes, phone = excluded.phone, phone_notes = excluded.phone_notes, notes = excluded.notes, website = excluded.website, list_updated_at = excluded.list_updated_at, changed_at = $49, changed_how = $50, changed_by = $51, revision = listing.revision + 1 where listing.feed_id is not distinct from excluded.feed_id and (listing.slug, listing.kind, listing.name, listing.about, listing.topics, listing.languages, listing.form, listing.structure, listing.access, listing.cost, listing.age_band, listing.identity, listing.observers_welcome, listing.newcomers_welcome, listing.size, listing.joining, listing.times, listing.postcode, listing.country, listing.latitude, listing.longitude, listing.coarse, listing.days, listing.local_time, listing.minutes, listing.zone, listing.types, listing.group_name, listing.place, listing.place_notes, listing.address, listing.region, listing.in_person, listing.here, listing.online_url, listing.online_notes, listing.phone, listing.phone_notes, listing.notes, listing.website, listing.list_updated_at) is distinct from (excluded.slug, excluded.kind, excluded.name, excluded.about, excluded.topics, excluded.languages, excluded.form, excluded.structure, excluded.access, excluded.cost, excluded.age_band, excluded.identity, excluded.observers_welcome, excluded.newcomers_welcome, excluded.size, excluded.joining, excluded.times, excluded.postcode, excluded.country, excluded.latitude, excluded.longitude, excluded.coarse, excluded.days, excluded.local_time, excluded.minutes, excluded.zone, excluded.types, excluded.group_name, excluded.place, excluded.place_notes, excluded.address, excluded.region, excluded.in_person, excluded.here, excluded.online_url, excluded.online_notes, excluded.phone, excluded.phone_notes, excluded.notes, excluded.website, excluded.list_updated_at) returning id), before as (insert into listing_version (listing_id, revision, service_body_id, says, since, how, by_id, until) select id, revision, service_body_id as service_body_id, ( select jsonb_object_agg(said.key, said.value) from jsonb_each(to_jsonb(listing)) said where said.key = any($52::text[]) ) as says, changed_at, changed_how, changed_by, $53 as until from listing where service_body_id is not null and id in (select id from written)) select id
	from written;

with written as (insert into listing (id, service_body_id, feed_id, subject_id, changed_at, changed_how, changed_by, slug, kind, name, about, topics, languages, form, structure, access, cost, age_band, identity, observers_welcome, newcomers_welcome, size, joining, times, postcode, country, latitude, longitude, coarse, days, local_time, minutes, zone, types, group_name, place, place_notes, address, region, in_person, here, online_url, online_notes, phone, phone_notes, notes, website, list_updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48) on conflict (subject_id) do update set slug = excluded.slug, kind = excluded.kind, name = excluded.name, about = excluded.about, topics = excluded.topics, languages = excluded.languages, form = excluded.form, structure = excluded.structure, access = excluded.access, cost = excluded.cost, age_band = excluded.age_band, identity = excluded.identity, observers_welcome = excluded.observers_welcome, newcomers_welcome = excluded.newcomers_welcome, size = excluded.size, joining = excluded.joining, times = excluded.times, postcode = excluded.postcode, country = excluded.country, latitude = excluded.latitude, longitude = excluded.longitude, coarse = excluded.coarse, days = excluded.days, local_time = excluded.local_time, minutes = excluded.minutes, zone = excluded.zone, types = excluded.types, group_name = excluded.group_name, place = excluded.place, place_notes = excluded.place_notes, address = excluded.address, region = excluded.region, in_person = excluded.in_person, here = excluded.here, online_url = excluded.online_url, online_notes = excluded.online_notes, phone = excluded.phone, phone_notes = excluded.phone_notes, notes = excluded.notes, website = excluded.website, list_updated_at = excluded.list_updated_at, changed_at = $49, changed_how = $50, changed_by = $51, revision = listing.revision + 1 where listing.feed_id is not distinct from excluded.feed_id and (listing.slug, listing.kind, listing.name, listing.about, listing.topics, listing.languages, listing.form, listing.structure, listing.access, listing.cost, listing.age_band, listing.identity, listing.observers_welcome, listing.newcomers_welcome, listing.size, listing.joining, listing.times, listing.postcode, listing.country, listing.latitude, listing.longitude, listing.coarse, listing.days, listing.local_time, listing.minutes, listing.zone, listing.types, listing.group_name, listing.place, listing.place_notes, listing.address, listing.region, listing.in_person, listing.here, listing.online_url, listing.online_notes, listing.phone, listing.phone_notes, listing.notes, listing.website, listing.list_updated_at) is distinct from (excluded.slug, excluded.kind, excluded.name, excluded.about, excluded.topics, excluded.languages, excluded.form, excluded.structure, excluded.access, excluded.cost, excluded.age_band, excluded.identity, excluded.observers_welcome, excluded.newcomers_welcome, excluded.size, excluded.joining, excluded.times, excluded.postcode, excluded.country, excluded.latitude, excluded.longitude, excluded.coarse, excluded.days, excluded.local_time, excluded.minutes, excluded.zone, excluded.types, excluded.group_name, excluded.place, excluded.place_notes, excluded.address, excluded.region, excluded.in_person, excluded.here, excluded.online_url, excluded.online_notes, excluded.phone, excluded.phone_notes, excluded.notes, excluded.website, excluded.list_updated_at) returning id), before as (insert into listing_version (listing_id, revision, service_body_id, says, since, how, by_id, until) select id, revision, service_body_id as service_body_id, ( select jsonb_object_agg(said.key, said.value) from jsonb_each(to_jsonb(listing)) said where said.key = any($52::text[]) ) as says, changed_at, changed_how, changed_by, $53 as until from listing where service_body_id is not null and id in (select id from written)) select id
	from written;

-- ── src/features/help/server/keep-lines.ts

insert into help_line (id, country, hidden, details, checked_on, expires_on, checked_by)
	values ($1, $2, $3, $4, $5, $6, $7)
	on conflict (id) do update
	set hidden = $8, details = $9, checked_on = $10, expires_on = $11, checked_by = $12;

select checked_by
	from help_line
	where id = $1;

-- ── src/features/help/server/personal.ts

select id as line, checked_on as on
	from help_line
	where checked_by = $1
	order by id;

update help_line
	set checked_by = $1
	where checked_by = $2;

-- ── src/features/help/server/queries.ts

select help_line.id, help_line.country, help_line.details, help_line.hidden, help_line.checked_on, help_line.expires_on, person.nickname as "checkedBy"
	from help_line
	left join person on person.id = help_line.checked_by
	order by help_line.id;

-- ── src/features/help/server/tell-of-sentence.ts

select id
	from person
	where not exists (select notice.id from notice where notice.person_id = person.id and notice.about = $1)
	order by id
	limit $2;

-- ── src/features/keeping/server/answer-proposal.ts

select listing_id, on_revision, says, answer
	from proposal
	where id = $1 and service_body_id = $2 and not exists (select from block where (block.blocker_id = $3 and block.blocked_id = proposal.made_by) or (block.blocked_id = $4 and block.blocker_id = proposal.made_by));

update proposal
	set answer = $1, answered_at = $2, answered_by = $3, because = $4
	where id = $5;

-- ── src/features/keeping/server/ask-to-confirm.ts

update listing
	set asked_at = $1
	from service_body
	where service_body.id = listing.service_body_id and listing.feed_id is null and greatest(listing.confirmed_at, listing.asked_at, listing.changed_at) <= $2::timestamptz - make_interval(days => service_body.ask_every)
	returning listing.service_body_id as "bodyId";

-- ── src/features/keeping/server/confirm.ts

delete from confirmation_link
	where listing_id = $1;

insert into confirmation_link (digest, listing_id, made_by, made_at, ends_at)
	values ($1, $2, $3, $4, $5);

select listing.id, listing.slug, service_body.id as "bodyId", service_body.slug as body, service_body.name as "bodyName"
	from confirmation_link
	inner join listing on listing.id = confirmation_link.listing_id
	inner join service_body on service_body.id = listing.service_body_id
	where confirmation_link.digest = $1 and confirmation_link.ends_at > $2;

-- ── src/features/keeping/server/give-role.ts

delete from body_role
	where service_body_id = $1 and person_id = $2;

insert into body_role (service_body_id, person_id, role, given_at)
	values ($1, $2, $3, $4)
	on conflict (service_body_id, person_id) do update
	set role = $5, given_at = $6;

-- ── src/features/keeping/server/keep-listing.ts

insert into proposal (id, service_body_id, listing_id, on_revision, says, word, made_by, made_at, answer, answered_at, answered_by, because)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- ── src/features/keeping/server/personal.ts

delete from body_role
	where person_id = $1;

delete from confirmation_link
	where made_by = $1;

delete from proposal
	where made_by = $1 and answer is null;

select *
	from proposal
	where (made_by = $1 or answered_by = $2)
	order by made_at;

select listing.name, made_at, ends_at
	from confirmation_link
	inner join listing on listing.id = confirmation_link.listing_id
	where made_by = $1;

select name, changed_at as since, changed_how as how
	from listing
	where changed_by = $1;

select says, off_at
	from listing_off
	where off_by = $1;

select says, since, until, how
	from listing_version
	where by_id = $1;

select service_body.name, body_role.role, body_role.given_at
	from body_role
	inner join service_body on service_body.id = body_role.service_body_id
	where person_id = $1;

update listing
	set changed_by = $1
	where changed_by = $2;

update listing_off
	set off_by = $1
	where off_by = $2;

update listing_version
	set by_id = $1
	where by_id = $2;

update proposal
	set answered_by = $1, because = $2
	where answered_by = $3;

update proposal
	set made_by = $1, word = $2
	where made_by = $3;

-- ── src/features/keeping/server/queries.ts

select count(*) as links
	from confirmation_link
	where listing_id = $1 and ends_at > $2;

select listing.id, listing.name, service_body.id as "bodyId", service_body.name as "bodyName"
	from listing
	inner join service_body on service_body.id = listing.service_body_id
	where service_body.slug = $1 and listing.slug = $2;

select listing.slug, listing.name, listing.kind, listing.confirmed_at as "confirmedAt", listing.confirmed_as as "confirmedAs", feed.confirmed_at as "listedAt"
	from listing
	left join feed on feed.id = listing.feed_id
	where listing.service_body_id = $1 and listing.name ilike $2
	order by listing.name, listing.slug
	limit $3
	offset $4;

select person.id, person.nickname, body_role.role
	from body_role
	inner join person on person.id = body_role.person_id
	where body_role.service_body_id = $1 and not exists (select from block where (block.blocker_id = $2 and block.blocked_id = person.id) or (block.blocked_id = $3 and block.blocker_id = person.id))
	order by person.nickname;

select proposal.*, maker.nickname as by, answerer.nickname as "answeredBy"
	from proposal
	left join person as maker on maker.id = proposal.made_by
	left join person as answerer on answerer.id = proposal.answered_by and not exists (select from block where (block.blocker_id = $1 and block.blocked_id = answerer.id) or (block.blocked_id = $2 and block.blocker_id = answerer.id))
	where proposal.id = $3 and not exists (select from block where (block.blocker_id = $4 and block.blocked_id = proposal.made_by) or (block.blocked_id = $5 and block.blocker_id = proposal.made_by)) and proposal.service_body_id = $6;

select proposal.id, proposal.says ->> 'name' as name, proposal.listing_id as "listingId", proposal.made_at as "madeAt", proposal.answer, person.nickname as by
	from proposal
	left join person on person.id = proposal.made_by
	where proposal.service_body_id = $1 and not exists (select from block where (block.blocker_id = $2 and block.blocked_id = proposal.made_by) or (block.blocked_id = $3 and block.blocker_id = proposal.made_by))
	order by proposal.answer is not null, proposal.made_at desc
	limit $4;

select remark.id, remark.what, remark.words, remark.made_at as "madeAt", listing.slug, listing.name
	from remark
	inner join listing on listing.id = remark.listing_id
	where remark.service_body_id = $1 and remark.answered_at is null
	order by remark.made_at
	limit $2;

select role
	from body_role
	where person_id = $1
	limit $2;

select service_body_id as id
	from body_role
	where person_id = $1;

select slug, name, asked_at as "askedAt", confirmed_at as "confirmedAt"
	from listing
	where service_body_id = $1 and asked_at is not null and asked_at > greatest(confirmed_at, changed_at)
	order by asked_at, name
	limit $2;

select slug, says ->> 'name' as name, off_at as "offAt"
	from listing_off
	where service_body_id = $1
	order by off_at desc
	limit $2;

-- ── src/features/keeping/server/remark.ts

delete from confirmation_link
	where ends_at <= $1;

delete from remark
	where made_at < $1;

insert into remark (id, listing_id, service_body_id, what, words, made_at, answered_at)
	values ($1, $2, $3, $4, $5, $6, $7);

select count(*) as open
	from remark
	where listing_id = $1 and answered_at is null;

update remark
	set answered_at = $1
	where id = $2 and service_body_id = $3 and answered_at is null;

-- ── src/features/keeping/server/standing.ts

select body_role.role
	from service_body
	left join body_role on body_role.service_body_id = service_body.id and body_role.person_id = $1
	where service_body.id = $2;

-- ── src/features/keeping/server/words.ts

select key_id
	from service_body
	where id = $1;

update service_body
	set key_id = $1
	where id = $2;

-- ── src/features/ladder/server/appeal.ts

update measure
	set appealed_at = $1, appeal = $2, appeal_case = $3
	where id = $4;

update measure
	set judged_by = $1, judged_at = $2, verdict = $3, answer = $4
	where id = $5;

update measure
	set judged_by = $1, judged_at = $2, verdict = $3, state = $4, over_at = $5, answer = $6
	where id = $7;

-- ── src/features/ladder/server/effects.ts

insert into measure_effect (measure_id, kind, what, was)
	values ($1, $2, $3, $4)
	on conflict do nothing;

select ends_at
	from measure
	where subject_id = $1 and id != $2 and state = $3 and step in ($4);

select measure.id
	from measure_effect
	inner join measure on measure.id = measure_effect.measure_id
	where measure_effect.kind = $1 and measure_effect.what = $2 and measure.id != $3 and measure.state = $4;

-- ── src/features/ladder/server/end-measures.ts

delete from kept_out
	where until <= $1;

update measure
	set state = $1, over_at = $2
	where state = $3 and ends_at <= $4
	returning id;

-- ── src/features/ladder/server/impose.ts

insert into measure (id, case_id, subject_id, about, step, rule, reason, state, hides, everywhere, decided_by, seconded_by, decided_at, ends_at, over_at, appealed_at, appeal, appeal_case, judged_by, judged_at, verdict, answer)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22);

select id
	from measure
	where case_id = $1 and state = $2;

select id
	from person
	where id = $1
	for update;

update measure
	set state = $1, over_at = $2, reason = $3
	where id = $4;

update measure
	set state = $1, seconded_by = $2, ends_at = $3
	where id = $4;

-- ── src/features/ladder/server/lift.ts

update measure
	set state = $1, over_at = $2
	where id = $3;

-- ── src/features/ladder/server/personal.ts

delete from measure_effect
	where measure_id in (select id from measure where subject_id = $1);

select *
	from measure
	where subject_id = $1 and state not in ($2)
	order by decided_at;

select step, judged_at as "judgedAt"
	from second_judgement
	where judge_id = $1
	order by judged_at;

select step, rule, decided_at as "decidedAt", state
	from measure
	where (decided_by = $1 or seconded_by = $2 or judged_by = $3)
	order by decided_at;

update measure
	set decided_by = $1
	where decided_by = $2;

update measure
	set judged_by = $1
	where judged_by = $2;

update measure
	set seconded_by = $1
	where seconded_by = $2;

update measure
	set subject_id = $1, about = $2, reason = $3, appeal = $4, answer = $5
	where subject_id = $6;

update second_judgement
	set judge_id = $1
	where judge_id = $2;

-- ── src/features/ladder/server/queries.ts

select id
	from person
	where id = $1 and suspended_until > $2;

select id, case_id as "caseId", subject_id as "subjectId", about, step, rule, state, decided_by as "decidedBy", seconded_by as "secondedBy", decided_at as "decidedAt", ends_at as "endsAt", appealed_at as "appealedAt", judged_at as "judgedAt"
	from measure
	where subject_id = $1 and state = $2 and (ends_at is null or ends_at > $3)
	order by decided_at desc;

select id, case_id as "caseId", subject_id as "subjectId", about, step, rule, state, decided_by as "decidedBy", seconded_by as "secondedBy", decided_at as "decidedAt", ends_at as "endsAt", appealed_at as "appealedAt", judged_at as "judgedAt", hides, everywhere, verdict, over_at as "overAt", appeal_case as "appealCase"
	from measure
	where case_id = $1
	order by decided_at desc;

select id, case_id as "caseId", subject_id as "subjectId", about, step, rule, state, decided_by as "decidedBy", seconded_by as "secondedBy", decided_at as "decidedAt", ends_at as "endsAt", appealed_at as "appealedAt", judged_at as "judgedAt", hides, everywhere, verdict, over_at as "overAt", appeal_case as "appealCase"
	from measure
	where id = $1
	for update;

select id, case_id as "caseId", subject_id as "subjectId", about, step, rule, state, decided_by as "decidedBy", seconded_by as "secondedBy", decided_at as "decidedAt", ends_at as "endsAt", appealed_at as "appealedAt", judged_at as "judgedAt", hides, everywhere, verdict, over_at as "overAt", appeal_case as "appealCase"
	from measure
	where id::text = $1;

select id, step, rule, state, decided_at as "decidedAt", ends_at as "endsAt", appealed_at as "appealedAt", judged_at as "judgedAt", verdict
	from measure
	where subject_id = $1 and state not in ($2)
	order by decided_at desc;

select kind, what, was
	from measure_effect
	where measure_id = $1;

select locale
	from person
	where id = $1;

select step, rule, state, decided_at as "decidedAt"
	from measure
	where subject_id = $1
	order by decided_at desc;

select subject_id, reason, appeal, answer
	from measure
	where id = $1;

-- ── src/features/ladder/server/risk.ts

insert into risk_review (reviewed_on)
	values ($1)
	on conflict (one) do update
	set reviewed_on = $2;

select (select count(*)::int from duty where duty = 'steward') as stewards, (select count(*)::int from duty where duty = 'coordinator') as coordinators, (select count(*)::int from circle where state <> 'closed') as circles, (select count(*)::int from room where state <> 'closed') as rooms, (select count(*)::int from pairing where ended_at is null) as pairings, exists (select from sign_up join duty using (person_id) where duty.duty = 'steward' and sign_up.ended_at is null and sign_up.ends_at > $1 and sign_up.starts_at < $2) as "dutyAhead"
	from (select 1) as counted (one);

select reviewed_on::text as "reviewedOn"
	from risk_review;

-- ── src/features/ladder/server/rules.ts

insert into house_rule (code, sentence)
	values ($1, $2);

insert into house_rule (code, sentence, left_out)
	values ($1, $2, $3)
	on conflict (code) do update
	set sentence = $4, left_out = $5;

select code, sentence, left_out as "leftOut"
	from house_rule
	order by code;

-- ── src/features/ladder/server/second-looks.ts

insert into second_judgement (look_id, judge_id, step, judged_at)
	values ($1, $2, $3, $4);

insert into second_look (id, measure_id, drawn_at)
	values ($1, $2, $3);

select id
	from measure
	where decided_at > $1 and about like $2 and subject_id is not null and state in ($3) and not exists (select id from second_look where measure_id = measure.id)
	order by random()
	limit $4;

select id
	from second_look
	where drawn_at > $1
	limit $2;

select id
	from second_look
	where id::text = $1
	for update;

select second_look.id, measure.about, measure.subject_id as "subjectId", measure.case_id as "caseId"
	from second_look
	inner join measure on measure.id = second_look.measure_id
	where measure.subject_id is not null and measure.subject_id != $1 and ((measure.decided_by is null or measure.decided_by != $2) and (measure.seconded_by is null or measure.seconded_by != $3) and (measure.judged_by is null or measure.judged_by != $4)) and not exists (select look_id from second_judgement where look_id = second_look.id and judge_id = $5) and (select count(*) from second_judgement where look_id = second_look.id) < $6
	order by second_look.drawn_at, second_look.id;

select second_look.id, measure.step as decided, array_agg(second_judgement.step order by second_judgement.judged_at) as judged
	from second_judgement
	inner join second_look on second_look.id = second_judgement.look_id
	inner join measure on measure.id = second_look.measure_id
	group by second_look.id, measure.step;

-- ── src/features/ladder/server/sums.ts

insert into sums_shown (to_everybody)
	values ($1)
	on conflict (one) do update
	set to_everybody = $2;

select kind, state, opened_at as "openedAt",
	settled_at as "settledAt"
	from desk_case
	where kind in ($1) and (opened_at >= $2 or settled_at >= $3);

select step, state, decided_at, appealed_at, judged_at, verdict, over_at
	from measure
	where state not in ($1) and (decided_at >= $2 or judged_at >= $3 or over_at >= $4);

select to_everybody
	from sums_shown;

-- ── src/features/ladder/server/words.ts

select key_id
	from person
	where id = $1;

-- ── src/features/notices/server/forget-old.ts

delete from notice
	where made_at < $1;

-- ── src/features/notices/server/notify.ts

delete from notice
	where (path = $1 or path like $2);

delete from notice
	where about = $1 and kind in ($2);

insert into notice (id, person_id, kind, about, at, path, made_at)
	values ($1, $2, $3, $4, $5, $6, $7);

select kind
	from notice_off
	where person_id = $1 and kind = $2;

-- ── src/features/notices/server/personal.ts

delete from notice
	where person_id = $1;

delete from notice_off
	where person_id = $1;

select kind
	from notice_off
	where person_id = $1;

select kind, at, path, made_at as "madeAt", unread
	from notice
	where person_id = $1
	order by made_at;

-- ── src/features/notices/server/put-away.ts

update notice
	set unread = $1
	where person_id = $2 and unread = $3;

update notice
	set unread = $1
	where person_id = $2 and unread = $3 and id = $4;

-- ── src/features/notices/server/queries.ts

select id
	from notice
	where person_id = $1 and unread = $2
	limit $3;

select id, kind, at, path, unread
	from notice
	where person_id = $1
	order by made_at desc, id desc
	limit $2;

select kind
	from notice_off
	where person_id = $1;

-- ── src/features/notices/server/switch.ts

delete from notice_off
	where person_id = $1;

insert into notice_off (person_id, kind)
	values ($1, $2);

-- ── src/features/pairings/server/book-series.ts

insert into booking (id, pairing_id, starts_at, ends_at, state, held_until, format, made_by, agreed_at, series_id, place, place_by)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

select id
	from supporter
	where person_id = $1
	for update;

-- ── src/features/pairings/server/book.ts

delete from booking
	where pairing_id = $1 and made_by = $2 and state = $3;

delete from booking_person
	where booking_id = $1;

insert into booking (id, pairing_id, starts_at, ends_at, state, held_until, format, made_by, agreed_at, series_id, place, place_by)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

select id
	from supporter
	where person_id = $1
	for update;

select starts_at as "startsAt", ends_at as "endsAt"
	from booking
	where id = $1 and pairing_id = $2 and state = $3
	for update;

update booking
	set starts_at = $1, ends_at = $2, agreed_at = $3, sequence = sequence + $4
	where id = $5;

update booking
	set state = $1, held_until = $2, agreed_at = $3
	where id = $4 and pairing_id = $5 and made_by = $6 and state = $7
	returning id;

update booking
	set state = $1, held_until = $2, agreed_at = $3, place = $4, place_by = $5
	where id = $6 and pairing_id = $7 and made_by = $8 and state = $9
	returning id;

-- ── src/features/pairings/server/busy.ts

select booking.id, booking.starts_at as "startsAt", booking.ends_at as "endsAt", booking_person.person_id as "personId"
	from booking_person
	inner join booking on booking.id = booking_person.booking_id
	where booking_person.person_id in ($1) and booking.ends_at > $2 and (state = $3 or held_until > $4);

-- ── src/features/pairings/server/call-off.ts

delete from booking
	where pairing_id = $1 and starts_at > $2
	returning *;

delete from booking
	where pairing_id = $1 and starts_at > $2 and state = $3 and id = $4
	returning *;

delete from booking
	where pairing_id = $1 and starts_at > $2 and state = $3 and series_id = $4 and starts_at >= $5
	returning *;

insert into cancelled_booking (id, pairing_id, starts_at, ends_at, sequence, cancelled_by, cancelled_at)
	values ($1, $2, $3, $4, $5, $6, $7);

select starts_at as
	from, series_id as "seriesId"
	from booking
	where id = $1 and pairing_id = $2 and state = $3;

-- ── src/features/pairings/server/carrying.ts

select booking_person.person_id as "personId", booking.starts_at as "startsAt", booking.ends_at as "endsAt"
	from booking_person
	inner join booking on booking.id = booking_person.booking_id
	where booking_person.person_id in ($1) and booking.state = $2 and booking.starts_at > $3 and booking.starts_at < $4;

select supporter_id, began_at, ended_at
	from pairing
	where supporter_id in ($1) and (ended_at is null or began_at > $2);

select zone
	from supporter
	where person_id = $1
	for update;

-- ── src/features/pairings/server/offer-free-slots.ts

delete from slot_wait
	where (starts_at <= $1 or offered_until <= $2 or exists (select booking.id from booking where booking.pairing_id = slot_wait.pairing_id and booking.starts_at = slot_wait.starts_at and booking.state = $3) or exists (select pairing.id from pairing where pairing.id = slot_wait.pairing_id and pairing.ended_at is not null));

select id
	from booking
	where pairing_id = $1 and made_by = $2 and state = $3 and held_until > $4;

select id, pairing_id, person_id, starts_at, ends_at, format
	from slot_wait
	where offered_until is null
	order by since, id
	for update;

update slot_wait
	set offered_until = $1
	where id = $2;

-- ── src/features/pairings/server/pair.ts

insert into pairing (id, supporter_id, member_id, began_at, ended_at)
	values ($1, $2, $3, $4, $5)
	on conflict do nothing
	returning id;

select id as "pairingId"
	from pairing
	where supporter_id = $1 and member_id = $2 and ended_at is null;

select id, ended_at as "endedAt"
	from pairing
	where ((supporter_id = $1 and member_id = $2) or (supporter_id = $3 and member_id = $4))
	order by id;

update pairing
	set ended_at = $1
	where id = $2 and ended_at is null;

-- ── src/features/pairings/server/personal.ts

delete from booking_person
	where person_id = $1;

delete from slot_wait
	where person_id = $1;

select booking.id, booking.pairing_id as pairing, booking.state, booking.format, booking.starts_at as "startsAt", booking.ends_at as "endsAt"
	from booking_person
	inner join booking on booking.id = booking_person.booking_id
	where booking_person.person_id = $1
	order by booking.starts_at;

select id, began_at as "beganAt", ended_at as "endedAt", supporter_id = $1 as supporting
	from pairing
	where (supporter_id = $2 or member_id = $3)
	order by began_at;

select id, ended_at
	from pairing
	where (supporter_id = $1 or member_id = $2)
	order by id;

select pairing_id as pairing, starts_at as "startsAt", since
	from slot_wait
	where person_id = $1;

update booking
	set place = $1, place_by = $2
	where place_by in (select alias.id from alias where alias.person_id = $3);

update pairing
	set member_id = $1
	where member_id = $2;

update pairing
	set supporter_id = $1
	where supporter_id = $2;

-- ── src/features/pairings/server/place.ts

select booking.id, booking.place, alias.key_id
	from booking
	inner join alias on alias.id = booking.place_by
	where pairing_id = $1;

-- ── src/features/pairings/server/queries.ts

select id
	from pairing
	where (supporter_id = $1 or member_id = $2) and not exists (select from block where (block.blocker_id = pairing.supporter_id and block.blocked_id = pairing.member_id) or (block.blocked_id = pairing.supporter_id and block.blocker_id = pairing.member_id))
	order by id;

select id
	from pairing
	where id::text = $1;

select pairing.id, ended_at as "endedAt", coalesce(pairing.supporter_id = $1, false) as supporting, (select name from alias where conversation_id = pairing.id and alias.person_id is distinct from $2 limit $3) as other, (select id from alias where conversation_id = pairing.id and alias.person_id is distinct from $4 limit $5) as "otherAlias", (select alias.id from alias where conversation_id = pairing.id and alias.person_id = $6) as "myAlias", (select starts_at from booking where pairing_id = pairing.id and booking.state = $7 and booking.ends_at > $8 order by starts_at limit $9) as "nextAt"
	from pairing
	where (supporter_id = $10 or member_id = $11) and not exists (select from block where (block.blocker_id = pairing.supporter_id and block.blocked_id = pairing.member_id) or (block.blocked_id = pairing.supporter_id and block.blocker_id = pairing.member_id))
	order by ended_at desc nulls first, "nextAt" asc nulls last, began_at desc;

select pairing.id, ended_at as "endedAt", coalesce(pairing.supporter_id = $1, false) as supporting, (select name from alias where conversation_id = pairing.id and alias.person_id is distinct from $2 limit $3) as other, (select id from alias where conversation_id = pairing.id and alias.person_id is distinct from $4 limit $5) as "otherAlias", (select alias.id from alias where conversation_id = pairing.id and alias.person_id = $6) as "myAlias", (select starts_at from booking where pairing_id = pairing.id and booking.state = $7 and booking.ends_at > $8 order by starts_at limit $9) as "nextAt", conversation.last_change as "lastChange", pairing.session_change as "sessionChange"
	from pairing
	inner join conversation on conversation.id = pairing.id
	where pairing.id::text = $10;

-- ── src/features/pairings/server/remind.ts

insert into session_reminder (booking_id, person_id, before, sequence) select booking.id, booking_person.person_id, $1::text as before, booking.sequence
	from booking
	inner join booking_person on booking_person.booking_id = booking.id
	where booking.state = $2 and booking.starts_at > $3 and booking.starts_at <= $4 and booking.agreed_at <= booking.starts_at - $5 * interval '1 second' and not exists (select told.booking_id from session_reminder as told where told.booking_id = booking.id and told.person_id = booking_person.person_id and told.sequence = booking.sequence and told.before = $6)
	for update of booking
	on conflict do nothing
	returning booking_id, person_id;

select id, pairing_id as "pairingId", starts_at as "startsAt"
	from booking
	where id in ($1);

-- ── src/features/pairings/server/sessions.ts

select booking.id, starts_at as "startsAt", ends_at as "endsAt"
	from booking
	inner join pairing on pairing.id = booking.pairing_id
	where pairing.supporter_id = $1 and state = $2 and ends_at <= $3
	order by starts_at;

select id, starts_at as "startsAt", ends_at as "endsAt"
	from cancelled_booking
	where pairing_id = $1 and starts_at > $2
	order by starts_at;

select id, starts_at as "startsAt", ends_at as "endsAt", format
	from booking
	where pairing_id = $1 and state = $2 and ends_at <= $3
	order by starts_at desc
	limit $4;

select id, starts_at as "startsAt", ends_at as "endsAt", format, held_until as "heldUntil", series_id as series
	from booking
	where pairing_id = $1 and state = $2 and ends_at > $3
	order by starts_at;

select id, starts_at as "startsAt", ends_at as "endsAt", format, held_until as "heldUntil", series_id as series
	from booking
	where pairing_id = $1 and state = $2 and ends_at > $3 and starts_at <= $4
	order by starts_at
	limit $5;

select id, starts_at as "startsAt", ends_at as "endsAt", format, held_until as "heldUntil", series_id as series
	from booking
	where pairing_id = $1 and state = $2 and id::text = $3
	order by starts_at;

select id, starts_at as "startsAt", ends_at as "endsAt", format, held_until as "heldUntil", series_id as series
	from booking
	where pairing_id = $1 and state = $2 and made_by = $3 and held_until > $4
	order by starts_at;

select id, starts_at as "startsAt", ends_at as "endsAt", sequence
	from booking
	where pairing_id = $1 and state = $2 and id::text = $3;

select id, starts_at as "startsAt", ends_at as "endsAt", sequence
	from cancelled_booking
	where pairing_id = $1 and id::text = $2;

-- ── src/features/pairings/server/standing.ts

select id, supporter_id as "supporterId", member_id as "memberId", began_at as "beganAt", ended_at as "endedAt", exists (select from duty where duty.person_id = pairing.supporter_id and duty.duty = 'supporter') as "supporterAsked", exists (select from block where (block.blocker_id = pairing.supporter_id and block.blocked_id = pairing.member_id) or (block.blocked_id = pairing.supporter_id and block.blocker_id = pairing.member_id)) as apart
	from pairing
	where id = $1;

-- ── src/features/pairings/server/stewarded.ts

select id
	from pairing
	where id = $1 and ended_at is null;

update pairing
	set ended_at = $1
	where id = $2 and not exists (select anew.id from pairing as anew where anew.supporter_id = pairing.supporter_id and anew.member_id = pairing.member_id and anew.ended_at is null);

-- ── src/features/pairings/server/stir.ts

select session_change as change
	from pairing
	where id = $1;

update pairing
	set session_change = session_change + 1
	where id = $1;

-- ── src/features/pairings/server/take-time.ts

delete from booking
	where state = $1 and held_until <= $2 and id in (select booking_id from booking_person where person_id in ($3) and starts_at < $4 and ends_at > $5);

insert into booking_person (booking_id, person_id, starts_at, ends_at)
	values ($1, $2, $3, $4)
	on conflict do nothing
	returning person_id;

-- ── src/features/pairings/server/talk.ts

select name
	from alias
	where conversation_id = $1 and true
	order by id;

-- ── src/features/pairings/server/tell-other.ts

select starts_at
	from booking
	where id = $1;

select starts_at
	from cancelled_booking
	where id = $1;

-- ── src/features/pairings/server/wait-for-slot.ts

delete from slot_wait
	where id = $1 and pairing_id = $2 and person_id = $3;

insert into slot_wait (id, pairing_id, person_id, starts_at, ends_at, format, since, offered_until)
	values ($1, $2, $3, $4, $5, $6, $7, $8)
	on conflict do nothing;

select id
	from slot_wait
	where person_id = $1;

select id, starts_at as "startsAt", ends_at as "endsAt"
	from slot_wait
	where pairing_id = $1 and person_id = $2 and starts_at > $3
	order by starts_at;

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

select crisis_policy
	from organisation
	for update;

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
	set locale = $1, zone = $2, theme = $3, discreet = $4, writing_hints = $5, country = $6
	where id = $7;

-- ── src/features/people/server/claim.ts

update organisation
	set claim_digest = $1, crisis_policy = $2
	where claim_digest = $3
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

select nickname, age_band as "ageBand", locale, zone, theme, discreet, writing_hints as "writingHints", country, joined_on as "joinedOn", suspended_until as "suspendedUntil"
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

select person.id, person.nickname, person.age_band as "ageBand", person.locale, person.zone, person.theme, person.discreet, person.writing_hints as "writingHints", person.suspended_until as "suspendedUntil", person.country, session.id as "sessionId", session.shared_device as "sharedDevice", session.fresh_until as "freshUntil", session.ends_at as "endsAt", (select coalesce(array_agg(duty.duty order by duty.duty), '{}') as duties from duty where duty.person_id = person.id) as duties
	from session
	inner join person on person.id = session.person_id
	where session.digest = $1 and session.ends_at > $2;

update session
	set ends_at = $1
	where digest = $2 and ends_at > $3 and ends_at < $4;

update session
	set fresh_until = $1
	where digest = $2;

-- ── src/features/people/server/shut-out.ts

delete from duty
	where person_id = $1
	returning duty;

delete from session
	where person_id = $1;

select person_id
	from duty
	where duty = $1
	order by person_id
	for update;

update person
	set suspended_until = $1
	where id = $2;

-- ── src/features/people/server/sign-in.ts

select id, passphrase
	from person
	where nickname_key = $1;

-- ── src/features/people/server/sign-up.ts

insert into person (id, nickname, nickname_key, age_band, locale, zone, theme, discreet, country, key_id, passphrase, recovery_digest, joined_on)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- ── src/features/people/server/take-duty.ts

delete from duty
	where person_id = $1 and duty = $2;

select person_id
	from duty
	where duty = $1
	order by person_id
	for update;

-- ── src/features/reports/server/answer-reporters.ts

select id
	from notice
	where about = $1 and person_id = $2;

select id, reporter_id
	from report
	where case_id = $1
	order by id;

-- ── src/features/reports/server/copies.ts

select id, reason, include, copy, mine, made_at as "madeAt", reporter_id
	from report
	where case_id = $1
	order by made_at, id;

-- ── src/features/reports/server/forget.ts

update report
	set copy = $1
	where copy is not null and case_id in (select desk_case.id from desk_case where desk_case.key_id is null);

-- ── src/features/reports/server/make-report.ts

insert into report (id, case_id, reporter_id, reason, include, copy, mine, made_at)
	values ($1, $2, $3, $4, $5, $6, $7, $8);

select id
	from report
	where case_id = $1 and reporter_id = $2;

-- ── src/features/reports/server/mine.ts

select key_id
	from person
	where id = $1;

-- ── src/features/reports/server/personal.ts

update report
	set reporter_id = $1, mine = $2
	where reporter_id = $3;

-- ── src/features/reports/server/queries.ts

select report.id, report.reason, report.include, report.mine, report.made_at as "madeAt", desk_case.state, desk_case.settled_at as "settledAt", desk_case.about, desk_case.taken_by is not null as taken
	from report
	inner join desk_case on desk_case.id = report.case_id
	where report.reporter_id = $1
	order by report.made_at desc, report.id desc
	limit $2;

-- ── src/features/reports/server/reporters.ts

select count(*)::int as
	settled, (count(*) filter (where desk_case.state = 'kept'))::int as kept
	from report
	inner join desk_case on desk_case.id = report.case_id
	where report.reporter_id = $1 and report.made_at > $2 and desk_case.state != $3;

select count(*)::int as measured
	from desk_case
	where subject_id = $1 and state = $2 and
	settled_at > $3;

select joined_on as "joinedOn"
	from person
	where id = $1;

select reporter_id
	from report
	where case_id = $1
	order by made_at;

-- ── src/features/rooms/server/asides.ts

insert into aside (id, room_id, person_id, holder_id, offered_at, begun_at, ended_at)
	values ($1, $2, $3, $4, $5, $6, $7);

select aside.person_id as "personId", aside.holder_id as "holderId", aside.begun_at as "begunAt", aside.ended_at as "endedAt", exists (select from duty where duty.person_id = aside.holder_id and duty.duty = any (room.held_by)) as "holderMay", exists (select from block where (block.blocker_id = aside.person_id and block.blocked_id = aside.holder_id) or (block.blocked_id = aside.person_id and block.blocker_id = aside.holder_id)) as apart
	from aside
	inner join room on room.id = aside.room_id
	where aside.id = $1;

select id
	from aside
	where room_id = $1 and ended_at is null and person_id = $2;

select id, person_id, holder_id, ended_at
	from aside
	where id = $1 and room_id = $2;

select person_id
	from presence
	where room_id = $1 and person_id = $2;

select room.name
	from aside
	inner join room on room.id = aside.room_id
	where aside.id = $1;

select room.slug
	from aside
	inner join room on room.id = aside.room_id
	where aside.id = $1;

update aside
	set begun_at = $1
	where id = $2 and begun_at is null;

update aside
	set ended_at = $1
	where id = $2 and ended_at is null;

-- ── src/features/rooms/server/ask-to-pause.ts

delete from room_pause
	where room_id = $1 and person_id = $2;

insert into room_pause (room_id, person_id, until)
	values ($1, $2, $3)
	on conflict (room_id, person_id) do update
	set until = $4;

-- ── src/features/rooms/server/call-someone.ts

insert into second_call (id, room_id, called_by, called_at, answered_by, ended_at)
	values ($1, $2, $3, $4, $5, $6)
	on conflict do nothing;

update second_call
	set answered_by = $1, ended_at = $2
	where room_id = $3 and ended_at is null
	returning id;

update second_call
	set ended_at = $1
	where room_id = $2 and ended_at is null;

-- ── src/features/rooms/server/come-in.ts

delete from presence
	where room_id = $1 and person_id = $2;

insert into presence (room_id, person_id, since, sign_at, intent, first_time, corner)
	values ($1, $2, $3, $4, $5, $6, $7)
	on conflict (room_id, person_id) do update
	set sign_at = $8, intent = $9, first_time = $10;

update presence
	set corner = $1, sign_at = $2
	where room_id = $3 and person_id = $4;

update presence
	set sign_at = $1
	where room_id = $2 and person_id = $3 and sign_at < $4;

-- ── src/features/rooms/server/forget-old-messages.ts

delete from room_pause
	where until <= $1;

select alias.id
	from alias
	where alias.conversation_id = $1 and (exists (select presence.person_id from presence where presence.person_id = alias.person_id and presence.room_id = $2) or exists (select hold.person_id from hold where hold.person_id = alias.person_id and hold.room_id = $3) or exists (select room_pause.person_id from room_pause where room_pause.person_id = alias.person_id and room_pause.room_id = $4) or exists (select pinned_topic.id from pinned_topic where pinned_topic.alias_id = alias.id));

select id
	from aside
	where room_id = $1 and offered_at < $2
	order by id;

select id, keep_days
	from room
	order by id;

-- ── src/features/rooms/server/held-now.ts

select room.id, room.state
	from room
	where room.state = $1 and exists (select hold.person_id from hold where hold.room_id = room.id)
	order by room.id;

-- ── src/features/rooms/server/hold-room.ts

delete from hold
	where room_id = $1;

delete from hold
	where room_id = $1 and person_id = $2;

insert into hold (room_id, person_id, since, confirmed_at, shift_ends_at, until)
	values ($1, $2, $3, $4, $5, $6)
	on conflict (room_id, person_id) do update
	set since = $7, confirmed_at = $8, shift_ends_at = $9, until = $10;

update room
	set shut_until = $1
	where id = $2;

update room
	set shut_until = $1
	where id = $2 and shut_until is not null;

-- ── src/features/rooms/server/home.ts

select name
	from room
	where id = $1;

select slug
	from room
	where id = $1;

-- ── src/features/rooms/server/keep-note.ts

delete from kept_note
	where id = $1 and person_id = $2;

insert into kept_note (id, person_id, words, kept_on)
	values ($1, $2, $3, $4);

select id
	from kept_note
	where person_id = $1;

select kept_note.id, kept_note.words, kept_note.kept_on as "keptOn", person.key_id
	from kept_note
	inner join person on person.id = kept_note.person_id
	where kept_note.person_id = $1
	order by kept_note.id desc;

select key_id
	from person
	where id = $1
	for update;

-- ── src/features/rooms/server/let-apart.ts

select id, room_id as "roomId"
	from aside
	where person_id in ($1) and holder_id in ($2) and ended_at is null
	order by room_id, id;

update aside
	set ended_at = $1
	where id = $2;

-- ── src/features/rooms/server/let-go.ts

select room_id
	from hold
	where person_id = $1
	order by room_id;

-- ── src/features/rooms/server/limit-keeping.ts

insert into room_limits (one, keep_days)
	values ($1, $2)
	on conflict (one) do update
	set keep_days = $3;

select keep_days
	from room_limits;

-- ── src/features/rooms/server/listable.ts

select *
	from shift_pattern
	where rota_id = $1
	order by made_at, id;

select id
	from room
	where rota_id = $1;

select id
	from room
	where state = $1;

select room.*, rota.zone
	from room
	inner join rota on rota.id = room.rota_id
	where room.id = $1 for share of room;

-- ── src/features/rooms/server/open-room.ts

insert into room (id, slug, name, about, language, age_band, held_by, agreements, second_at, keep_days, agreements_version, rota_id, state, shut_until, slow_seconds, told, open_since, door_change, desk_change, opened_at)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20);

select agreements
	from room
	where id = $1;

select kind, least, spare, night_from as "nightFrom", night_until as "nightUntil"
	from rota
	where id = $1;

update room
	set name = $1, about = $2, language = $3, age_band = $4, held_by = $5, agreements = $6, second_at = $7, keep_days = $8, agreements_version = $9
	where id = $10;

update room
	set state = $1
	where id = $2;

-- ── src/features/rooms/server/personal.ts

delete from hold
	where person_id = $1 and room_id = $2;

delete from kept_note
	where person_id = $1;

delete from pinned_topic
	where alias_id in (select alias.id from alias where alias.person_id = $1);

delete from presence
	where person_id = $1 and room_id = $2;

delete from room_pause
	where person_id = $1 and room_id = $2;

select distinct pinned_topic.room_id
	from pinned_topic
	inner join alias on alias.id = pinned_topic.alias_id
	where alias.person_id = $1;

select hold.*, room.name as room
	from hold
	inner join room on room.id = hold.room_id
	where hold.person_id = $1;

select id, room_id, offered_at, begun_at, ended_at
	from aside
	where (person_id = $1 or holder_id = $2);

select presence.*, room.name as room
	from presence
	inner join room on room.id = presence.room_id
	where presence.person_id = $1;

select room_id
	from presence
	where person_id = $1 union select room_id
	from hold
	where person_id = $2 union select room_id
	from room_pause
	where person_id = $3 union select room_id
	from aside
	where (person_id = $4 or holder_id = $5);

select room_id, called_at, ended_at
	from second_call
	where (called_by = $1 or answered_by = $2);

select room_pause.*, room.name as room
	from room_pause
	inner join room on room.id = room_pause.room_id
	where room_pause.person_id = $1;

update aside
	set ended_at = $1
	where room_id = $2 and ended_at is null and (person_id = $3 or holder_id = $4);

-- ── src/features/rooms/server/pin-topic.ts

delete from pinned_topic
	where id = $1 and room_id = $2;

insert into pinned_topic (id, room_id, alias_id, words, pinned_at)
	values ($1, $2, $3, $4, $5);

select id
	from pinned_topic
	where room_id = $1;

select pinned_topic.id, pinned_topic.words, alias.person_id as "personId", sealing_key.id as "keyId", sealing_key.master, sealing_key.wrapped
	from pinned_topic
	inner join alias on alias.id = pinned_topic.alias_id
	inner join sealing_key on sealing_key.id = alias.key_id
	where pinned_topic.room_id = $1
	order by pinned_topic.pinned_at;

-- ── src/features/rooms/server/queries.ts

select (select count(*)::int from presence where presence.room_id = room.id and presence.since >= room.open_since and presence.sign_at > $1 and not exists (select from hold where hold.room_id = room.id and hold.person_id = presence.person_id)) as present
	from room
	where id = $2;

select alias.id, alias.name
	from presence
	inner join room on room.id = presence.room_id
	inner join alias on alias.conversation_id = presence.room_id and alias.person_id = presence.person_id
	where presence.since >= room.open_since and presence.room_id = $1 and presence.sign_at > $2 and not exists (select from block where (block.blocker_id = $3 and block.blocked_id = presence.person_id) or (block.blocked_id = $4 and block.blocker_id = presence.person_id)) and presence.corner = $5
	order by presence.since;

select alias.id, alias.name, presence.intent, presence.first_time as "firstTime", presence.corner, room_pause.until as "pausedUntil", exists (select from message where message.alias_id = alias.id and message.posted_at >= presence.since) as "hasSpoken"
	from presence
	inner join room on room.id = presence.room_id
	inner join alias on alias.conversation_id = presence.room_id and alias.person_id = presence.person_id
	left join room_pause on room_pause.room_id = presence.room_id and room_pause.person_id = presence.person_id and room_pause.until > $1
	where presence.since >= room.open_since and presence.room_id = $2 and presence.sign_at > $3 and not exists (select from block where (block.blocker_id = $4 and block.blocked_id = presence.person_id) or (block.blocked_id = $5 and block.blocker_id = presence.person_id)) and not exists (select hold.person_id from hold where hold.room_id = presence.room_id and hold.person_id = presence.person_id)
	order by presence.since desc;

select aside.id, aside.begun_at as "begunAt", alias.id as "aliasId", alias.name
	from aside
	left join alias on alias.conversation_id = aside.room_id and alias.person_id = aside.person_id
	where aside.room_id = $1 and aside.holder_id = $2 and aside.ended_at is null and not exists (select from block where (block.blocker_id = $3 and block.blocked_id = aside.person_id) or (block.blocked_id = $4 and block.blocker_id = aside.person_id))
	order by aside.offered_at;

select aside.id, aside.begun_at as "begunAt", alias.name as holder
	from aside
	left join alias on alias.conversation_id = aside.room_id and alias.person_id = aside.holder_id
	where aside.room_id = $1 and aside.person_id = $2 and aside.ended_at is null and not exists (select from block where (block.blocker_id = $3 and block.blocked_id = aside.holder_id) or (block.blocked_id = $4 and block.blocker_id = aside.holder_id));

select aside.id, conversation.last_change as "lastChange"
	from aside
	inner join conversation on conversation.id = aside.id
	where aside.room_id = $1 and aside.id::text = $2;

select called_at as "calledAt"
	from second_call
	where room_id = $1 and ended_at is null;

select coalesce(sum(door_change), 0)::int as change
	from room
	where age_band = $1;

select id
	from room
	where slug = $1;

select id, name, person_id as "personId"
	from alias
	where conversation_id = $1 and person_id in ($2);

select room.id, room.slug, room.name, room.about, room.language, room.age_band as "ageBand", room.held_by as "heldBy", room.agreements, room.agreements_version as "agreementsVersion", room.second_at as "secondAt", room.keep_days as "keepDays", room.state, room.shut_until as "shutUntil", room.slow_seconds as "slowSeconds", room.rota_id as "rotaId", room.door_change as "doorChange", room.desk_change as "deskChange", conversation.last_change as "lastChange", rota.slug as "rotaSlug", rota.zone
	from room
	inner join conversation on conversation.id = room.id
	inner join rota on rota.id = room.rota_id
	where room.slug = $1;

select room.id, room.slug, room.name, room.about, room.language, room.age_band as "ageBand", room.held_by as "heldBy", room.state, room.rota_id as "rotaId", room.shut_until as "shutUntil", (select count(*)::int from presence where presence.room_id = room.id and presence.since >= room.open_since and presence.sign_at > $1 and not exists (select from hold where hold.room_id = room.id and hold.person_id = presence.person_id)) as present
	from room
	where (room.age_band in ($2) and room.state != $3) and room.state != $4
	order by room.opened_at;

select room.id, room.slug, room.name, room.about, room.language, room.age_band as "ageBand", room.held_by as "heldBy", room.state, room.rota_id as "rotaId", room.shut_until as "shutUntil", (select count(*)::int from presence where presence.room_id = room.id and presence.since >= room.open_since and presence.sign_at > $1 and not exists (select from hold where hold.room_id = room.id and hold.person_id = presence.person_id)) as present
	from room
	where room.age_band in ($2) and room.state != $3
	order by room.opened_at;

select room.slug, room.name, second_call.called_at as "calledAt"
	from second_call
	inner join room on room.id = second_call.room_id
	where second_call.ended_at is null and not exists (select hold.person_id from hold where hold.room_id = room.id and hold.person_id = $1) and room.age_band = $2 and not exists (select from block where (block.blocker_id = $3 and block.blocked_id = second_call.called_by) or (block.blocked_id = $4 and block.blocker_id = second_call.called_by)) and room.held_by && $5::text[]
	order by second_call.called_at;

-- ── src/features/rooms/server/reportable.ts

select name, about
	from room
	where id = $1;

-- ── src/features/rooms/server/slow-down.ts

update room
	set slow_seconds = $1
	where id = $2;

-- ── src/features/rooms/server/standing.ts

select hold.person_id as "personId", hold.since, hold.confirmed_at as "confirmedAt", hold.shift_ends_at as "shiftEndsAt", hold.until
	from hold
	inner join room on room.id = hold.room_id
	where hold.room_id = $1 and exists (select duty.duty from duty where duty.person_id = hold.person_id and duty.duty = any (room.held_by))
	order by hold.since, hold.person_id;

select me.id as person_id, room.id, room.rota_id as "rotaId", room.state, room.age_band as "ageBand", room.held_by as "heldBy", room.agreements_version as "agreementsVersion", room.second_at as "secondAt", room.shut_until as "shutUntil", room.slow_seconds as "slowSeconds", mine.intent, mine.first_time, mine.corner, array(select blocked_id from block where blocker_id = me.id union select blocker_id from block where blocked_id = me.id) as apart, alias.accepted_version, pause.until as paused_until, (select count(*)::int from presence where presence.room_id = room.id and presence.since >= room.open_since and presence.sign_at > $1 and not exists (select from hold where hold.room_id = room.id and hold.person_id = presence.person_id)) as present, case when room.slow_seconds > 0 then (select max(posted_at) from message where message.alias_id = alias.id) end as last_said_at
	from room
	inner join unnest($2::uuid[]) as me (id) on true
	left join presence as mine on mine.room_id = room.id and mine.person_id = me.id and mine.since >= room.open_since
	left join alias on alias.conversation_id = room.id and alias.person_id = me.id
	left join room_pause as pause on pause.room_id = room.id and pause.person_id = me.id
	where room.id = $3;

select me.id as person_id, room.id, room.rota_id as "rotaId", room.state, room.age_band as "ageBand", room.held_by as "heldBy", room.agreements_version as "agreementsVersion", room.second_at as "secondAt", room.shut_until as "shutUntil", room.slow_seconds as "slowSeconds", mine.intent, mine.first_time, mine.corner, array(select blocked_id from block where blocker_id = me.id union select blocker_id from block where blocked_id = me.id) as apart, alias.accepted_version, pause.until as paused_until, (select count(*)::int from presence where presence.room_id = room.id and presence.since >= room.open_since and presence.sign_at > $1 and not exists (select from hold where hold.room_id = room.id and hold.person_id = presence.person_id)) as present, case when room.slow_seconds > 0 then (select max(posted_at) from message where message.alias_id = alias.id) end as last_said_at, person.age_band as person_age_band, (select coalesce(array_agg(duty.duty order by duty.duty), '{}') as duties from duty where duty.person_id = person.id) as duties
	from room
	inner join unnest($2::uuid[]) as me (id) on true
	left join presence as mine on mine.room_id = room.id and mine.person_id = me.id and mine.since >= room.open_since
	left join alias on alias.conversation_id = room.id and alias.person_id = me.id
	left join room_pause as pause on pause.room_id = room.id and pause.person_id = me.id
	inner join person on person.id = me.id
	where room.id = $3;

-- ── src/features/rooms/server/stewarded.ts

delete from hold
	where room_id = $1 and person_id = $2;

delete from presence
	where room_id = $1 and person_id = $2;

delete from room_pause
	where room_id = $1 and person_id = $2 and until = $3;

insert into room_pause (room_id, person_id, until)
	values ($1, $2, $3)
	on conflict (room_id, person_id) do update
	set until = $4;

select room.id
	from alias
	inner join room on room.id = alias.conversation_id
	where alias.person_id = $1 and room.state != $2
	order by room.id;

select until
	from room_pause
	where room_id = $1 and person_id = $2;

-- ── src/features/rooms/server/tell-door.ts

delete from hold
	where room_id = $1
	returning person_id;

delete from hold
	where room_id = $1 and person_id not in ($2)
	returning person_id;

delete from presence
	where room_id = $1;

delete from presence
	where room_id = $1 and sign_at < $2;

select id
	from room
	where id = $1;

select id
	from room
	where told != $1
	order by id;

select state, told, age_band
	from room
	where id = $1;

update room
	set desk_change = desk_change + 1
	where id = $1;

update room
	set open_since = $1, slow_seconds = $2, shut_until = $3
	where id = $4;

update room
	set told = $1, door_change = door_change + 1, desk_change = desk_change + 1
	where id = $2
	returning age_band;

update second_call
	set ended_at = $1
	where room_id = $2 and ended_at is null;

-- ── src/features/rooms/server/tell-opening.ts

select id
	from room
	where rota_id = $1;

-- ── src/features/rooms/server/topics.ts

select desk_change as change
	from room
	where id = $1;

select door_change as change
	from room
	where id = $1;

-- ── src/features/rota/server/add-shift.ts

insert into shift (id, rota_id, pattern_id, starts_at, ends_at, expected, called_off_at)
	values ($1, $2, $3, $4, $5, $6, $7)
	on conflict (rota_id, starts_at) do update
	set called_off_at = $8, ends_at = $9, expected = $10
	where shift.called_off_at is not null
	returning id;

select zone
	from rota
	where id = $1;

-- ── src/features/rota/server/blockable.ts

select rota.name, rota.held_by as "heldBy", person.nickname
	from sign_up
	inner join shift on shift.id = sign_up.shift_id
	inner join rota on rota.id = shift.rota_id
	inner join person on person.id = sign_up.person_id
	where sign_up.shift_id = $1 and sign_up.person_id = $2 and sign_up.ended_at is null;

-- ── src/features/rota/server/calendar-link.ts

delete from calendar_link
	where person_id = $1;

insert into calendar_link (person_id, digest, made_on)
	values ($1, $2, $3)
	on conflict (person_id) do update
	set digest = $4, made_on = $5;

select made_on
	from calendar_link
	where person_id = $1;

select person.id, person.locale
	from calendar_link
	inner join person on person.id = calendar_link.person_id
	where calendar_link.digest = $1;

select shift_id, starts_at, ends_at, signed_up_at, ended_at, sequence
	from sign_up
	where person_id = $1 and ends_at > $2
	order by starts_at;

-- ── src/features/rota/server/call-off-shift.ts

delete from shift
	where id in ($1);

select id
	from shift
	where (shift.pattern_id = $1 and shift.starts_at > $2) and ends_at > $3 and called_off_at is null;

select id
	from shift
	where shift.rota_id = $1 and ends_at > $2 and called_off_at is null;

update shift
	set called_off_at = $1
	where id = $2;

-- ── src/features/rota/server/change-rota.ts

delete from regular_holder
	where person_id = $1 and pattern_id = $2;

select id
	from shift
	where rota_id = $1 and ends_at > $2 and called_off_at is null;

select id
	from shift_pattern
	where rota_id = $1
	order by id
	for update;

select regular_holder.person_id as "personId", regular_holder.pattern_id as "patternId"
	from regular_holder
	inner join shift_pattern on shift_pattern.id = regular_holder.pattern_id
	where shift_pattern.rota_id = $1;

update rota
	set name = $1, kind = $2, held_by = $3, least = $4, one_per = $5, spare = $6, night_from = $7, night_until = $8
	where id = $9;

update shift
	set expected = $1
	where id in ($2) and pattern_id = $3;

update shift_pattern
	set expected = $1
	where id = $2 and rota_id = $3;

-- ── src/features/rota/server/cover.ts

select person_id
	from sign_up
	where shift_id = $1 and person_id = $2 and cover_asked_at is not null and not exists (select from block where (block.blocker_id = $3 and block.blocked_id = sign_up.person_id) or (block.blocked_id = $4 and block.blocker_id = sign_up.person_id));

update sign_up
	set cover_asked_at = $1, cover_word = $2
	where shift_id = $3 and person_id = $4 and ended_at is null;

update sign_up
	set cover_asked_at = $1, cover_word = $2
	where shift_id = $3 and person_id = $4 and ended_at is null and cover_asked_at is not null;

-- ── src/features/rota/server/forget-ended.ts

delete from sign_up
	where ended_at is not null and ends_at < $1;

-- ── src/features/rota/server/free-shifts.ts

delete from regular_holder
	where person_id = $1 and pattern_id in (select shift_pattern.id from shift_pattern inner join rota on rota.id = shift_pattern.rota_id where not exists (select duty.duty from duty where duty.person_id = $2 and duty.duty = any(rota.held_by)));

select shift_id
	from sign_up
	where person_id = $1 and ended_at is null and ends_at > $2;

-- ── src/features/rota/server/hold-regularly.ts

delete from regular_holder
	where pattern_id = $1 and person_id = $2
	returning pattern_id;

insert into regular_holder (pattern_id, person_id, since)
	values ($1, $2, $3)
	on conflict do nothing;

select id
	from shift
	where pattern_id = $1 and ends_at > $2;

select id
	from shift_pattern
	where id = $1
	for update;

-- ── src/features/rota/server/make-pattern.ts

delete from shift_pattern
	where id = $1;

insert into shift_pattern (id, rota_id, rule, since, at, until, expected, made_at)
	values ($1, $2, $3, $4, $5, $6, $7, $8);

select id
	from shift_pattern
	where id = $1 and rota_id = $2
	for update;

select zone
	from rota
	where id = $1;

-- ── src/features/rota/server/on-shift.ts

select id as "shiftId", starts_at as "startsAt", ends_at as "endsAt"
	from shift
	where rota_id = $1 and called_off_at is null and ends_at > $2 and starts_at <= $3
	order by starts_at;

select shift.id as "shiftId", shift.starts_at as "startsAt", shift.ends_at as "endsAt", shift.expected, rota.least, rota.one_per as "onePer", (select count(*) from sign_up where sign_up.shift_id = shift.id and ended_at is null)::int as "signedUp"
	from shift
	inner join rota on rota.id = shift.rota_id
	where shift.rota_id = $1 and shift.called_off_at is null and shift.starts_at > $2
	order by shift.starts_at
	limit $3;

select shift.starts_at as "startsAt", shift.ends_at as "endsAt", sign_up.person_id as "personId"
	from sign_up
	inner join shift on shift.id = sign_up.shift_id
	inner join rota on rota.id = shift.rota_id
	inner join person on person.id = sign_up.person_id
	inner join duty as held on held.person_id = person.id
	where shift.called_off_at is null and sign_up.ended_at is null and exists (select duty.duty from duty where duty.person_id = sign_up.person_id and duty.duty = any (rota.held_by)) and held.duty = $1 and $2::text = any (rota.held_by) and person.age_band = $3 and shift.ends_at > $4
	order by shift.starts_at, sign_up.signed_up_at
	limit $5;

select shift.starts_at as "startsAt", shift.ends_at as "endsAt", sign_up.person_id as "personId"
	from sign_up
	inner join shift on shift.id = sign_up.shift_id
	inner join rota on rota.id = shift.rota_id
	inner join person on person.id = sign_up.person_id
	inner join duty as held on held.person_id = person.id
	where shift.called_off_at is null and sign_up.ended_at is null and exists (select duty.duty from duty where duty.person_id = sign_up.person_id and duty.duty = any (rota.held_by)) and held.duty = $1 and $2::text = any (rota.held_by) and person.age_band = $3 and shift.ends_at > $4 and shift.starts_at <= $5
	order by shift.starts_at, sign_up.signed_up_at
	limit $6;

select sign_up.shift_id
	from sign_up
	inner join shift on shift.id = sign_up.shift_id
	inner join rota on rota.id = shift.rota_id
	where shift.called_off_at is null and sign_up.ended_at is null and exists (select duty.duty from duty where duty.person_id = sign_up.person_id and duty.duty = any (rota.held_by)) and rota.id = $1 and sign_up.person_id = $2 and shift.ends_at > $3 and shift.starts_at <= $4;

select sign_up.shift_id
	from sign_up
	inner join shift on shift.id = sign_up.shift_id
	inner join rota on rota.id = shift.rota_id
	where shift.called_off_at is null and sign_up.ended_at is null and exists (select duty.duty from duty where duty.person_id = sign_up.person_id and duty.duty = any (rota.held_by)) and sign_up.person_id = $1 and shift.starts_at <= $2 and shift.ends_at > $3;

select sign_up.shift_id as "shiftId", sign_up.person_id as "personId"
	from sign_up
	inner join shift on shift.id = sign_up.shift_id
	inner join rota on rota.id = shift.rota_id
	where shift.called_off_at is null and sign_up.ended_at is null and exists (select duty.duty from duty where duty.person_id = sign_up.person_id and duty.duty = any (rota.held_by)) and rota.id = $1 and shift.ends_at > $2 and shift.starts_at <= $3
	order by sign_up.signed_up_at;

-- ── src/features/rota/server/open-rota.ts

delete from shift_pattern
	where rota_id = $1
	returning id;

insert into rota (id, slug, name, kind, zone, held_by, least, one_per, spare, night_from, night_until, opened_at, closed_at)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

update rota
	set closed_at = $1
	where id = $2 and closed_at is null;

-- ── src/features/rota/server/personal.ts

delete from calendar_link
	where person_id = $1;

delete from own_shift_limits
	where person_id = $1;

delete from regular_holder
	where person_id = $1;

delete from sign_up
	where person_id = $1;

select hours_a_week, nights_a_week, rest_hours
	from own_shift_limits
	where person_id = $1;

select made_on as "madeOn"
	from calendar_link
	where person_id = $1;

select offered.starts_at as offered, wanted.starts_at as wanted, swap.asked_at as "askedAt"
	from swap
	inner join shift as offered on offered.id = swap.offered_shift
	inner join shift as wanted on wanted.id = swap.wanted_shift
	where (offered_by = $1 or asked_of = $2);

select rota.name as rota, shift_pattern.rule, shift_pattern.at, regular_holder.since
	from regular_holder
	inner join shift_pattern on shift_pattern.id = regular_holder.pattern_id
	inner join rota on rota.id = shift_pattern.rota_id
	where regular_holder.person_id = $1;

select sign_up.*, rota.name as rota
	from sign_up
	inner join shift on shift.id = sign_up.shift_id
	inner join rota on rota.id = shift.rota_id
	where (sign_up.person_id = $1 or put_on_by = $2)
	order by sign_up.starts_at;

update sign_up
	set put_on_by = $1, put_on_because = $2
	where put_on_by = $3;

-- ── src/features/rota/server/places.ts

delete from swap
	where ((offered_shift = $1 and offered_by = $2) or (wanted_shift = $3 and asked_of = $4));

insert into sign_up (shift_id, person_id, starts_at, ends_at, sequence, cover_asked_at, cover_word, signed_up_at, ended_at, put_on_by, put_on_because)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
	on conflict (shift_id, person_id) do update
	set signed_up_at = $12, ended_at = $13, put_on_by = $14, put_on_because = $15, sequence = sign_up.sequence + $16;

update sign_up
	set ended_at = $1, sequence = sequence + $2, put_on_by = $3, put_on_because = $4, cover_asked_at = $5, cover_word = $6
	where shift_id = $7 and person_id = $8 and ended_at is null;

-- ── src/features/rota/server/queries.ts

select distinct person.id, person.nickname
	from duty
	inner join person on person.id = duty.person_id
	where duty.duty in ($1) and not exists (select from block where (block.blocker_id = $2 and block.blocked_id = person.id) or (block.blocked_id = $3 and block.blocker_id = person.id))
	order by person.nickname;

select id, slug, name, kind, zone, held_by as "heldBy", least, one_per as "onePer", spare, night_from as "nightFrom", night_until as "nightUntil"
	from rota
	where slug = $1 and closed_at is null;

select rota.id, rota.slug, rota.name, rota.kind
	from rota
	where (rota.closed_at is null and rota.held_by && $1::text[])
	order by rota.name;

select rota.id, rota.slug, rota.name, rota.kind
	from rota
	where (rota.closed_at is null and true)
	order by rota.name;

select shift.id as "shiftId", shift.starts_at as "startsAt", shift.ends_at as "endsAt", rota.slug, rota.name, rota.zone, sign_up.cover_asked_at as "coverAskedAt", sign_up.put_on_by as "putOnBy", sign_up.put_on_because as because, coordinator.nickname as coordinator, regular.since as "regularSince"
	from sign_up
	inner join shift on shift.id = sign_up.shift_id
	inner join rota on rota.id = shift.rota_id
	left join person as coordinator on coordinator.id = sign_up.put_on_by and not exists (select from block where (block.blocker_id = $1 and block.blocked_id = coordinator.id) or (block.blocked_id = $2 and block.blocker_id = coordinator.id))
	left join regular_holder as regular on regular.pattern_id = shift.pattern_id and regular.person_id = sign_up.person_id
	where sign_up.person_id = $3 and sign_up.ended_at is null and sign_up.ends_at > $4
	order by sign_up.starts_at;

select shift.id as "shiftId", shift.starts_at as "startsAt", shift.ends_at as "endsAt", shift.expected, shift.called_off_at as "calledOffAt", shift.pattern_id as "patternId", rota.id as "rotaId", rota.zone, rota.held_by as "heldBy", rota.least, rota.one_per as "onePer", rota.spare, rota.night_from as "nightFrom", rota.night_until as "nightUntil", rota.slug, rota.name
	from shift
	inner join rota on rota.id = shift.rota_id
	where shift.rota_id in ($1) and shift.ends_at > $2 and shift.starts_at < $3
	order by shift.starts_at, rota.name;

select shift_pattern.id, shift_pattern.rule, shift_pattern.at, shift_pattern.until, shift_pattern.expected, mine.since as "heldSince"
	from shift_pattern
	left join regular_holder as mine on mine.pattern_id = shift_pattern.id and mine.person_id = $1
	where shift_pattern.rota_id = $2
	order by shift_pattern.made_at;

select sign_up.shift_id as "shiftId", person.id as "personId", person.nickname, sign_up.cover_asked_at as "coverAskedAt", sign_up.cover_word as "coverWord"
	from sign_up
	inner join person on person.id = sign_up.person_id
	where sign_up.shift_id in ($1) and sign_up.ended_at is null
	order by sign_up.signed_up_at, person.nickname;

select swap.id, swap.offered_by as "offeredBy", offerer.nickname as "offererName", asked.nickname as "askedName", "offeredRota".name as "offeredRota", "offeredRota".zone as "offeredZone", offered.starts_at as "offeredStart", offered.ends_at as "offeredEnd", "wantedRota".name as "wantedRota", "wantedRota".zone as "wantedZone", wanted.starts_at as "wantedStart", wanted.ends_at as "wantedEnd"
	from swap
	inner join shift as offered on offered.id = swap.offered_shift
	inner join rota as "offeredRota" on "offeredRota".id = offered.rota_id
	inner join shift as wanted on wanted.id = swap.wanted_shift
	inner join rota as "wantedRota" on "wantedRota".id = wanted.rota_id
	inner join person as offerer on offerer.id = swap.offered_by
	inner join person as asked on asked.id = swap.asked_of
	where (swap.offered_by = $1 or swap.asked_of = $2) and not exists (select from block where (block.blocker_id = swap.offered_by and block.blocked_id = swap.asked_of) or (block.blocked_id = swap.offered_by and block.blocker_id = swap.asked_of)) and offered.starts_at > $3 and wanted.starts_at > $4
	order by swap.asked_at;

-- ── src/features/rota/server/set-limits.ts

insert into own_shift_limits (person_id, hours_a_week, nights_a_week, rest_hours)
	values ($1, $2, $3, $4)
	on conflict (person_id) do update
	set hours_a_week = $5, nights_a_week = $6, rest_hours = $7;

insert into shift_limits (one, hours_a_week, nights_a_week, rest_hours)
	values ($1, $2, $3, $4)
	on conflict (one) do update
	set hours_a_week = $5, nights_a_week = $6, rest_hours = $7;

-- ── src/features/rota/server/standing.ts

select duty
	from duty
	where person_id in ($1)
	order by person_id for share;

select held_by as "heldBy"
	from rota
	where id = $1 and closed_at is null;

select hours_a_week as "hoursAWeek", nights_a_week as "nightsAWeek", rest_hours as "restHours"
	from own_shift_limits
	where person_id = $1;

select hours_a_week as "hoursAWeek", nights_a_week as "nightsAWeek", rest_hours as "restHours"
	from shift_limits;

select id
	from person
	where id in ($1)
	order by id for no key update;

select id
	from shift
	where id in ($1)
	order by id
	for update;

select person.id, person.zone, own.hours_a_week as "hoursAWeek", own.nights_a_week as "nightsAWeek", own.rest_hours as "restHours"
	from person
	left join own_shift_limits as own on own.person_id = person.id
	where person.id in ($1);

select person_id, duty
	from duty
	where person_id in ($1);

select shift.id as "shiftId", shift.starts_at as "startsAt", shift.ends_at as "endsAt", shift.expected, shift.called_off_at as "calledOffAt", shift.pattern_id as "patternId", rota.id as "rotaId", rota.zone, rota.held_by as "heldBy", rota.least, rota.one_per as "onePer", rota.spare, rota.night_from as "nightFrom", rota.night_until as "nightUntil"
	from shift
	inner join rota on rota.id = shift.rota_id
	where shift.id in ($1)
	order by shift.starts_at;

select shift_id, person_id
	from sign_up
	where shift_id in ($1) and ended_at is null;

select sign_up.person_id as "personId", shift.id as "shiftId", shift.starts_at as "startsAt", shift.ends_at as "endsAt", rota.zone, rota.night_from as "nightFrom", rota.night_until as "nightUntil"
	from sign_up
	inner join shift on shift.id = sign_up.shift_id
	inner join rota on rota.id = shift.rota_id
	where sign_up.person_id in ($1) and sign_up.ended_at is null and sign_up.ends_at > $2;

-- ── src/features/rota/server/swap.ts

delete from swap
	where id = $1;

delete from swap
	where id = $1 and offered_by = $2;

insert into swap (id, offered_shift, offered_by, wanted_shift, asked_of, asked_at)
	values ($1, $2, $3, $4, $5, $6)
	on conflict do nothing;

select *
	from swap
	where id = $1;

select *
	from swap
	where id = $1
	for update;

-- ── src/features/rota/server/words.ts

select id, key_id
	from person
	where id in ($1);

-- ── src/features/rota/server/write-shifts.ts

insert into shift (id, rota_id, pattern_id, starts_at, ends_at, expected, called_off_at)
	values ($1, $2, $3, $4, $5, $6, $7)
	on conflict (rota_id, starts_at) do nothing
	returning id;

select id
	from shift_pattern
	order by id;

select shift.id as "shiftId", regular_holder.person_id as "personId"
	from regular_holder
	inner join shift on shift.pattern_id = regular_holder.pattern_id
	where shift.id in ($1)
	order by shift.starts_at, regular_holder.since;

select shift_pattern.*, rota.zone
	from shift_pattern
	inner join rota on rota.id = shift_pattern.rota_id
	where shift_pattern.id = $1;

-- ── src/features/sessions/server/ask-for-somebody.ts

insert into backup (id, kind, pairing_id, age_band, asked_by, asked_at, lapses_at, comer_id, came_at, ended_at)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

select id
	from backup
	where kind = $1 and ended_at is null and asked_by = $2;

select id
	from backup
	where kind = $1 and ended_at is null and pairing_id = $2;

update backup
	set ended_at = $1
	where asked_by = $2 and kind = $3 and ended_at is null and ((came_at is null and lapses_at <= $4) or came_at <= $5);

update backup
	set ended_at = $1
	where pairing_id = $2 and kind = $3 and ended_at is null and ((came_at is null and lapses_at <= $4) or came_at <= $5);

-- ── src/features/sessions/server/backup-standing.ts

select backup.kind, backup.age_band as "ageBand", backup.asked_by as "askedBy", backup.comer_id as "comerId", backup.came_at as "cameAt", backup.ended_at as "endedAt", backup.lapses_at as "lapsesAt", pairing.supporter_id, pairing.member_id, exists (select from duty where duty.person_id = backup.comer_id and duty.duty in ('supporter', case backup.kind when 'debrief' then 'coordinator' else 'steward' end)) as "comerMay"
	from backup
	left join pairing on pairing.id = backup.pairing_id
	where backup.id = $1;

-- ── src/features/sessions/server/come.ts

update backup
	set comer_id = $1, came_at = $2
	where id = $3
	returning pairing_id;

update backup
	set ended_at = $1
	where id = $2 and ended_at is null
	returning pairing_id;

-- ── src/features/sessions/server/forget-calls.ts

select id
	from backup
	where came_at is null and lapses_at < $1;

-- ── src/features/sessions/server/hours.ts

insert into not_met (booking_id, said_by)
	values ($1, $2)
	on conflict do nothing;

select booking_id
	from not_met
	where booking_id = $1;

select booking_id
	from not_met
	where booking_id in ($1);

-- ── src/features/sessions/server/mentoring.ts

delete from mentoring
	where pairing_id = $1;

insert into mentoring (pairing_id, proposed_by, review_on, agreed_at, told_at)
	values ($1, $2, $3, $4, $5)
	on conflict (pairing_id) do update
	set proposed_by = $6, review_on = $7, agreed_at = $8, told_at = $9;

select proposed_by as "proposedBy", review_on as "reviewOn", agreed_at as "agreedAt"
	from mentoring
	where pairing_id = $1;

update mentoring
	set agreed_at = $1
	where pairing_id = $2 and agreed_at is null and proposed_by != $3
	returning pairing_id;

update mentoring
	set told_at = $1
	where agreed_at is not null and told_at is null and review_on <= $2
	returning pairing_id, review_on;

-- ── src/features/sessions/server/notes.ts

delete from sealing_key
	where id = $1;

delete from shared_note
	where pairing_id = $1
	returning key_id;

delete from shared_note_version
	where pairing_id = $1 and number <= $2;

insert into shared_note (pairing_id, key_id)
	values ($1, $2);

insert into shared_note_version (pairing_id, number, words, alias_id, written_at)
	values ($1, $2, $3, $4, $5);

select key_id
	from shared_note
	where pairing_id = $1;

select number, words, written_at as "writtenAt", alias.name as by
	from shared_note_version
	left join alias on alias.id = shared_note_version.alias_id
	where pairing_id = $1
	order by number desc
	limit $2;

-- ── src/features/sessions/server/personal.ts

delete from mentoring
	where pairing_id = $1;

delete from session_after
	where person_id = $1;

select booking_id as booking
	from not_met
	where said_by = $1;

select kind, asked_at as "askedAt", came_at as "cameAt", ended_at as "endedAt", comer_id = $1 as came
	from backup
	where (asked_by = $2 or comer_id = $3)
	order by asked_at;

select pairing_id as pairing, review_on as "reviewOn", agreed_at as "agreedAt"
	from mentoring
	where pairing_id in ($1);

update backup
	set asked_by = $1
	where asked_by = $2;

update backup
	set comer_id = $1
	where comer_id = $2;

update backup
	set ended_at = $1
	where (asked_by = $2 or comer_id = $3) and ended_at is null;

update not_met
	set said_by = $1
	where said_by = $2;

-- ── src/features/sessions/server/queries.ts

select backup.id, backup.kind, backup.asked_at as "askedAt"
	from backup
	left join pairing on pairing.id = backup.pairing_id
	where backup.kind in ($1) and backup.age_band = $2 and backup.came_at is null and backup.ended_at is null and backup.lapses_at > $3 and $4 <> all (array_remove( array[backup.asked_by, pairing.supporter_id, pairing.member_id], null)) and (not exists (select from block where (block.blocker_id = $5 and block.blocked_id = backup.asked_by) or (block.blocked_id = $6 and block.blocker_id = backup.asked_by)) and not exists (select from block where (block.blocker_id = $7 and block.blocked_id = pairing.supporter_id) or (block.blocked_id = $8 and block.blocker_id = pairing.supporter_id)) and not exists (select from block where (block.blocker_id = $9 and block.blocked_id = pairing.member_id) or (block.blocked_id = $10 and block.blocker_id = pairing.member_id)))
	order by backup.asked_at;

select backup.id, backup.kind, backup.pairing_id as "pairingId", backup.asked_at as "askedAt", backup.came_at as "cameAt", backup.ended_at as "endedAt", (select alias.name from alias where alias.conversation_id = backup.id and alias.person_id = backup.comer_id and not exists (select from block where (block.blocker_id = $1 and block.blocked_id = alias.person_id) or (block.blocked_id = $2 and block.blocker_id = alias.person_id))) as comer
	from backup
	where kind = $3 and (asked_by = $4 or comer_id = $5) and ended_at is null and ((came_at is null and lapses_at > $6) or came_at > $7);

select backup.id, backup.kind, backup.pairing_id as "pairingId", backup.asked_at as "askedAt", backup.came_at as "cameAt", backup.ended_at as "endedAt", (select alias.name from alias where alias.conversation_id = backup.id and alias.person_id = backup.comer_id and not exists (select from block where (block.blocker_id = $1 and block.blocked_id = alias.person_id) or (block.blocked_id = $2 and block.blocker_id = alias.person_id))) as comer
	from backup
	where pairing_id = $3 and ended_at is null and ((came_at is null and lapses_at > $4) or came_at > $5);

select backup.id, backup.kind, backup.pairing_id as "pairingId", backup.asked_at as "askedAt", backup.came_at as "cameAt", backup.ended_at as "endedAt", (select alias.name from alias where alias.conversation_id = backup.id and alias.person_id = backup.comer_id and not exists (select from block where (block.blocker_id = $1 and block.blocked_id = alias.person_id) or (block.blocked_id = $2 and block.blocker_id = alias.person_id))) as comer, conversation.last_change as "lastChange"
	from backup
	inner join conversation on conversation.id = backup.id
	where backup.id::text = $3;

select name
	from alias
	where conversation_id = $1 and true
	order by id;

-- ── src/features/sessions/server/say-how-it-was.ts

insert into session_after (booking_id, person_id, words)
	values ($1, $2, $3)
	on conflict do nothing
	returning booking_id;

insert into session_count (day, question, answer, count)
	values ($1, $2, $3, $4)
	on conflict (day, question, answer) do update
	set count = session_count.count + 1;

select *
	from session_count;

select booking_id as "bookingId", words, person.key_id
	from session_after
	inner join person on person.id = session_after.person_id
	where person_id = $1;

select key_id
	from person
	where id = $1;

-- ── src/features/sessions/server/topic.ts

select coalesce(max(extract(epoch from greatest(asked_at, came_at, ended_at)) * 1000), 0)::float8 as change
	from backup
	where age_band = $1;

-- ── src/features/sit-with-me/server/ask.ts

delete from now_ask
	where id = $1;

insert into now_ask (id, person_id, help, language, words, state, asked_at, ended_at, told_most, noticed_by, with_you_at, pairing_id)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
	on conflict do nothing
	returning id;

update now_ask
	set state = $1, asked_at = $2, ended_at = $3, told_most = $4, noticed_by = $5, with_you_at = $6
	where id = $7;

-- ── src/features/sit-with-me/server/be-here.ts

delete from here_for_talks
	where person_id = $1
	returning person_id;

insert into here_for_talks (person_id, pairing_id, confirmed_at, until, languages)
	values ($1, $2, $3, $4, $5)
	on conflict (person_id) do update
	set confirmed_at = $6, until = $7, languages = $8;

update here_for_talks
	set confirmed_at = $1
	where person_id = $2;

update here_for_talks
	set pairing_id = $1, confirmed_at = $2
	where person_id = $3;

update now_ask
	set noticed_by = $1, with_you_at = $2
	where noticed_by = $3 and state = $4;

-- ── src/features/sit-with-me/server/come.ts

select id
	from now_ask
	where noticed_by = $1 and state = $2 and id != $3 and with_you_at > $4;

update here_for_talks
	set pairing_id = $1, confirmed_at = $2
	where person_id = $3;

update now_ask
	set noticed_by = $1, with_you_at = $2
	where id = $3;

update now_ask
	set state = $1, ended_at = $2, pairing_id = $3
	where id = $4;

-- ── src/features/sit-with-me/server/leave.ts

delete from now_ask
	where id = $1;

update now_ask
	set state = $1, ended_at = $2
	where id = $3;

-- ── src/features/sit-with-me/server/limit-wait.ts

insert into talks_limits (one, wait_minutes)
	values ($1, $2)
	on conflict (one) do update
	set wait_minutes = $3;

-- ── src/features/sit-with-me/server/look-around.ts

delete from now_ask
	where id = $1;

delete from now_ask
	where state = $1 and ended_at < $2;

select here_for_talks.person_id as "personId", person.age_band as "ageBand"
	from here_for_talks
	inner join person on person.id = here_for_talks.person_id
	where here_for_talks.pairing_id = $1;

select person_id
	from here_for_talks
	where person_id = $1
	for update;

select person_id as "personId"
	from supporter
	where id = $1;

-- ── src/features/sit-with-me/server/past-waits.ts

delete from past_wait
	where on_day < $1;

insert into past_wait (id, on_day, hour_of_week, waited_seconds, came_of_it, told_most)
	values ($1, $2, $3, $4, $5, $6);

select waited_seconds, came_of_it, hour_of_week, told_most
	from past_wait
	where on_day >= $1
	order by on_day desc, id
	limit $2;

-- ── src/features/sit-with-me/server/personal.ts

delete from now_ask
	where person_id = $1;

select id, person_id as "personId", help, language, words, state, asked_at as "askedAt", ended_at as "endedAt"
	from now_ask
	where person_id = $1
	order by asked_at;

select until, languages
	from here_for_talks
	where person_id = $1;

-- ── src/features/sit-with-me/server/queries.ts

select id, person_id as "personId", help, language, words
	from now_ask
	where id = $1;

select id, person_id as "personId", help, language, words
	from now_ask
	where id in ($1);

select id, person_id as "personId", help, language, words
	from now_ask
	where pairing_id = $1
	order by asked_at desc
	limit $2;

select nickname
	from person
	where id = $1;

select now_ask.id, pairing.id as "pairingId", supporter.nickname as name
	from now_ask
	inner join pairing on pairing.id = now_ask.pairing_id
	left join person as supporter on supporter.id = pairing.supporter_id
	where now_ask.person_id = $1 and now_ask.state = $2 and now_ask.ended_at > $3 and pairing.ended_at is null
	order by now_ask.ended_at desc
	limit $4;

select person_id
	from here_for_talks
	where pairing_id = $1 and until > $2;

-- ── src/features/sit-with-me/server/standing.ts

select (supporter.resting or coalesce(supporter.cooling_until > $1, false)) as resting
	from supporter
	where person_id = $2;

select here.person_id as "personId", here.confirmed_at as "confirmedAt", here.until, here.languages, here.pairing_id as "pairingId", (supporter.resting or coalesce(supporter.cooling_until > $1, false)) as resting, exists (select from duty where duty.person_id = here.person_id and duty.duty = 'supporter') as asked
	from here_for_talks as here
	inner join supporter on supporter.person_id = here.person_id
	inner join person on person.id = here.person_id
	where not exists (select from block where (block.blocker_id = $2 and block.blocked_id = here.person_id) or (block.blocked_id = $3 and block.blocker_id = here.person_id)) and person.age_band = $4 and $5 = any (here.languages) and here.until > $6;

select here.person_id as "personId", here.confirmed_at as "confirmedAt", here.until, here.languages, here.pairing_id as "pairingId", (supporter.resting or coalesce(supporter.cooling_until > $1, false)) as resting, exists (select from duty where duty.person_id = here.person_id and duty.duty = 'supporter') as asked
	from here_for_talks as here
	inner join supporter on supporter.person_id = here.person_id
	inner join person on person.id = here.person_id
	where true and person.age_band = $2 and $3 = any (here.languages) and here.until > $4;

select here.person_id as "personId", here.confirmed_at as "confirmedAt", here.until, here.languages, here.pairing_id as "pairingId", (supporter.resting or coalesce(supporter.cooling_until > $1, false)) as resting, exists (select from duty where duty.person_id = here.person_id and duty.duty = 'supporter') as asked
	from here_for_talks as here
	inner join supporter on supporter.person_id = here.person_id
	order by here.person_id;

select here.person_id as "personId", here.confirmed_at as "confirmedAt", here.until, here.languages, here.pairing_id as "pairingId", (supporter.resting or coalesce(supporter.cooling_until > $1, false)) as resting, exists (select from duty where duty.person_id = here.person_id and duty.duty = 'supporter') as asked
	from here_for_talks as here
	inner join supporter on supporter.person_id = here.person_id
	where here.person_id = $2;

select here.person_id as "personId", here.confirmed_at as "confirmedAt", here.until, here.languages, here.pairing_id as "pairingId", (supporter.resting or coalesce(supporter.cooling_until > $1, false)) as resting, exists (select from duty where duty.person_id = here.person_id and duty.duty = 'supporter') as asked
	from here_for_talks as here
	inner join supporter on supporter.person_id = here.person_id
	where here.person_id in ($2);

select id
	from now_ask
	where id = $1
	for update;

select id
	from now_ask
	where person_id = $1 and state != $2
	for update;

select now_ask.id, now_ask.person_id as "personId", person.age_band as "ageBand", now_ask.language, now_ask.state, now_ask.asked_at as "askedAt", case when not exists (select from block where (block.blocker_id = now_ask.person_id and block.blocked_id = now_ask.noticed_by) or (block.blocked_id = now_ask.person_id and block.blocker_id = now_ask.noticed_by)) then now_ask.noticed_by end as "noticedBy", now_ask.with_you_at as "withYouAt", now_ask.pairing_id as "pairingId", now_ask.told_most as "toldMost", (person.passphrase is not null or person.made_up or exists (select from passkey where passkey.person_id = person.id) or exists (select from token where token.person_id = person.id and token.ends_at > $1) or exists (select from session where session.person_id = person.id and session.ends_at > $2)) as "canReturn"
	from now_ask
	inner join person on person.id = now_ask.person_id
	where now_ask.id = $3;

select now_ask.id, now_ask.person_id as "personId", person.age_band as "ageBand", now_ask.language, now_ask.state, now_ask.asked_at as "askedAt", case when not exists (select from block where (block.blocker_id = now_ask.person_id and block.blocked_id = now_ask.noticed_by) or (block.blocked_id = now_ask.person_id and block.blocker_id = now_ask.noticed_by)) then now_ask.noticed_by end as "noticedBy", now_ask.with_you_at as "withYouAt", now_ask.pairing_id as "pairingId", now_ask.told_most as "toldMost", (person.passphrase is not null or person.made_up or exists (select from passkey where passkey.person_id = person.id) or exists (select from token where token.person_id = person.id and token.ends_at > $1) or exists (select from session where session.person_id = person.id and session.ends_at > $2)) as "canReturn"
	from now_ask
	inner join person on person.id = now_ask.person_id
	where now_ask.person_id = $3 and now_ask.state != $4;

select now_ask.id, now_ask.person_id as "personId", person.age_band as "ageBand", now_ask.language, now_ask.state, now_ask.asked_at as "askedAt", case when not exists (select from block where (block.blocker_id = now_ask.person_id and block.blocked_id = now_ask.noticed_by) or (block.blocked_id = now_ask.person_id and block.blocker_id = now_ask.noticed_by)) then now_ask.noticed_by end as "noticedBy", now_ask.with_you_at as "withYouAt", now_ask.pairing_id as "pairingId", now_ask.told_most as "toldMost", (person.passphrase is not null or person.made_up or exists (select from passkey where passkey.person_id = person.id) or exists (select from token where token.person_id = person.id and token.ends_at > $1) or exists (select from session where session.person_id = person.id and session.ends_at > $2)) as "canReturn"
	from now_ask
	inner join person on person.id = now_ask.person_id
	where now_ask.state = $3 and not exists (select from block where (block.blocker_id = $4 and block.blocked_id = now_ask.person_id) or (block.blocked_id = $5 and block.blocker_id = now_ask.person_id)) and person.age_band = $6
	order by now_ask.asked_at, now_ask.id;

select now_ask.id, now_ask.person_id as "personId", person.age_band as "ageBand", now_ask.language, now_ask.state, now_ask.asked_at as "askedAt", case when not exists (select from block where (block.blocker_id = now_ask.person_id and block.blocked_id = now_ask.noticed_by) or (block.blocked_id = now_ask.person_id and block.blocker_id = now_ask.noticed_by)) then now_ask.noticed_by end as "noticedBy", now_ask.with_you_at as "withYouAt", now_ask.pairing_id as "pairingId", now_ask.told_most as "toldMost", (person.passphrase is not null or person.made_up or exists (select from passkey where passkey.person_id = person.id) or exists (select from token where token.person_id = person.id and token.ends_at > $1) or exists (select from session where session.person_id = person.id and session.ends_at > $2)) as "canReturn"
	from now_ask
	inner join person on person.id = now_ask.person_id
	where now_ask.state = $3 and true
	order by now_ask.asked_at, now_ask.id;

select person_id
	from here_for_talks
	where person_id = $1
	for update;

select wait_minutes
	from talks_limits;

-- ── src/features/sit-with-me/server/tell.ts

insert into talks_change (age_band, change)
	values ($1, $2)
	on conflict (age_band) do update
	set change = talks_change.change + 1;

select change
	from talks_change
	where age_band = $1;

select now_ask.id
	from now_ask
	inner join person on person.id = now_ask.person_id
	where now_ask.state = $1 and person.age_band = $2;

-- ── src/features/sit-with-me/server/topics.ts

select person.id as "personId", person.age_band as "ageBand"
	from now_ask
	inner join person on person.id = now_ask.person_id
	where now_ask.id = $1;

-- ── src/features/sit-with-me/server/words.ts

select id, key_id
	from person
	where id in ($1);

select key_id
	from person
	where id = $1;

-- ── src/features/supporters/server/blockable.ts

select supporter.id, supporter.open, supporter.resting, supporter.cooling_until as "coolingUntil", person.id as "personId", person.age_band as "ageBand", person.nickname, duty.duty
	from supporter
	inner join person on person.id = supporter.person_id
	left join duty on duty.person_id = person.id and duty.duty = $1
	where supporter.id = $2;

-- ── src/features/supporters/server/hours.ts

delete from supporter_exception
	where id = $1 and supporter_id = $2;

delete from supporter_hours
	where id = $1 and supporter_id = $2;

insert into supporter_exception (id, supporter_id, first_on, last_on, from_time, until_time)
	values ($1, $2, $3, $4, $5, $6);

insert into supporter_hours (id, supporter_id, weekday, from_time, until_time)
	values ($1, $2, $3, $4, $5)
	on conflict do nothing;

select id
	from supporter_exception
	where supporter_id = $1;

select id
	from supporter_hours
	where supporter_id = $1;

-- ── src/features/supporters/server/offer.ts

insert into supporter (id, person_id, page, zone, pairings, new_a_week, hours_a_week, nights_a_week, notice_hours, ahead_days, buffer_minutes, off_from, off_until)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
	on conflict (person_id) do update
	set page = $14
	returning id;

select id
	from supporter
	where person_id = $1
	for update;

select zone
	from person
	where id = $1;

update supporter
	set cooling_until = $1
	where person_id = $2
	returning id;

update supporter
	set off_from = $1, off_until = $2
	where person_id = $3
	returning id;

update supporter
	set open = $1
	where person_id = $2
	returning id;

update supporter
	set pairings = $1, new_a_week = $2, hours_a_week = $3, nights_a_week = $4, notice_hours = $5, ahead_days = $6, buffer_minutes = $7
	where person_id = $8
	returning id;

update supporter
	set resting = $1
	where person_id = $2
	returning id;

-- ── src/features/supporters/server/page.ts

select key_id
	from person
	where id = $1;

select person.id as "personId", supporter.page, sealing_key.id, sealing_key.master, sealing_key.wrapped
	from supporter
	inner join person on person.id = supporter.person_id
	inner join sealing_key on sealing_key.id = person.key_id
	where person.id in ($1);

-- ── src/features/supporters/server/personal.ts

delete from supporter
	where person_id = $1;

-- ── src/features/supporters/server/queries.ts

select id, supporter_id, first_on as "firstOn", last_on as "lastOn", to_char(from_time, 'HH24:MI') as
	from, to_char(until_time, 'HH24:MI') as until
	from supporter_exception
	where supporter_id in ($1)
	order by id;

select id, supporter_id, weekday, to_char(from_time, 'HH24:MI') as
	from, to_char(until_time, 'HH24:MI') as until
	from supporter_hours
	where supporter_id in ($1)
	order by weekday,
	from_time;

select supporter.*, person.nickname, person.age_band, to_char(off_from, 'HH24:MI') as "offFrom", to_char(off_until, 'HH24:MI') as "offUntil", exists (select from duty where duty.person_id = person.id and duty.duty = 'supporter') as asked
	from supporter
	inner join person on person.id = supporter.person_id
	where (supporter.open = $1 and person.age_band = $2 and person.id != $3 and not exists (select from block where (block.blocker_id = $4 and block.blocked_id = person.id) or (block.blocked_id = $5 and block.blocker_id = person.id)) and exists (select duty.duty from duty where duty.person_id = person.id and duty.duty = $6))
	order by supporter.resting, md5(supporter.id::text || $7::text)
	limit $8
	offset $9;

select supporter.*, person.nickname, person.age_band, to_char(off_from, 'HH24:MI') as "offFrom", to_char(off_until, 'HH24:MI') as "offUntil", exists (select from duty where duty.person_id = person.id and duty.duty = 'supporter') as asked
	from supporter
	inner join person on person.id = supporter.person_id
	where person.age_band = $1 and supporter.open = $2 and supporter.resting = $3;

select supporter.*, person.nickname, person.age_band, to_char(off_from, 'HH24:MI') as "offFrom", to_char(off_until, 'HH24:MI') as "offUntil", exists (select from duty where duty.person_id = person.id and duty.duty = 'supporter') as asked
	from supporter
	inner join person on person.id = supporter.person_id
	where supporter.id = $1;

select supporter.*, person.nickname, person.age_band, to_char(off_from, 'HH24:MI') as "offFrom", to_char(off_until, 'HH24:MI') as "offUntil", exists (select from duty where duty.person_id = person.id and duty.duty = 'supporter') as asked
	from supporter
	inner join person on person.id = supporter.person_id
	where supporter.open = $1 and person.id in (select person_id from duty where duty = $2)
	order by supporter.id;

select supporter.*, person.nickname, person.age_band, to_char(off_from, 'HH24:MI') as "offFrom", to_char(off_until, 'HH24:MI') as "offUntil", exists (select from duty where duty.person_id = person.id and duty.duty = 'supporter') as asked
	from supporter
	inner join person on person.id = supporter.person_id
	where supporter.open = $1 and supporter.resting = $2 and person.age_band = $3 and exists (select duty.duty from duty where duty.person_id = person.id and duty.duty = $4)
	limit $5;

select supporter.*, person.nickname, person.age_band, to_char(off_from, 'HH24:MI') as "offFrom", to_char(off_until, 'HH24:MI') as "offUntil", exists (select from duty where duty.person_id = person.id and duty.duty = 'supporter') as asked
	from supporter
	inner join person on person.id = supporter.person_id
	where supporter.person_id = $1;

-- ── src/features/tastes/server/ask-for-group.ts

insert into unmet_need (id, topic, language, at_time, format, words, key_id, made_on)
	values ($1, $2, $3, $4, $5, $6, $7, $8);

-- ── src/features/tastes/server/forget-needs.ts

delete from sealing_key
	where id in ($1);

delete from unmet_need
	where made_on < $1
	returning key_id;

-- ── src/features/tastes/server/needs.ts

select id, words, key_id
	from unmet_need
	where words is not null
	order by made_on desc
	limit $1;

select topic, language, at_time as time, format
	from unmet_need;

-- ── src/features/wishes/server/personal.ts

delete from wishes
	where person_id = $1;

delete from wishes_look
	where owner_id = $1;

select at, ground
	from wishes_look
	where looked_by = $1
	order by at;

update wishes_look
	set looked_by = $1
	where looked_by = $2;

-- ── src/features/wishes/server/queries.ts

select look.at, look.ground, person.nickname, alias.name as alias
	from wishes_look as look
	left join person on person.id = look.looked_by
	left join alias on alias.conversation_id = look.about and alias.person_id = look.looked_by
	where look.owner_id = $1
	order by look.at desc, look.id desc
	limit $2;

select supporter_may as supporter, stewards_may as stewards
	from wishes
	where person_id = $1;

-- ── src/features/wishes/server/versions.ts

select number, words, written_at as "writtenAt", person.key_id
	from wishes_version
	inner join person on person.id = wishes_version.person_id
	where person_id = $1
	order by number desc
	limit $2;

-- ── src/features/wishes/server/view-wishes.ts

insert into wishes_look (id, owner_id, looked_by, at, ground, about)
	values ($1, $2, $3, $4, $5, $6);

select person_id
	from wishes
	where person_id = $1 for share;

-- ── src/features/wishes/server/write-wishes.ts

delete from wishes
	where person_id = $1;

delete from wishes_version
	where person_id = $1 and number <= $2;

insert into wishes (person_id, supporter_may, stewards_may)
	values ($1, $2, $3)
	on conflict (person_id) do update
	set supporter_may = $4, stewards_may = $5;

insert into wishes_version (person_id, number, words, written_at)
	values ($1, $2, $3, $4);

select key_id
	from person
	where id = $1
	for update;

-- ── src/platform/db.ts

insert into event (id, at, actor_id, name, subject, data) select id, at, actor_id, name, subject, data
	from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::text[], $5::text[], $6::jsonb[]) as happened (id, at, actor_id, name, subject, data);

select 1;

select graphile_worker.add_job($1, $2::text::json, run_at => $3, job_key => $4);

select pg_notify('nudge', $1);

-- ── src/platform/live/hints.ts

select pg_notify('nudge', $1);

-- ── src/platform/rate-limit.ts

delete from rate_limit
	where window_ends < $1;

insert into rate_limit (key, window_ends, count)
	values ($1, $2, $3)
	on conflict (key) do update
	set count = case when rate_limit.window_ends <= $4 then 1 else rate_limit.count + 1 end, window_ends = case when rate_limit.window_ends <= $5 then excluded.window_ends else rate_limit.window_ends end
	returning count;

insert into rate_limit (key, window_ends, count) select key, $1::timestamptz as window_ends, 1 as count
	from unnest($2::bytea[]) as counted (key)
	on conflict (key) do update
	set count = case when rate_limit.window_ends <= $3 then 1 else rate_limit.count + 1 end, window_ends = case when rate_limit.window_ends <= $4 then excluded.window_ends else rate_limit.window_ends end;

select key, count
	from rate_limit
	where key = any($1::bytea[]) and window_ends > $2;

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
