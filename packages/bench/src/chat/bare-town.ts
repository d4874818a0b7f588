import {once} from 'node:events';
import {Agent} from 'node:http';
import {fileURLToPath} from 'node:url';
import {endChild, startChild} from '@local-widgets/dev/src/children.js';
import {put} from './put.js';
import {SseVisitor} from './sse-visitor.js';
import type {OpenTown} from './town.js';

const SCRIPT = fileURLToPath(new URL('bare-server.ts', import.meta.url));

/** A server that fans out and does nothing else: no members, no limits, no database, nothing to come back to. */
export const bareTown: OpenTown = async (size, hear) => {
  const child = startChild(process.execPath, ['--import', 'tsx', SCRIPT], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(child.stdout!, 'data')) as [Buffer];
  const origin = `http://127.0.0.1:${port.toString()}`;
  const roomOf = (at: number): string => `room-${at % size.rooms}`;
  const visitors = Array.from(
    {length: size.rooms * size.visitors},
    (_, at) => new SseVisitor(origin, roomOf(at), hear),
  );
  await Promise.all(visitors.map(visitor => visitor.open()));
  const agent = new Agent({keepAlive: true, maxSockets: 16});
  return {
    processes: [child.pid!],
    say: (room, text) => put(agent, origin, roomOf(room), {text}),
    async stop() {
      for (const visitor of visitors) visitor.close();
      agent.destroy();
      await endChild(child);
    },
  };
};
