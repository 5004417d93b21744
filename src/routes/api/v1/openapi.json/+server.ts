import { endpoints } from '#composition';
import { documentOf } from '#features/access/server/index.ts';
import { jsonOf, notThisWay } from '#web/api.ts';
import type { RequestHandler } from './$types.js';

let document: unknown;

export const GET: RequestHandler = () => jsonOf((document ??= documentOf(endpoints)));

export const fallback = notThisWay('GET, HEAD');
