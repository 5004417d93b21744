import type { Duty } from '#features/people/person.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Sealed } from '#platform/seal.ts';
import type { RotaId, RotaKind, ShiftId, ShiftPatternId, SwapId } from '../rota.ts';

declare module '#platform/db.ts' {
	interface Tables {
		rota: {
			id: RotaId;
			slug: string;
			name: string;
			kind: RotaKind;
			zone: string;
			held_by: Duty[];
			least: number;
			one_per: number | null;
			spare: number;
			night_from: string;
			night_until: string;
			opened_at: Date;
			closed_at: Date | null;
		};
		shift_pattern: {
			id: ShiftPatternId;
			rota_id: RotaId;
			rule: string;
			since: string;
			at: string;
			until: string;
			expected: number | null;
			made_at: Date;
		};
		shift: {
			id: ShiftId;
			rota_id: RotaId;
			pattern_id: ShiftPatternId | null;
			starts_at: Date;
			ends_at: Date;
			expected: number | null;
			called_off_at: Date | null;
		};
		sign_up: {
			shift_id: ShiftId;
			person_id: PersonId;
			starts_at: Date;
			ends_at: Date;
			signed_up_at: Date;
			ended_at: Date | null;
			sequence: number;
			put_on_by: PersonId | null;
			put_on_because: Sealed | null;
			cover_asked_at: Date | null;
			cover_word: Sealed | null;
		};
		regular_holder: { pattern_id: ShiftPatternId; person_id: PersonId; since: Date };
		swap: {
			id: SwapId;
			offered_shift: ShiftId;
			offered_by: PersonId;
			wanted_shift: ShiftId;
			asked_of: PersonId;
			asked_at: Date;
		};
		shift_limits: { one: true; hours_a_week: number; nights_a_week: number; rest_hours: number };
		own_shift_limits: {
			person_id: PersonId;
			hours_a_week: number | null;
			nights_a_week: number | null;
			rest_hours: number | null;
		};
		calendar_link: { person_id: PersonId; digest: Buffer; made_on: string };
	}
}
