import type { RequestEvent } from '@sveltejs/kit';

/**
 * What stays open to somebody who is shut out: why, until when and how to appeal, help, their own data, leaving, and what is no
 * place but an address of ours. Everything else leads to the first of these.
 */
const open =
	/^\/(me\/(measures|data|export|erase|confirm)|help|leave|sign-out|language|discreet|about|changed|transparency|healthz)(\/|$)/;

export const isForTheShutOut = ({ route }: Pick<RequestEvent, 'route'>) => !route.id || open.test(route.id);
