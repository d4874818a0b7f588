import type {WithdrawalException} from '@local-widgets/model/schemas.js';
import {addressLine} from '../address-line.js';
import type {Block} from '../blocks.js';
import {facts} from './order-parts.js';
import {sellerName, type OrderView} from './order-view.js';

/**
 * What a confirmation on a durable medium holds beside the order itself (code de la consommation, L221-5
 * and L221-13): who sells, under which terms, the right of withdrawal or its exceptions with the model
 * form, guarantees, mediator. A reservation is no contract and has only the seller.
 */
export function legalParts(view: OrderView): Block[] {
  const {order, words} = view;
  const seller: Block[] = [{kind: 'heading', text: words.seller}, sellerFacts(view)];
  if (order.contract === 'reservation') return seller;
  return [
    ...seller,
    {kind: 'heading', text: words.withdrawal.title},
    ...withdrawal(view),
    {kind: 'heading', text: words.guarantees.title},
    {kind: 'text', text: words.guarantees.text},
  ];
}

function sellerFacts(view: OrderView): Block {
  const {shop, words} = view;
  const {labels} = words;
  const {siret, vatId, termsUrl, privacyUrl, mediator} = shop.legal ?? {};
  return facts([
    [labels.seller, sellerName(view)],
    [labels.siret, siret],
    [labels.vatId, vatId],
    [labels.address, addressLine(shop.address)],
    [labels.telephone, shop.telephone],
    [labels.email, shop.email],
    [labels.terms, termsUrl, termsUrl],
    [labels.privacy, privacyUrl, privacyUrl],
    [labels.mediator, mediator?.name, mediator?.url],
  ]);
}

function withdrawal(view: OrderView): Block[] {
  const {order, words} = view;
  const items = exceptions(view);
  if (order.withdrawUntil === undefined) {
    const text = items.length ? words.withdrawal.noRight : words.withdrawal.noRightAtAll;
    return [{kind: 'text', text}, ...listOf(items)];
  }
  const excepted: Block[] = items.length
    ? [{kind: 'text', text: words.withdrawal.exceptions}, ...listOf(items)]
    : [];
  const {title, lines} = words.withdrawal.form;
  return [
    ...words.withdrawal.right.map((text): Block => ({kind: 'text', text})),
    ...excepted,
    {kind: 'form', title, lines: lines(sellerContact(view))},
  ];
}

function listOf(items: readonly string[]): Block[] {
  return items.length ? [{kind: 'list', items}] : [];
}

/** One sentence for each kind of exception, with the products that it is about. */
function exceptions({order, products, words}: OrderView): string[] {
  const kinds = new Map<Exclude<WithdrawalException, 'none'>, string[]>();
  for (const {product: id, name} of order.lines) {
    const kind = products.find(product => product.id === id)?.withdrawalException ?? 'none';
    if (kind !== 'none') kinds.set(kind, [...(kinds.get(kind) ?? []), name]);
  }
  return [...kinds].map(([kind, names]) => words.withdrawal.reasons[kind](names.join(', ')));
}

/** Name, address and mail of the seller, for the head of the form. */
export function sellerContact(view: OrderView): string {
  const {shop} = view;
  return [sellerName(view), addressLine(shop.address), shop.email].filter(Boolean).join(', ');
}
