import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {it, describe} from 'node:test';
import {fileURLToPath} from 'node:url';
import {forEachDatabase} from '../support/databases.js';
import {runCommand, startChild} from '../support/hub-child.js';
import {addBusyShop, attempt, checkInvariants, send, slotsOf} from '../support/load.js';

const BIN = fileURLToPath(new URL('../../bin/local-widgets-hub.mjs', import.meta.url));

describe('the program', () => {
  it('says which Node it needs before it loads anything', async () => {
    const old = "Object.defineProperty(process.versions, 'node', {value: '20.20.2'})";
    const args = ['--import', `data:text/javascript,${encodeURIComponent(old)}`, BIN];
    const [code, text] = await new Promise<[unknown, string]>(resolve =>
      execFile(process.execPath, args, (error, _out, stderr) => resolve([error?.code, stderr])),
    );
    assert.equal(code, 1);
    assert.match(text, /^The hub needs Node 22\.14 or later; this is Node 20\.20\.2\./);
  });
});

forEachDatabase((_name, open) => {
  it('ends what is under way before it stops, and leaves nothing open', async () => {
    const database = await open();
    await addBusyShop(database.db);
    const hub = await startChild(database);
    const slots = await slotsOf(hub.address);
    await send(hub.address, attempt(1000, slots));
    const sent = Array.from({length: 40}, (_, number) => send(hub.address, attempt(number, slots)));
    // at least one has come in when it is told to stop
    await Promise.race(sent);
    const stopped = hub.stop();
    const answers = await Promise.allSettled(sent);
    assert.equal(await stopped, 0, hub.output());
    const taken = answers.filter(
      answer => answer.status === 'fulfilled' && answer.value.status === 201,
    );
    assert.ok(taken.length > 0);
    const {orders} = await checkInvariants(database.db, []);
    assert.equal(orders, taken.length + 1, 'what was not answered was not written');
    await assert.rejects(fetch(hub.address));
  });

  it('takes no more than a slot holds, from two processes at once', async () => {
    const database = await open();
    await addBusyShop(database.db, {orders: 10});
    const hubs = [await startChild(database), await startChild(database)];
    const [slot] = await slotsOf(hubs[0]!.address);
    const answers = await Promise.all(
      Array.from({length: 60}, (_, number) =>
        send(hubs[number % 2]!.address, attempt(number, [slot!])),
      ),
    );
    const statuses = answers.map(({status}) => status).sort();
    assert.deepEqual(statuses, [...Array<number>(10).fill(201), ...Array<number>(50).fill(409)]);
    const {orders} = await checkInvariants(database.db, []);
    assert.equal(orders, 10);
    for (const hub of hubs) assert.equal(await hub.stop(), 0, hub.output());
  });

  it('answers one key once, from two processes at once', async () => {
    const database = await open();
    await addBusyShop(database.db);
    const hubs = [await startChild(database), await startChild(database)];
    const slots = await slotsOf(hubs[0]!.address);
    for (let number = 0; number < 10; number++) {
      const order = attempt(number, slots);
      const both = await Promise.all(hubs.map(hub => send(hub.address, order)));
      const texts = await Promise.all(both.map(answer => answer.text()));
      assert.deepEqual(
        both.map(({status}) => status),
        [201, 201],
      );
      assert.equal(texts[0], texts[1]);
    }
    assert.equal((await checkInvariants(database.db, [])).orders, 10);
    for (const hub of hubs) assert.equal(await hub.stop(), 0, hub.output());
  });

  it('brings the database up to date once when two start on an empty one', async () => {
    const database = await open({isEmpty: true});
    const both = await Promise.all([
      runCommand(database, 'migrate'),
      runCommand(database, 'migrate'),
    ]);
    for (const {code, output} of both) assert.equal(code, 0, output);
  });
});
