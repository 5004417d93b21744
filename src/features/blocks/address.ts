import { inAddress } from '#features/reports/address.ts';

/** Where one blocks somebody whom one knows by this: `alias:0198…`. The first press leads here; the second is on that page. */
export const blockAddress = (who: string) => `/me/blocks/new?who=${inAddress(who)}`;
