import type {Order} from '@local-widgets/model/schemas.js';
import type {ConfirmationMessages} from '../confirmation.js';

export const confirmationEn: ConfirmationMessages = {
  received: contract => (contract === 'order' ? 'Order received' : 'Reservation received'),
  yourCode: 'Your code',
  sayCode: 'Say this code at pickup.',
  qr: code => `QR code to follow order ${code}`,
  qrHint: 'Take a picture of it to carry it on your phone.',
  state: state => STATES[state],
  followLink: 'Follow or cancel',
  calendar: 'Add to calendar',
  pay: 'Pay now',
  arrived: 'I am here',
  arrivedHint: 'Press on arrival: the order is brought to you.',
  arrivedAt: time => `The shop knows that you are here (${time}).`,
  arriveFailed: 'The shop could not be told. Try again, or call.',
  anotherOrder: 'Order something else',
  forget: 'Forget on this device',
  done: 'Done',
};

const STATES: Readonly<Record<Order['state'], string>> = {
  received: 'The shop has it and will confirm it.',
  accepted: 'The shop has accepted it.',
  ready: 'It is ready.',
  collected: 'It has been collected.',
  refused: 'The shop could not accept it.',
  cancelled: 'It is cancelled.',
  expired: 'The shop did not confirm it in time: it is cancelled.',
  'no-show': 'It was not collected.',
};
