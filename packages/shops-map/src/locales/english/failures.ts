import type {FailureMessages} from '../failures.js';

const failures: FailureMessages['failures'] = {
  'bad-address': 'The address of the list is not valid. Please tell the site.',
  unreachable: 'The list cannot be reached for now. Try again in a few minutes.',
  'refused-cors': 'The list cannot be read from this site. Please tell the site.',
  'refused-csp': 'The list cannot be read from this site. Please tell the site.',
  timeout: 'The list takes too long to answer. Try again in a few minutes.',
  'not-found': 'The list cannot be found; it may have moved. Please tell the site.',
  busy: 'Too many requests right now. Try again in a minute.',
  http: 'The server of the list has a problem. Try again in a few minutes.',
  'too-large': 'The list is too large to be shown here. Please tell the site.',
  unreadable: 'The list that arrived cannot be read. Please tell the site.',
};

export const failuresEn: FailureMessages = {failures};
