import type {Block, MailDocument} from '../blocks.js';
import {legalParts} from './legal-parts.js';
import {code, footer, greeting, lines, pickup, questions} from './order-parts.js';
import {slotText, type OrderView} from './order-view.js';

/** The confirmation on a durable medium (code de la consommation, L221-13): it holds everything. */
export function orderReceived(view: OrderView): MailDocument {
  const {order, shop, words} = view;
  const {received} = words;
  const duty = order.contract === 'order' ? received.orderDuty : received.reservationDuty;
  return {
    subject: received.subject(order.code, shop.name, slotText(view)),
    language: order.language,
    title: received.title[order.contract],
    blocks: [
      greeting(view),
      {kind: 'text', text: nextStep(view)},
      code(view),
      pickup(view),
      lines(view),
      {kind: 'text', text: duty},
      ...links(view),
      questions(view),
      ...legalParts(view),
    ],
    footer: footer(view),
  };
}

function nextStep({order, shop, words, format}: OrderView): string {
  const {received} = words;
  if (order.state !== 'received') return received.accepted(shop.name);
  if (order.acceptBy === undefined) return received.waitingWithoutLimit(shop.name);
  const until = new Date(order.acceptBy);
  return received.waiting(shop.name, words.dayAndTime(format.day(until), format.time(until)));
}

function links({order, data: {url}, words}: OrderView): Block[] {
  if (url === undefined) return [];
  const {received} = words;
  const {means, status} = order.payment;
  const isToPay = means === 'online' && (status === 'pending' || status === 'failed');
  return [
    ...(isToPay ? [{kind: 'link', text: received.pay, url: `${url}/pay`} as const] : []),
    {kind: 'link', text: received.follow, url},
    {kind: 'text', text: received.keepLink},
  ];
}
