import {once} from 'node:events';
import type {RequestListener} from 'node:http';
import {join} from 'node:path';
import {buildQuietly} from '../build.js';
import {whenStopped} from '../children.js';
import {root} from '../root.js';
import {SentenceError} from '../sentence-error.js';
import {listen} from '../serve/listen.js';
import {openPlaces} from './own-places.js';
import {parseOptions, usage, type StartOptions} from './options.js';
import type {TownHub} from './town-hub.js';
import {townServer} from './town-server.js';

const folders = {town: `${root}/examples/town`, scripts: `${root}/packages/embed/dist/cdn`};
const shops = `${folders.town}/hub`;

/** `npm start`: builds, then serves the example town until it is stopped. Returns an exit code. */
export async function main(args: string[]): Promise<number | undefined> {
  let options: StartOptions;
  try {
    options = parseOptions(args, process.env);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}\n`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  try {
    return await start(options);
  } catch (error) {
    const sentence = explain(error, options);
    if (sentence === undefined) throw error;
    process.stderr.write(`${sentence}\n`);
    return 1;
  }
}

async function start(options: StartOptions): Promise<number | undefined> {
  const {places: ownPlaces, port, hubPort, data} = options;
  const places = ownPlaces === undefined ? undefined : await openPlaces(ownPlaces);
  // The ports are taken before the build, which would be for nothing when they are in use.
  let handle: RequestListener = (_request, response) => {
    response.writeHead(503, {'retry-after': '5'}).end('The build is still running.');
  };
  const {server, origin} = await listen((request, response) => {
    handle(request, response);
  }, port);
  try {
    await probe(hubPort);
    if (!(await buildQuietly())) {
      server.close();
      process.stderr.write('The build failed; its messages are above.\n');
      return 1;
    }
    // it looks for built files, and is itself made of what was built
    const {startTownHub} = await import('./town-hub.js');
    const townHub = await startTownHub({port: hubPort, shops, town: origin, data});
    handle = townServer(folders, options, {places, hub: townHub.address});
    process.stdout.write(greeting(origin, townHub));
    // a second signal ends the process at once
    whenStopped(() => townHub.stop());
  } catch (error) {
    server.close();
    throw error;
  }
  return undefined;
}

/** Rejects as listening would: a moment later it is the hub that listens. */
async function probe(port: number): Promise<void> {
  const {server} = await listen(() => undefined, port);
  server.close();
  await once(server, 'close');
}

function greeting(origin: string, {address, data, setUpLink}: TownHub): string {
  const lines = [
    `The example town is at ${origin}/ (stop with Ctrl+C)`,
    `The shops' desk is at ${address}/desk/`,
    ...(setUpLink === undefined ? [] : [`Set up its first admin: ${setUpLink}`]),
    `Mails, which go nowhere else, are written to ${join(data, 'mail')}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** A sentence for mistakes that people can set right themselves. */
function explain(error: unknown, {port, hubPort}: StartOptions): string | undefined {
  if (error instanceof SentenceError) return error.message;
  const {code, port: found = port} = error as NodeJS.ErrnoException & {port?: number};
  return explainPort(code, found, found === hubPort && found !== port ? '--hub-port' : '--port');
}

function explainPort(code: string | undefined, port: number, option: string): string | undefined {
  const another = `choose another one: npm start -- ${option} ${port + 1}`;
  if (code === 'EADDRINUSE') return `Port ${port} is in use; ${another}`;
  if (code === 'EACCES') return `Port ${port} is not allowed here; ${another}`;
  return undefined;
}
