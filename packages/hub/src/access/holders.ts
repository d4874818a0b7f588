import type {FastifyRequest} from 'fastify';
import {sha256Hex} from '../chance-and-clock.js';
import type {Database, HubContext} from '../context.js';
import {requireSecretHash} from '../chat/rooms/access.js';
import {compileOnce} from '../database/compile-once.js';
import {HubProblem} from '../http/problem.js';
import type {SecretOf} from './access.js';

type Hash = {hash: string};

const orders = compileOnce((db, {hash}: Hash) =>
  db.selectFrom('orders').select('id').where('token_hash', '=', hash),
);
const registrations = compileOnce((db, {hash}: Hash) =>
  db
    .selectFrom('event_links')
    .select('registration_id as id')
    .where('token_hash', '=', hash)
    .where('registration_id', 'is not', null),
);
const proposals = compileOnce((db, {hash}: Hash) =>
  db
    .selectFrom('event_links')
    .select('event_id as id')
    .where('token_hash', '=', hash)
    .where('event_id', 'is not', null),
);

const KEPT = {order: orders, registration: registrations, proposal: proposals};

/**
 * Lets pass who has the secret. A link of the chat is good once and a picture's address holds its own
 * proof: their routes, which have no body, look at them as they use them.
 *
 * @throws HubProblem `not-found`; tells nobody whether there ever was one
 */
export async function requireHolder(
  {db}: Pick<HubContext, 'db'>,
  request: FastifyRequest,
  of: SecretOf,
): Promise<void> {
  if (of === 'chat link') requireSecretHash(request);
  if (of === 'chat link' || of === 'picture') return;
  const {token} = request.params as {token: string};
  if (!(await isKept(db, of, token))) throw new HubProblem('not-found');
}

async function isKept(db: Database, of: keyof typeof KEPT, token: string): Promise<boolean> {
  const rows = await KEPT[of].run(db, {hash: sha256Hex(token)});
  return rows.length > 0;
}
