import { endpoints } from '#composition';
import { answering } from '#web/api.ts';

export const { POST, DELETE, fallback } = answering(endpoints, '/rooms/{room}/presence');
