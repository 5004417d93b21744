import { countryLines } from './all.ts';

/** What to dial in a country (ISO 3166-1) when somebody is in danger of their life; undefined where we do not know. */
export function emergencyIn(country: string | null): string | undefined {
	const numbers = countryLines.find((lines) => lines.country === country)?.emergency ?? [];
	return (numbers.find(({ what }) => what === 'all') ?? numbers.find(({ what }) => what === 'ambulance'))
		?.dial;
}

/** Every number of a line, to call or to write to: what anybody may give to anybody. */
export const numbersOfLines: readonly string[] = countryLines.flatMap(({ lines }) =>
	lines.flatMap(({ dial, sms }) => [dial, sms?.to].filter((number) => number != null)),
);
