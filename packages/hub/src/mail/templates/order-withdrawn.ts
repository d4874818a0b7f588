import type {MailDocument} from '../blocks.js';
import {sellerContact} from './legal-parts.js';
import {facts, footer, lines, questions} from './order-parts.js';
import type {OrderView} from './order-view.js';

/**
 * The acknowledgement of a withdrawal on a durable medium, with what was declared and the date and time
 * at which it was transmitted (code de la consommation, L221-21 and D221-5).
 *
 * @throws {RangeError} without the time of the declaration: such a receipt would prove nothing
 */
export function orderWithdrawn(view: OrderView): MailDocument {
  const {order, shop, data, words, format} = view;
  const {withdrawn} = words;
  const at = new Date(data.at ?? NaN);
  const name = data.name ?? order.contact?.name ?? '';
  return {
    subject: withdrawn.subject(order.code, shop.name),
    language: order.language,
    title: withdrawn.title,
    blocks: [
      {kind: 'text', text: words.hello(name)},
      {kind: 'text', text: withdrawn.text},
      facts([
        [withdrawn.facts.by, name],
        [withdrawn.facts.at, format.exactly(at)],
        [
          withdrawn.facts.contract,
          withdrawn.contract(order.code, format.day(new Date(order.createdAt))),
        ],
      ]),
      {kind: 'heading', text: withdrawn.declaration},
      {kind: 'text', text: withdrawn.declared(sellerContact(view))},
      lines(view),
      {kind: 'text', text: withdrawn.refund},
      questions(view),
    ],
    footer: footer(view),
  };
}
