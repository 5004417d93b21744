import { endpoints } from '#composition';
import { answering } from '#web/api.ts';

export const { GET, POST, DELETE, fallback } = answering(endpoints, '/now');
