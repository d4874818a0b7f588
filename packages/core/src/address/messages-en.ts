import type {AddressMessages} from './messages.js';

export const addressEn: AddressMessages = {
  address: 'Address or town',
  addressHint: 'Address, town, postcode…',
  addressSuggestions: 'Suggested places',
  addressClear: 'Clear the place',
  aroundMe: 'Around me',
  locating: 'Looking for your position…',
  addressSearching: 'Searching…',
  addressHeld: 'The address service is very busy. The search goes on as soon as possible.',
  addressMore: 'Type three characters or more.',
  addressNone: 'No place found. Try a town or a postcode.',
  addressFound: count => (count === 1 ? 'One suggestion' : `${count} suggestions`),
  addressCount: count => (count === 1 ? 'one result' : `${count} results`),
  addressProvider: name => `Search: ${name}`,
  addressProblems: {
    busy: 'The address service is very busy. Try again in a minute.',
    offline: 'You seem to be offline. Try again when the network is back.',
    unreachable: 'The address service does not answer. Try a town, or try again later.',
    unreadable: 'The address service gave an unreadable answer. Try a town.',
    denied: 'Your position is not allowed. Type an address or a town.',
    unavailable: 'Your position is unknown. Type an address or a town.',
    timeout: 'Your position takes too long. Try again, or type a town.',
    insecure: 'Your position is given to https sites only. Type a town.',
  },
};
