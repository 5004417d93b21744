/** A point on the globe, in degrees (WGS 84). */
export interface Point {
	latitude: number;
	longitude: number;
}

/** A stretch of the globe between two parallels and two meridians. */
export interface Box {
	south: number;
	north: number;
	west: number;
	east: number;
}

const EARTH = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres as the crow flies (haversine). */
export function distance(a: Point, b: Point): number {
	const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
	const h =
		half(b.latitude - a.latitude) +
		Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(b.longitude - a.longitude);
	return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Boxes that together hold everything within so many kilometres: two where the date line lies between. */
export function boxesAround({ latitude, longitude }: Point, km: number): Box[] {
	const up = (km / EARTH) * (180 / Math.PI) * 1.001;
	const [south, north] = [Math.max(-90, latitude - up), Math.min(90, latitude + up)];
	// Near a pole every meridian is near.
	const widest = Math.max(Math.abs(latitude - up), Math.abs(latitude + up));
	const sine = Math.sin(radians(up)) / Math.cos(radians(latitude));
	if (widest >= 90 || sine >= 1) return [{ south, north, west: -180, east: 180 }];
	const aside = (Math.asin(sine) * 180) / Math.PI;
	const [west, east] = [longitude - aside, longitude + aside];
	if (west < -180)
		return [
			{ south, north, west: -180, east },
			{ south, north, west: west + 360, east: 180 },
		];
	if (east > 180)
		return [
			{ south, north, west, east: 180 },
			{ south, north, west: -180, east: east - 360 },
		];
	return [{ south, north, west, east }];
}
