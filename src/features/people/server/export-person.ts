import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Personal } from '#platform/personal.ts';
import { dayOf } from '#platform/time.ts';
import type { Vault } from '#platform/vault.ts';

/** Everything kept about somebody and written by them, feature by feature. `personal` is the composition’s list. */
export async function exportPerson(
	db: Reader,
	vault: Vault,
	personId: PersonId,
	personal: readonly Personal[],
	now: Date,
): Promise<Record<string, unknown>> {
	const told: Record<string, unknown> = { exportedOn: dayOf(now) };
	for (const feature of personal) told[feature.feature] = await feature.export(db, vault, personId);
	return told;
}
