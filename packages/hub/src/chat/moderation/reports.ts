import type {ChatReport, Language, ReportRequest} from '@local-widgets/model/schemas.js';
import {uuid7} from '../../chance-and-clock.js';
import type {Database, HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {takeKept} from '../abuse/kept-limits.js';
import {limitOf} from '../abuse/limits.js';
import {messageOf} from '../log/event-view.js';
import type {RoomAccess} from '../rooms/access.js';
import {cleanName} from '../rooms/names.js';
import {audit} from './audit.js';
import {remove} from './moderate.js';

export interface NewReport {
  request: ReportRequest;
  language: Language;
  ip: string;
}

/**
 * Takes a notice (regulation (EU) 2022/2065, art. 16): it is acknowledged at once where an address was
 * given, and the people of the shop are told. Nothing is hidden by a notice alone. The same notice again,
 * while it is open, is the same one.
 *
 * @throws HubProblem `not-found` for a message that who reports cannot see, `too-many-requests`
 */
export async function reportMessage(
  context: HubContext,
  {row, visitorId, viewer}: RoomAccess,
  {request, language, ip}: NewReport,
): Promise<{id: string; receivedAt: string}> {
  const {db, clock, chance, chat, config, outbox} = context;
  const {message: message_id, reason, explanation, email, name} = request;
  await requireVisible(db, row.id, message_id, viewer);
  const limit = limitOf(config.chat.limits.reportsPerHour, 'hour', 0.5);
  const id = uuid7(clock, chance);
  const at = clock.now();
  const address = await chat.secrets.addressKey(ip);
  const known = await db.transaction().execute(async trx => {
    const same = await sameReport(trx, row.id, visitorId, request);
    if (same) return same;
    await takeKept(context, trx, `reports ${address}`, limit);
    await trx
      .insertInto('chat_reports')
      .values({
        id,
        shop_id: row.shop_id,
        room_id: row.id,
        message_id,
        visitor_id: visitorId ?? null,
        reason,
        explanation,
        name: cleanName(name) ?? null,
        email: email ?? null,
        language,
        received_at: at.getTime(),
        state: 'open',
      })
      .execute();
    const about = {kind: 'mail', shopId: row.shop_id, roomId: row.id, data: {report: id}} as const;
    await outbox.enqueue(trx, {...about, template: 'chat-report'});
    if (email !== undefined) {
      const data = {report: id, language};
      await outbox.enqueue(trx, {...about, template: 'chat-report-received', to: email, data});
    }
    return undefined;
  });
  if (known) return {id: known.id, receivedAt: new Date(known.received_at).toISOString()};
  outbox.wake();
  chat.fanout.announce({kind: 'summary', room: row.id, shop: row.shop_id});
  return {id, receivedAt: at.toISOString()};
}

async function sameReport(
  trx: Database,
  room: string,
  visitorId: string | undefined,
  {message, reason, explanation, email}: ReportRequest,
): Promise<{id: string; received_at: number} | undefined> {
  return trx
    .selectFrom('chat_reports')
    .select(['id', 'received_at'])
    .where('room_id', '=', room)
    .where('state', '=', 'open')
    .where('message_id', '=', message)
    .where('reason', '=', reason)
    .where('explanation', '=', explanation)
    .where('email', email === undefined ? 'is' : '=', email ?? null)
    .where('visitor_id', visitorId === undefined ? 'is' : '=', visitorId ?? null)
    .executeTakeFirst();
}

async function requireVisible(
  db: Database,
  room: string,
  message: string,
  {isModerator, authorId}: RoomAccess['viewer'],
): Promise<void> {
  const row = await db
    .selectFrom('chat_messages')
    .select(['state', 'author_id'])
    .where('room_id', '=', room)
    .where('id', '=', message)
    .executeTakeFirst();
  const isSeen = row && (row.state === 'shown' || isModerator || row.author_id === authorId);
  if (!isSeen || row.state === 'deleted') throw new HubProblem('not-found');
}

const reportRows = (db: Database) =>
  db
    .selectFrom('chat_reports as r')
    .leftJoin('chat_messages as m', join =>
      join.onRef('m.room_id', '=', 'r.room_id').onRef('m.id', '=', 'r.message_id'),
    )
    .selectAll('r')
    .select(['m.author_id', 'm.role', 'm.name as author_name', 'm.via', 'm.text', 'm.image']);

type ReportRow = Awaited<ReturnType<ReturnType<typeof reportRows>['execute']>>[number];

const PAGE = 200;

/** The notices of a shop, the oldest first. */
export async function listReports(
  db: Database,
  shop: string,
  state: string | undefined,
): Promise<ChatReport[]> {
  let query = reportRows(db).where('r.shop_id', '=', shop);
  if (state !== undefined) query = query.where('r.state', '=', state);
  const rows = await query.orderBy('r.received_at').orderBy('r.id').limit(PAGE).execute();
  return rows.map(toReport);
}

/** @throws HubProblem `not-found` */
export async function requireReport(
  db: Database,
  id: string,
): Promise<{row: ReportRow; report: ChatReport}> {
  const row = await reportRows(db).where('r.id', '=', id).executeTakeFirst();
  if (!row) throw new HubProblem('not-found');
  return {row, report: toReport(row)};
}

function toReport(row: ReportRow): ChatReport {
  const {id, room_id, reason, explanation, name, email, state} = row;
  return {
    id,
    room: room_id,
    message: messageOf({...row, name: row.author_name}),
    reason: reason as ChatReport['reason'],
    ...(explanation !== null && {explanation}),
    ...(name !== null && {name}),
    ...(email !== null && {email}),
    receivedAt: new Date(row.received_at).toISOString(),
    state: state as ChatReport['state'],
    ...(row.decided_at !== null && {
      decision: {
        reason: row.decision_reason ?? '',
        decidedAt: new Date(row.decided_at).toISOString(),
      },
    }),
  };
}

export interface ReportDecision {
  decision: 'keep' | 'remove';
  reason: string;
}

/**
 * Decides a notice, once; who sent it is told with the reason and how to contest (art. 16 (5) and 17).
 *
 * @param access of the room, for somebody of its shop
 * @throws HubProblem `not-found`, `wrong-state` when it was decided otherwise before
 */
export async function decideReport(
  context: HubContext,
  access: RoomAccess,
  id: string,
  {decision, reason}: ReportDecision,
): Promise<ChatReport> {
  const {db, clock, outbox, chat} = context;
  const {report} = await requireReport(db, id);
  const state = decision === 'keep' ? 'kept' : 'removed';
  const personId = access.asking.role === 'shop' ? access.asking.personId : undefined;
  const {id: roomId, shop_id: shop} = access.row;
  if (decision === 'remove' && report.state === 'open') {
    await remove(context, access, {messageId: report.message.id, reason});
  }
  await db.transaction().execute(async trx => {
    const decided = await trx
      .updateTable('chat_reports')
      .set({
        state,
        decision_reason: reason,
        decided_by: personId ?? null,
        decided_at: clock.now().getTime(),
      })
      .where('id', '=', id)
      .where('state', '=', 'open')
      .returning(['email', 'language'])
      .executeTakeFirst();
    if (!decided) return;
    if (decision === 'keep') {
      const entry = {shop, room: roomId, personId, subject: id, reason};
      await audit(context, trx, {...entry, action: 'keep'});
    }
    if (decided.email === null) return;
    await outbox.enqueue(trx, {
      kind: 'mail',
      template: 'chat-report-decided',
      shopId: shop,
      roomId,
      to: decided.email,
      data: {report: id, language: decided.language === 'en' ? 'en' : 'fr'},
    });
  });
  outbox.wake();
  chat.fanout.announce({kind: 'summary', room: roomId, shop});
  const {report: now} = await requireReport(db, id);
  if (now.state !== state) throw new HubProblem('wrong-state');
  return now;
}
