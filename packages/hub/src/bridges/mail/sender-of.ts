import {normalizeEmail} from '../../accounts/email.js';
import {listPeople} from '../../accounts/people.js';
import type {LoadedRoom} from '../../chat/rooms/load-room.js';
import type {Database} from '../../context.js';
import {contactOf} from '../visitor.js';
import type {ReplyAddress} from './reply-address.js';

/** Who wrote a mail, as far as the hub knows them; the shop itself is no person. */
export interface MailSender {
  personId?: string | undefined;
  name?: string | undefined;
}

/**
 * Whom an address belongs to: somebody of the shop, the shop itself, or on the other side the visitor;
 * `undefined` for a stranger. An address proves nothing, the signed one that was written to does; but whoever
 * forwards a mail hands that on, and an answer of a third person must not reach a visitor as the shop's.
 */
export async function senderOf(
  db: Database,
  {row, shop}: LoadedRoom,
  side: ReplyAddress['side'],
  from: string,
): Promise<MailSender | undefined> {
  const address = normalizeEmail(from);
  const isTheirs = (email: string | undefined) =>
    email !== undefined && normalizeEmail(email) === address;
  if (side === 'visitor') return isTheirs(contactOf(row).email) ? {} : undefined;
  const people = await listPeople(db, row.shop_id);
  const person = people.find(({email}) => isTheirs(email));
  if (person) return {personId: person.id, name: person.name};
  return isTheirs(shop.email) ? {} : undefined;
}
