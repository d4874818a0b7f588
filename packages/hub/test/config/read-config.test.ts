import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {ConfigError} from '../../src/config/config-error.js';
import {readConfig} from '../../src/config/read-config.js';

const folder = await mkdtemp(join(tmpdir(), 'hub-config-'));
after(() => rm(folder, {recursive: true, force: true}));

const read = (env: Record<string, string> = {}, file?: string) =>
  readConfig({env, cwd: '/srv/hub', file});

async function readFileOf(settings: unknown, env: Record<string, string> = {}) {
  const file = join(folder, 'hub.json');
  await writeFile(file, typeof settings === 'string' ? settings : JSON.stringify(settings));
  return read(env, file);
}

async function faultsOf(settings: unknown, env: Record<string, string> = {}) {
  try {
    await readFileOf(settings, env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return assert.fail('was taken');
}

describe('settings', () => {
  it('need nothing to start on one’s own machine', () => {
    const config = read();
    assert.equal(config.host, '127.0.0.1');
    assert.equal(config.dataFolder, '/srv/hub/local-hub-data');
    assert.equal(config.publicUrl, `http://127.0.0.1:${config.port}`);
    assert.equal(config.databaseUrl, undefined);
    assert.equal(config.mail.smtp, undefined);
    assert.deepEqual(config.payments, {});
  });

  it('come from the file, and from the environment over it', async () => {
    const config = await readFileOf(
      {port: 5000, publicUrl: 'https://commandes.example/', mail: {smtp: {host: 'mail.example'}}},
      {PORT: '5001', LOCAL_HUB_SMTP_USER: 'hub', LOCAL_HUB_SMTP_PASSWORD: 'secret'},
    );
    assert.equal(config.port, 5001);
    assert.equal(config.publicUrl, 'https://commandes.example');
    assert.deepEqual(config.mail.from, {address: 'hub@commandes.example'});
    assert.deepEqual(config.mail.smtp, {
      host: 'mail.example',
      port: 587,
      secure: false,
      user: 'hub',
      password: 'secret',
    });
  });

  it('use TLS from the first byte on port 465', async () => {
    const config = await readFileOf({mail: {smtp: {host: 'mail.example', port: 465}}});
    assert.equal(config.mail.smtp?.secure, true);
  });
});

describe('wrong settings', () => {
  it('are refused by name, with what was found and what is expected', async () => {
    assert.deepEqual(await faultsOf({}, {PORT: '70000'}), [
      'PORT: found 70000. At most 65535 is possible. A port is a number from 0 to 65535; 0 takes any free one.',
    ]);
    assert.deepEqual(await faultsOf({publicUrl: 'commandes.example'}), [
      'publicUrl: found "commandes.example". This text does not have the expected form. Write it like https://commandes.example.',
    ]);
    const [port] = await faultsOf({}, {PORT: 'http'});
    assert.match(port!, /^PORT: found "http"\. This must be a whole number/);
    const [unknown] = await faultsOf({prot: 80});
    assert.match(unknown!, /^prot: found 80\. This field is not known/);
  });

  it('are all told at once', async () => {
    const faults = await faultsOf({port: 'x', logLevel: 'loud', host: ''});
    assert.equal(faults.length, 3);
  });

  it('keep their secrets', async () => {
    const wrong = {
      databaseUrl: 'mysql://hub:hunter2@db/hub',
      payments: {fournil: {provider: 'mollie', apiKey: 'hunter2!'}},
    };
    const text = (await faultsOf(wrong)).join('\n');
    assert.match(text, /databaseUrl: its value cannot be used/);
    assert.match(text, /payments\.fournil\.apiKey/);
    assert.doesNotMatch(text, /hunter2/);
  });

  it('tell of a file that cannot be read, is no JSON, or no object', async () => {
    assert.throws(() => read({}, '/nowhere/hub.json'), /\/nowhere\/hub\.json cannot be read/);
    assert.match((await faultsOf('{port: 80}'))[0]!, /is not JSON/);
    assert.match((await faultsOf('[]'))[0]!, /must hold one JSON object/);
  });
});
