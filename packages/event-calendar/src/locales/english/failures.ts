import type {FailureMessages} from '../failures.js';

const failures: FailureMessages['failures'] = {
  'bad-address': 'The address of the agenda is not valid. Please tell the site.',
  unreachable: 'The agenda cannot be reached for now. Try again in a few minutes.',
  'refused-cors': 'The agenda cannot be read from this site. Please tell the site.',
  'refused-csp': 'The agenda cannot be read from this site. Please tell the site.',
  timeout: 'The agenda takes too long to answer. Try again in a few minutes.',
  'not-found': 'The agenda cannot be found; it may have moved. Please tell the site.',
  busy: 'Too many requests right now. Try again in a minute.',
  http: 'The server of the agenda has a problem. Try again in a few minutes.',
  'too-large': 'The agenda is too large to be shown here. Please tell the site.',
  unreadable: 'The agenda that arrived cannot be read. Please tell the site.',
};

export const failuresEn: FailureMessages = {failures};
