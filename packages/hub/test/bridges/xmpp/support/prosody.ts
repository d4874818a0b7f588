import {spawn, spawnSync} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {connect, createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {until} from '../../support/until.js';

/** Of the component and of accounts alike: it is a test. */
export const SECRET = 'secret';
/** The domain of accounts, and of the component. */
export const DOMAIN = 'localhost';
export const COMPONENT = 'hub.localhost';

/** Why tests with a real Prosody are left out; false where it is installed. */
export const withoutProsody: string | false =
  spawnSync('prosodyctl', ['about'], {stdio: 'ignore'}).error === undefined
    ? false
    : 'Prosody is not installed (apt-get install prosody)';

/** A Prosody of its own in a folder of its own, on free ports of this machine. */
export class Prosody {
  #process: ChildProcess | undefined;
  #output = '';

  private constructor(
    readonly folder: string,
    readonly ports: {client: number; component: number},
  ) {}

  static async start(accounts: readonly string[]): Promise<Prosody> {
    const folder = await mkdtemp(join(tmpdir(), 'hub-prosody-'));
    const ports = {client: await freePort(), component: await freePort()};
    const prosody = new Prosody(folder, ports);
    await mkdir(join(folder, 'data'));
    await writeFile(prosody.#config, configOf(folder, ports));
    for (const account of accounts) prosody.#register(account);
    await prosody.resume();
    return prosody;
  }

  get #config(): string {
    return join(this.folder, 'prosody.cfg.lua');
  }

  #register(account: string): void {
    const args = ['--config', this.#config, 'register', account, DOMAIN, SECRET];
    const {status, stdout, stderr} = spawnSync('prosodyctl', args, {encoding: 'utf8'});
    if (status !== 0) throw new Error(`prosodyctl: ${stdout}${stderr}`);
  }

  /** Starts it (again), with what it knew. */
  async resume(): Promise<void> {
    const child = spawn('prosody', ['-F', '--config', this.#config], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    // a test that is cut off leaves nothing behind
    process.once('exit', () => child.kill('SIGKILL'));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (this.#output += chunk.toString()));
    }
    await until(`Prosody listens: ${this.#output}`, () => isListening(this.ports.component));
  }

  /** Stops it at once, as a power cut does. */
  async pause(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise(resolve => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<void> {
    await this.pause();
    await rm(this.folder, {recursive: true, force: true});
  }
}

function configOf(folder: string, {client, component}: Prosody['ports']): string {
  return `
pidfile = "${folder}/prosody.pid"; data_path = "${folder}/data"
run_as_root = true
log = { warn = "*console" }
interfaces = { "127.0.0.1" }
modules_enabled = { "roster", "saslauth", "disco", "blocklist", "carbons", "ping", "mam" }
modules_disabled = { "s2s", "tls", "http" }
c2s_ports = { ${client} }; component_ports = { ${component} }; component_interfaces = { "127.0.0.1" }
s2s_ports = {}; http_ports = {}; https_ports = {}
c2s_require_encryption = false; allow_unencrypted_plain_auth = true
storage = "internal"; default_archive_policy = true
VirtualHost "${DOMAIN}"
  authentication = "internal_plain"
Component "${COMPONENT}"
  component_secret = "${SECRET}"
`;
}

function isListening(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({port, host: '127.0.0.1'});
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const {port} = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
