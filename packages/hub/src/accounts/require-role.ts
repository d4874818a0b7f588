import type {FastifyRequest} from 'fastify';
import type {HubContext} from '../context.js';
import {HubProblem} from '../http/problem.js';
import {findTokenRole} from './api-tokens.js';
import {readSessionToken} from './cookie.js';
import {checkOrigin} from './origin-check.js';
import {EVERY_SHOP, highestRole, includesRole, type Role} from './roles.js';
import {findSession, type SessionPerson} from './sessions.js';

/** Who is asking, once it is known that they may. */
export interface Caller {
  role: Role;
  /** Absent for a program with an API token. */
  person?: SessionPerson;
}

type AccountContext = Pick<HubContext, 'db' | 'clock' | 'config'>;

/**
 * Lets pass who has the role, or a higher one, for the shop: by `Authorization: Bearer` or by the
 * session's cookie, which needs the hub's own origin for writes.
 *
 * @param shopId an existing shop's or not; `*` asks for an admin of the hub
 * @throws HubProblem `unauthorized` without a valid token or session, `forbidden` with too low a role,
 *   `not-found` when an admin asks for a shop that is not there
 */
export async function requireRole(
  context: AccountContext,
  request: FastifyRequest,
  shopId: string,
  role: Role,
): Promise<Caller> {
  const caller = await findCaller(context, request, shopId);
  if (caller === undefined || !includesRole(caller.role, role)) throw new HubProblem('forbidden');
  if (caller.role === 'admin' && shopId !== EVERY_SHOP) await requireShop(context, shopId);
  return caller;
}

/**
 * Whose session it is.
 *
 * @throws HubProblem `unauthorized`; `forbidden` for a write from another origin
 */
export async function requirePerson(
  context: AccountContext,
  request: FastifyRequest,
): Promise<SessionPerson> {
  const token = readSessionToken(context.config, request);
  const person = token === undefined ? undefined : await findSession(context, token);
  if (person === undefined) throw new HubProblem('unauthorized');
  checkOrigin(context.config, request);
  return person;
}

async function findCaller(
  context: AccountContext,
  request: FastifyRequest,
  shopId: string,
): Promise<Caller | undefined> {
  const {authorization} = request.headers;
  if (authorization !== undefined) {
    const [, token] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    const found = token === undefined ? undefined : await findTokenRole(context, token);
    if (found === undefined) throw new HubProblem('unauthorized');
    return found.shopId === shopId ? {role: found.role} : undefined;
  }
  const person = await requirePerson(context, request);
  const role = await roleOf(context, person.id, shopId);
  return role && {role, person};
}

/** The role of a person for a shop; `undefined` when it is none of theirs. */
async function roleOf(
  {db}: Pick<HubContext, 'db'>,
  personId: string,
  shopId: string,
): Promise<Role | undefined> {
  const rows = await db
    .selectFrom('memberships')
    .select('role')
    .where('person_id', '=', personId)
    .where('shop_id', 'in', [shopId, EVERY_SHOP])
    .execute();
  return highestRole(rows.map(row => row.role as Role));
}

async function requireShop({db}: AccountContext, shopId: string): Promise<void> {
  const shop = await db
    .selectFrom('shops')
    .select('id')
    .where('id', '=', shopId)
    .executeTakeFirst();
  if (shop === undefined) throw new HubProblem('not-found');
}
