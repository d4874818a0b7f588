import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir} from 'node:fs/promises';
import {describe, it} from 'node:test';
import pg from 'pg';
import {postgresServer} from './postgres.js';
import {folderOf, leaveNote, sharedPostgres} from './shared-postgres.js';
import {wait} from './seeded.js';

const found = await postgresServer();
const skip = typeof found === 'string' ? found : false;

describe('the PostgreSQL of a run', {skip}, () => {
  it('is one for all, replaces what an earlier run left, and ends with its run', async () => {
    const run = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const folder = folderOf(run.pid!);
    await mkdir(folder);
    await leaveNote(folder, {url: 'postgres://postgres@127.0.0.1:1/postgres', template: 'gone'});

    const [one, other] = await Promise.all([sharedPostgres(run.pid), sharedPostgres(run.pid)]);
    assert.deepEqual(one, other);
    assert.ok('url' in one, JSON.stringify(one));
    const client = new pg.Client({connectionString: one.url});
    await client.connect();
    const {rows} = await client.query('select 1 from pg_database where datname = $1', [
      one.template,
    ]);
    assert.equal(rows.length, 1);
    // the server breaks the connection off when it ends
    client.on('error', () => undefined);
    const ended = new Promise<void>(resolve => client.once('end', resolve));

    run.kill('SIGKILL');
    await ended;
    while (existsSync(folder)) await wait(20);
  });
});
