import { Worker } from 'node:worker_threads';
import type { Knobs } from '#features/matching/weight.ts';
import type { Measures } from './measures.ts';
import type { Run } from './organisation.ts';
import type { PolicyName } from './policies.ts';

/** One run to play. */
export interface Job {
	run: Run;
	policy: PolicyName;
	knobs: Knobs;
}

/** Some threads that take one run after the other. */
export class Workers {
	private readonly idle: Worker[];
	private readonly all: readonly Worker[];
	private readonly jobs: { job: Job; done: (measures: Measures) => void; failed: (error: Error) => void }[] =
		[];

	constructor(many: number) {
		this.all = Array.from({ length: many }, () => new Worker(new URL('./worker.ts', import.meta.url)));
		this.idle = [...this.all];
	}

	run(job: Job): Promise<Measures> {
		return new Promise((done, failed) => {
			this.jobs.push({ job, done, failed });
			this.next();
		});
	}

	async end(): Promise<void> {
		await Promise.all(this.all.map((worker) => worker.terminate()));
	}

	private next(): void {
		const worker = this.idle.pop();
		if (!worker) return;
		const job = this.jobs.shift();
		if (!job) {
			this.idle.push(worker);
			return;
		}
		worker.removeAllListeners();
		worker.once('error', job.failed);
		worker.once('message', (measures: Measures) => {
			this.idle.push(worker);
			job.done(measures);
			this.next();
		});
		// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
		worker.postMessage(job.job);
	}
}
