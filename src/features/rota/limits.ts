/** How much one person holds at most. A week is Monday to Sunday on their own clock; a shift counts where it begins. */
export interface Limits {
	hoursAWeek: number;
	nightsAWeek: number;
	/** Hours between the end of one shift and the start of the next. */
	restHours: number;
}

/** What one person wants stricter; null is as for everyone. */
export type OwnLimits = { [Limit in keyof Limits]: number | null };

/** For everyone, until a coordinator says otherwise. The rest is that of Directive 2003/88/EC, article 3. */
export const usualLimits: Limits = { hoursAWeek: 12, nightsAWeek: 2, restHours: 11 };

export const noOwnLimits: OwnLimits = { hoursAWeek: null, nightsAWeek: null, restHours: null };

/** What holds for one person: their own limits only ever ask for less. */
export const limitsFor = (everyone: Limits, own: OwnLimits): Limits => ({
	hoursAWeek: Math.min(everyone.hoursAWeek, own.hoursAWeek ?? Infinity),
	nightsAWeek: Math.min(everyone.nightsAWeek, own.nightsAWeek ?? Infinity),
	restHours: Math.max(everyone.restHours, own.restHours ?? 0),
});
