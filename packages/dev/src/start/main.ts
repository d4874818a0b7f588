import type {RequestListener} from 'node:http';
import {buildQuietly} from '../build.js';
import {root} from '../root.js';
import {SentenceError} from '../sentence-error.js';
import {listen} from '../serve/listen.js';
import {openPlaces} from './own-places.js';
import {parseOptions, usage, type StartOptions} from './options.js';
import {townServer} from './town-server.js';

const folders = {town: `${root}/examples/town`, scripts: `${root}/packages/embed/dist/cdn`};

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
    const sentence = explain(error, options.port);
    if (sentence === undefined) throw error;
    process.stderr.write(`${sentence}\n`);
    return 1;
  }
}

async function start(options: StartOptions): Promise<number | undefined> {
  const places = options.places === undefined ? undefined : await openPlaces(options.places);
  // The port is taken before the build, which would be for nothing when it is in use.
  let handle: RequestListener = (_request, response) => {
    response.writeHead(503, {'retry-after': '5'}).end('The build is still running.');
  };
  const {server, origin} = await listen((request, response) => {
    handle(request, response);
  }, options.port);
  if (!(await buildQuietly())) {
    server.close();
    process.stderr.write('The build failed; its messages are above.\n');
    return 1;
  }
  handle = townServer(folders, options, places);
  process.stdout.write(`The example town is at ${origin}/ (stop with Ctrl+C)\n`);
  return undefined;
}

/** A sentence for mistakes that people can set right themselves. */
function explain(error: unknown, port: number): string | undefined {
  if (error instanceof SentenceError) return error.message;
  const {code} = error as NodeJS.ErrnoException;
  const another = `choose another one: npm start -- --port ${port + 1}`;
  if (code === 'EADDRINUSE') return `Port ${port} is in use; ${another}`;
  if (code === 'EACCES') return `Port ${port} is not allowed here; ${another}`;
  return undefined;
}
