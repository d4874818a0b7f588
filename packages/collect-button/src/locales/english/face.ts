import type {FaceMessages} from '../fr.js';

export const faceEn: FaceMessages = {
  locale: 'en',
  order: 'Order',
  add: 'Add to basket',
  inBasket: count => (count === 1 ? '1 item in the basket' : `${count} items in the basket`),
  thisInBasket: count => `${count} in the basket`,
  opening: 'Opening the order…',
  openFailed:
    'Ordering online could not be opened. Check the connection and try again, or contact the shop.',
  call: phone => `Call ${phone}`,
  write: email => `Write to ${email}`,
  notSent: 'Your order has not been sent yet.',
  refused: 'Your order was not accepted.',
  see: 'See it',
  placed: code => `Order ${code} received.`,
};
