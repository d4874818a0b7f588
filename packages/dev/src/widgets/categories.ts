import type {WidgetsJson} from './types.js';

/** What `@category` may say: the shelves on which a plugin shows the widgets. */
export const CATEGORIES: WidgetsJson['categories'] = [
  {id: 'places', label: {fr: 'Commerces et lieux', en: 'Shops and places'}},
  {id: 'orders', label: {fr: 'Commandes', en: 'Orders'}},
  {id: 'messages', label: {fr: 'Messages', en: 'Messages'}},
  {id: 'events', label: {fr: 'Agenda', en: 'Events'}},
];
