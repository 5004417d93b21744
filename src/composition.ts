import type { AnyJob, Reaction } from '#platform/job.ts';
import type { Personal } from '#platform/personal.ts';
import type { Reportable } from '#platform/reportable.ts';
import type { Topic } from '#platform/topic.ts';
import * as access from '#features/access/server/index.ts';
import type { Endpoint } from '#features/access/server/index.ts';
import * as attention from '#features/attention/server/index.ts';
import * as audit from '#features/audit/server/index.ts';
import * as asking from '#features/asking/server/index.ts';
import * as breakGlass from '#features/break-glass/server/index.ts';
import * as blocks from '#features/blocks/server/index.ts';
import * as circleMode from '#features/circle-mode/server/index.ts';
import * as circles from '#features/circles/server/index.ts';
import * as conversations from '#features/conversations/server/index.ts';
import type { Home } from '#features/conversations/server/index.ts';
import * as desk from '#features/desk/server/index.ts';
import * as directory from '#features/directory/server/index.ts';
import type { Listable } from '#features/directory/server/index.ts';
import * as ladder from '#features/ladder/server/index.ts';
import * as help from '#features/help/server/index.ts';
import * as keeping from '#features/keeping/server/index.ts';
import * as notices from '#features/notices/server/index.ts';
import * as pairings from '#features/pairings/server/index.ts';
import * as people from '#features/people/server/index.ts';
import * as reports from '#features/reports/server/index.ts';
import * as rooms from '#features/rooms/server/index.ts';
import * as rota from '#features/rota/server/index.ts';
import * as sitWithMe from '#features/sit-with-me/server/index.ts';
import * as sessions from '#features/sessions/server/index.ts';
import * as supporters from '#features/supporters/server/index.ts';
import * as tastes from '#features/tastes/server/index.ts';
import * as wishes from '#features/wishes/server/index.ts';
import { forgetRateLimits } from '#platform/rate-limit.ts';

/** The places of our own that can be found beside the meetings elsewhere. */
const listables: readonly Listable[] = [circles.listable, rooms.listable];
const places = directory.followPlaces(listables);

/** The product on one page: what each feature hands to everything that must reach into every feature. */
export const jobs: readonly AnyJob[] = [
	...people.jobs,
	...access.jobs,
	...circles.jobs,
	...circleMode.jobs,
	...asking.jobs,
	...rota.jobs,
	...rooms.jobs,
	...places.jobs,
	...sitWithMe.jobs,
	...keeping.jobs,
	...directory.jobs,
	...tastes.jobs,
	...notices.jobs,
	...ladder.jobs,
	...pairings.jobs,
	...sessions.jobs,
	...attention.jobs,
	...conversations.jobs,
	...desk.jobs,
	...breakGlass.jobs,
	...reports.jobs,
	...help.jobs,
	forgetRateLimits,
];

export const reactions: readonly Reaction[] = [
	...circles.reactions,
	...circleMode.reactions,
	...asking.reactions,
	...rota.reactions,
	...rooms.reactions,
	...sitWithMe.reactions,
	...places.reactions,
	...pairings.reactions,
	...conversations.reactions,
	...desk.reactions,
	...reports.reactions,
	...audit.reactions,
	...help.reactions,
];

/** Whose places have conversations. */
export const homes: readonly Home[] = [
	circles.circleHome,
	rooms.roomHome,
	rooms.asideHome,
	pairings.pairingHome,
	sessions.backupHome,
];

export const topics: readonly Topic[] = [
	...homes.map(conversations.conversationTopic),
	circleMode.sittingTopic,
	...rooms.topics,
	...sitWithMe.topics,
	pairings.sessionTopic,
	sessions.callsTopic,
	desk.deskTopic,
];

/** What waits to be read before it is delivered, for those who hold its place. */
export const held = conversations.heldDesk(homes);

export const reportables: readonly Reportable[] = desk.knowReportables([
	conversations.messageReportable(homes),
	conversations.aliasReportable(homes),
	circles.circleReportable,
	rooms.roomReportable,
	supporters.supporterReportable,
	directory.listingReportable,
]);

/** What programs can do with a token: every endpoint below `/api/v1`. */
export const endpoints: readonly Endpoint[] = [
	...people.endpoints,
	...circles.endpoints,
	...rooms.endpoints,
	...asking.endpoints,
	...sitWithMe.endpoints,
	...pairings.endpoints,
	...reports.endpoints,
];

/** By what people know each other, wherever they meet. */
export const blockables: readonly blocks.Blockable[] = [
	conversations.aliasBlockable(homes),
	supporters.supporterBlockable,
	rota.shiftBlockable,
	asking.cardBlockable,
	sitWithMe.waitingBlockable,
];

/** In the order in which a person is erased: the account itself goes last. */
export const personal: readonly Personal[] = [
	circleMode.personal,
	circles.personal,
	rooms.personal,
	asking.personal,
	sitWithMe.personal,
	wishes.personal,
	help.personal,
	sessions.personal,
	pairings.personal,
	attention.personal,
	conversations.personal(homes),
	reports.personal,
	desk.personal,
	breakGlass.personal,
	rota.personal,
	blocks.personal,
	keeping.personal,
	directory.personal,
	supporters.personal,
	ladder.personal,
	notices.personal,
	access.personal,
	audit.personal,
	people.personal,
];
