import type { ComponentProps } from 'svelte';
import type Moment from './Moment.svelte';

const at = new Date('2026-11-26T19:00:00Z');

export const states = {
	time: { at, locale: 'en', zone: 'Europe/London', form: 'time' },
	day: { at, locale: 'en', zone: 'Europe/London', form: 'day' },
	'day and time': { at, locale: 'es', zone: 'Europe/Madrid' },
	'on two clocks': { at, locale: 'en', zone: 'Europe/London', otherZone: 'America/New_York' },
	'on two clocks, two days': { at, locale: 'es', zone: 'America/Lima', otherZone: 'Pacific/Auckland' },
	complete: { at, locale: 'en', zone: 'Europe/London', form: 'relative-free' },
	'right to left': { at, locale: 'ar', zone: 'Africa/Cairo' },
} satisfies Record<string, ComponentProps<typeof Moment>>;
