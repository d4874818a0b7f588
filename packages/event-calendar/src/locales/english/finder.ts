import {addressEn} from '@local-widgets/core';
import type {FinderMessages} from '../finder.js';
import {detailsEn} from './details.js';

export const finderEn: FinderMessages = {
  ...addressEn,
  accessibilities: detailsEn.accessibilities,
  settings: detailsEn.settings,
  facets: {
    category: 'Category',
    age: 'Age',
    free: 'Price',
    place: 'Place',
    audience: 'For',
    accessibility: 'Accessibility',
    setting: 'Setting',
    language: 'Language',
    source: 'Calendar',
  },
  ageGroups: {
    toddlers: 'Toddlers (0–2)',
    children: 'Children (3–11)',
    teenagers: 'Teenagers (12–17)',
    adults: 'Adults',
  },
  remove: what => `Remove filter: ${what}`,
  active: 'Active filters',
  isFree: 'Free',
  isPaid: 'Paid',
  dates: 'Dates',
  from: 'From',
  to: 'To',
  nearLegend: 'Near…',
  distance: 'Distance',
  anyDistance: 'Anywhere',
  within: distance => `Within ${distance}`,
  nearTo: place => `Near ${place}`,
  myPosition: 'my position',
  positionStays: 'Your position never leaves this page.',
  showResults: count => `Show results (${count})`,
  clearFilters: 'Clear filters',
  moreValues: count => `Show all (${count})`,
  daysFromTo: (from, to) => (from === to ? from : `${from} to ${to}`),
};
