/**
 * A whole client of the live protocol (docs/live.md) in plain Node or any browser: hears everything that is said in one
 * place, once and in order, however often the connection is lost.
 *
 *   node docs/live-client.ts https://peers.example circle:0198… 's=SESSION'
 */
interface Line {
	place: number;
	change: number;
	author: { name: string };
	body: string;
}
type Frame = { topic: string } & (
	{ from: number; to: number; lines: Line[] } | { change: number } | { writing: object } | { closed: true }
);

export function follow(origin: string, topic: string, cookie: string, hear: (line: Line) => void, after = 0) {
	const address = `${origin.replace(/^http/, 'ws')}/live`;
	let [known, pause, ended] = [after, 500, false];
	let socket: WebSocket;
	open();
	return () => ((ended = true), socket.close());

	function open() {
		// A browser sends its cookies and its origin by itself.
		socket = new WebSocket(address, { headers: { cookie, origin } } as never);
		socket.addEventListener('open', watch);
		socket.addEventListener('message', ({ data }) => read(JSON.parse(String(data)) as Frame));
		socket.addEventListener('close', ({ code }) => {
			ended ||= code === 4401;
			if (!ended) setTimeout(open, pause * (0.5 + Math.random()));
			pause = Math.min(20_000, pause * 1.3);
		});
	}

	function watch() {
		socket.send(JSON.stringify({ watch: topic, after: known }));
	}

	function read(frame: Frame) {
		pause = 500;
		if ('closed' in frame) return ((ended = true), socket.close());
		if ('writing' in frame) return;
		// Something did not come: from what is known on, once more.
		if (('from' in frame ? frame.from : frame.change) > known) return watch();
		if (!('lines' in frame)) return;
		frame.lines.filter(({ change }) => change > known).forEach(hear);
		known = Math.max(known, frame.to);
	}
}

if (import.meta.main) {
	const [origin = '', topic = '', cookie = ''] = process.argv.slice(2);
	follow(origin, topic, cookie, ({ author, body }) => console.log(`${author.name}: ${body}`));
}
