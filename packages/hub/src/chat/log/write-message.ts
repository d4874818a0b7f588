import {sql} from 'kysely';
import type {ChatAuthor, ChatImage} from '@local-widgets/model/schemas.js';
import type {HubContext, HubTransaction} from '../../context.js';
import {isTaken} from '../../database/errors.js';
import {invalidField} from '../../http/problem.js';
import {words} from '../../text/words.js';
import type {CheckedProof} from '../abuse/challenges.js';
import {useProof} from '../abuse/challenges.js';
import {useImage} from '../images/image-store.js';
import type {LoadedRoom} from '../rooms/load-room.js';
import type {RoomRow} from '../rooms/room-row.js';
import {takeNumbers, writeEvents} from './append.js';
import {countPublicPost, memberChangesOf, refuseInState} from './check-post.js';
import {roomChangesOf, tellOfMessage} from './effects.js';
import type {MessageToPost} from './post-message.js';

/** A message that may be written, if the room's row still lets it. */
export interface PlannedMessage {
  room: LoadedRoom;
  message: MessageToPost;
  author: ChatAuthor;
  /** Cleaned; `undefined` for an image alone. */
  text: string | undefined;
  alt: string;
  /** Of what was sent: the same message has the same. */
  hash: string;
  isHeld: boolean;
  proof: CheckedProof;
  at: Date;
}

/** What became of it. */
export interface Written {
  seq: number;
  image: ChatImage | undefined;
  /** Something waits to leave the hub because of it. */
  leaves: boolean;
}

/** The message was there when it was to be written: the transaction is undone. */
export class AlreadyThere extends Error {}

/**
 * Writes a planned message with its number and all that belongs to it, or nothing.
 *
 * @throws AlreadyThere when there is a message with its id; HubProblem
 */
export async function writeMessage(context: HubContext, plan: PlannedMessage): Promise<Written> {
  const seq = isPlain(context, plan) ? await writeAtOnce(context, plan) : undefined;
  // what was not written at once is told why here
  return seq === undefined
    ? writeStepByStep(context, plan)
    : {seq, image: undefined, leaves: false};
}

/** Whether nothing but the message itself is to be written: one statement can do it. */
function isPlain(
  {dialect}: Pick<HubContext, 'dialect'>,
  {room: {row, chat, hasPush}, message, isHeld, proof}: PlannedMessage,
): boolean {
  const {role} = message.speaker;
  const isAnswer = role === 'shop' && row.waiting_since !== null;
  const isForShop = role === 'visitor' && (row.kind === 'conversation' || isHeld);
  const isMailedAtOnce = chat.notifiesByMail && chat.mailAfterMinutes === 0;
  return (
    dialect === 'postgres' &&
    message.image === undefined &&
    proof === undefined &&
    !isAnswer &&
    !(isForShop && (hasPush || isMailedAtOnce))
  );
}

async function writeStepByStep(context: HubContext, plan: PlannedMessage): Promise<Written> {
  const {room, message, text, isHeld, proof, at} = plan;
  return context.db.transaction().execute(async trx => {
    const changes = roomChangesOf(room, message.speaker, at);
    const locked = await takeNumbers(trx, room.row.id, 1, changes);
    const isVisitor = message.speaker.role === 'visitor';
    refuseInState(locked, isVisitor);
    await useProof(trx, proof);
    const image = await imageOf(trx, plan);
    if (!(await insertMessage(trx, locked, plan, image))) throw new AlreadyThere();
    if (isVisitor) await countPublicPost(trx, room, {text, isHeld}, at);
    const kind = isHeld ? 'held' : 'message';
    await writeEvents(trx, locked, [{kind, messageId: message.id}], at);
    await noteContribution(trx, plan);
    const leaves = await tellOfMessage(context, trx, room, {locked, message, isHeld, at});
    return {seq: locked.last_seq, image, leaves};
  });
}

async function imageOf(
  trx: HubTransaction,
  {room, message: {id, image}, author, alt}: PlannedMessage,
): Promise<ChatImage | undefined> {
  if (!image) return undefined;
  const use = {room: room.row.id, image: image.id, message: id, author: author.id};
  const found = await useImage(trx, use);
  if (!found) throw invalidField('/image/id', language => words(language).notOneOf);
  return {id: image.id, ...found, ...(alt && {alt})};
}

/** The row of a message, but for its number. */
const messageRow = (
  {room, message, author, text, hash, isHeld, at}: PlannedMessage,
  image?: ChatImage,
) => ({
  room_id: room.row.id,
  id: message.id,
  author_id: author.id,
  role: author.role,
  name: author.name ?? null,
  visitor_id: message.speaker.role === 'visitor' ? room.member!.visitor_id : null,
  person_id: (message.speaker.role === 'shop' && message.speaker.personId) || null,
  via: message.via,
  text: text ?? null,
  image: image ? JSON.stringify(image) : null,
  body_hash: hash,
  state: isHeld ? 'held' : 'shown',
  at: at.getTime(),
});

/** @returns false when there is a message with this id */
async function insertMessage(
  trx: HubTransaction,
  {last_seq: seq}: RoomRow,
  plan: PlannedMessage,
  image: ChatImage | undefined,
): Promise<boolean> {
  const inserted = await trx
    .insertInto('chat_messages')
    .values({...messageRow(plan, image), seq})
    .onConflict(conflict => conflict.columns(['room_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** For a court alone; see `chat_contributions`. */
function contributionOf({room: {row, member}, message, at}: PlannedMessage) {
  const {speaker, id} = message;
  if (speaker.role !== 'visitor' || !speaker.address) return undefined;
  const {ip: address, port = null} = speaker.address;
  return {
    room_id: row.id,
    message_id: id,
    shop_id: row.shop_id,
    visitor_id: member!.visitor_id,
    address,
    port,
    at: at.getTime(),
  };
}

async function noteContribution(trx: HubTransaction, plan: PlannedMessage): Promise<void> {
  const contribution = contributionOf(plan);
  if (contribution) await trx.insertInto('chat_contributions').values(contribution).execute();
}

/**
 * The same in one statement of PostgreSQL, which is its own transaction: a message costs one round trip
 * there instead of seven. The room's row is locked as it counts up, the steps after it follow only if it
 * did, and a message that is there already breaks the whole of it off.
 *
 * @returns the number; `undefined` when the room, its writer or the slow mode did not let it pass
 */
async function writeAtOnce(
  {db}: Pick<HubContext, 'db'>,
  plan: PlannedMessage,
): Promise<number | undefined> {
  const {room, message, isHeld, at} = plan;
  const now = at.getTime();
  const row = messageRow(plan);
  const contribution = contributionOf(plan);
  const member = memberUpdate(plan);
  const {waiting_since, mail_due_at} = roomChangesOf(room, message.speaker, at);
  const statement = sql<{seq: number}>`
    with ${member ? sql`member as (${member}),` : sql``}
    room as (
      update rooms set last_seq = last_seq + 1, last_at = ${now}
        ${waiting_since === undefined ? sql`` : sql`, waiting_since = ${waiting_since}`}
        ${mail_due_at === undefined ? sql`` : sql`, mail_due_at = ${mail_due_at}`}
      where id = ${row.room_id} and state = 'open'
        ${row.role === 'visitor' ? sql`and is_blocked = 0` : sql``}
        ${member ? sql`and exists (select 1 from member)` : sql``}
      returning last_seq
    ), message as (
      insert into chat_messages (room_id, id, seq, author_id, role, name, visitor_id, person_id, via,
        text, body_hash, state, at)
      select ${row.room_id}, ${row.id}, last_seq, ${row.author_id}, ${row.role}, ${row.name},
        ${row.visitor_id}, ${row.person_id}, ${row.via}, ${row.text}, ${row.body_hash},
        ${row.state}, ${now}::bigint
      from room
    ), ${
      contribution
        ? sql`contribution as (
      insert into chat_contributions (room_id, message_id, shop_id, visitor_id, address, port, at)
      select ${row.room_id}, ${row.id}, ${contribution.shop_id}, ${contribution.visitor_id},
        ${contribution.address}, ${contribution.port}::bigint, ${now}::bigint
      from room
    ),`
        : sql``
    }
    event as (
      insert into chat_events (room_id, seq, at, kind, message_id)
      select ${row.room_id}, last_seq, ${now}::bigint, ${isHeld ? 'held' : 'message'}, ${row.id}
      from room
    )
    select last_seq as seq from room`;
  try {
    return (await statement.execute(db)).rows[0]?.seq;
  } catch (error) {
    throw isTaken(error) ? new AlreadyThere() : error;
  }
}

/** Counts a message of a public room, as long as the slow mode lets it. */
function memberUpdate({room, message, text, isHeld, at}: PlannedMessage) {
  if (!room.rules || message.speaker.role !== 'visitor') return undefined;
  const {latest, hash, shown} = memberChangesOf(room.rules, {text, isHeld}, at);
  const {room_id, visitor_id} = room.member!;
  return sql`
    update room_members set last_message_at = ${at.getTime()}, last_text_hash = ${hash},
      messages = messages + ${shown}
    where room_id = ${room_id} and visitor_id = ${visitor_id}
      and (last_message_at is null or last_message_at <= ${latest})
      and (banned_until is null or banned_until <= ${at.getTime()})
    returning room_id`;
}
