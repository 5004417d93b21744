import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes begin first, so that none of them is still going when all others are done. The longest first. */
export const longFirst = (...names: string[]) =>
	class extends BaseSequencer {
		override async sort(files: TestSpecification[]) {
			const rank = ({ moduleId }: TestSpecification) => {
				const place = names.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
				return place < 0 ? names.length : place;
			};
			return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
		}
	};
