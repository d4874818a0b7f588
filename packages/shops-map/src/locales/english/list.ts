import {ENGLISH_CATEGORIES} from '@local-widgets/model';
import type {ListMessages} from '../fr.js';

const some = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const listEn: ListMessages = {
  category: id => ENGLISH_CATEGORIES[id],

  label: 'Shops and producers near here',
  loading: 'Loading the addresses…',
  offline: 'You seem to be offline. Try again when the network is back.',
  failed: 'The list could not be loaded. Try again in a few minutes.',
  retry: 'Try again',
  sourceFailed: name => `The list of ${name} could not be loaded.`,
  partial: count =>
    some(count, 'One unreadable entry is not shown.', `${count} unreadable entries are not shown.`),
  empty: 'No address is published here for now.',
  categories: 'Categories',
  reset: 'Clear the filters',
  found: (count, formatted) =>
    some(count, 'One address', `${count === 0 ? 'No' : formatted} addresses`),
  nearestFirst: 'nearest first',
  byName: 'in alphabetical order',
  bestFirst: 'best match first',
  openFirst: 'open ones first',
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
