// What is written by hand, behind a bare route of the hub's own Fastify: node bare-server.ts TARGET PORT
import {createRequire} from 'node:module';
import {openByHand} from './by-hand.js';
import type {HandTarget} from './engine.js';

/** As much of it as is used here; the package is the hub's. */
interface Fastify {
  post(path: string, answer: (request: Request, reply: Reply) => Promise<Reply>): void;
  get(path: string, answer: () => object): void;
  listen(where: {host: string; port: number}): Promise<string>;
  close(): Promise<void>;
}
type Request = {body: {number: number}};
type Reply = {code(status: number): {send(body: object): Reply}};

const [target = '', port = ''] = process.argv.slice(2);
const {place, close} = await openByHand(JSON.parse(target) as HandTarget);

const hub = createRequire(import.meta.url).resolve('@local-widgets/hub/package.json');
const {fastify} = createRequire(hub)('fastify') as {fastify: () => Fastify};
const app = fastify();
app.post('/', async ({body}, reply) => {
  await place(body.number);
  return reply.code(201).send(body);
});
app.get('/processor', () => process.cpuUsage());
await app.listen({host: '127.0.0.1', port: Number(port)});
process.once('SIGTERM', () => void app.close().then(close));
