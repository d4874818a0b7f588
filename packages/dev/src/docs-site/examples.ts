import type {Language} from './page.js';

/** Attributes of the live examples; data lies in the site's `examples/data/`. */
export const EXAMPLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'shops-map': {src: 'shops.geojson', center: '0.5247,48.4086', consent: 'click', height: '32rem'},
  'event-calendar': {src: 'agenda.ics', compact: ''},
  'collect-button': {
    shop: 'boulangerie-lecourbe',
    'shop-name': 'Boulangerie Lecourbe',
    phone: '02 61 91 14 07',
    email: 'bonjour@boulangerie-lecourbe.example',
  },
  chat: {
    layout: 'button',
    shop: 'mairie',
    'shop-name': 'la mairie de Sainte-Aubrette',
    phone: '02 61 91 10 00',
    email: 'mairie@sainte-aubrette.example',
    'opening-hours': 'Lundi, mardi et jeudi, 8 h 30 – 12 h et 13 h 30 – 17 h 30',
  },
};

/** The order in which a newcomer meets them. */
export const ORDER = ['shops-map', 'event-calendar', 'collect-button', 'chat'];

export const widgetPath = (name: string, lang: Language): string =>
  `${lang === 'fr' ? '' : 'en/'}widgets/${name}.html`;

export const configuratorPath = (lang: Language): string =>
  lang === 'fr' ? 'configurateur/index.html' : 'en/configurator/index.html';

/** Evidence of one widget, or the page that sums it up. */
export const accessibilityPath = (name: string | undefined, lang: Language): string =>
  `${lang === 'fr' ? '' : 'en/'}accessibility/${name ?? 'index'}.html`;
