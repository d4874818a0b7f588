import type {VisitorContact} from '@local-widgets/model/schemas.js';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {takeNumbers, writeEvents} from '../log/append.js';
import {memberAuthor} from './authors.js';
import type {LoadedRoom} from './load-room.js';
import {cleanName} from './names.js';

/** Without what nobody sees in a name; `undefined` when nothing is left. */
export function cleanContact(contact: VisitorContact | undefined): VisitorContact | undefined {
  const {name, ...ways} = contact ?? {};
  const cleaned = cleanName(name);
  const all = {...(cleaned !== undefined && {name: cleaned}), ...ways};
  return Object.keys(all).length > 0 ? all : undefined;
}

/**
 * Puts what the visitor tells about themselves in place of what they told before. A new name is an event:
 * it is shown to the other side.
 *
 * @throws HubProblem `not-found` outside of one's own conversation
 */
export async function changeContact(
  {db, clock, chat}: Pick<HubContext, 'db' | 'clock' | 'chat'>,
  {row: {id: roomId, shop_id: shop, kind}, member}: LoadedRoom,
  contact: VisitorContact,
): Promise<void> {
  if (kind !== 'conversation' || !member) throw new HubProblem('not-found');
  const cleaned = cleanContact(contact);
  const name = cleaned?.name ?? null;
  const contactText = cleaned ? JSON.stringify(cleaned) : null;
  const seq = await db.transaction().execute(async trx => {
    const isRenamed = name !== member.name;
    const room = await takeNumbers(trx, roomId, isRenamed ? 1 : 0, {contact: contactText});
    if (!isRenamed) return undefined;
    await trx
      .updateTable('room_members')
      .set({name})
      .where('room_id', '=', roomId)
      .where('visitor_id', '=', member.visitor_id)
      .execute();
    const author = memberAuthor({...member, name});
    await writeEvents(trx, room, [{kind: 'author', data: {author}}], clock.now());
    return room.last_seq;
  });
  if (seq === undefined) chat.fanout.announce({kind: 'summary', room: roomId, shop});
  else chat.fanout.announce({kind: 'room', room: roomId, shop, from: seq, to: seq});
}
