import type { ComponentProps } from 'svelte';
import type Pagination from './Pagination.svelte';

export const states = {
	'the first page': {
		label: 'Meetings, at the start',
		where: 'Page 1 of 7',
		next: { href: '?page=2', label: 'Later' },
	},
	'in the middle': {
		label: 'Meetings, in the middle',
		where: 'Page 2 of 7',
		previous: { href: '?page=1', label: 'Earlier' },
		next: { href: '?page=3', label: 'Later' },
	},
	'the only page': { label: 'Meetings' },
	'right to left': {
		label: 'اللقاءات',
		previous: { href: '?page=1', label: 'السابق' },
		next: { href: '?page=3', label: 'التالي' },
	},
} satisfies Record<string, ComponentProps<typeof Pagination>>;
