import {cleanMessage, MESSAGE_LENGTH} from '@local-widgets/model';
import type {ChatAuthor, ChatEvent, ChatVia} from '@local-widgets/model/schemas.js';
import {sha256Hex} from '../../chance-and-clock.js';
import type {HubContext, HubTransaction} from '../../context.js';
import {HubProblem, invalidField} from '../../http/problem.js';
import {words} from '../../text/words.js';
import {hubAuthor, memberAuthor, shopAuthor} from '../rooms/authors.js';
import type {LoadedRoom} from '../rooms/load-room.js';
import type {RoomRow} from '../rooms/room-row.js';
import {takeNumbers, writeEvents} from './append.js';
import {toEvent} from './event-view.js';
import {readEvent} from './read-events.js';

/** Who writes. */
export type Speaker =
  /** The member of the loaded room; `address` where it came from by itself, for the legal log. */
  | {role: 'visitor'; address?: {ip: string; port?: number | undefined} | undefined}
  | {role: 'shop'; personId?: string | undefined; name?: string | undefined}
  | {role: 'hub'};

export interface MessageToPost {
  /** UUID, made by whoever sends before the first try. */
  id: string;
  speaker: Speaker;
  text?: string | undefined;
  image?: {id: string; alt?: string | undefined} | undefined;
  via: ChatVia;
}

export interface PostedMessage {
  /** As its author sees it. */
  event: ChatEvent;
  /** False when the same message was there already: nothing was written. */
  isNew: boolean;
}

/** The message was there when it was to be written: the transaction is undone. */
class AlreadyThere extends Error {}

/**
 * Writes a message into a room's log, once, however often and by how many processes it is asked for with
 * the same id. Message, number, and what must leave the hub because of it are one transaction.
 *
 * @throws HubProblem `not-found`, `invalid`, `message-changed` when the id has another content, and
 *   whatever keeps this speaker from writing now; a message that is there already is answered whatever
 *   has changed since
 */
export async function postMessage(
  context: HubContext,
  room: LoadedRoom,
  message: MessageToPost,
): Promise<PostedMessage> {
  const draft = draftOf(room, message);
  try {
    return await write(context, room, message, draft);
  } catch (error) {
    if (!(error instanceof AlreadyThere || error instanceof HubProblem)) throw error;
    const event = await sameMessage(context, room, message.id, draft);
    if (!event) throw error;
    return {event, isNew: false};
  }
}

interface Draft {
  author: ChatAuthor;
  text: string | undefined;
  hash: string;
}

function draftOf({row, member}: LoadedRoom, {speaker, text, image}: MessageToPost): Draft {
  const cleaned = cleanMessage(text ?? '');
  if (cleaned === '' && !image) {
    throw invalidField('/text', language => words(language).required);
  }
  if (cleaned.length > MESSAGE_LENGTH) {
    throw invalidField('/text', language => words(language).tooLong(MESSAGE_LENGTH));
  }
  const author =
    speaker.role === 'shop'
      ? shopAuthor(row.id, speaker)
      : speaker.role === 'hub'
        ? hubAuthor(row.id)
        : member && memberAuthor(member);
  if (!author) throw new HubProblem('rules-not-accepted');
  const content = JSON.stringify([cleaned, image?.id ?? null, image?.alt ?? null]);
  return {author, text: cleaned || undefined, hash: sha256Hex(content)};
}

async function write(
  context: HubContext,
  {row: {id: roomId, shop_id}, member}: LoadedRoom,
  message: MessageToPost,
  {author, text, hash}: Draft,
): Promise<PostedMessage> {
  const {db, clock, chat} = context;
  const at = clock.now();
  const event = await db.transaction().execute(async trx => {
    const room = await takeNumbers(trx, roomId, 1, {last_at: at.getTime()});
    refuseInState(room, message.speaker);
    const {speaker, via, id} = message;
    const seq = room.last_seq;
    const inserted = await trx
      .insertInto('chat_messages')
      .values({
        room_id: roomId,
        id,
        seq,
        author_id: author.id,
        role: author.role,
        name: author.name ?? null,
        visitor_id: speaker.role === 'visitor' ? member!.visitor_id : null,
        person_id: (speaker.role === 'shop' && speaker.personId) || null,
        via,
        text: text ?? null,
        image: null,
        body_hash: hash,
        state: 'shown',
        at: at.getTime(),
      })
      .onConflict(conflict => conflict.columns(['room_id', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!inserted) throw new AlreadyThere();
    await writeEvents(trx, room, [{kind: 'message', messageId: id}], at);
    await noteContribution(trx, room, member?.visitor_id, message, at);
    return {
      seq,
      at: at.toISOString(),
      kind: 'message' as const,
      message: {id, author, ...(text !== undefined && {text}), via},
    };
  });
  chat.fanout.announce({kind: 'room', room: roomId, shop: shop_id, from: event.seq, to: event.seq});
  return {event, isNew: true};
}

function refuseInState({state, is_blocked, kind}: RoomRow, {role}: Speaker): void {
  if (role === 'visitor' && is_blocked) throw new HubProblem('blocked');
  if (state === 'ended') throw new HubProblem(kind === 'public' ? 'room-closed' : 'ended');
}

/** For a court alone; see `chat_contributions`. */
async function noteContribution(
  trx: HubTransaction,
  {id: room_id, shop_id}: RoomRow,
  visitorId: string | undefined,
  {id, speaker}: MessageToPost,
  at: Date,
): Promise<void> {
  if (speaker.role !== 'visitor' || !speaker.address || visitorId === undefined) return;
  const {ip, port = null} = speaker.address;
  await trx
    .insertInto('chat_contributions')
    .values({
      room_id,
      message_id: id,
      shop_id,
      visitor_id: visitorId,
      address: ip,
      port,
      at: at.getTime(),
    })
    .execute();
}

/** The event of a message that is there; `undefined` when there is none with this id. */
async function sameMessage(
  {db}: Pick<HubContext, 'db'>,
  {row: {id: room}}: LoadedRoom,
  messageId: string,
  {author, hash}: Draft,
): Promise<ChatEvent | undefined> {
  const known = await db
    .selectFrom('chat_messages')
    .select(['seq', 'author_id', 'body_hash'])
    .where('room_id', '=', room)
    .where('id', '=', messageId)
    .executeTakeFirst();
  if (!known) return undefined;
  const isSame = known.author_id === author.id && [hash, null].includes(known.body_hash);
  const row = isSame ? await readEvent(db, room, known.seq) : undefined;
  if (!row) throw new HubProblem('message-changed');
  return toEvent(row, {authorId: author.id, isModerator: false});
}
