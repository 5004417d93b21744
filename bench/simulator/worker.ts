import { parentPort } from 'node:worker_threads';
import { measure } from './measures.ts';
import { Organisation } from './organisation.ts';
import { policyNamed } from './policies.ts';
import type { Job } from './workers.ts';

/** A thread that plays one run after the other. Started by `workers.ts`. */
parentPort!.on('message', ({ run, policy, knobs }: Job) => {
	// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
	parentPort!.postMessage(measure(new Organisation(run, policyNamed(policy, knobs)).simulate(), run));
});
