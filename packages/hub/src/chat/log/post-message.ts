import {cleanMessage, MESSAGE_LENGTH} from '@local-widgets/model';
import type {
  ChatAuthor,
  ChatEvent,
  ChatImage,
  ChatVia,
  ProofOfWork,
} from '@local-widgets/model/schemas.js';
import {sha256Hex} from '../../chance-and-clock.js';
import type {HubContext} from '../../context.js';
import {HubProblem, invalidField} from '../../http/problem.js';
import {words} from '../../text/words.js';
import {checkProof} from '../abuse/challenges.js';
import {hubAuthor, memberAuthor, shopAuthor} from '../rooms/authors.js';
import type {LoadedRoom} from '../rooms/load-room.js';
import {checkPace, checkVisitorPost} from './check-post.js';
import {toEvent} from './event-view.js';
import type {EventRow} from './event-view.js';
import {readEvent} from './read-events.js';
import {AlreadyThere, writeMessage} from './write-message.js';
import type {PlannedMessage} from './write-message.js';

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

/**
 * Writes a message into a room's log, once, however often and by how many processes it is asked for with
 * the same id. Message, number, and what must leave the hub because of it stand or fall together.
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

type Draft = Pick<PlannedMessage, 'author' | 'text' | 'alt' | 'hash'>;

function draftOf(room: LoadedRoom, {speaker, text, image}: MessageToPost): Draft {
  const cleaned = cleanMessage(text ?? '');
  if (cleaned === '' && !image) {
    throw invalidField('/text', language => words(language).required);
  }
  if (cleaned.length > MESSAGE_LENGTH) {
    throw invalidField('/text', language => words(language).tooLong(MESSAGE_LENGTH));
  }
  const alt = cleanMessage(image?.alt ?? '');
  const hash = sha256Hex(JSON.stringify([cleaned, image?.id ?? null, alt]));
  return {author: authorOf(room, speaker), text: cleaned || undefined, alt, hash};
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
  const {clock, chat, outbox} = context;
  const {id, shop_id: shop} = room.row;
  const at = clock.now();
  const {isHeld, needsProof} = await checkSpeaker(context, room, message, draft.text, at);
  const proof = needsProof ? await checkProof(context, message.proof) : undefined;
  const plan = {room, message, ...draft, isHeld, proof, at};
  const {seq, image, leaves} = await writeMessage(context, plan);
  const row = eventRow(plan, seq, image);
  chat.feed.offer(id, row);
  chat.fanout.announce({kind: 'room', room: id, shop, from: seq, to: seq});
  if (leaves) outbox.wake();
  return {event: toEvent(row, {authorId: draft.author.id, isModerator: false}), isNew: true};
}

/** @throws HubProblem what keeps a visitor from writing; shops and the hub may as they like */
async function checkSpeaker(
  context: HubContext,
  room: LoadedRoom,
  {speaker, image}: MessageToPost,
  text: string | undefined,
  at: Date,
): Promise<{isHeld: boolean; needsProof: boolean}> {
  if (speaker.role !== 'visitor') return {isHeld: false, needsProof: false};
  const check = {text, hasImage: image !== undefined, ip: speaker.address?.ip};
  const needsProof = await checkPace(context, room, check);
  return {isHeld: checkVisitorPost(room, check, at), needsProof};
}

/** The line of the log as it was written, without reading it. */
function eventRow(
  {message, author, text, isHeld, at}: PlannedMessage,
  seq: number,
  image: ChatImage | undefined,
): EventRow {
  return {
    seq,
    at: at.getTime(),
    kind: isHeld ? 'held' : 'message',
    message_id: message.id,
    data: null,
    author_id: author.id,
    role: author.role,
    name: author.name ?? null,
    via: message.via,
    text: text ?? null,
    image: image ? JSON.stringify(image) : null,
  };
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
