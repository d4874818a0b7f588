import {englishWithdrawal} from './en-withdrawal.js';
import type {MailWords} from './fr.js';

export const en: MailWords = {
  hello: name => (name ? `Hello ${name},` : 'Hello,'),
  slot: (day, from, to) => `${day}, ${from} to ${to}`,
  slotOverNight: (from, to) => `${from} to ${to}`,
  dayAndTime: (day, time) => `${day} at ${time}`,
  code: 'Your code, to be said on the spot',
  labels: {
    slot: {collect: 'Pickup', drive: 'Pickup by car', delivery: 'Delivery'},
    place: {collect: 'Place', drive: 'Place', delivery: 'Delivery address'},
    code: 'Code',
    telephone: 'Telephone',
    email: 'E-mail',
    vehicle: 'Vehicle',
    note: 'Your message',
    instructions: 'Good to know',
    payment: 'Payment',
    reason: 'Reason',
    total: 'Total, VAT included',
    seller: 'Seller',
    siret: 'SIRET',
    vatId: 'VAT number',
    address: 'Address',
    terms: 'Terms of sale',
    privacy: 'Personal data',
    mediator: 'Consumer mediator',
  },
  payment: {
    cash: 'on the spot, in cash',
    card: 'on the spot, by card',
    contactless: 'on the spot, contactless',
    'meal-voucher': 'on the spot, by meal voucher',
    cheque: 'on the spot, by cheque',
    online: 'online',
  },
  paymentStatus: {
    due: 'to be paid',
    pending: 'payment pending',
    paid: 'paid',
    failed: 'the payment did not succeed',
    refunded: 'refunded',
  },
  table: {
    caption: {order: 'Your order', reservation: 'Your reservation'},
    columns: ['Product', 'Quantity', 'Unit price, VAT included', 'Total, VAT included'],
    fee: 'Delivery',
    vat: rate => `of which VAT ${rate}`,
  },
  received: {
    title: {order: 'We have received your order', reservation: 'We have received your reservation'},
    subject: (code, shop, slot) => `Order ${code} received – ${shop}, ${slot}`,
    waiting: (shop, until) =>
      `${shop} has yet to accept it, at the latest ${until}. You will then get another message; without an answer by then it is cancelled and you owe nothing.`,
    waitingWithoutLimit: shop => `${shop} has yet to accept it. You will then get another message.`,
    accepted: shop => `${shop} has accepted it: it is confirmed.`,
    follow: 'Follow or cancel the order',
    keepLink: 'This link is personal: whoever has it can see and cancel the order.',
    pay: 'Pay for the order',
    reservationDuty: 'A reservation does not bind you to buy: you decide on the spot.',
    orderDuty: 'You have ordered with an obligation to pay.',
  },
  accepted: {
    title: 'Your order is accepted',
    subject: (code, shop, slot) => `Order ${code} accepted – ${shop}, ${slot}`,
    text: shop => `${shop} prepares your order for the time you chose.`,
  },
  ready: {
    title: 'Your order is ready',
    subject: (code, shop) => `Order ${code} ready – ${shop}`,
    text: {
      collect: shop => `It is waiting for you: ${shop}.`,
      drive: shop =>
        `It is waiting for you: ${shop}. Once there, say so on the page of the order or by telephone.`,
      delivery: shop => `${shop} will bring it to you within the time you chose.`,
    },
  },
  refused: {
    title: 'Your order could not be accepted',
    subject: (code, shop) => `Order ${code} refused – ${shop}`,
    text: shop => `Unfortunately ${shop} cannot fulfil this order.`,
  },
  cancelled: {
    title: 'Your order is cancelled',
    subject: (code, shop) => `Order ${code} cancelled – ${shop}`,
    text: {
      customer: 'You have cancelled this order; it will not be prepared.',
      shop: 'The shop had to cancel this order.',
      hub: 'This order was cancelled.',
    },
  },
  expired: {
    title: 'Your order has expired',
    subject: (code, shop) => `Order ${code} without an answer – ${shop}`,
    text: shop =>
      `${shop} did not answer in time. Your order is cancelled; you may place another or call.`,
  },
  withdrawn: {
    title: 'Acknowledgement of your withdrawal',
    subject: (code, shop) => `Withdrawal received, order ${code} – ${shop}`,
    text: 'We acknowledge receipt of your statement of withdrawal, transmitted online. Keep this message.',
    facts: {by: 'Declared by', at: 'Date and time of transmission', contract: 'Contract'},
    contract: (code, day) => `order ${code}, placed on ${day}`,
    declaration: 'Content of the statement',
    declared: seller =>
      `To ${seller}: I hereby give notice that I withdraw from my contract of sale of the following goods.`,
    refund:
      'All that you paid for the products concerned, the costs of standard delivery included, will be reimbursed not later than 14 days after this date; reimbursement may wait until products already handed over have been returned. Products already handed over are to be returned within 14 days.',
  },
  refundNote: 'What you have paid is refunded by the means with which you paid.',
  nothingDue: 'You owe nothing.',
  questions: telephone => `Any question? Call ${telephone} or answer this message.`,
  questionsByMail: 'Any question? Answer this message.',
  seller: 'Who sells',
  guarantees: {
    title: 'Legal guarantees',
    text: 'The seller is liable for lack of conformity (code de la consommation, articles L. 217-3 and following) and for hidden defects (code civil, articles 1641 and following).',
  },
  withdrawal: englishWithdrawal,
  footer: (shop, hub) =>
    `Sent by ${hub} for ${shop}, about your order. It holds no advertising and no tracking.`,
  alarm: {
    title: {
      received: 'A new order has come in',
      'half-way': 'An order is waiting for your answer',
      'last-call': 'An order is about to expire',
      cancelled: 'An order was cancelled',
      withdrawn: 'A customer has withdrawn',
    },
    subject: (title, code, shop) => `${title}: ${code} – ${shop}`,
    acceptBy: 'To be accepted before',
    articles: 'Articles',
    expires: 'Without an answer it expires, its customer is told and the slot is free again.',
    withdrawn:
      'The customer has got an acknowledgement. Refund within 14 days (code de la consommation, article L. 221-24).',
    open: 'Open the orders',
    footer: hub => `Sent by ${hub} to the people who run this shop.`,
  },
  signIn: {
    title: 'Your link to sign in',
    subject: hub => `Sign in to ${hub}`,
    text: minutes => `This link signs you in once, within ${minutes} minutes. Give it to nobody.`,
    open: 'Sign in',
    ignore: 'You did not ask for it? Ignore this message: without the link nobody signs in.',
    footer: hub => `Sent by ${hub} because this address was typed there.`,
  },
  webhookFailed: {
    title: 'A webhook could not be delivered',
    subject: shop => `Webhook failed – ${shop}`,
    text: host =>
      `After ten attempts in three days ${host} has not taken a message. Orders are not touched; you can send it again from the orders desk.`,
    disabled: host =>
      `${host} has answered that this address is gone (410). Nothing more is sent there.`,
    facts: {endpoint: 'Address', event: 'Event', error: 'Last answer'},
  },
};
