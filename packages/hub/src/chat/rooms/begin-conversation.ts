import type {ConversationRequest} from '@local-widgets/model/schemas.js';
import {Uuid} from '@local-widgets/model/schemas.js';
import {Value} from 'typebox/value';
import {sha256Hex} from '../../chance-and-clock.js';
import type {Database, HubContext, HubTransaction} from '../../context.js';
import {isTaken} from '../../database/errors.js';
import {HubProblem, invalidField} from '../../http/problem.js';
import {words} from '../../text/words.js';
import {checkProof, useProof} from '../abuse/challenges.js';
import {takeKept} from '../abuse/kept-limits.js';
import {limitOf} from '../abuse/limits.js';
import {requireShopChat} from '../settings/settings-store.js';
import {findOrMakeVisitor} from '../visitors/visitor-store.js';
import {authorIdIn} from './authors.js';
import {changeContact, cleanContact} from './contact.js';
import {loadRoom} from './load-room.js';

export interface Beginning {
  /** UUID, made by the visitor. */
  roomId: string;
  keyHash: string;
  request: ConversationRequest;
  /** Where the request came from. */
  ip: string;
}

/**
 * Begins a conversation, once, however often it is asked for; asked again it changes the contact alone.
 *
 * @returns whether it is new
 * @throws HubProblem `not-found` for an unknown shop, or when the id is somebody else's; `room-closed`
 *   for a shop without chat; `proof-needed`, `proof-refused`, `too-many-requests`, `blocked`
 */
export async function beginConversation(
  context: HubContext,
  beginning: Beginning,
): Promise<boolean> {
  const {chat} = context;
  const {roomId, request} = beginning;
  if (await isBegun(context, beginning)) return false;
  const isUuid = Value.Check(Uuid, roomId);
  if (!isUuid) throw invalidField('/room', language => words(language).wrongForm);
  const settings = (await requireShopChat(context.db, request.shop)).chat;
  if (!settings.isEnabled) throw new HubProblem('room-closed');
  const orderId = await orderOf(context.db, request);
  const visitor = await begin(context, beginning, orderId);
  if (visitor === undefined) return false;
  chat.fanout.announce({kind: 'member', visitor, room: roomId});
  chat.fanout.announce({kind: 'summary', shop: request.shop, room: roomId});
  return true;
}

/** Whether this visitor began it before. */
async function isBegun(context: HubContext, {roomId, keyHash, request}: Beginning) {
  const known = await loadRoom(context.db, roomId, {keyHash});
  if (!known) return false;
  if (known.row.kind === 'public' || !known.member) throw new HubProblem('not-found');
  if (request.contact) await changeContact(context, known, request.contact);
  return true;
}

/** @returns the visitor; `undefined` when the same request was served meanwhile */
async function begin(
  context: HubContext,
  beginning: Beginning,
  orderId: string | undefined,
): Promise<string | undefined> {
  const {db, chat, config} = context;
  const {roomId, keyHash, request} = beginning;
  const address = await chat.secrets.addressKey(beginning.ip);
  const limit = limitOf(config.chat.limits.conversationsPerHour, 'hour');
  const proof = await checkProof(context, request.proof);
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction().execute(async trx => {
        await useProof(trx, proof);
        await takeKept(context, trx, `conversations ${address}`, limit);
        const visitorId = await findOrMakeVisitor(context, trx, keyHash);
        await refuseBlocked(trx, request.shop, visitorId);
        await insertRoom(context, trx, {roomId, visitorId, request, orderId});
        return visitorId;
      });
    } catch (error) {
      // the same request at the same time, or another with the same new secret: all of it is undone
      if (await isBegun(context, beginning)) return undefined;
      if (!isTaken(error) || tries === 3) throw error;
    }
  }
}

/** Who is blocked in one conversation with a shop begins no other. */
async function refuseBlocked(trx: Database, shopId: string, visitorId: string): Promise<void> {
  const blocked = await trx
    .selectFrom('rooms')
    .select('id')
    .where('visitor_id', '=', visitorId)
    .where('shop_id', '=', shopId)
    .where('is_blocked', '=', 1)
    .executeTakeFirst();
  if (blocked) throw new HubProblem('blocked');
}

async function orderOf(
  db: Database,
  {order, shop}: ConversationRequest,
): Promise<string | undefined> {
  if (order === undefined) return undefined;
  const row = await db
    .selectFrom('orders')
    .select('id')
    .where('token_hash', '=', sha256Hex(order))
    .where('shop_id', '=', shop)
    .executeTakeFirst();
  if (!row) throw invalidField('/order', language => words(language).notOneOf);
  return row.id;
}

interface NewRoom {
  roomId: string;
  visitorId: string;
  request: ConversationRequest;
  orderId: string | undefined;
}

async function insertRoom(
  {clock}: Pick<HubContext, 'clock'>,
  trx: HubTransaction,
  {roomId, visitorId, request, orderId}: NewRoom,
): Promise<void> {
  const {shop, language, page} = request;
  const contact = cleanContact(request.contact);
  const now = clock.now().getTime();
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
      page: page === undefined ? null : withoutQuery(page),
      order_id: orderId ?? null,
      ...NEW_LOG,
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
      ...NEW_MEMBER,
      joined_at: now,
    })
    .execute();
}

/** Of a room in which nothing was said yet. */
export const NEW_LOG = {
  is_blocked: 0,
  last_seq: 0,
  first_seq: 1,
  visitor_read: 0,
  visitor_delivered: 0,
  shop_read: 0,
  shop_delivered: 0,
  mailed_seq: 0,
} as const;

export const NEW_MEMBER = {read_seq: 0, messages: 0, is_watched: 0} as const;

/** Query and fragment may hold what is nobody's business. */
const withoutQuery = (page: string) => page.replace(/[?#].*$/s, '');
