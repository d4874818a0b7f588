import {ENGLISH_CATEGORIES} from '@local-widgets/model';
import type {ListMessages} from './fr.js';

const some = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const en: ListMessages = {
  category: id => ENGLISH_CATEGORIES[id],

  label: 'Shops and producers near here',
  loading: 'Loading the addresses…',
  failures: {
    'bad-address': 'The address of the list is not valid. Please tell the site.',
    offline: 'You seem to be offline. Try again when the network is back.',
    unreachable: 'The list cannot be reached for now. Try again in a few minutes.',
    'refused-cors': 'The list cannot be read from this site. Please tell the site.',
    'refused-csp': 'The list cannot be read from this site. Please tell the site.',
    timeout: 'The list takes too long to answer. Try again in a few minutes.',
    'not-found': 'The list cannot be found; it may have moved. Please tell the site.',
    busy: 'Too many requests right now. Try again in a minute.',
    http: 'The server of the list has a problem. Try again in a few minutes.',
    'too-large': 'The list is too large to be shown here. Please tell the site.',
    unreadable: 'The list that arrived cannot be read. Please tell the site.',
  },
  retry: 'Try again',
  stale: 'The update failed; this is the last list received.',
  partial: count =>
    some(count, 'One unreadable entry is not shown.', `${count} unreadable entries are not shown.`),
  empty: 'No address is published here for now.',
  search: 'Search',
  searchHint: 'Name, product, village…',
  categories: 'Categories',
  radius: 'Distance',
  anyDistance: 'Anywhere',
  within: distance => `Within ${distance}`,
  openNow: 'Open now',
  reset: 'Clear the filters',
  found: (count, formatted) =>
    some(count, 'One address', `${count === 0 ? 'No' : formatted} addresses`),
  nearestFirst: 'nearest first',
  byName: 'in alphabetical order',
  ofWhichUnknown: count =>
    some(count, 'one of them with unknown hours', `${count} of them with unknown hours`),
  nothing: 'No address matches these filters.',
  nothingHint: 'Try a longer distance or remove a filter.',
  here: count => `${count} addresses in the same spot`,
  showAll: 'Show all',
  list: 'List',
  map: 'Map',
  view: 'View',
  pages: 'Pages of the list',
  page: (page, pages) => `Page ${page} of ${pages}`,
  previous: 'Previous',
  next: 'Next',
  cardLoading: 'Loading the card…',
  cardFailed: 'The card could not be loaded. Check the connection and try again.',
  back: 'Back to the list',
  call: phone => `Call ${phone}`,
  mapLoading: 'Loading the map…',
  mapFailed: 'The map could not be loaded. The list is complete.',
};
