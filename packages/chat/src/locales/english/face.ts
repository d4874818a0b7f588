import type {FaceMessages} from '../fr.js';

export const faceEn: FaceMessages = {
  locale: 'en',
  talk: 'Chat',
  joinRoom: 'Open the room',
  contact: 'Contact us',
  unread: count => (count === 1 ? '1 new message' : `${count} new messages`),
  opening: 'Opening…',
  openFailed:
    'The chat could not be opened. Check the connection and try again, or contact us in another way.',
  call: phone => `Call ${phone}`,
  write: email => `Write to ${email}`,
};
