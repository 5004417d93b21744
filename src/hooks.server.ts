import { sequence, type Handle, type HandleServerError } from '@sveltejs/kit/hooks';
import { traceOf } from '#platform/log.ts';
import { passesByItself } from '#platform/passing.ts';
import { theApp } from '#web/app.ts';
import { isForPrograms } from '#web/api.ts';
import { begin } from '#web/begin.ts';
import { finish } from '#web/finish.ts';
import { stayAway } from '#web/quick-exit/stay-away.ts';
import { findPerson } from '#web/find-person.ts';
import { isOpen } from '#web/open.ts';
import { readAs } from '#web/read-as.ts';

const forPeople = sequence(stayAway, findPerson, readAs);

/**
 * Programs come with a token, or not at all, and what is open to everybody is the same for everybody: nobody asks what
 * their cookies say, and none are set.
 */
const comeIn: Handle = (visit) =>
	isForPrograms(visit.event) || isOpen(visit.event) ? visit.resolve(visit.event) : forPeople(visit);

export const handle: Handle = sequence(begin, finish, comeIn);

/** Something broke. The log gets where, the person gets a reference, and neither gets what was being said. */
export const handleError: HandleServerError = ({ error, event, kind }) => {
	if (kind !== 'unknown') return;
	const { log } = theApp();
	const reference = event.locals.requestId;
	if (passesByItself(error)) {
		event.locals.later = true;
		log.warn({ request: reference, route: event.route.id, error: traceOf(error) }, 'later');
		return { reference };
	}
	log.error({ request: reference, route: event.route.id, error: traceOf(error) }, 'broken');
	return { reference };
};
