import type {DetailsMessages} from '../details.js';

export const detailsEn: DetailsMessages = {
  close: 'Close',
  fromTo: (from, to) => `from ${from} to ${to}`,
  nextDates: 'Next dates',
  otherDates: count => (count === 1 ? 'and one more date' : `and ${count} more dates`),
  isPast: 'This event is over.',
  insteadOf: date => `Originally planned for ${date}`,
  notices: {
    cancelled: 'This event is cancelled.',
    postponed: 'This event is postponed, the new date is not known.',
    rescheduled: 'The date has changed.',
    tentative: 'This event is still to be confirmed.',
    'moved-online': 'This event takes place online.',
    full: 'This event is full.',
  },
  directions: 'Directions',
  directionsApp: 'Application of this device',
  onMap: 'Show on the map',
  joinOnline: 'Join online',
  price: 'Price',
  paid: 'Paid',
  priceTo: (from, to) => `${from} to ${to}`,
  register: 'Register or book',
  placesLeft: count =>
    count === 0 ? 'No places left' : count === 1 ? 'One place left' : `${count} places left`,
  call: phone => `Call ${phone}`,
  write: 'Write',
  site: name => `See ${name}`,
  categories: 'Category',
  audience: 'For',
  ages: (min, max) =>
    max === undefined
      ? `from age ${min}`
      : min === undefined
        ? `up to age ${max}`
        : min === max
          ? `age ${min}`
          : `ages ${min} to ${max}`,
  accessibility: 'Accessibility',
  accessibilities: {
    hearing: 'Hearing impairment',
    visual: 'Visual impairment',
    mobility: 'Reduced mobility',
    intellectual: 'Intellectual disability',
    psychic: 'Psychosocial disability',
  },
  setting: 'Setting',
  settings: {indoor: 'Indoors', outdoor: 'Outdoors', both: 'Indoors and outdoors'},
  inLanguage: 'Language',
  organizer: 'Organised by',
  photoBy: who => `Photo: ${who}`,
  addToCalendar: 'Add to my calendar',
  icsFile: '.ics file (Apple, Thunderbird…)',
  icsSeries: '.ics file of all dates',
  shareEvent: 'Share this event',
  report: 'Report a mistake',
  reportSubject: name => `Mistake in the events: ${name}`,
  source: 'Source:',
  updated: date => `updated on ${date}`,
};
