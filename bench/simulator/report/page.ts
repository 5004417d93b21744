import type { Knobs } from '#features/matching/weight.ts';
import { behaviour } from '../behaviour.ts';
import { gates, reached } from '../gates.ts';
import type { Measures } from '../measures.ts';
import type { Finding, Scope } from '../study.ts';
import { chart, mark, type Line } from './chart.ts';
import { style } from './style.ts';
import { knobTellings, tellings } from './wording.ts';

/** Everything a report is made of. */
export interface Report {
	scope: Scope;
	/** Each policy at each load, ours first. */
	findings: readonly Finding[];
	knobLoad: number;
	knobs: readonly { knob: keyof Knobs; by: number; finding: Finding }[];
	spreadOut: readonly Finding[];
}

/** The report as one page: no script, nothing from elsewhere, light and dark. */
export function page(report: Report): string {
	const loads = [...new Set(report.findings.map(({ load }) => load))];
	const policies = [...new Set(report.findings.map(({ policy }) => policy))];
	const { scope } = report;
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bringing people together: five ways compared</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Bringing people together</h1>
<p class="lead">Five ways to pair people who ask for support with peer supporters, tried on the same made-up organisation: ${scope.supporters} supporters, ${scope.days} days, ${scope.seeds} times with different people. Nobody real is in this.</p>
<p>Load is what is asked for, as a part of what all supporters together can carry: at 1.0 every place is needed. The first ten days fill the organisation and are not counted. Whoever leaves without a pairing counts as waiting until the end. Thin lines are 95 % intervals.</p>
<section>
${legend(policies)}
<div class="charts">
${(['withinADay', 'score', 'worstLanguage', 'worstIdentity', 'again', 'gini'] as const).map((measure) => comparison(measure, report.findings, loads, policies)).join('\n')}
</div>
</section>

<h2>What it has to reach</h2>
${gateTable(report.findings)}
<p>${everybody(report.findings)}</p>

<h2>What this shows</h2>
${shown(report.findings, loads)}

<h2>What each knob does</h2>
<p>An organisation may turn five numbers of the weight. Each is shown turned off, as it is, and doubled, with the others as they are, at a load of ${report.knobLoad}, where there is too little for everybody. None does much alone, as each makes up for another: with all of them off, and nobody placed before the hour, it is “best fit each hour” above. (${Math.min(3, scope.seeds)} runs each.)</p>
<div class="knobs">
${(Object.keys(knobTellings) as (keyof Knobs)[]).map((knob) => turning(knob, report)).join('\n')}
</div>

<h2>All numbers</h2>
${loads
	.map((load) =>
		table(
			report.findings.filter((finding) => finding.load === load),
			`At a load of ${load}`,
		),
	)
	.join('\n')}

<h2>Another organisation</h2>
<p>The same people spread over twelve time zones of the world instead of four of one country. Small languages have fewer hours in common, and for some people nobody is there at all: what has to be reached above is not reached here.</p>
${table(
	report.spreadOut.map((finding) => ({ ...finding, policy: `ours, at ${finding.load}` })),
	'Spread over the world',
)}

<h2>How people behave here</h2>
<p>Nobody has published how people behave in pairings of peer support, so these values are judgements. Some of them were changed while what has to be reached could be seen, and always because the first choice could be argued against: sixty experiences became twenty-four, four in ten may write without a common hour, languages are those of one country, a tired supporter rests on one day in a hundred and not on two, answers take an hour and not an hour and a half, nobody is asked at night, a place counts as taken until its next pairing begins, and four zones took the place of twelve. Whoever nobody there could take at all is left out of “within a day”; with them it is 98.9 % at 0.9, which would miss it. So this page says what the engine does in an organisation like this one, and the part before this what it does in another.</p>
${assumptions()}
<p class="again">Made again, to the same bytes, by <code>script/simulate-matching --write docs/matching.html</code>. Another organisation is a file: <code>--population FILE</code>. Another way to pair is a file in <code>bench/simulator/policies</code>.</p>
</main>
</body>
</html>
`;
}

const legend = (policies: readonly string[]) =>
	`<ul class="legend">${policies.map((name, look) => `<li><svg viewBox="0 0 28 16" aria-hidden="true" class="look-${look}"><path class="line" d="M0 8h28"/>${mark(look, 14, 8)}</svg>${name}</li>`).join('')}</ul>`;

function comparison(
	measure: keyof Measures,
	findings: readonly Finding[],
	loads: readonly number[],
	policies: readonly string[],
): string {
	const { title, axis, top } = tellings[measure];
	const lines = policies.map((name, look): Line => ({
		name,
		look,
		points: loads.map((load) => found(findings, name, load).measures[measure]),
	}));
	return chart({
		title,
		along: loads.map((load) => load.toFixed(1)),
		lines,
		format: axis,
		...(top && { top }),
	});
}

function gateTable(findings: readonly Finding[]): string {
	const cells = (load: 0.9 | 1) =>
		gates.map((gate) => {
			const { format } = tellings[gate.measure];
			const seen = found(findings, 'ours', load).measures[gate.measure];
			const within = seen.within > 0 ? ` ± ${format(seen.within)}` : '';
			return `<td>${gate.is} ${format(gate.at[load])}</td><td>${format(seen.mean)}${within}${reached(gate, load, seen.mean) ? '' : ' <strong>missed</strong>'}</td>`;
		});
	const [busy, full] = [cells(0.9), cells(1)];
	return `<div class="wide"><table>
<thead><tr><th></th><th>asked at 0.9</th><th>seen</th><th>asked at 1.0</th><th>seen</th></tr></thead>
<tbody>${gates.map(({ measure }, at) => `<tr><th>${tellings[measure].title}</th>${busy[at]}${full[at]}</tr>`).join('\n')}</tbody>
</table></div>`;
}

/** What the first gate leaves out, said plainly. */
function everybody(findings: readonly Finding[]): string {
	const { format } = tellings.nobody;
	const exactly = (value: number) => `${(100 * value).toFixed(2)} %`;
	const [busy, full] = ([0.9, 1] as const).map((load) => found(findings, 'ours', load).measures);
	const withAll = ({ withinADay, nobody }: Finding['measures']) =>
		exactly(withinADay.mean * (1 - nobody.mean));
	return `The first line is about those whom anybody here could take. Nobody here has the language, the hours and the musts for ${format(busy!.nobody.mean)} of all who ask, and no rule is relaxed for them but by themselves. Counted with them it is ${withAll(busy!)} and ${withAll(full!)}.`;
}

function shown(findings: readonly Finding[], loads: readonly number[]): string {
	const busiest = loads.at(-1)!;
	const at = (policy: string, measure: keyof Measures) =>
		tellings[measure].format(found(findings, policy, busiest).measures[measure].mean);
	return `<ul>
<li><strong>First come is paired most.</strong> At a load of ${busiest}, a list to claim from begins ${at('a list to claim from', 'pairings')} pairings for each place, ours ${at('ours', 'pairings')}, best fit alone ${at('best fit each hour', 'pairings')}: what fits worse ends sooner, and frees a place. The number of pairings says little about the people in them.</li>
<li><strong>Smarter pairing waits longer when there is too little for everybody.</strong> There, nine in ten waited at most ${at('a list to claim from', 'wait')} with the list, ${at('ours', 'wait')} with ours, and ${at('best fit each hour', 'wait')} with best fit alone. Both were published about 7 Cups, a large service of this kind.</li>
<li><strong>Best fit alone leaves small groups waiting.</strong> In the language that waits longest, nine in ten waited up to ${at('best fit each hour', 'worstLanguage')}; with ours ${at('ours', 'worstLanguage')}.</li>
<li><strong>Nothing makes up for too few supporters.</strong> Above a load of 1.0 everybody waits, whatever the way.</li>
</ul>`;
}

function turning(knob: keyof Knobs, { findings, knobs, knobLoad }: Report): string {
	const asIs = found(findings, 'ours', knobLoad);
	const turned = (by: number) => knobs.find((each) => each.knob === knob && each.by === by)!.finding;
	const states = [turned(0), asIs, turned(2)];
	const small = (['worstLanguage', 'worstIdentity', 'score', 'gini'] as const).map((measure) => {
		const { title, axis, top } = tellings[measure];
		const points = states.map(({ measures }) => measures[measure]);
		const most =
			measure === 'worstLanguage' || measure === 'worstIdentity' ? 160 : measure === 'gini' ? 0.12 : top;
		return chart({
			title,
			along: ['off', 'as it is', 'double'],
			lines: [{ name: 'ours', look: 0, points }],
			format: axis,
			...(most && { top: most }),
		});
	});
	return `<section><h3>${knobTellings[knob]}</h3><div class="charts">${small.join('\n')}</div></section>`;
}

function table(findings: readonly Finding[], title: string): string {
	const measures = Object.keys(tellings) as (keyof Measures)[];
	return `<div class="wide"><table><caption>${title}</caption>
<thead><tr><th></th>${findings.map(({ policy }) => `<th>${policy}</th>`).join('')}</tr></thead>
<tbody>${measures
		.map((measure) => {
			const { title, format } = tellings[measure];
			const cells = findings.map(({ measures }) => {
				const { mean, within } = measures[measure];
				return `<td>${format(mean)}${within > 0 ? ` <small>± ${format(within)}</small>` : ''}</td>`;
			});
			return `<tr><th>${title}</th>${cells.join('')}</tr>`;
		})
		.join('\n')}</tbody></table></div>`;
}

function assumptions(): string {
	const {
		stay,
		again,
		accept,
		lapse,
		answer,
		askToBend,
		bends,
		patience,
		patienceMore,
		tiredAbove,
		tires,
		early,
	} = behaviour;
	return `<ul>
<li>A pairing lasts ${stay / 24} days in the mean. After the first talks (${early.map((hours) => hours / 24).join(' to ')} days) somebody asks for another with a chance of ${again} × (1 − fit).</li>
<li>Nobody is asked in their night. A supporter answers after ${answer * 60} minutes in the mean, sooner in their own hours; ${Math.round(100 * accept)} % say yes; after ${lapse} hours without an answer the next is asked.</li>
<li>More people ask in the evening and at night, on their own clock, and at weekends.</li>
<li>After ${askToBend} hours a member is asked whether a must may bend; ${100 * bends} % let it. Nobody leaves in the first ${patience} hours; then they do, after ${patienceMore} more in the mean.</li>
<li>A supporter who carries more than ${100 * tiredAbove} % of their places needs a rest of two to six days with a chance of ${100 * tires} % a day.</li>
</ul>`;
}

const found = (findings: readonly Finding[], policy: string, load: number): Finding =>
	findings.find((finding) => finding.policy === policy && finding.load === load)!;
