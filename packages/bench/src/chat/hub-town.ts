import {randomUUID} from 'node:crypto';
import {Agent} from 'node:http';
import {dataFolder, fillDatabase} from '../hub/engine.js';
import {startHubProcess} from '../hub/hub-process.js';
import {put} from './put.js';
import {roomName, seedRooms} from './seed-rooms.js';
import {SseVisitor} from './sse-visitor.js';
import type {OpenTown} from './town.js';

/** A hub on SQLite, durable as it comes, with everybody on a stream of their own. */
export const hubTown: OpenTown = async (size, hear) => {
  const {folder, drop} = await dataFolder();
  const env = {LOCAL_HUB_DATA: folder};
  await fillDatabase(env, folder);
  const secrets = seedRooms(folder, size);
  const hub = await startHubProcess(env, {isQuiet: true});
  const visitors = secrets.map(secret => new SseVisitor(hub.origin, secret, hear));
  await Promise.all(visitors.map(visitor => visitor.open()));
  const agent = new Agent({keepAlive: true, maxSockets: 16});

  let next = 0;
  return {
    processes: [hub.pid],
    say(room, text) {
      const speaker = room + size.rooms * (next++ % size.visitors);
      return put(
        agent,
        `${hub.origin}/v1/rooms/${roomName(room)}/messages/${randomUUID()}`,
        secrets[speaker]!,
        {text},
      );
    },
    async comeBack(meanwhile, missed) {
      for (const visitor of visitors) visitor.close();
      await meanwhile();
      const start = performance.now();
      await Promise.all(visitors.map(visitor => visitor.catchUp(missed)));
      return performance.now() - start;
    },
    async stop() {
      for (const visitor of visitors) visitor.close();
      agent.destroy();
      await hub.stop();
      await drop();
    },
  };
};
