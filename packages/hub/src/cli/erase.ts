import type {Contact} from '@local-widgets/model/schemas.js';
import type {Database} from '../context.js';
import {HubProblem} from '../http/problem.js';
import {eraseOrder} from '../orders/erase-order.js';
import {CliError} from './cli-error.js';
import type {CommandCall} from './commands.js';
import {withContext} from './with-context.js';

/** Erases who placed one order, or all orders with an e-mail address; what is under way is told. */
export async function erase({config, options, io}: CommandCall): Promise<number> {
  const {order, email} = options;
  if ((order === undefined) === (email === undefined)) {
    throw new CliError('Say which: erase --order ID, or erase --email ADDRESS.');
  }
  return withContext(config, async context => {
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
