import type { Component } from 'svelte';
import Calendar from './icons/Calendar.svelte';
import Circles from './icons/Circles.svelte';
import Help from './icons/Help.svelte';
import Here from './icons/Here.svelte';
import Lamp from './icons/Lamp.svelte';
import Leave from './icons/Leave.svelte';
import Person from './icons/Person.svelte';
import Talk from './icons/Talk.svelte';

/** The drawings a place in the bar can be known by. */
export const ICONS = {
	here: Here,
	circles: Circles,
	talk: Talk,
	help: Help,
	leave: Leave,
	calendar: Calendar,
	person: Person,
	lamp: Lamp,
} satisfies Record<string, Component>;

export type IconName = keyof typeof ICONS;
