import { createHash } from 'node:crypto';
import { quickExitScript } from './quick-exit/script.ts';

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * Nothing from anywhere else, no inline script but the quick exit’s (by its hash), no HTML made from strings. A form
 * may lead to the page it was on, and nowhere else.
 */
const policy = ({ secure, keepsPage }: { secure: boolean; keepsPage: boolean }) =>
	[
		`default-src 'none'`,
		`script-src 'self' ${sha256(quickExitScript)}`,
		`style-src 'self'`,
		`img-src 'self'`,
		`connect-src 'self'`,
		`manifest-src 'self'`,
		`worker-src 'self'`,
		`form-action 'self'`,
		`base-uri 'none'`,
		`frame-ancestors 'none'`,
		`require-trusted-types-for 'script'`,
		// The page that stays on a device may make one address of a script: its keeper’s.
		`trusted-types ${keepsPage ? 'keeper' : "'none'"}`,
		...(secure ? ['upgrade-insecure-requests'] : []),
	].join('; ');

const everywhere: Record<string, string> = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	// With 'no-referrer' browsers send forms with `Origin: null`, which looks as if they came from somewhere else.
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'cross-origin-embedder-policy': 'require-corp',
	'permissions-policy':
		'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()',
	'x-robots-tag': 'noindex, nofollow',
};

/** For the one page that asks the browser where it is, once somebody presses. */
const withPosition = everywhere['permissions-policy']!.replace('geolocation=()', 'geolocation=(self)');

/** Two years, as preload lists ask for. Only said over https, where it means something. */
const HSTS = 'max-age=63072000; includeSubDomains';

/** The headers of every response, pages and files alike. */
export function protect(
	headers: { set(name: string, value: string): void },
	/** `open`: pages of others may use this. */
	{
		secure,
		open = false,
		asksPosition = false,
		keepsPage = false,
	}: { secure: boolean; open?: boolean; asksPosition?: boolean; keepsPage?: boolean },
) {
	for (const [name, value] of Object.entries(everywhere)) headers.set(name, value);
	if (open) headers.set('cross-origin-resource-policy', 'cross-origin');
	if (asksPosition) headers.set('permissions-policy', withPosition);
	headers.set('content-security-policy', policy({ secure, keepsPage }));
	if (secure) headers.set('strict-transport-security', HSTS);
}
