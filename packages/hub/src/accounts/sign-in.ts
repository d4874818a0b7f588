import type {FastifyReply} from 'fastify';
import type {HubContext} from '../context.js';
import {HubProblem} from '../http/problem.js';
import {writeSessionCookie} from './cookie.js';
import {describeSession} from './people.js';
import {findSession, openSession} from './sessions.js';

/** Opens a session for somebody who has proved who they are, and tells what `GET /api/session` would. */
export async function signIn(
  context: HubContext,
  reply: Pick<FastifyReply, 'header'>,
  personId: string,
) {
  const token = await openSession(context, context.db, personId);
  const person = await findSession(context, token);
  if (person === undefined) throw new HubProblem('unauthorized');
  writeSessionCookie(context.config, reply, token);
  return describeSession(context.db, person);
}
