import type {FastifyRequest} from 'fastify';
import type {Caller} from '../accounts/require-role.js';
import type {SessionPerson} from '../accounts/sessions.js';
import type {RoomAccess} from '../chat/rooms/access.js';

/** What is known of who asks, once the route's rule let them pass. */
interface Granted {
  caller?: Caller;
  person?: SessionPerson;
  room?: RoomAccess;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Read it by the functions below. */
    granted: Granted | null;
  }
}

/** Who asks, at a route for people of a shop or for admins. */
export const callerOf = (request: FastifyRequest): Caller => known(request, 'caller');

/** Who asks, at a route for who is signed in. */
export const personOf = (request: FastifyRequest): SessionPerson => known(request, 'person');

/** The room and who asks in it, at a route that is about one. */
export const roomAccessOf = (request: FastifyRequest): RoomAccess => known(request, 'room');

function known<Name extends keyof Granted>(
  {granted, routeOptions}: FastifyRequest,
  name: Name,
): NonNullable<Granted[Name]> {
  const found = granted?.[name];
  if (found === undefined) {
    throw new Error(`${routeOptions.url} asks for the ${name} of a rule that it does not declare.`);
  }
  return found;
}
