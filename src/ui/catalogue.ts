import type { Component } from 'svelte';
import Avatar from './Avatar.svelte';
import { states as avatar } from './Avatar.states.ts';
import Bar from './Bar.svelte';
import { states as bar } from './Bar.states.ts';
import Button from './Button.svelte';
import { states as button } from './Button.states.ts';
import Chairs from './Chairs.svelte';
import { states as chairs } from './Chairs.states.ts';
import Choice from './Choice.svelte';
import { states as choice } from './Choice.states.ts';
import Dialog from './Dialog.svelte';
import { states as dialog } from './Dialog.states.ts';
import EmptyState from './EmptyState.svelte';
import { states as emptyState } from './EmptyState.states.ts';
import Facts from './Facts.svelte';
import { states as facts } from './Facts.states.ts';
import Field from './Field.svelte';
import { states as field } from './Field.states.ts';
import Fold from './Fold.svelte';
import { states as fold } from './Fold.states.ts';
import Leave from './Leave.svelte';
import { states as leave } from './Leave.states.ts';
import List from './List.svelte';
import { states as list } from './List.states.ts';
import Moment from './Moment.svelte';
import { states as moment } from './Moment.states.ts';
import Notice from './Notice.svelte';
import { states as notice } from './Notice.states.ts';
import Page from './Page.svelte';
import { states as page } from './Page.states.ts';
import Pagination from './Pagination.svelte';
import { states as pagination } from './Pagination.states.ts';
import Problems from './Problems.svelte';
import { states as problems } from './Problems.states.ts';
import Ring from './Ring.svelte';
import { states as ring } from './Ring.states.ts';
import { states as row } from './Row.states.ts';
import { states as sitter } from './Sitter.states.ts';
import Stack from './Stack.svelte';
import { states as stack } from './Stack.states.ts';
import Tabs from './Tabs.svelte';
import { states as tabs } from './Tabs.states.ts';
import Window from './Window.svelte';
import { states as window } from './Window.states.ts';

/** One component in every state it has a name for. */
export interface Shown {
	name: string;
	component: Component;
	states: readonly { name: string; props: Record<string, unknown>; dir: 'ltr' | 'rtl' }[];
	/** `frame` for what fills a whole page, and so is shown alone. */
	fills: 'part' | 'frame';
}

const show = <Props extends Record<string, unknown>>(
	name: string,
	component: Component<Props>,
	states: Record<string, Props>,
	fills: Shown['fills'] = 'part',
): Shown => ({
	name,
	component: component as Component,
	states: Object.entries(states).map(([state, props]) => ({
		name: state,
		props,
		dir: state.startsWith('right to left') ? 'rtl' : 'ltr',
	})),
	fills,
});

/** Every component in every named state. A state called "right to left" is shown that way. */
export const catalogue: readonly Shown[] = [
	show('Ring', Ring, ring),
	show('Window', Window, window),
	show('Chairs', Chairs, chairs),
	show('Sitters', Avatar, sitter),
	show('Avatar', Avatar, avatar),
	show('Button', Button, button),
	show('Field', Field, field),
	show('Choice', Choice, choice),
	show('Problems', Problems, problems),
	show('Notice', Notice, notice),
	show('Dialog', Dialog, dialog),
	show('Fold', Fold, fold),
	show('Moment', Moment, moment),
	show('EmptyState', EmptyState, emptyState),
	show('Tabs', Tabs, tabs),
	show('List', List, list),
	show('Row', List, row),
	show('Facts', Facts, facts),
	show('Pagination', Pagination, pagination),
	show('Stack', Stack, stack),
	show('Bar', Bar, bar, 'frame'),
	show('Leave', Leave, leave, 'frame'),
	show('Page', Page, page, 'frame'),
];
