import type {ContactMessages} from '../contact.js';

export const contactEn: ContactMessages = {
  contactTitle: 'Contact us',
  contactOf: name => `Contact ${name}`,
  contactHint: 'A question? The easiest way:',
  callNow: 'Call',
  mailNow: 'Write an e-mail',
  openingHours: 'Opening hours',
  noContact: 'No telephone and no e-mail address is given here.',
};
