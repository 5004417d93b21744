import { endpoint, type Asked, type Endpoint } from '#features/access/server/index.ts';
import { topicOf } from '#features/conversations/conversation.ts';
import {
	aliasIn,
	conversationEndpoints,
	inPlace,
	sentencesOf,
	type ReaderOfLines,
} from '#features/conversations/server/index.ts';
import type { Reader } from '#platform/db.ts';
import type { Refused, Ruling } from '#platform/ruling.ts';
import type { CircleId } from '../circle.ts';
import { may, type Standing } from '../policy.ts';
import {
	AcceptedSchema,
	AgreementsBody,
	AskBody,
	CircleSchema,
	CirclesSchema,
	LeftSchema,
	MeetingsSchema,
	MyMeetingsSchema,
	ObservingSchema,
	SeatSchema,
} from '../schemas.ts';
import { acceptAgreements } from './accept-agreements.ts';
import { editMessage } from './edit-message.ts';
import { joinCircle } from './join-circle.ts';
import { leaveCircle } from './leave-circle.ts';
import { leaveLine } from './leave-line.ts';
import { observeCircle, stopObserving } from './observe-circle.ts';
import { sayInCircle } from './post-message.ts';
import { circleBySlug, circleIdOf, circlesOf, countsIn, meetingsAhead, meetingsOf } from './queries.ts';
import { resonate } from './resonate.ts';
import { standingIn } from './standing.ts';

const circle = '/circles/{circle}';
const sentence = sentencesOf('circles.refused');
const reads = { scope: 'circles:read', sentence } as const;
const writes = { scope: 'circles:write', sentence } as const;
const meetings = { scope: 'meetings:read', sentence } as const;

const standingOf = ({ db, me, now }: Asked, id: CircleId) => standingIn(db, id, me, now);

const door = {
	idOf: (db: Reader, { circle: slug = '' }: Asked['params']) => circleIdOf(db, slug),
	mayFind: async (asked: Asked, id: CircleId) => may.find(await standingOf(asked, id)),
};

/** The conversation of a circle, for programs. */
const conversation = conversationEndpoints({
	...door,
	under: circle,
	reads: reads.scope,
	writes: writes.scope,
	refusals: [
		'not-found',
		'not-seated',
		'circle-resting',
		'agreements-first',
		'asked-to-pause',
		'piece-is-out',
	],
	sentences: 'circles.refused',
	async readerIn(asked, id): Promise<ReaderOfLines | Refused<'not-found' | 'not-seated'>> {
		const standing = await standingOf(asked, id);
		const ruling = may.read(standing);
		if (ruling.refused) return { refused: ruling.refused };
		const alias = await aliasIn(asked.db, id, asked.me.id);
		return { personId: asked.me.id, aliasId: alias?.id, host: !may.host(standing).refused };
	},
	post: ({ spine, me, now }, circleId, saying) =>
		sayInCircle(spine, circleId, { ...saying, by: me.id, at: now }),
	edit: (tx, circleId, editing) => editMessage(tx, { circleId, ...editing }),
	resonate: (tx, circleId, answer) => resonate(tx, { circleId, ...answer }),
});

/** What programs can do in circles: what the pages can, by the same operations. */
export const endpoints: readonly Endpoint[] = [
	endpoint({
		...reads,
		method: 'GET',
		path: '/circles',
		does: 'The circles this person sits in, observes or waits for.',
		answers: CirclesSchema,
		async run({ db, me, now }) {
			const circles = await circlesOf(db, me.id, now);
			return {
				circles: circles.map((card) => ({
					...card,
					me: { role: card.role, observing: card.observingSince !== null, waiting: card.waitState },
				})),
			};
		},
	}),
	endpoint({
		...reads,
		method: 'GET',
		path: circle,
		does: 'A circle, and where this person stands in it.',
		answers: CircleSchema,
		async run(asked) {
			const { db, me, params } = asked;
			const found = await circleBySlug(db, params.circle ?? '');
			const standing = found && (await standingOf(asked, found.id));
			if (!standing || may.find(standing).refused) return undefined;
			return circleFor(db, found, standing, (await aliasIn(db, found.id, me.id))?.id ?? null);
		},
	}),
	endpoint({
		...writes,
		method: 'POST',
		path: `${circle}/seat`,
		does: 'Asks for a seat, or takes the one that is offered.',
		body: AskBody,
		answers: SeatSchema,
		refusals: [
			'not-found',
			'not-signed-in',
			'already-seated',
			'circle-closed',
			'invitation-needed',
			'other-age-band',
			'kept-out',
			'nobody-to-answer',
		],
		run: (asked) => inPlace(door, asked, (id) => asked.transact((tx) => joinCircle(tx, id, asked.body))),
	}),
	endpoint({
		...writes,
		method: 'DELETE',
		path: `${circle}/seat`,
		does: 'Gives one’s seat up. What one said stays.',
		answers: LeftSchema,
		refusals: ['not-seated', 'last-host'],
		run: (asked) =>
			inPlace(door, asked, async (id) => left(await asked.transact((tx) => leaveCircle(tx, id)))),
	}),
	endpoint({
		...writes,
		method: 'DELETE',
		path: `${circle}/wait`,
		does: 'Stops waiting, or says no to an offered seat.',
		answers: LeftSchema,
		refusals: ['not-waiting'],
		run: (asked) => inPlace(door, asked, async (id) => left(await asked.transact((tx) => leaveLine(tx, id)))),
	}),
	endpoint({
		...writes,
		method: 'POST',
		path: `${circle}/observing`,
		does: 'Sits in without a seat.',
		body: AskBody,
		answers: ObservingSchema,
		refusals: ['not-found', 'not-signed-in', 'already-seated', 'observers-not-welcome'],
		run: (asked) => inPlace(door, asked, (id) => asked.transact((tx) => observeCircle(tx, id, asked.body))),
	}),
	endpoint({
		...writes,
		method: 'DELETE',
		path: `${circle}/observing`,
		does: 'Sits in no more.',
		answers: ObservingSchema,
		run: async (asked) => {
			const id = await door.idOf(asked.db, asked.params);
			if (!id || (await door.mayFind(asked, id)).refused) return undefined;
			return asked.transact((tx) => stopObserving(tx, id));
		},
	}),
	endpoint({
		...writes,
		method: 'POST',
		path: `${circle}/agreements`,
		does: 'Accepts the agreements as they were read, by their version.',
		body: AgreementsBody,
		answers: AcceptedSchema,
		refusals: ['not-found', 'not-seated', 'agreements-changed'],
		run: (asked) =>
			inPlace(door, asked, (id) =>
				asked.transact((tx) => acceptAgreements(tx, { circleId: id, ...asked.body })),
			),
	}),
	endpoint({
		...meetings,
		method: 'GET',
		path: `${circle}/meetings`,
		does: 'The next six meetings of a circle; those called off are among them.',
		answers: MeetingsSchema,
		async run(asked) {
			const { db, now, params } = asked;
			const id = await door.idOf(db, params);
			if (!id || (await door.mayFind(asked, id)).refused) return undefined;
			const ahead = await meetingsAhead(db, id, now);
			return { meetings: ahead.map(asToldOf) };
		},
	}),
	endpoint({
		...meetings,
		method: 'GET',
		path: '/meetings',
		does: 'The next fifty meetings of the circles this person sits in or observes.',
		answers: MyMeetingsSchema,
		async run({ db, me, now }) {
			const ahead = await meetingsOf(db, me.id, now);
			return {
				meetings: ahead.map(({ slug, name, ...meeting }) => ({
					...asToldOf(meeting),
					circle: { slug, name },
				})),
			};
		},
	}),
	...conversation,
];

type Found = NonNullable<Awaited<ReturnType<typeof circleBySlug>>>;

async function circleFor(db: Reader, found: Found, standing: Standing, alias: string | null) {
	const { seats, observers, waiting } = await countsIn(db, found.id);
	const { seat, wait, observing, acceptedVersion } = standing;
	const why = ({ refused }: Ruling) => refused ?? null;
	return {
		...found,
		agreements: {
			text: found.agreements,
			version: found.agreementsVersion,
			accepted: acceptedVersion >= found.agreementsVersion,
		},
		seats,
		observers,
		waiting,
		topic: topicOf('circle', found.id),
		change: found.lastChange,
		me: {
			id: alias,
			role: seat?.role ?? null,
			observing,
			waiting: wait?.state ?? null,
			quietUntil: seat?.quietUntil ?? null,
		},
		may: {
			read: why(may.read(standing)),
			speak: why(may.speak(standing)),
			askForSeat: why(may.askForSeat(standing)),
			observe: why(may.observe(standing)),
		},
	};
}

/** The rule for leaving answers in a wider type than what is told. */
const left = <Reason extends string>(outcome: { left: boolean } | Refused<Reason>) =>
	'refused' in outcome ? outcome : { left: true as const };

const asToldOf = <Ahead extends { calledOffAt: Date | null }>({ calledOffAt, ...meeting }: Ahead) => ({
	...meeting,
	calledOff: calledOffAt !== null,
});
