/** Languages that are written from right to left. */
const rightToLeft = /^(ar|ckb|fa|he|ps|ur|yi)\b/;

/** A number among words that go the other way stays in the order in which it is dialled. */
export const numberTold = (number: string, locale: string): string =>
	rightToLeft.test(locale) ? `\u2066${number}\u2069` : number;
