import type {ConversationRequest} from '@local-widgets/model/schemas.js';
import type {HubContext, HubTransaction} from '../../context.js';
import {isTaken} from '../../database/errors.js';
import {HubProblem} from '../../http/problem.js';
import {findOrMakeVisitor} from '../visitors/visitor-store.js';
import {authorIdIn} from './authors.js';

export interface Beginning {
  /** Made by the visitor. */
  roomId: string;
  keyHash: string;
  request: ConversationRequest;
}

/**
 * Begins a conversation, once, however often it is asked for.
 *
 * @returns whether it is new
 * @throws HubProblem `not-found` for a shop without chat, or when the id is somebody else's
 */
export async function beginConversation(
  context: HubContext,
  {roomId, keyHash, request}: Beginning,
): Promise<boolean> {
  const {db, chat, clock} = context;
  let made: {visitorId: string} | undefined;
  try {
    made = await db.transaction().execute(async trx => {
      const visitorId = await findOrMakeVisitor(context, trx, keyHash);
      await insertRoom(trx, {roomId, visitorId, request, at: clock.now()});
      return {visitorId};
    });
  } catch (error) {
    // the same request a second time, or at the same time by another process
    if (!isTaken(error)) throw error;
    const known = await db
      .selectFrom('room_members as m')
      .innerJoin('visitor_keys as k', 'k.visitor_id', 'm.visitor_id')
      .select('m.room_id')
      .where('m.room_id', '=', roomId)
      .where('k.key_hash', '=', keyHash)
      .executeTakeFirst();
    if (!known) throw new HubProblem('not-found');
    return false;
  }
  chat.fanout.announce({kind: 'member', visitor: made.visitorId, room: roomId});
  chat.fanout.announce({kind: 'summary', shop: request.shop, room: roomId});
  return true;
}

async function insertRoom(
  trx: HubTransaction,
  {
    roomId,
    visitorId,
    request,
    at,
  }: {roomId: string; visitorId: string; request: ConversationRequest; at: Date},
): Promise<void> {
  const {shop, language, contact, page} = request;
  const now = at.getTime();
  await trx
    .insertInto('rooms')
    .values({
      id: roomId,
      shop_id: shop,
      kind: 'conversation',
      state: 'open',
      language,
      visitor_id: visitorId,
      contact: contact ? JSON.stringify(contact) : null,
      page: page ?? null,
      is_blocked: 0,
      last_seq: 0,
      first_seq: 1,
      visitor_read: 0,
      visitor_delivered: 0,
      shop_read: 0,
      shop_delivered: 0,
      mailed_seq: 0,
      last_at: now,
      created_at: now,
    })
    .execute();
  await trx
    .insertInto('room_members')
    .values({
      room_id: roomId,
      visitor_id: visitorId,
      author_id: authorIdIn(roomId, visitorId),
      name: contact?.name ?? null,
      read_seq: 0,
      messages: 0,
      is_watched: 0,
      joined_at: now,
    })
    .execute();
}
