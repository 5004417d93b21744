import type { ListingId, ServiceBodyId } from '#features/directory/events.ts';
import { fact } from '#platform/event.ts';
import type { PersonId } from '#platform/ids.ts';
import type { ProposalId } from './keeping.ts';

type About = { bodyId: ServiceBodyId };
type Which = About & { listingId: ListingId };
const body = ({ bodyId }: About) => `service-body:${bodyId}`;

export const bodyOpened = fact<About>('keeping.body-opened', body);
export const bodyChanged = fact<About>('keeping.body-changed', body);
export const roleGiven = fact<About & { personId: PersonId; role: string }>('keeping.role-given', body);
export const roleTaken = fact<About & { personId: PersonId }>('keeping.role-taken', body);

export const listingKept = fact<Which>('keeping.listing-kept', body);
export const listingTakenOff = fact<Which>('keeping.listing-taken-off', body);
export const listingBroughtBack = fact<Which>('keeping.listing-brought-back', body);
export const listingConfirmed = fact<Which>('keeping.listing-confirmed', body);

/** Those who keep these listings are asked whether they are still so. */
export const confirmationsAsked = fact<About & { listings: number }>('keeping.confirmations-asked', body);

type Proposed = About & { proposalId: ProposalId };
export const changeProposed = fact<Proposed>('keeping.change-proposed', body);
export const proposalApproved = fact<Proposed>('keeping.proposal-approved', body);
export const proposalDeclined = fact<Proposed>('keeping.proposal-declined', body);

/** A reader said that something has changed. Nobody knows who. */
export const changeRemarked = fact<Which>('keeping.change-remarked', body);
