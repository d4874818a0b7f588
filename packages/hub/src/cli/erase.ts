import type {Contact, VisitorContact} from '@local-widgets/model/schemas.js';
import {eraseConversation} from '../chat/rooms/erase-room.js';
import type {Database} from '../context.js';
import {HubProblem} from '../http/problem.js';
import {eraseOrder} from '../orders/erase-order.js';
import {CliError} from './cli-error.js';
import type {CommandCall} from './commands.js';
import {withContext} from './with-context.js';

/**
 * Erases who placed one order or wrote in one conversation, or all of both with an e-mail address; what is
 * under way is told.
 */
export async function erase({config, options, io}: CommandCall): Promise<number> {
  const {order, email, room} = options;
  if ([order, email, room].filter(option => option !== undefined).length !== 1) {
    throw new CliError('Say which: erase --order ID, --room ID, or --email ADDRESS.');
  }
  return withContext(config, async context => {
    const rooms = order === undefined ? await conversationsOf(context.db, {room, email}) : [];
    for (const id of rooms) await eraseConversation(context, id);
    if (rooms.length > 0) io.out(`${rooms.length} conversations erased.`);
    if (room !== undefined) return rooms.length > 0 ? 0 : noSuchRoom();
    const ids = order === undefined ? await ordersOf(context.db, email!) : [order];
    let erased = 0;
    let underWay = 0;
    for (const id of ids) {
      try {
        if (await eraseOrder(context, id, 'hub')) erased++;
      } catch (error) {
        if (!(error instanceof HubProblem && error.code === 'wrong-state')) throw error;
        underWay++;
        io.fail(`Order ${id} is under way: cancel it first, or wait until it is collected.`);
      }
    }
    io.out(`${erased} erased, of ${ids.length}.`);
    return underWay === 0 ? 0 : 1;
  });
}

function noSuchRoom(): never {
  throw new CliError('There is no such conversation.');
}

/** Those of one contact, or the one with an id; what was erased has no visitor any more. */
async function conversationsOf(
  db: Database,
  {room, email}: {room: string | undefined; email: string | undefined},
): Promise<string[]> {
  const conversations = db
    .selectFrom('rooms')
    .select(['id', 'contact'])
    .where('kind', '=', 'conversation')
    .where('erased_at', 'is', null);
  if (room !== undefined) {
    return (await conversations.where('id', '=', room).execute()).map(({id}) => id);
  }
  const wanted = email!.trim().toLowerCase();
  const rows = await conversations.where('contact', 'is not', null).execute();
  return rows
    .filter(({contact}) => (JSON.parse(contact!) as VisitorContact).email?.toLowerCase() === wanted)
    .map(({id}) => id);
}

/** Reads them all: contacts are JSON, and no index shall tell who ordered where. */
async function ordersOf(db: Database, email: string): Promise<string[]> {
  const wanted = email.trim().toLowerCase();
  const rows = await db
    .selectFrom('orders')
    .select(['id', 'contact'])
    .where('contact', 'is not', null)
    .execute();
  return rows
    .filter(({contact}) => (JSON.parse(contact!) as Contact).email?.toLowerCase() === wanted)
    .map(({id}) => id);
}
