/** A “no” with a reason a person can be told. The reason is a message key, without its feature’s prefix. */
export interface Refused<Reason extends string> {
	readonly refused: Reason;
}

export interface Allowed {
	readonly refused?: never;
}

/** What a rule answers. */
export type Ruling<Reason extends string = string> = Allowed | Refused<Reason>;

export const allowed: Allowed = Object.freeze({});

export const refuse = <Reason extends string>(refused: Reason): Refused<Reason> => ({ refused });
