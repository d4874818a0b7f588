import type {ChatVia} from '@local-widgets/model/schemas.js';
import {postMessage} from '../../chat/log/post-message.js';
import type {Speaker} from '../../chat/log/post-message.js';
import type {LoadedRoom} from '../../chat/rooms/load-room.js';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import type {BridgeName} from '../bridge.js';
import {uuid5} from '../uuid5.js';
import {nameMessage} from './bridge-messages.js';

/** A message that came over a bridge, as it is written into the room's log. */
export interface IncomingMessage {
  bridge: Exclude<BridgeName, 'visitor-mail'>;
  /** The same when it is delivered again. */
  remoteId: string;
  room: LoadedRoom;
  speaker: Speaker;
  /** Of `splitText`, and images that are kept already; one of both at least. */
  texts: readonly string[];
  images?: readonly {id: string; alt?: string}[];
  /** What the bridge notes about it. */
  data?: object;
}

/** The id under which a part of a message that came over a bridge is written. */
export const partId = (bridge: BridgeName, remoteId: string, part: number) =>
  uuid5(`${bridge} ${remoteId}${part === 0 ? '' : ` ${part}`}`);

/**
 * Writes what came over a bridge, once: the ids of its messages follow from what it is called there, so that
 * what is delivered twice, to one process or to two, is one.
 *
 * @returns whether anything of it was new
 * @throws HubProblem that keeps the speaker from writing (`ended`, `blocked`, `invalid` …)
 */
export async function takeMessage(
  context: HubContext,
  {bridge, remoteId, room, speaker, texts, images = [], data}: IncomingMessage,
): Promise<boolean> {
  const {db, clock, metrics} = context;
  const via: ChatVia = bridge;
  const parts = [...texts.map(text => ({text})), ...images.map(image => ({image}))];
  let isNew = false;
  try {
    for (const [at, part] of parts.entries()) {
      const id = partId(bridge, remoteId, at);
      const posted = await postMessage(context, room, {id, speaker, via, ...part});
      isNew ||= posted.isNew;
    }
  } catch (error) {
    if (error instanceof HubProblem) {
      metrics.bridgeMessages.inc({bridge, direction: 'in', result: 'refused'});
    }
    throw error;
  }
  const [first, ...more] = parts.map((_, at) => partId(bridge, remoteId, at));
  const name = {bridge, room: room.row.id, direction: 'in', data, at: clock.now()} as const;
  if (first !== undefined) await nameMessage(db, {...name, remoteId, message: first});
  for (const message of more)
    await nameMessage(db, {...name, remoteId: `${remoteId} ${message}`, message});
  if (isNew) metrics.bridgeMessages.inc({bridge, direction: 'in', result: 'taken'});
  return isNew;
}
