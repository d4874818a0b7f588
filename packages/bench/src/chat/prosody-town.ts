import {spawn, type ChildProcess} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {freePort} from '@local-widgets/dev/src/free-port.js';
import type {OpenTown} from './town.js';
import {XmppGuest} from './xmpp-guest.js';

/** Guests that come at the same time: each joining tells everybody in the room. */
const AT_ONCE = 20;

/**
 * Prosody's rooms (XEP-0045) over WebSocket (RFC 7395), guests by SASL ANONYMOUS, every message archived
 * in SQLite as ours are: the set-up that a town would choose.
 */
export const prosodyTown: OpenTown = async (size, hear) => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-prosody-'));
  const port = await freePort();
  await writeFile(join(folder, 'prosody.cfg.lua'), configuration(folder, port));
  const server = spawn('prosody', ['-F', '--config', join(folder, 'prosody.cfg.lua')], {
    stdio: 'ignore',
  });
  await listening(port, server);

  const guests: XmppGuest[] = [];
  const all = Array.from({length: size.rooms * size.visitors}, (_, at) => at);
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const joined = all.slice(at, at + AT_ONCE).map(async number => {
      const room = `room${number % size.rooms}@rooms.localhost`;
      guests[number] = await XmppGuest.join(`ws://127.0.0.1:${port}/xmpp-websocket`, {
        room,
        nick: `guest${number}`,
        hear,
      });
    });
    await Promise.all(joined);
  }

  let next = 0;
  return {
    processes: [server.pid!],
    say(room, text) {
      // somebody of that room, another one each time
      const speaker = room + size.rooms * (next++ % size.visitors);
      guests[speaker]!.say(text);
      return Promise.resolve();
    },
    async stop() {
      for (const guest of guests) guest.leave();
      server.kill();
      await new Promise(resolve => server.once('close', resolve));
      await rm(folder, {recursive: true, force: true});
    },
  };
};

async function listening(port: number, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      return;
    } catch {
      await wait(100);
    }
  }
  throw new Error('Prosody ended while it was to start.');
}

function configuration(folder: string, port: number): string {
  return `
pidfile = "${folder}/prosody.pid"; data_path = "${folder}"
run_as_root = true; log = { error = "${folder}/prosody.log" }
network_backend = "epoll"; interfaces = { "127.0.0.1" }
modules_enabled = { "disco", "saslauth", "ping", "smacks", "websocket" }
modules_disabled = { "s2s", "offline" }
http_ports = { ${port} }; http_interfaces = { "127.0.0.1" }; https_ports = {}; c2s_ports = {}; s2s_ports = {}
consider_websocket_secure = true; c2s_require_encryption = false; allow_unencrypted_plain_auth = true
http_default_host = "guest.localhost"
storage = "sql"; sql = { driver = "SQLite3", database = "prosody.sqlite" }
VirtualHost "guest.localhost"
  authentication = "anonymous"
Component "rooms.localhost" "muc"
  modules_enabled = { "muc_mam" }
  restrict_room_creation = false
  muc_room_locking = false
  muc_room_default_persistent = true
  muc_room_default_history_length = 0
  muc_log_by_default = true
`;
}
