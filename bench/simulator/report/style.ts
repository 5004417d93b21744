/** The page’s own looks, light and dark, for the screen and on paper. */
export const style = `
:root { color-scheme: light dark; --paper: #faf6ef; --raised: #fffdf8; --ink: #2a2730; --soft: #5f5a66; --rule: #e2d8c8;
	--l0: #1d6b66; --l1: #b8652a; --l2: #3a4f9a; --l3: #6d2a4d; --l4: #6b6a1c; }
@media (prefers-color-scheme: dark) {
	:root { --paper: #1a1820; --raised: #24212b; --ink: #ece6dc; --soft: #b3abb8; --rule: #3a3644;
		--l0: #7fc4bc; --l1: #e8a35c; --l2: #9db1f2; --l3: #dd9dbd; --l4: #c9c763; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }
main { max-inline-size: 66rem; margin-inline: auto; padding: 2.5rem 1rem 4rem; }
h1, h2, h3 { font-family: 'Iowan Old Style', 'Palatino Linotype', 'URW Palladio L', P052, serif; font-weight: 400; line-height: 1.25; }
h1 { font-size: clamp(1.75rem, 1.5rem + 1.5vw, 2.5rem); margin-block: 0 1rem; }
h2 { font-size: 1.5rem; margin-block: 3rem 0.75rem; }
h3 { font-size: 1.125rem; margin-block: 1.5rem 0.5rem; }
p, ul:not(.legend) { max-inline-size: 64ch; }
.lead { font-size: 1.25rem; line-height: 1.5; }
.legend { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; list-style: none; padding: 0.75rem 0; margin: 1rem 0; background: var(--paper); border-block-end: 1px solid var(--rule); }
@media (min-width: 50rem) { .legend { position: sticky; inset-block-start: 0; } }
.legend li { display: flex; align-items: center; gap: 0.5rem; }
.legend svg { inline-size: 1.75rem; block-size: 1rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: 1.5rem 2rem; }
.knobs .charts { grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr)); gap: 1rem 1.5rem; }
figure { margin: 0; }
figcaption { font-size: 0.9375rem; margin-block-end: 0.25rem; }
.knobs figcaption { font-size: 0.8125rem; color: var(--soft); min-block-size: 3.2em; display: flex; align-items: end; }
figure svg { inline-size: 100%; block-size: auto; display: block; }
.rule { stroke: var(--rule); }
.tick { fill: var(--soft); font-size: 12px; }
.line { fill: none; stroke-width: 2.25; }
.look-0 .line { stroke-width: 3.5; }
.whisker { stroke-width: 1; }
.mark { stroke-width: 1.5; stroke: var(--paper); }
.cross { fill: none; stroke-width: 2.5; }
${[0, 1, 2, 3, 4].map((look) => `.look-${look} .line, .look-${look} .whisker, .look-${look} .cross { stroke: var(--l${look}); } .look-${look} .mark:not(.cross) { fill: var(--l${look}); }`).join('\n')}
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.9375rem; font-variant-numeric: tabular-nums; margin-block: 0.5rem 1.5rem; }
caption { text-align: start; padding-block: 0.5rem; color: var(--soft); }
th, td { text-align: start; padding: 0.375rem 0.75rem 0.375rem 0; border-block-end: 1px solid var(--rule); vertical-align: top; }
td { white-space: nowrap; }
th { font-weight: 400; }
thead th { color: var(--soft); }
tbody th { min-inline-size: 12rem; }
small { color: var(--soft); }
.again { margin-block-start: 3rem; color: var(--soft); }
code { font-size: 0.9em; background: var(--raised); padding: 0.1em 0.3em; border-radius: 0.25rem; }
@media (forced-colors: active) { .line, .whisker, .cross { stroke: CanvasText; } .mark { fill: CanvasText; } }
@media print { .legend { position: static; } }
`;
