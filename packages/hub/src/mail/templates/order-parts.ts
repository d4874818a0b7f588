import {vatShares} from '@local-widgets/model';
import {addressLine} from '../address-line.js';
import type {Block, Fact} from '../blocks.js';
import {slotText, type OrderView} from './order-view.js';

export function greeting({order, words}: OrderView): Block {
  return {kind: 'text', text: words.hello(order.contact?.name ?? '')};
}

export function code({order, words}: OrderView): Block {
  return {kind: 'highlight', label: words.code, text: order.code};
}

/** When, where, how it is paid, and what to know when one comes. */
export function pickup(view: OrderView): Block {
  const {order, shop, words} = view;
  const {labels} = words;
  const rules = shop.pickup.find(({mode}) => mode === order.mode);
  const place = order.mode === 'delivery' ? addressLine(order.address) : shopPlace(view);
  const paid = `${words.payment[order.payment.means]} (${words.paymentStatus[order.payment.status]})`;
  return facts([
    [labels.slot[order.mode], slotText(view)],
    [labels.place[order.mode], place],
    [labels.vehicle, order.vehicle],
    [labels.instructions, rules?.instructions],
    [labels.telephone, shop.telephone],
    [labels.payment, paid],
    [labels.note, order.note],
  ]);
}

export function lines({order, words, format}: OrderView): Block {
  const {table, labels} = words;
  const vat = vatShares(order.lines, order.deliveryFee ?? 0).map(share => ({
    label: table.vat(format.percent(share.rate)),
    text: format.money(share.vat),
  }));
  return {
    kind: 'table',
    caption: table.caption[order.contract],
    columns: table.columns,
    rows: order.lines.map(line => [
      line.name,
      String(line.quantity),
      format.money(line.price),
      format.money(line.total),
    ]),
    sums: [
      ...(order.deliveryFee === undefined
        ? []
        : [{label: table.fee, text: format.money(order.deliveryFee)}]),
      {label: labels.total, text: format.money(order.total)},
      ...vat,
    ],
  };
}

/** Why, when someone said so. */
export function reason({order, words}: OrderView): Block[] {
  const told = order.history.findLast(({state}) => state === order.state)?.reason;
  return told === undefined ? [] : [facts([[words.labels.reason, told]])];
}

/** What becomes of the money of an order that does not take place. */
export function money({order, words}: OrderView): Block {
  const isPaid = order.payment.status === 'paid' || order.payment.status === 'refunded';
  return {kind: 'text', text: isPaid ? words.refundNote : words.nothingDue};
}

export function questions({shop, words}: OrderView): Block {
  const text = shop.telephone ? words.questions(shop.telephone) : words.questionsByMail;
  return {kind: 'text', text};
}

export function footer({shop, words, publicUrl}: OrderView): string {
  return words.footer(shop.name, new URL(publicUrl).host);
}

function shopPlace({shop}: Pick<OrderView, 'shop'>): string {
  return [shop.name, addressLine(shop.address)].filter(Boolean).join(', ');
}

/** Leaves out what is not known. */
export function facts(
  entries: readonly (readonly [
    label: string,
    text: string | undefined,
    url?: string | undefined,
  ])[],
): Block {
  const known = entries.flatMap(([label, text, url]): Fact[] =>
    text ? [{label, text, ...(url !== undefined && {url})}] : [],
  );
  return {kind: 'facts', facts: known};
}
