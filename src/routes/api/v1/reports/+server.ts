import { endpoints } from '#composition';
import { answering } from '#web/api.ts';

export const { POST, fallback } = answering(endpoints, '/reports');
