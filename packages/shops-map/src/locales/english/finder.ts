import {addressEn} from '@local-widgets/core';
import type {FinderMessages} from '../finder.js';

export const finderEn: FinderMessages = {
  ...addressEn,
  when: 'Open',
  anyTime: 'Any time',
  now: 'Now',
  atMoment: 'At another time',
  day: 'Day',
  hour: 'Time',
  unknownHoursKept: 'Addresses with unknown hours stay, after the others.',
  showResults: count => `Show the results (${count})`,
  clearFilters: 'Clear the filters',
  myPosition: 'my position',
  nearIntro: 'Distances are measured from this place.',
  positionStays: 'Your position does not leave this page.',
};
