import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {ConfigError} from '../../src/config/config-error.js';
import {readConfig} from '../../src/config/read-config.js';

const folder = await mkdtemp(join(tmpdir(), 'hub-config-'));
after(() => rm(folder, {recursive: true, force: true}));

async function read(bridges: unknown, env: Record<string, string> = {}) {
  const file = join(folder, 'hub.json');
  await writeFile(file, JSON.stringify({bridges}));
  return readConfig({env, cwd: '/srv/hub', file}).bridges;
}

async function faultsOf(bridges: unknown, env?: Record<string, string>) {
  try {
    await read(bridges, env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return assert.fail('was taken');
}

describe('the settings of bridges', () => {
  it('are none unless told', async () => {
    assert.deepEqual(await read({}), {});
    assert.deepEqual(readConfig({env: {}, cwd: '/'}).bridges, {});
  });

  it('need little: what is usual is filled in', async () => {
    const mail = {
      address: 'chat@reply.hub.example',
      smtp: {port: 2525, certificateFile: 'c.pem', keyFile: '/k.pem'},
    };
    const xmpp = {domain: 'chat.hub.example', secret: 'secret'};
    const matrix = {homeserver: 'https://matrix.example', domain: 'example.org'};
    assert.deepEqual(await read({mail, xmpp, matrix}), {
      mail: {
        address: 'chat@reply.hub.example',
        acceptsAnySender: false,
        smtp: {
          host: '127.0.0.1',
          port: 2525,
          certificateFile: '/srv/hub/c.pem',
          keyFile: '/k.pem',
        },
      },
      xmpp: {host: '127.0.0.1', port: 5347, domain: 'chat.hub.example', secret: 'secret'},
      matrix: {homeserver: 'https://matrix.example', domain: 'example.org', prefix: 'local_chat_'},
    });
  });

  it('may have their secrets in the environment', async () => {
    const env = {
      LOCAL_HUB_XMPP_SECRET: 'from outside',
      LOCAL_HUB_INBOUND_MAIL_SECRET: 'at-least-twenty-letters',
    };
    const bridges = {mail: {address: 'chat@x.example'}, xmpp: {domain: 'chat.x.example'}};
    const {mail, xmpp} = await read(bridges, env);
    assert.equal(xmpp?.secret, 'from outside');
    assert.equal(mail?.webhookSecret, 'at-least-twenty-letters');
  });

  it('are refused by name, with what is expected', async () => {
    assert.deepEqual(
      await faultsOf({mail: {address: 'conversations@x.example', smtp: {port: 25}}}),
      [
        'bridges.mail.address: found "conversations@x.example". This text does not have the expected form. Write it like chat@reply.hub.example, with at most ten characters before the @ and no +.',
      ],
    );
    assert.deepEqual(await faultsOf({mail: {address: 'chat@x.example'}}), [
      'bridges.mail: answers cannot come in. Set bridges.mail.smtp, bridges.mail.webhookSecret, or both.',
    ]);
    const half = {address: 'chat@x.example', smtp: {port: 25, keyFile: 'k.pem'}};
    assert.match((await faultsOf({mail: half}))[0]!, /belong together/);
    const [domain] = await faultsOf({xmpp: {domain: 'paul@x.example', secret: 's'}});
    assert.match(domain!, /^bridges\.xmpp\.domain: .* chat\.hub\.example/);
    const [server] = await faultsOf({matrix: {homeserver: 'matrix.example', domain: 'x.example'}});
    assert.match(server!, /^bridges\.matrix\.homeserver: .* without a path/);
    assert.match((await faultsOf({irc: {}}))[0]!, /^bridges\.irc: .* not known/);
  });

  it('keep their secrets', async () => {
    const [fault] = await faultsOf({mail: {address: 'chat@x.example', webhookSecret: 'hunter2'}});
    assert.match(fault!, /^bridges\.mail\.webhookSecret: its value cannot be used/);
    assert.doesNotMatch(fault!, /hunter2/);
  });
});
