import type {MailDocument} from '../blocks.js';
import {facts} from './order-parts.js';
import {slotText, type OrderView} from './order-view.js';

/** Tells the people of the shop; without the customer's name, which stays at the desk. */
export function orderAlarm(view: OrderView): MailDocument {
  const {order, shop, data, words, format, publicUrl} = view;
  const {alarm, labels} = words;
  const kind = data.alarm ?? 'received';
  const title = alarm.title[kind];
  const isWaiting = order.state === 'received';
  const until = order.acceptBy === undefined ? undefined : new Date(order.acceptBy);
  const articles = order.lines.map(({name, quantity}) => `${quantity} × ${name}`).join(', ');
  return {
    subject: alarm.subject(title, order.code, shop.name),
    language: order.language,
    title,
    blocks: [
      facts([
        [labels.code, order.code],
        [labels.slot[order.mode], slotText(view)],
        [alarm.articles, articles],
        [labels.total, format.money(order.total)],
        [
          alarm.acceptBy,
          isWaiting && until ? words.dayAndTime(format.day(until), format.time(until)) : undefined,
        ],
      ]),
      ...(isWaiting && until ? [{kind: 'text', text: alarm.expires} as const] : []),
      ...(kind === 'withdrawn' ? [{kind: 'text', text: alarm.withdrawn} as const] : []),
      {kind: 'link', text: alarm.open, url: `${publicUrl}/desk/`},
    ],
    footer: alarm.footer(new URL(publicUrl).host),
  };
}
