import {randomUUID} from 'node:crypto';
import {Agent, request} from 'node:http';
import {dataFolder, fillDatabase} from '../hub/engine.js';
import {startHubProcess} from '../hub/hub-process.js';
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
    title: 'Hub, SQLite',
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

function put(agent: Agent, address: string, secret: string, body: object): Promise<void> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const outgoing = request(address, {
      agent,
      method: 'PUT',
      headers: {
        authorization: `Bearer ${secret}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      },
    });
    outgoing.on('error', reject);
    outgoing.on('response', answer => {
      let said = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (said += part));
      answer.on('end', () => {
        if (answer.statusCode === 201) resolve();
        else reject(new Error(`The hub answered ${answer.statusCode}: ${said}`));
      });
    });
    outgoing.end(text);
  });
}
