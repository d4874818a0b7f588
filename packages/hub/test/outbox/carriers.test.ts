import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readConfig} from '../../src/config/read-config.js';
import {createCarriers} from '../../src/outbox/carriers.js';
import {ForbiddenAddressError} from '../../src/webhooks/guarded-lookup.js';
import {testClock} from '../support/fixtures.js';
import {recordingLog} from '../support/recording-log.js';

const FOLDER = '/no/such/folder';

function carriers({allowLoopback = false} = {}) {
  const {lines, log} = recordingLog();
  const read = readConfig({env: {LOCAL_HUB_DATA: FOLDER}, cwd: '/'});
  const config = {...read, webhooks: {...read.webhooks, allowLoopback}};
  return {lines, ...createCarriers({config, clock: testClock(), log})};
}

const call = {url: 'http://127.0.0.1:1/', headers: {}, body: '{}'};

describe('what takes messages out of the hub', () => {
  it('writes mails to a folder where no server is configured, and says so', () => {
    const {lines, ...all} = carriers();
    const facts = {folder: `${FOLDER}/mail`};
    const sentence = 'No SMTP server is configured: mails are written to this folder.';
    assert.deepEqual(lines, [['warn', facts, sentence]]);
    all.close();
  });

  it('posts to public addresses alone, unless the configuration lets it', async () => {
    const strict = carriers();
    await assert.rejects(strict.post(call), ForbiddenAddressError);
    const open = carriers({allowLoopback: true});
    await assert.rejects(open.post(call), {code: 'ECONNREFUSED'});
  });

  it('breaks off what is under way when it is closed, and begins nothing more', async () => {
    const all = carriers({allowLoopback: true});
    const under = assert.rejects(all.post(call), {name: 'AbortError'});
    all.close();
    await under;
    await assert.rejects(all.post(call), {name: 'AbortError'});
  });
});
