import type {ChatWords} from './fr.js';

/** The same in English. */
export const en: ChatWords = {
  notAPicture: 'This file is no JPEG, PNG or WebP picture that can be read.',
  pictureTooLarge: pixels => `A picture may have ${pixels} pixels a side at most.`,
  otherDevice: 'This device has other conversations already.',
  linkUsed: 'This link has expired, or was used.',
  noPerson: 'This person does not work here.',
  needsSession: 'Sign in yourself: a program is sent no notifications.',
  badEndpoint: 'No notifications can be sent to this address.',
  idTaken: 'This id is taken.',
};
