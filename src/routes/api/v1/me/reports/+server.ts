import { endpoints } from '#composition';
import { answering } from '#web/api.ts';

export const { GET, fallback } = answering(endpoints, '/me/reports');
