import {all, button, fill, one, rows, textOf} from '../../parts.js';
import {until} from './until.js';

/** A widget of the page, and all that a visitor does with it in one go. */
export interface UsedWidget {
  readonly tag: string;
  /** Those of the element, for a hub at this address. */
  readonly attributes: (hub: string) => Readonly<Record<string, string>>;
  readonly ready: (element: Element) => Promise<void>;
  /** Opens, looks, turns, closes; the page is as before, but for what was loaded. */
  readonly use: (element: Element) => Promise<void>;
}

const press = (element: HTMLElement | undefined, what: string): void => {
  if (!element) throw new Error(`There is no ${what}.`);
  element.click();
};

const labelled = (element: Element, label: string): HTMLElement | undefined =>
  all(element, 'button').find(
    each => each.getAttribute('aria-label')?.replace(/\s/g, ' ') === label,
  );

/** Data, a search, a category, a card, and the map moved and left in the middle of it. */
const shopsMap: UsedWidget = {
  tag: 'local-shops-map',
  attributes: () => ({
    src: '/__page/town/data/shops.geojson',
    center: '0.524,48.4085',
    tiles: '/__tiles/{z}/{x}/{y}.png',
    'json-ld': '',
    'url-state': 'carte',
  }),
  async ready(shops) {
    await until(() => one(shops, '.row .opening .state'), 'the list has its hours');
    await until(() => one(shops, '.on-map .marker'), 'the map has markers');
  },
  async use(shops) {
    const count = rows(shops).length;
    press(one(shops, '#open-filters'), 'way to the filters');
    await until(() => one(shops, '#tool-panel input'), 'the filters are there');
    press(one(shops, '.tool-panel .close'), 'way out of the filters');
    await until(() => !one(shops, '.tool-panel'), 'the filters are closed');
    fill(one(shops, '#search') as HTMLInputElement, 'boulangerie');
    await until(() => rows(shops).length < count, 'the list is shorter');
    fill(one(shops, '#search') as HTMLInputElement, '');
    await until(() => rows(shops).length === count, 'the list is whole');
    press(rows(shops)[0], 'row');
    await until(() => textOf(one(shops, '#card-name')), 'the card is open');
    press(button(shops, 'Retour à la liste'), 'way back');
    await until(() => rows(shops).length === count, 'the list is back');
    const canvas = one(shops, '.canvas')!;
    canvas.focus();
    // Leaflet knows keys by their old numbers only
    const key = {key: 'ArrowRight', keyCode: 39, bubbles: true, composed: true};
    canvas.dispatchEvent(new KeyboardEvent('keydown', key));
    press(all(shops, '.map-controls button')[0], 'way to zoom');
  },
};

/** An agenda with an event, its filters, the month, another month, the week. */
const eventCalendar: UsedWidget = {
  tag: 'local-event-calendar',
  attributes: () => ({
    src: '/__page/town/data/agenda.ics /__page/town/data/ateliers.json',
    'json-ld': '',
    'follow-map': '',
    'url-state': 'agenda',
  }),
  async ready(events) {
    await until(() => all(events, '.event .name').length > 0, 'the agenda is there');
    await until(() => one(events, '#open-filters'), 'the bar is there');
  },
  async use(events) {
    press(all(events, '.event .name')[0], 'event');
    await until(() => one(events, 'dialog[open] .close'), 'the event is open');
    press(one(events, 'dialog .close'), 'way out');
    await until(() => !one(events, 'dialog[open]'), 'the event is closed');
    press(one(events, '#open-filters'), 'way to the filters');
    await until(() => one(events, '#panel input'), 'the filters are there');
    press(one(events, '#open-filters'), 'way out of the filters');
    await until(() => !one(events, '#panel'), 'the filters are closed');
    press(button(events, 'Mois'), 'month');
    await until(() => all(events, '.date').length > 27, 'the month is there');
    const title = textOf(one(events, 'caption, h2, h3'));
    press(labelled(events, 'Mois suivant'), 'next month');
    await until(() => textOf(one(events, 'caption, h2, h3')) !== title, 'it is another month');
    press(button(events, 'Semaine'), 'week');
    await until(() => one(events, '[part=hours]'), 'the week is there');
  },
};

/** A basket that is filled, emptied again, and closed. */
const collectButton: UsedWidget = {
  tag: 'local-collect-button',
  attributes: hub => ({hub, shop: 'boulangerie-lecourbe'}),
  ready: collect => until(() => one(collect, '[part=button]'), 'the button is there'),
  async use(collect) {
    press(one(collect, '[part=button]'), 'button');
    const bread = 'Pain de campagne au levain';
    await until(() => labelled(collect, `Ajouter : ${bread}`), 'there is bread');
    press(labelled(collect, `Ajouter : ${bread}`), 'bread');
    const takeOut = `Enlever du panier : ${bread}`;
    await until(() => labelled(collect, takeOut), 'it is in the basket');
    press(one(collect, '.foot [type=submit]'), 'way on');
    await until(() => one(collect, '[name=slot]:checked'), 'there are slots');
    press(button(collect, 'Retour'), 'way back');
    await until(() => labelled(collect, takeOut), 'there is the basket again');
    press(labelled(collect, takeOut), 'way to take it out');
    await until(() => !labelled(collect, takeOut), 'the basket is empty');
    press(one(collect, 'dialog .close'), 'way out');
    await until(() => !one(collect, 'dialog[open]'), 'the dialog is closed');
  },
};

/** A conversation that is there, with its line to the hub; the first time it is begun. */
const chat: UsedWidget = {
  tag: 'local-chat',
  attributes: hub => ({hub, shop: 'boulangerie-lecourbe', layout: 'button'}),
  ready: talk => until(() => one(talk, '[part=launcher]'), 'the button is there'),
  async use(talk) {
    press(one(talk, '[part=launcher]'), 'launcher');
    await until(() => one(talk, '#text'), 'one may write');
    fill(one(talk, '#text') as HTMLInputElement, 'Bonjour');
    const isNew = !localStorage.getItem('begun');
    localStorage.setItem('begun', 'yes');
    if (isNew) press(one(talk, '.composer [type=submit]'), 'way to send');
    else fill(one(talk, '#text') as HTMLInputElement, '');
    await until(() => one(talk, '.message'), 'there is the conversation');
    press(one(talk, '[part=launcher]'), 'launcher');
    await until(() => !one(talk, '#panel')?.checkVisibility(), 'the panel is closed');
  },
};

export const WIDGETS: Readonly<Record<string, UsedWidget>> = {
  'shops-map': shopsMap,
  'event-calendar': eventCalendar,
  'collect-button': collectButton,
  chat,
  leaky: {
    tag: 'leaky-element',
    attributes: () => ({}),
    ready: () => Promise.resolve(),
    use: () => Promise.resolve(),
  },
};
