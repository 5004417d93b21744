/**
 * Asks the browser where it is, once somebody presses, and goes to what is near. What is sent is rounded to about five
 * kilometres, so it names a neighbourhood and not a door.
 */
const COARSE = 0.05;
const PATIENCE = 10_000;

const here = document.querySelector<HTMLElement>('[data-here]');
const button = here?.querySelector('button');
if (here && button && 'geolocation' in navigator) {
	here.hidden = false;
	button.addEventListener('click', () =>
		navigator.geolocation.getCurrentPosition(go, say, { timeout: PATIENCE }),
	);
}

const rounded = (degrees: number) => (Math.round(degrees / COARSE) * COARSE).toFixed(2);

function go({ coords: { latitude, longitude } }: GeolocationPosition) {
	const query = new URLSearchParams(here?.dataset.rest);
	query.set('at', `${rounded(latitude)},${rounded(longitude)}`);
	location.assign(`${here?.dataset.find ?? '/find'}?${query.toString()}`);
}

function say() {
	const no = here?.querySelector<HTMLElement>('[data-no]');
	if (no) no.hidden = false;
}
