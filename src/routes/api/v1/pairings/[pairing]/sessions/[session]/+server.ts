import { endpoints } from '#composition';
import { answering } from '#web/api.ts';

export const { PATCH, DELETE, fallback } = answering(endpoints, '/pairings/{pairing}/sessions/{session}');
