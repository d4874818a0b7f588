import type {FastifyRequest} from 'fastify';
import {requireRole} from '../../accounts/require-role.js';
import {sha256Hex} from '../../chance-and-clock.js';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import type {Viewer} from '../log/event-view.js';
import {shopAuthor} from './authors.js';
import {loadRoom} from './load-room.js';
import type {LoadedRoom} from './load-room.js';

/** Who asks for something in a room. */
export type Asking =
  {role: 'visitor'} | {role: 'shop'; personId?: string | undefined; name?: string | undefined};

export interface RoomAccess extends LoadedRoom {
  asking: Asking;
  viewer: Viewer;
}

const SECRET = /^Bearer +([A-Za-z0-9_-]{43})$/i;

/** The secret of a visitor that came with a request; other tokens are none. */
function visitorSecret({headers}: Pick<FastifyRequest, 'headers'>): string | undefined {
  return SECRET.exec(headers.authorization ?? '')?.[1];
}

/** The hash of the secret. @throws HubProblem `unauthorized` without one */
export function requireSecretHash(request: Pick<FastifyRequest, 'headers'>): string {
  const secret = visitorSecret(request);
  if (secret === undefined) throw new HubProblem('unauthorized');
  return sha256Hex(secret);
}

/**
 * A room for who may see it: its visitor, a member of a public room or whoever reads there, and people of
 * its shop. All others are told that there is none, so that nobody learns which rooms there are.
 *
 * @param isOpenToAll whether a public room also takes this from who has neither secret nor session
 * @throws HubProblem `unauthorized` without secret, token or session, whatever the room; `not-found`
 */
export async function accessRoom(
  context: HubContext,
  request: FastifyRequest,
  roomId: string,
  {isOpenToAll = request.method === 'GET'}: {isOpenToAll?: boolean} = {},
): Promise<RoomAccess> {
  const secret = visitorSecret(request);
  if (secret !== undefined) {
    const room = await loadRoom(context.db, roomId, {keyHash: sha256Hex(secret)});
    return asVisitor(room);
  }
  const room = await loadRoom(context.db, roomId);
  try {
    // without a room, the same questions are asked of a shop that is not there
    const caller = await requireRole(context, request, room?.row.shop_id ?? '', 'clerk');
    if (!room) throw new HubProblem('not-found');
    return asShop(room, caller.person);
  } catch (error) {
    const isPublic = isOpenToAll && room?.row.kind === 'public';
    if (isPublic && error instanceof HubProblem) return asVisitor(room);
    const isForbidden = error instanceof HubProblem && error.code === 'forbidden';
    throw isForbidden ? new HubProblem('not-found') : error;
  }
}

function asVisitor(room: LoadedRoom | undefined): RoomAccess {
  if (!room || (room.row.kind === 'conversation' && !room.member))
    throw new HubProblem('not-found');
  return {
    ...room,
    asking: {role: 'visitor'},
    viewer: {authorId: room.member?.author_id, isModerator: false},
  };
}

function asShop(
  room: LoadedRoom,
  person: {id: string; name: string | null} | undefined,
): RoomAccess {
  const asking = {role: 'shop', personId: person?.id, name: person?.name ?? undefined} as const;
  return {
    ...room,
    asking,
    viewer: {authorId: shopAuthor(room.row.id, asking).id, isModerator: true},
  };
}
