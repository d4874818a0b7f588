import {all, button, fill, one, rows, textOf} from '../../parts.js';
import {Meter, rest, type Work} from './meter.js';
import {until} from './until.js';

/** Counts by name; each is the same in every run, or near it. */
export type Counts = Record<string, number>;

type Count = (element: HTMLElement, counts: Counts) => Promise<void>;

interface Counted {
  readonly tag: string;
  readonly attributes: (hub: string) => Readonly<Record<string, string>>;
  /** What a visitor sees first. */
  readonly isThere: (element: Element) => unknown;
  readonly count: Count;
}

const elements = (element: Element, selector = '*'): number => all(element, selector).length;

const search = (element: Element): HTMLInputElement =>
  one(element, 'input[type=search]') as HTMLInputElement;

/** The most that any letter of a word costs, typed one after the other. */
async function type(meter: Meter, field: HTMLInputElement, word: string): Promise<Work> {
  const most = {renders: 0, added: 0};
  for (let length = 1; length <= word.length; length++) {
    const {renders, added} = await meter.of(
      () => fill(field, word.slice(0, length)),
      () => true,
      'a letter is typed',
    );
    most.renders = Math.max(most.renders, renders);
    most.added = Math.max(most.added, added);
  }
  await meter.of(
    () => fill(field, ''),
    () => true,
    'the field is empty',
  );
  return most;
}

function note(counts: Counts, action: string, {renders, added}: Work): void {
  counts[`${action}: renders`] = renders;
  counts[`${action}: elements added`] = added;
}

const shopsMap: Counted = {
  tag: 'local-shops-map',
  attributes: () => ({
    src: '/__feeds/geojson?n=1000&seed=3',
    tiles: '/__tiles/{z}/{x}/{y}.png',
  }),
  isThere: shops => rows(shops).length > 0,
  async count(shops, counts) {
    await until(() => one(shops, '.on-map .marker'), 'the map has markers');
    await until(() => one(shops, '#open-filters'), 'the bar is there');
    await rest();
    counts['rows of 1,000 places'] = rows(shops).length;
    counts['elements of the list'] = elements(shops) - elements(shops, '.map *');
    counts['elements of the map'] = elements(shops, '.map *');
    const meter = new Meter(shops);
    note(counts, 'a letter in the search', await type(meter, search(shops), 'boulangerie'));
    const chip = one(shops, '.categories input');
    const isChosen = (): boolean => one(shops, '.categories input')!.matches(':checked');
    note(counts, 'a category', await meter.of(() => chip!.click(), isChosen, 'it is chosen'));
    await meter.of(
      () => one(shops, '.categories input')!.click(),
      () => !isChosen(),
      'all again',
    );
    const canvas = one(shops, '.canvas')!;
    const pane = one(shops, '.leaflet-map-pane')!;
    canvas.focus();
    const before = pane.style.transform;
    const moved = await meter.of(
      // Leaflet knows keys by their old numbers only
      () =>
        canvas.dispatchEvent(
          new KeyboardEvent('keydown', {keyCode: 39, bubbles: true, composed: true}),
        ),
      () => pane.style.transform !== before,
      'the map moves',
    );
    note(counts, 'the map moved', moved);
    const opened = await meter.of(
      () => rows(shops)[0]!.click(),
      () => one(shops, '#card-name'),
      'the card is open',
    );
    note(counts, 'a card', opened);
  },
};

const eventCalendar: Counted = {
  tag: 'local-event-calendar',
  attributes: () => ({src: '/__page/town/data/agenda.ics', date: '2026-12-01'}),
  isThere: events => all(events, '.event .name').length > 0,
  async count(events, counts) {
    await until(() => one(events, '#open-filters'), 'the bar is there');
    await rest();
    counts['elements of the agenda'] = elements(events);
    const meter = new Meter(events);
    note(counts, 'a letter in the search', await type(meter, search(events), 'concert'));
    one(events, '#open-filters')!.click();
    await until(() => one(events, '#panel .chip input'), 'the filters are there');
    const chip = (): HTMLElement => one(events, '#panel .chip input')!;
    const isChosen = (): boolean => chip().matches(':checked');
    const chosen = await meter.of(() => chip().click(), isChosen, 'it is chosen');
    note(counts, 'a filter', chosen);
    await meter.of(
      () => chip().click(),
      () => !isChosen(),
      'all again',
    );
    one(events, '#open-filters')!.click();
    const monthly = await meter.of(
      () => button(events, 'Mois')!.click(),
      () => all(events, '.date').length > 27,
      'the month is there',
    );
    note(counts, 'the first month', monthly);
    counts['elements of a month'] = elements(events);
    const title = textOf(one(events, '.period-name'));
    const next = await meter.of(
      () =>
        all(events, '.steps button')
          .find(each => each.getAttribute('aria-label') === 'Mois suivant')!
          .click(),
      () => textOf(one(events, '.period-name')) !== title,
      'it is another month',
    );
    note(counts, 'another month', next);
  },
};

const collectButton: Counted = {
  tag: 'local-collect-button',
  attributes: hub => ({hub, shop: 'boulangerie-lecourbe'}),
  isThere: collect => one(collect, '[part=button]'),
  async count(collect, counts) {
    await rest();
    counts['elements of the button'] = elements(collect);
    const meter = new Meter(collect);
    const opened = await meter.of(
      () => one(collect, '[part=button]')!.click(),
      () => one(collect, '.product'),
      'the dialog is there',
    );
    note(counts, 'the dialog', opened);
    counts['elements of the dialog'] = elements(collect);
    note(counts, 'a letter in the search', await type(meter, search(collect), 'pain'));
    const added = await meter.of(
      () =>
        all(collect, '.product button')
          .find(each => each.getAttribute('aria-label')?.startsWith('Ajouter'))!
          .click(),
      () => textOf(one(collect, '.sum')).includes('1 article'),
      'one is in the basket',
    );
    note(counts, 'a product', added);
  },
};

const chat: Counted = {
  tag: 'local-chat',
  attributes: hub => ({hub, shop: 'boulangerie-lecourbe', layout: 'button'}),
  isThere: talk => one(talk, '[part=launcher]'),
  async count(talk, counts) {
    await rest();
    counts['elements of the button'] = elements(talk);
    const meter = new Meter(talk);
    const opened = await meter.of(
      () => one(talk, '[part=launcher]')!.click(),
      () => one(talk, '#text'),
      'the panel is there',
    );
    note(counts, 'the panel', opened);
    counts['elements of the panel'] = elements(talk);
    const field = one(talk, '#text') as HTMLInputElement;
    note(counts, 'a letter in a message', await type(meter, field, 'bonjour'));
    fill(field, 'Bonjour');
    const sent = await meter.of(
      () => one(talk, '.composer [type=submit]')!.click(),
      () => one(talk, '.message'),
      'the message is in the log',
    );
    note(counts, 'a message', sent);
  },
};

const COUNTED: Readonly<Record<string, Counted>> = {
  'shops-map': shopsMap,
  'event-calendar': eventCalendar,
  'collect-button': collectButton,
  chat,
};

declare global {
  interface Window {
    /** Puts a widget into the page and counts what it does. */
    count: (name: string, hub: string) => Promise<Counts>;
  }
}

/** Addresses asked for so far, the page's own and its pictures left out. */
const requests = (): number =>
  performance
    .getEntriesByType('resource')
    .filter(({name}) => !/__tiles|\.svg$|local-widgets\.js$/.test(name)).length;

export function startCounting(): void {
  window.count = async (name, hub) => {
    const {tag, attributes, isThere, count} = COUNTED[name]!;
    await rest();
    const before = requests();
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes(hub))) element.setAttribute(key, value);
    document.querySelector('#box')!.append(element);
    await until(() => isThere(element), 'there is something to see');
    const counts: Counts = {'requests until there is something to see': requests() - before};
    await count(element, counts);
    return counts;
  };
}
