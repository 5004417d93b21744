import { endpoints } from '#composition';
import { answering } from '#web/api.ts';

export const { DELETE, fallback } = answering(endpoints, '/circles/{circle}/wait');
