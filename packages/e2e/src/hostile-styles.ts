/** Styles that pages have, or that somebody else brings into them; what each of them is. */
export const HOSTILE_STYLES: Readonly<Record<string, string>> = {
  'a reset of everything': '* { all: unset !important }',
  'a reset with initial': '* { all: initial !important }',
  'everything is a block': `* {
    display: block !important; position: static !important; float: none !important;
    color: red !important; background: yellow !important; font-size: 40px !important;
    box-sizing: content-box !important; margin: 0 !important; padding: 0 !important;
    border: 0 !important; transform: none !important; opacity: 1 !important;
  }`,
  'nothing that we build with is shown': `
    div, button, dialog, ul, ol, li, form, input, label, svg, section, header, footer, table, p, h2, h3, slot,
    [role], [hidden], [part] { display: none !important }`,
  'small rems': ':root { font-size: 62.5% } body { font-size: 1.6rem }',
  'transitions and animations on all': `
    @keyframes turn { to { rotate: 360deg } }
    * { transition: all 3s !important; animation: turn 5s infinite !important }`,
  'text that does not break, far out': `
    body { white-space: nowrap; text-indent: -999em; text-transform: uppercase; letter-spacing: 0.3em;
      word-spacing: 1em; line-height: 0; text-align: center; cursor: none; list-style: none; }`,
  'the same with force': `
    * { white-space: pre !important; text-indent: -999em !important; text-align: justify !important;
       word-break: break-all !important; text-align-last: justify !important }`,
  'columns, floats and boxes around': `
    body { columns: 3 } local-shops-map, local-event-calendar { float: left; }
    * { contain: none !important; overflow: hidden !important; max-width: 100% !important }`,
  'a grid and a flex around': `
    body { display: flex; flex-wrap: nowrap; align-items: flex-start } body > * { min-width: 0; flex: 1 1 0 }`,
};
