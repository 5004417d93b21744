import { endpoints } from '#composition';
import { answering } from '#web/api.ts';

export const { GET, PATCH, DELETE, fallback } = answering(endpoints, '/pairings/{pairing}/messages/{place}');
