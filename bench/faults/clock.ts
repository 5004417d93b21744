/** Given to the server’s Node by `--import`: its clock goes wrong by as many milliseconds as the file FAULT_CLOCK says. */
import { readFileSync } from 'node:fs';

const file = process.env.FAULT_CLOCK!;
const Real = Date;
let wrongBy = 0;

function look() {
	wrongBy = Number(readFileSync(file, 'utf8')) || 0;
}
look();
setInterval(look, 20).unref();

globalThis.Date = class extends Real {
	constructor(...given: [] | ConstructorParameters<DateConstructor>) {
		super(...((given.length === 0 ? [Real.now() + wrongBy] : given) as [number]));
	}

	static override now() {
		return Real.now() + wrongBy;
	}
} as DateConstructor;
