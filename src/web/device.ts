const browsers: [RegExp, string][] = [
	[/Firefox|FxiOS/, 'Firefox'],
	[/Edg(e|A|iOS)?\//, 'Edge'],
	[/OPR\/|Opera/, 'Opera'],
	[/SamsungBrowser/, 'Samsung Internet'],
	[/Chrome|CriOS|Chromium/, 'Chrome'],
	[/Safari/, 'Safari'],
];

const systems: [RegExp, string][] = [
	[/Android/, 'Android'],
	[/iPhone|iPad|iOS/, 'iOS'],
	[/Windows/, 'Windows'],
	[/Mac OS|Macintosh/, 'Mac'],
	[/CrOS/, 'ChromeOS'],
	[/Linux/, 'Linux'],
];

/** “Firefox · Android”: enough to know one’s own sessions apart, and far too little to know a device by. */
export function deviceFrom(userAgent: string | null): string {
	const named = (from: [RegExp, string][]) => from.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
	return [named(browsers), named(systems)].filter(Boolean).join(' · ') || '?';
}
