import type {FastifyRequest} from 'fastify';
import {checkOrigin} from '../accounts/origin-check.js';
import {requirePerson, requireRole} from '../accounts/require-role.js';
import {EVERY_SHOP, includesRole} from '../accounts/roles.js';
import {accessRoom, requireSecretHash} from '../chat/rooms/access.js';
import {requireReport} from '../chat/moderation/reports.js';
import type {HubContext} from '../context.js';
import {HubProblem} from '../http/problem.js';
import type {Access, RoomPart} from './access.js';
import {callerOf} from './granted.js';
import {requireHolder} from './holders.js';

/** Lets pass who may, and notes who it is. @throws HubProblem */
type Guard = (request: FastifyRequest) => Promise<void>;

/** Of a check that waits for nothing. */
const at =
  (check: (request: FastifyRequest) => unknown): Guard =>
  async request => {
    await check(request);
  };

/** What holds a rule before the body is read; `undefined` where there is nothing to hold. */
export function guardOf(context: HubContext, access: Access): Guard | undefined {
  switch (access.who) {
    case 'anyone':
    case 'signer':
      return undefined;
    case 'own page':
      return at(request => checkOrigin(context.config, request));
    case 'holder':
      return request => requireHolder(context, request, access.of);
    case 'visitor':
      return at(requireSecretHash);
    case 'in room':
      return request => enterRoom(context, request, access);
    case 'signed in':
      return async request => {
        request.granted = {person: await requirePerson(context, request)};
      };
    case 'at shop': {
      const role = access.alone?.role ?? access.role;
      return async request => {
        const {shop} = request.params as {shop: string};
        // which stands for all of them where roles are kept, and is no shop's name
        if (shop === EVERY_SHOP) throw new HubProblem('not-found');
        request.granted = {caller: await requireRole(context, request, shop, role)};
      };
    }
    case 'admin':
      return async request => {
        request.granted = {caller: await requireRole(context, request, EVERY_SHOP, 'admin')};
      };
    case 'server':
      return at(access.check);
  }
}

/**
 * What holds a rule that depends on which fields a body has, before it is looked at any further.
 *
 * @throws HubProblem `forbidden`
 */
export function bodyGuardOf(access: Access): Guard | undefined {
  if (access.who !== 'at shop' || !access.alone) return undefined;
  const {role, alone} = access;
  return at(request => {
    const {body} = request;
    const isObject = typeof body === 'object' && body !== null;
    const isAlone = isObject && Object.keys(body).every(key => alone.fields.includes(key));
    if (!isAlone && !includesRole(callerOf(request).role, role)) throw new HubProblem('forbidden');
  });
}

async function enterRoom(
  context: HubContext,
  request: FastifyRequest,
  {as, of}: {as: RoomPart; of: 'room' | 'report'},
): Promise<void> {
  const params = request.params as {room: string; id: string};
  const id = of === 'room' ? params.room : await roomOfReport(context, params.id);
  const room = await accessRoom(context, request, id, {isOpenToAll: as === 'reader'});
  const {role} = room.asking;
  const isWrong = (as === 'moderator' && role !== 'shop') || (as === 'visitor' && role === 'shop');
  if (isWrong) throw new HubProblem('not-found');
  request.granted = {room};
}

/** The room that a notice is about; of one that is not there, none, so that nobody learns which there are. */
async function roomOfReport({db}: HubContext, id: string): Promise<string> {
  const found = await requireReport(db, id).catch((error: unknown) => {
    if (error instanceof HubProblem) return undefined;
    throw error;
  });
  return found?.report.room ?? '';
}

/** Whether who was let in still would be: asked by streams, which outlast sessions and tokens. */
export async function mayStay(context: HubContext, request: FastifyRequest): Promise<boolean> {
  try {
    await guardOf(context, request.routeOptions.config.access)?.(request);
    return true;
  } catch (error) {
    if (error instanceof HubProblem) return false;
    throw error;
  }
}
