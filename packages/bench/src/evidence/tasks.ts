/** What a visitor does with a widget, as expressions that are true once it is done. */
export interface Task {
  /** Its name in widgets.json. */
  readonly widget: string;
  /** Of the page, below the server. */
  readonly path: string;
  /** True when the widget is there. */
  readonly ready: string;
  /** One after the other; each does something and is true once that has worked. */
  readonly steps: readonly string[];
}

/** Helpers that the expressions use. */
const IN_PAGE = `
  const root = document.querySelector('[data-it]').shadowRoot;
  const one = selector => root.querySelector(selector);
  const textOf = element => element?.textContent.replace(/\\s+/g, ' ').trim() ?? '';
  const named = name => [...root.querySelectorAll('button')].find(each =>
    (each.getAttribute('aria-label') ?? textOf(each)) === name);
  const fill = (selector, value) => {
    const field = one(selector);
    if (!field || field.value === value) return Boolean(field);
    field.value = value;
    field.dispatchEvent(new Event('input', {bubbles: true}));
    field.dispatchEvent(new Event('change', {bubbles: true}));
    return true;
  };
  const once = (key, act) => {
    window.done ??= new Set();
    if (window.done.has(key)) return;
    if (act() !== false) window.done.add(key);
  };
`;

/** An expression of statements whose last gives the value. */
const inPage = (statements: string): string => `(() => {${IN_PAGE} ${statements}})()`;

const press = (selector: string, until: string): string =>
  inPage(`once(${JSON.stringify(selector + until)}, () => one('${selector}')?.click() ?? Boolean(one('${selector}')));
    return ${until};`);

const pageOf = (markup: string): string => {
  const html = `<main><h1>Page</h1>${markup}</main>
    <script type="module" src="/__page/town/local-widgets/local-widgets.js"></script>`;
  return `/__page/written/?html=${encodeURIComponent(html)}`;
};

/** One task for each widget; what goes to a hub goes to `hub`. */
export const tasksFor = (hub: string): readonly Task[] => [
  {
    widget: 'shops-map',
    path: pageOf(
      `<local-shops-map data-it src="/__page/town/data/shops.geojson" center="0.524,48.4085"
        tiles="/__tiles/{z}/{x}/{y}.png"></local-shops-map>`,
    ),
    ready: inPage(`return one('.row .opening .state') && one('.leaflet-tile-loaded')`),
    steps: [
      inPage(`fill('#search', 'pain'); return root.querySelectorAll('.row .name').length < 15`),
      press('.row .name', `one('.card')`),
    ],
  },
  {
    widget: 'event-calendar',
    path: pageOf(
      `<local-event-calendar data-it src="/__page/town/data/agenda.ics"></local-event-calendar>`,
    ),
    ready: inPage(`return one('.name')`),
    steps: [
      inPage(`once('month', () => named('Mois')?.click() ?? Boolean(named('Mois')));
        return one('table')`),
      inPage(`once('agenda', () => named('Agenda')?.click() ?? Boolean(named('Agenda')));
        return one('.name')`),
      press('.name', `one('dialog[open]')`),
    ],
  },
  {
    widget: 'collect-button',
    path: pageOf(
      `<local-collect-button data-it hub="${hub}" shop="boulangerie-lecourbe"></local-collect-button>`,
    ),
    ready: inPage(`return one('[part=button]')`),
    steps: [
      press('[part=button]', `one('.product')`),
      inPage(`const add = 'Ajouter : Pain de campagne au levain';
        once('add', () => named(add)?.click() ?? Boolean(named(add)));
        return textOf(one('.sum')).includes('1 article')`),
      press('.foot [type=submit]', `one('[name=slot]:checked')`),
    ],
  },
  {
    widget: 'chat',
    path: pageOf(`<local-chat data-it hub="${hub}" shop="boulangerie-lecourbe"></local-chat>`),
    ready: inPage(`return one('[part=launcher]')`),
    steps: [
      press('[part=launcher]', `one('#text')`),
      inPage(`if (!fill('#text', 'Bonjour')) return false;
        once('send', () => one('.composer [type=submit]')?.click());
        return one('.message')`),
    ],
  },
];
