import { endpoints } from '#composition';
import { answering } from '#web/api.ts';

export const { GET, POST, fallback } = answering(endpoints, '/pairings/{pairing}/sessions');
