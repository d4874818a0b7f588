import {createServer} from 'node:http';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {wait} from './seeded.js';

const FAULTS = ['drop-request', 'drop-reply', 'delay', 'double', 'again-later', 'none'] as const;
type Fault = (typeof FAULTS)[number];

export interface BadNetwork {
  address: string;
  /** How often each fault was made. */
  faults: Record<Fault, number>;
  close(): Promise<void>;
}

/** A way to a server on which requests and replies get lost, late and doubled. */
export async function badNetwork(target: string, chance: () => number): Promise<BadNetwork> {
  const faults = Object.fromEntries(FAULTS.map(fault => [fault, 0])) as Record<Fault, number>;
  const late: Promise<unknown>[] = [];

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const body = Buffer.concat((await request.toArray()) as Buffer[]);
    const forward = () => forwardTo(target, request, body);
    const fault = FAULTS[Math.floor(chance() * FAULTS.length)]!;
    faults[fault]++;
    if (fault === 'drop-request') return void request.socket.destroy();
    const answers = [forward()];
    if (fault === 'double') answers.push(forward());
    const [answer] = [await Promise.race(answers), await Promise.allSettled(answers)];
    if (fault === 'drop-reply') return void request.socket.destroy();
    if (fault === 'delay') await wait(chance() * 200);
    if (fault === 'again-later') late.push(wait(chance() * 200).then(forward));
    response.writeHead(answer.status, {'content-type': answer.type}).end(answer.text);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    faults,
    async close() {
      await Promise.allSettled(late);
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

async function forwardTo(target: string, request: IncomingMessage, body: Buffer) {
  const answer = await fetch(`${target}${request.url}`, {
    method: request.method!,
    headers: {
      'content-type': request.headers['content-type'] ?? 'application/json',
      'idempotency-key': String(request.headers['idempotency-key'] ?? ''),
    },
    ...(body.length > 0 && {body: new Uint8Array(body)}),
  });
  const type = answer.headers.get('content-type') ?? 'application/json';
  return {status: answer.status, type, text: await answer.text()};
}
