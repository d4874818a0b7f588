import {cleanMessage, MESSAGE_LENGTH} from '@local-widgets/model';
import type {
  ChatAuthor,
  ChatEvent,
  ChatImage,
  ChatMessage,
  ChatVia,
  ProofOfWork,
} from '@local-widgets/model/schemas.js';
import {sha256Hex} from '../../chance-and-clock.js';
import type {HubContext, HubTransaction} from '../../context.js';
import {HubProblem, invalidField} from '../../http/problem.js';
import {words} from '../../text/words.js';
import {checkProof, useProof} from '../abuse/challenges.js';
import {useImage} from '../images/image-store.js';
import {hubAuthor, memberAuthor, shopAuthor} from '../rooms/authors.js';
import type {LoadedRoom} from '../rooms/load-room.js';
import type {RoomRow} from '../rooms/room-row.js';
import {takeNumbers, writeEvents} from './append.js';
import {checkPace, checkVisitorPost, countPublicPost, refuseInState} from './check-post.js';
import {roomChangesOf, tellOfMessage} from './effects.js';
import {toEvent} from './event-view.js';
import {readEvent} from './read-events.js';

/** Who writes. */
export type Speaker =
  /** The member of the loaded room; `address` where it came from a page, for limits and the legal log. */
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
  proof?: ProofOfWork | undefined;
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
 * @param room as `loadRoom` found it, for the visitor when one speaks
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

/** A message before it is written. */
interface Draft {
  author: ChatAuthor;
  text: string | undefined;
  /** Of what was sent: the same message has the same. */
  hash: string;
}

function draftOf(room: LoadedRoom, {speaker, text, image}: MessageToPost): Draft {
  const cleaned = cleanMessage(text ?? '');
  if (cleaned === '' && !image) {
    throw invalidField('/text', language => words(language).required);
  }
  if (cleaned.length > MESSAGE_LENGTH) {
    throw invalidField('/text', language => words(language).tooLong(MESSAGE_LENGTH));
  }
  const alt = cleanMessage(image?.alt ?? '');
  const content = JSON.stringify([cleaned, image?.id ?? null, alt]);
  return {author: authorOf(room, speaker), text: cleaned || undefined, hash: sha256Hex(content)};
}

/** @throws HubProblem `rules-not-accepted` for a visitor who has not joined */
function authorOf({row: {id}, member}: LoadedRoom, speaker: Speaker): ChatAuthor {
  if (speaker.role === 'shop') return shopAuthor(id, speaker);
  if (speaker.role === 'hub') return hubAuthor(id);
  if (!member) throw new HubProblem('rules-not-accepted');
  return memberAuthor(member);
}

async function write(
  context: HubContext,
  room: LoadedRoom,
  message: MessageToPost,
  draft: Draft,
): Promise<PostedMessage> {
  const {db, clock, chat, outbox} = context;
  const {row} = room;
  const at = clock.now();
  const check = checkOf(message, draft);
  const isVisitor = message.speaker.role === 'visitor';
  const needsProof = isVisitor && (await checkPace(context, room, check));
  const isHeld = isVisitor && checkVisitorPost(room, check, at);
  const proof = needsProof ? await checkProof(context, message.proof) : undefined;
  const posted = await db.transaction().execute(async trx => {
    const locked = await takeNumbers(trx, row.id, 1, roomChangesOf(room, message.speaker, at));
    refuseInState(locked, isVisitor);
    await useProof(trx, proof);
    const image = await imageOf(trx, locked, message, draft);
    if (!(await insertMessage(trx, locked, room, {message, draft, image, isHeld, at}))) {
      throw new AlreadyThere();
    }
    if (isVisitor) await countPublicPost(trx, room, {text: draft.text, isHeld}, at);
    const kind = isHeld ? 'held' : 'message';
    await writeEvents(trx, locked, [{kind, messageId: message.id}], at);
    await noteContribution(trx, room, message, at);
    const leaves = await tellOfMessage(context, trx, room, {locked, message, isHeld, at});
    return {seq: locked.last_seq, kind, image, leaves} as const;
  });
  const {seq, kind, image} = posted;
  chat.fanout.announce({kind: 'room', room: row.id, shop: row.shop_id, from: seq, to: seq});
  if (posted.leaves) outbox.wake();
  const event = {seq, at: at.toISOString(), kind, message: shown(message, draft, image)};
  return {event, isNew: true};
}

const checkOf = ({speaker, image, proof}: MessageToPost, {text}: Draft) => ({
  text,
  hasImage: image !== undefined,
  ip: speaker.role === 'visitor' ? speaker.address?.ip : undefined,
  proof,
});

function shown(
  {id, via}: MessageToPost,
  {author, text}: Draft,
  image: ChatImage | undefined,
): ChatMessage {
  return {id, author, ...(text !== undefined && {text}), ...(image && {image}), via};
}

async function imageOf(
  trx: HubTransaction,
  {id: room}: RoomRow,
  {id: message, image}: MessageToPost,
  {author}: Draft,
): Promise<ChatImage | undefined> {
  if (!image) return undefined;
  const alt = cleanMessage(image.alt ?? '');
  const found = await useImage(trx, {room, image: image.id, message, author: author.id});
  if (!found) throw invalidField('/image/id', language => words(language).notOneOf);
  return {id: image.id, ...found, ...(alt && {alt})};
}

interface Writing {
  message: MessageToPost;
  draft: Draft;
  image: ChatImage | undefined;
  isHeld: boolean;
  at: Date;
}

/** @returns false when there is a message with this id */
async function insertMessage(
  trx: HubTransaction,
  {id: room_id, last_seq}: RoomRow,
  {member}: LoadedRoom,
  {message, draft, image, isHeld, at}: Writing,
): Promise<boolean> {
  const {speaker, id, via} = message;
  const {author, text, hash} = draft;
  const inserted = await trx
    .insertInto('chat_messages')
    .values({
      room_id,
      id,
      seq: last_seq,
      author_id: author.id,
      role: author.role,
      name: author.name ?? null,
      visitor_id: speaker.role === 'visitor' ? member!.visitor_id : null,
      person_id: (speaker.role === 'shop' && speaker.personId) || null,
      via,
      text: text ?? null,
      image: image ? JSON.stringify(image) : null,
      body_hash: hash,
      state: isHeld ? 'held' : 'shown',
      at: at.getTime(),
    })
    .onConflict(conflict => conflict.columns(['room_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** For a court alone; see `chat_contributions`. */
async function noteContribution(
  trx: HubTransaction,
  {row: {id: room_id, shop_id}, member}: LoadedRoom,
  {id: message_id, speaker}: MessageToPost,
  at: Date,
): Promise<void> {
  if (speaker.role !== 'visitor' || !speaker.address) return;
  const {ip: address, port = null} = speaker.address;
  const {visitor_id} = member!;
  const who = {room_id, message_id, shop_id, visitor_id};
  await trx
    .insertInto('chat_contributions')
    .values({...who, address, port, at: at.getTime()})
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
