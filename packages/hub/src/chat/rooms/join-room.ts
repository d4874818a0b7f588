import type {JoinRequest} from '@local-widgets/model/schemas.js';
import type {Database, HubContext, HubTransaction} from '../../context.js';
import {isTaken} from '../../database/errors.js';
import {HubProblem, invalidField} from '../../http/problem.js';
import {words} from '../../text/words.js';
import {checkProof, useProof} from '../abuse/challenges.js';
import {hasWord} from '../abuse/fold.js';
import {takeKept} from '../abuse/kept-limits.js';
import {limitOf} from '../abuse/limits.js';
import {takeNumbers, writeEvents} from '../log/append.js';
import {findOrMakeVisitor} from '../visitors/visitor-store.js';
import {authorIdIn} from './authors.js';
import {NEW_MEMBER} from './begin-conversation.js';
import type {LoadedRoom} from './load-room.js';
import {cleanName, isReserved, nameKey} from './names.js';
import type {MemberRow} from './room-row.js';

export interface Joining {
  keyHash: string;
  request: JoinRequest;
  ip: string;
}

/**
 * Joins a public room, or changes one's nickname there, or accepts its new rules.
 *
 * @throws HubProblem `rules-not-accepted`, `nickname-taken`, `blocked-word`, `room-closed`; for who is new
 *   `proof-needed`, `proof-refused`, `too-many-requests`
 */
export async function joinRoom(
  context: HubContext,
  room: LoadedRoom,
  joining: Joining,
): Promise<void> {
  const {rules, chat, shop, member} = room;
  if (!rules) throw new HubProblem('not-found');
  if (!rules.isOpen) throw new HubProblem('room-closed');
  if (joining.request.acceptsRules !== rules.rulesVersion) {
    throw new HubProblem('rules-not-accepted');
  }
  const name = cleanName(joining.request.nickname);
  if (name === undefined || nameKey(name) === '') {
    throw invalidField('/nickname', language => words(language).wrongForm);
  }
  if (hasWord(name, chat.blockedWords)) throw new HubProblem('blocked-word');
  if (isReserved(name, shop.name)) throw new HubProblem('nickname-taken');
  try {
    if (member) await rename(context, room, member, {name, rules: rules.rulesVersion});
    else await join(context, room, joining, name);
  } catch (error) {
    throw isTaken(error) ? new HubProblem('nickname-taken', {}, {cause: error}) : error;
  }
}

async function join(
  context: HubContext,
  {row: {id: roomId}}: LoadedRoom,
  {keyHash, request, ip}: Joining,
  name: string,
): Promise<void> {
  const {db, chat, clock, config} = context;
  const address = await chat.secrets.addressKey(ip);
  const limit = limitOf(config.chat.limits.conversationsPerHour, 'hour');
  const proof = await checkProof(context, request.proof);
  const visitor = await db.transaction().execute(async trx => {
    await useProof(trx, proof);
    await takeKept(context, trx, `conversations ${address}`, limit);
    const visitorId = await findOrMakeVisitor(context, trx, keyHash);
    const now = clock.now().getTime();
    await trx
      .insertInto('room_members')
      .values({
        room_id: roomId,
        visitor_id: visitorId,
        author_id: authorIdIn(roomId, visitorId),
        name,
        name_key: nameKey(name),
        accepted_rules: request.acceptsRules,
        ...NEW_MEMBER,
        is_watched: (await isFromBannedAddress(trx, roomId, address, now)) ? 1 : 0,
        address_key: address,
        joined_at: now,
      })
      .execute();
    return visitorId;
  });
  chat.fanout.announce({kind: 'member', visitor, room: roomId});
}

/** A new secret from where somebody is banned may be the same person, or a neighbour: it is looked at first. */
async function isFromBannedAddress(
  trx: Database,
  roomId: string,
  address: string,
  now: number,
): Promise<boolean> {
  const banned = await trx
    .selectFrom('room_members')
    .select('author_id')
    .where('room_id', '=', roomId)
    .where('address_key', '=', address)
    .where('banned_until', '>', now)
    .executeTakeFirst();
  return banned !== undefined;
}

async function rename(
  {db, clock, chat}: HubContext,
  {row: {id: roomId, shop_id: shop}}: LoadedRoom,
  member: MemberRow,
  {name, rules}: {name: string; rules: string},
): Promise<void> {
  const isRenamed = name !== member.name;
  const seq = await db.transaction().execute(async trx => {
    const room = await takeNumbers(trx, roomId, isRenamed ? 1 : 0);
    await updateMember(trx, member, {name, name_key: nameKey(name), accepted_rules: rules});
    if (!isRenamed) return undefined;
    const author = {id: member.author_id, role: 'visitor' as const, name};
    await writeEvents(trx, room, [{kind: 'author', data: {author}}], clock.now());
    return room.last_seq;
  });
  if (seq === undefined) return;
  chat.fanout.announce({kind: 'room', room: roomId, shop, from: seq, to: seq});
}

async function updateMember(
  trx: HubTransaction,
  {room_id, visitor_id}: MemberRow,
  changes: Partial<MemberRow>,
): Promise<void> {
  await trx
    .updateTable('room_members')
    .set(changes)
    .where('room_id', '=', room_id)
    .where('visitor_id', '=', visitor_id)
    .execute();
}
