import type { Id } from '#platform/ids.ts';

export type ProposalId = Id<'proposal'>;
export type RemarkId = Id<'remark'>;

/** What somebody does for an organisation or region: an editor proposes, a maintainer decides. */
export const roles = ['editor', 'maintainer'] as const;
export type Role = (typeof roles)[number];

/** What a reader can say has changed. */
export const changes = ['time', 'place', 'gone', 'other'] as const;
export type WhatChanged = (typeof changes)[number];

/** Days after which listings are asked about, unless their body says otherwise. */
export const ASK_EVERY = 60;
