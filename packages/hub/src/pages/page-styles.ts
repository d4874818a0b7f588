/**
 * The one style sheet of the hub's pages: readable at 320 px, at 200 % text, in the dark, in forced
 * colours and on paper. Contrast is at least 4.5:1 for text and 3:1 for what one can press.
 */
export const PAGE_STYLES = `:root {
  color-scheme: light dark;
  --ink: #1c1b1a;
  --soft: #57534e;
  --paper: #fff;
  --ground: #f6f5f3;
  --line: #8a847c;
  --rule: #dcd8d2;
  --accent: #1d5c3f;
  --on-accent: #fff;
  --danger: #a1231b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #f2f0ed;
    --soft: #b9b3ab;
    --paper: #22211f;
    --ground: #161513;
    --line: #8f887f;
    --rule: #3d3a36;
    --accent: #7fd1a6;
    --on-accent: #0c2a1b;
    --danger: #ff9c92;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--ink);
  font: 100%/1.55 system-ui, sans-serif;
  overflow-wrap: break-word;
}
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--paper); }
.skip:focus { left: 0; }
header, main, footer { max-width: 42rem; margin: 0 auto; padding: 1rem; }
header a { color: var(--soft); }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; text-wrap: balance; }
h2, h3 { margin: 0 0 .5rem; font-size: 1.125rem; line-height: 1.3; }
h3 { font-size: 1rem; }
p, ul, ol, table, address { margin: 0 0 .5rem; }
main > * + * { margin-top: 1.5rem; }
main > h1 + p { margin-top: .5rem; }
ul.plain, ol.plain { padding: 0; list-style: none; }
.dates > li + li { margin-top: .75rem; padding-top: .75rem; border-top: 1px solid var(--rule); }
.dates p { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; margin: 0; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, button:focus-visible, input:focus-visible, textarea:focus-visible, select:focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: 2px;
}
section, .notice { padding: 1rem; background: var(--paper); border: 1px solid var(--rule); border-radius: .5rem; }
.notice { border-left: .375rem solid var(--accent); }
.problem { border-left-color: var(--danger); }
.state { font-size: 1.25rem; font-weight: 700; margin: 0; }
.code { display: block; font: 700 2.75rem/1.2 ui-monospace, monospace; letter-spacing: .12em; }
.soft { color: var(--soft); }
address { font-style: normal; }
.lines { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .375rem .25rem .375rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
th.number, td.number { text-align: right; padding-right: 0; padding-left: .25rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
tbody th { font-weight: 400; }
tfoot th, tfoot td { border-bottom: 0; }
.total th, .total td { font-weight: 700; border-top: 2px solid var(--line); }
form { margin: 0; }
label { display: block; font-weight: 600; }
.field { margin: 0 0 1rem; }
.error { color: var(--danger); font-weight: 600; }
input, textarea {
  width: 100%;
  min-height: 2.75rem;
  padding: .5rem .75rem;
  background: var(--paper);
  color: inherit;
  border: 1px solid var(--line);
  border-radius: .375rem;
  font: inherit;
}
input[aria-invalid] { border: 2px solid var(--danger); }
button, .button {
  display: inline-block;
  min-height: 2.75rem;
  padding: .5rem 1.25rem;
  border: 2px solid var(--accent);
  border-radius: .375rem;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-weight: 600;
  text-decoration: none;
  cursor: pointer;
}
button.danger { background: var(--danger); border-color: var(--danger); color: var(--paper); }
.actions > * + * { margin-top: 1rem; }
img { display: block; max-width: 100%; height: auto; border-radius: .375rem; }
figure { margin: 0; }
select { width: 100%; min-height: 2.75rem; font: inherit; }
.check { display: flex; gap: .75rem; align-items: flex-start; font-weight: 400; }
.check input { width: 1.5rem; min-height: 1.5rem; flex: none; }
.off { text-decoration: line-through; }
.links > li { display: inline-block; margin: 0 1rem .5rem 0; }
@media (max-width: 30rem) {
  button, .button { width: 100%; text-align: center; }
  .unit-price { display: none; }
}
@media print {
  body { background: #fff; color: #000; }
  header, footer, form, .skip, .actions { display: none; }
  section, .notice { border: 0; padding: 0; }
  a { color: inherit; text-decoration: none; }
}
`;

/** What the console's page needs before its element is there. */
export const DESK_STYLES = `:root { color-scheme: light dark; }
body { margin: 0; font: 100%/1.5 system-ui, sans-serif; }
h1 { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
noscript, local-desk { display: block; padding: 0.75rem; }
`;

/** A basket, for the tab; drawn in the accent of the pages. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M1 6h14l-2 8H3zM4.5 6 8 1l3.5 5" fill="none" stroke="#2f8f62" stroke-width="2" stroke-linejoin="round"/></svg>
`;
