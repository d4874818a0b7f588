import {spawn, spawnSync} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {mkdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {freePort} from '../../xmpp/support/prosody.js';
import {until} from '../../support/until.js';

/**
 * A folder with a Debian that has the package `matrix-synapse`, which runs in it by chroot:
 * `debootstrap --variant=minbase sid DIR`, `chroot DIR apt-get install --no-install-recommends matrix-synapse`,
 * `mount --bind /proc DIR/proc`, `mount --bind /dev DIR/dev`.
 */
const ROOT = process.env['SYNAPSE_ROOT'];

/** Why the test with a real homeserver is left out. */
export const withoutSynapse: string | false =
  ROOT === undefined ? 'SYNAPSE_ROOT names no folder in which Synapse is installed' : false;

const SERVER = ['python3', '-m', 'synapse.app.homeserver'];

/** A Synapse of its own, whose users are of `localhost`. */
export class Synapse {
  #process: ChildProcess | undefined;
  #output = '';

  private constructor(readonly url: string) {}

  /** Its address, before it runs. */
  static async prepare(): Promise<Synapse> {
    return new Synapse(`http://127.0.0.1:${await freePort()}`);
  }

  async start(registration: string): Promise<void> {
    const folder = join(ROOT!, 'hs');
    await rm(folder, {recursive: true, force: true});
    await mkdir(folder);
    await writeFile(join(folder, 'hub.yaml'), registration);
    const generate = [
      ...['--server-name', 'localhost', '--config-path', '/hs/hs.yaml'],
      ...['--data-directory', '/hs', '--generate-config', '--report-stats=no'],
    ];
    const made = spawnSync('chroot', [ROOT!, ...SERVER, ...generate], {encoding: 'utf8'});
    if (made.status !== 0) throw new Error(made.stderr);
    await writeFile(join(folder, 'extra.yaml'), extraOf(new URL(this.url).port));
    const args = ['--config-path', '/hs/hs.yaml', '--config-path', '/hs/extra.yaml'];
    const child = spawn('chroot', [ROOT!, ...SERVER, ...args], {stdio: ['ignore', 'pipe', 'pipe']});
    this.#process = child;
    process.once('exit', () => child.kill('SIGKILL'));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (this.#output += chunk.toString()));
    }
    await until('Synapse answers', async () => {
      if (child.exitCode !== null) throw new Error(this.#output);
      const answer = await fetch(`${this.url}/_matrix/client/versions`).catch(() => undefined);
      return answer?.ok;
    });
  }

  async stop(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise(resolve => child.once('close', resolve));
    child.kill('SIGTERM');
    await ended;
  }

  /** Makes an account. @returns how its program asks */
  async register(username: string) {
    const {access_token: token} = await this.#ask('POST', '/register', {
      username,
      password: 'secret',
      auth: {type: 'm.login.dummy'},
    });
    return (method: string, path: string, body?: object) =>
      this.#ask(method, path, body, String(token));
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into it by name
  async #ask(method: string, path: string, body?: object, token?: string): Promise<any> {
    const answer = await fetch(`${this.url}/_matrix/client/v3${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token !== undefined && {authorization: `Bearer ${token}`}),
      },
      ...(body && {body: JSON.stringify(body)}),
    });
    const found: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(found)}`);
    return found;
  }
}

const extraOf = (port: string) => `
enable_registration: true
enable_registration_without_verification: true
app_service_config_files: [/hs/hub.yaml]
trusted_key_servers: []
caches: {sync_response_cache_duration: 0s} # the same question is asked until something has changed
rc_message: {per_second: 1000, burst_count: 1000}
rc_registration: {per_second: 1000, burst_count: 1000}
rc_joins: {local: {per_second: 1000, burst_count: 1000}}
listeners: [{port: ${port}, type: http, tls: false, bind_addresses: ['127.0.0.1'], resources: [{names: [client], compress: false}]}]
`;
