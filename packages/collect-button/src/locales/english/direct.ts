import type {DirectMessages} from '../direct.js';

export const directEn: DirectMessages = {
  direct: 'Order directly',
  directHint: 'Call the shop, or send it your list. Nothing is ordered before it answers.',
  unreachable: 'Ordering online does not answer at the moment.',
  noContact: 'This shop gives neither a phone number nor an e-mail address here.',
  yourList: 'Your list',
  whatYouWant: 'What you would like',
  yourName: 'Your name',
  wish: 'When will you come?',
  wishHint: 'For example: Saturday morning.',
  callShop: phone => `Call ${phone}`,
  mailShop: 'Send by e-mail',
  copyList: 'Copy the list',
  copied: 'The list is copied.',
  copyFailed: 'Copying is not allowed here: select the text above.',
  mailSubject: shop => (shop ? `Order for ${shop}` : 'Order'),
  greeting: 'Hello,',
  iWant: 'I would like to order:',
  estimate: total => `Estimated total: ${total}`,
  iCome: wish => `I would like to come: ${wish}`,
  thanks: 'Thank you,',
};
