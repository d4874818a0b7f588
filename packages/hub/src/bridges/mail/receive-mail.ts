import {sha256Hex} from '../../chance-and-clock.js';
import {markRoom} from '../../chat/log/marks.js';
import type {Speaker} from '../../chat/log/post-message.js';
import {memberAuthor} from '../../chat/rooms/authors.js';
import type {RoomAccess} from '../../chat/rooms/access.js';
import {loadRoom} from '../../chat/rooms/load-room.js';
import type {LoadedRoom} from '../../chat/rooms/load-room.js';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {keepPicture} from '../inbound/keep-picture.js';
import {shopAccess} from '../inbound/shop-access.js';
import {splitText} from '../inbound/split-text.js';
import {partId, takeMessage} from '../inbound/take-message.js';
import {BRIDGE_WORDS} from '../locales/bridge-words.js';
import type {MailBridgeOptions} from '../options.js';
import {isForged} from './authentication.js';
import type {IgnoredReason} from './automatic.js';
import {seenUpTo} from './message-ids.js';
import type {MailedPicture, ReadMail} from './read-mail.js';
import {readReplyAddress} from './reply-address.js';
import type {ReplyAddress} from './reply-address.js';
import {senderOf} from './sender-of.js';

/** Why a mail is refused: in the words of who sent it. */
export type MailRefusal =
  | 'unknown'
  | 'expired'
  | 'ended'
  | 'stranger'
  | 'forged'
  | 'too-long'
  | 'too-many'
  | 'unreadable'
  | 'blocked';

/** What became of a mail, for one of the conversations that it was sent to. */
export type MailOutcome =
  | {result: 'taken'}
  | {result: 'ignored'; reason: IgnoredReason | 'empty'}
  | {
      result: 'refused';
      reason: MailRefusal;
      /** Whom to tell, where an address was good: nobody else's mail is ever answered. */
      about?: {room: LoadedRoom; from: string};
    };

export interface IncomingMail {
  raw: Uint8Array;
  /** Of the envelope; what the mail itself says where there is none. */
  recipients?: readonly string[];
  /** Of the envelope; empty for a bounce. */
  sender?: string | undefined;
}

/** Mails into one conversation an hour: more of them are two machines that talk. */
const MOST_AN_HOUR = 30;
const HOUR = 3_600_000;
/** Pictures of one mail; the rest is named. */
const MOST_PICTURES = 5;

/** The key with which addresses to answer to are signed. */
export const replyKey = ({secrets}: Pick<HubContext['chat'], 'secrets'>) =>
  secrets.read('bridge-mail');

/**
 * Takes a mail into each conversation that it answers in, once, however often it is delivered.
 *
 * @returns what became of it, one for each address that is one of ours; one at least
 * @throws errors of the database: to be delivered again
 */
export async function receiveMail(
  context: HubContext,
  options: MailBridgeOptions,
  {raw, recipients, sender}: IncomingMail,
): Promise<MailOutcome[]> {
  // what reads mails is for hubs that get some
  const {readMail} = await import('./read-mail.js');
  let mail: ReadMail;
  try {
    mail = await readMail(raw);
  } catch {
    return [{result: 'refused', reason: 'unreadable'}];
  }
  const key = await replyKey(context.chat);
  const addresses = recipients?.length ? recipients : mail.recipients;
  const found = addresses
    .map(address => readReplyAddress(options.address, key, address, context.clock.now()))
    .filter(address => address !== undefined);
  const good = found.filter(address => address !== 'expired');
  if (good.length === 0) {
    return [{result: 'refused', reason: found.length > 0 ? 'expired' : 'unknown'}];
  }
  const ignored = mail.ignored ?? (sender === '' ? 'bounce' : undefined);
  if (ignored) return [{result: 'ignored', reason: ignored}];
  const rooms = new Map(good.map(address => [`${address.side} ${address.room}`, address]));
  const known = {
    ...mail,
    messageId: mail.messageId ?? sha256Hex(Buffer.from(raw).toString('latin1')),
  };
  const outcomes: MailOutcome[] = [];
  for (const address of rooms.values())
    outcomes.push(await takeMail(context, options, known, address));
  return outcomes;
}

type KnownMail = ReadMail & {messageId: string};

async function takeMail(
  context: HubContext,
  options: MailBridgeOptions,
  mail: KnownMail,
  {room: id, side}: ReplyAddress,
): Promise<MailOutcome> {
  const room = await loadSide(context, id, side);
  if (!room) return {result: 'refused', reason: 'unknown'};
  const about = {room, from: mail.from};
  const refused = (reason: MailRefusal): MailOutcome => ({result: 'refused', reason, about});
  if (isForged(mail, options.trustsResultsOf)) return {result: 'refused', reason: 'forged'};
  const sender = await senderOf(context.db, room, side, mail.from);
  if (!sender && !options.acceptsAnySender) return refused('stranger');
  if (await isTooMany(context, id)) return {result: 'refused', reason: 'too-many'};
  const speaker: Speaker = side === 'visitor' ? {role: 'visitor'} : {role: 'shop', ...sender};
  const access = side === 'visitor' ? visitorAccess(room) : shopAccess(room, sender);
  const remoteId = `${mail.messageId} ${id}`;
  try {
    const {images, names} = await keepPictures(context, access, remoteId, mail.pictures);
    const left = [...names, ...mail.otherFiles];
    const {filesLeftOut} = BRIDGE_WORDS[room.row.language === 'en' ? 'en' : 'fr'];
    const note = left.length > 0 ? [`(${filesLeftOut(left.join(', '))})`] : [];
    const texts = splitText([mail.said, ...note].filter(Boolean).join('\n\n'));
    if (!texts) return refused('too-long');
    if (texts.length === 0 && images.length === 0) return {result: 'ignored', reason: 'empty'};
    const data = {messageId: mail.messageId, side};
    await takeMessage(context, {bridge: 'mail', remoteId, room, speaker, texts, images, data});
    await markSeen(context, room, side, mail.references);
    return {result: 'taken'};
  } catch (error) {
    if (!(error instanceof HubProblem)) throw error;
    return refused(refusalOf(error));
  }
}

async function loadSide(
  {db}: Pick<HubContext, 'db'>,
  id: string,
  side: ReplyAddress['side'],
): Promise<LoadedRoom | undefined> {
  const room = await loadRoom(db, id);
  if (room?.row.kind !== 'conversation' || room.row.erased_at !== null) return undefined;
  if (side === 'shop') return room;
  const {visitor_id: visitorId} = room.row;
  const own = visitorId === null ? undefined : await loadRoom(db, id, {visitorId});
  return own?.member && own;
}

function visitorAccess(room: LoadedRoom): RoomAccess {
  const authorId = memberAuthor(room.member!).id;
  return {...room, asking: {role: 'visitor'}, viewer: {authorId, isModerator: false}};
}

async function isTooMany({db, clock}: HubContext, room: string): Promise<boolean> {
  const {count} = await db
    .selectFrom('bridge_messages')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('bridge', '=', 'mail')
    .where('direction', '=', 'in')
    .where('room_id', '=', room)
    .where('at', '>', clock.now().getTime() - HOUR)
    .executeTakeFirstOrThrow();
  return count >= MOST_AN_HOUR;
}

/** @returns those that are kept, and the names of those that cannot be */
async function keepPictures(
  context: HubContext,
  access: RoomAccess,
  remoteId: string,
  pictures: readonly MailedPicture[],
): Promise<{images: {id: string}[]; names: string[]}> {
  const images: {id: string}[] = [];
  const names = pictures.slice(MOST_PICTURES).map(({name}) => name);
  for (const [at, {name, bytes}] of pictures.slice(0, MOST_PICTURES).entries()) {
    const id = partId('mail', `${remoteId} picture`, at);
    try {
      await keepPicture(context, access, {id, bytes});
      images.push({id});
    } catch (error) {
      if (!(error instanceof HubProblem) || error.code !== 'invalid') throw error;
      names.push(name);
    }
  }
  return {images, names};
}

/** Whoever answers a mail has read it. */
async function markSeen(
  context: HubContext,
  room: LoadedRoom,
  role: ReplyAddress['side'],
  references: readonly string[],
): Promise<void> {
  const upTo = Math.min(seenUpTo(references, room.row.id), room.row.last_seq);
  if (upTo > 0) await markRoom(context, room, {kind: 'read', role, upTo});
}

function refusalOf({code}: HubProblem): MailRefusal {
  switch (code) {
    case 'ended':
    case 'room-closed':
      return 'ended';
    case 'blocked':
    case 'blocked-word':
      return 'blocked';
    case 'too-many-requests':
      return 'too-many';
    case 'not-found':
      return 'unknown';
    default:
      return 'unreadable';
  }
}
