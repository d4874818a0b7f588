import type {Block, MailDocument} from '../blocks.js';
import {code, footer, greeting, lines, money, pickup, questions, reason} from './order-parts.js';
import {slotText, type OrderView} from './order-view.js';

/** A mail of the usual shape: greeting, what is new, what belongs to it, whom to ask. */
function news(
  view: OrderView,
  {title, subject, blocks}: {title: string; subject: string; blocks: readonly Block[]},
): MailDocument {
  return {
    subject,
    language: view.order.language,
    title,
    blocks: [greeting(view), ...blocks, ...follow(view), questions(view)],
    footer: footer(view),
  };
}

function follow({data, words}: OrderView): Block[] {
  return data.url === undefined ? [] : [{kind: 'link', text: words.received.follow, url: data.url}];
}

const said = (text: string): Block => ({kind: 'text', text});

export function orderAccepted(view: OrderView): MailDocument {
  const {order, shop, words} = view;
  const {title, subject, text} = words.accepted;
  return news(view, {
    title,
    subject: subject(order.code, shop.name, slotText(view)),
    blocks: [said(text(shop.name)), code(view), pickup(view), lines(view)],
  });
}

export function orderReady(view: OrderView): MailDocument {
  const {order, shop, words} = view;
  const {title, subject, text} = words.ready;
  return news(view, {
    title,
    subject: subject(order.code, shop.name),
    blocks: [said(text[order.mode](shop.name)), code(view), pickup(view), lines(view)],
  });
}

export function orderRefused(view: OrderView): MailDocument {
  const {order, shop, words} = view;
  const {title, subject, text} = words.refused;
  return news(view, {
    title,
    subject: subject(order.code, shop.name),
    blocks: [said(text(shop.name)), ...reason(view), money(view), lines(view)],
  });
}

export function orderCancelled(view: OrderView): MailDocument {
  const {order, shop, words} = view;
  const {title, subject, text} = words.cancelled;
  const by = order.history.findLast(({state}) => state === 'cancelled')?.by ?? 'hub';
  return news(view, {
    title,
    subject: subject(order.code, shop.name),
    blocks: [said(text[by]), ...reason(view), money(view), lines(view)],
  });
}

export function orderExpired(view: OrderView): MailDocument {
  const {order, shop, words} = view;
  const {title, subject, text} = words.expired;
  return news(view, {
    title,
    subject: subject(order.code, shop.name),
    blocks: [said(text(shop.name)), money(view), lines(view)],
  });
}
