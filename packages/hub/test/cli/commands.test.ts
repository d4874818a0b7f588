import assert from 'node:assert/strict';
import {mkdtemp, rm, truncate, writeFile, readFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, it} from 'node:test';
import {main} from '../../src/cli/main.js';
import {readRows, sumTables} from '../../src/database/table-rows.js';
import {chatHub, clerk, publicRoom, Visitor} from '../chat/support/guests.js';
import {forEachDatabase} from '../support/databases.js';
import type {TestDatabase} from '../support/databases.js';
import {testChance} from '../support/fixtures.js';
import {testHub} from '../support/test-hub.js';

const folder = await mkdtemp(join(tmpdir(), 'hub-cli-'));
after(() => rm(folder, {recursive: true, force: true}));

/** Runs a command in this process. */
async function run({env}: Pick<TestDatabase, 'env'>, ...args: string[]) {
  let out = '';
  const add = (line: string) => (out += `${line}\n`);
  const untilStopped = () => Promise.resolve();
  const io = {
    env: {...env, PORT: '0', LOCAL_HUB_LOG_LEVEL: 'silent'},
    cwd: folder,
    out: add,
    fail: add,
    untilStopped,
  };
  return {code: await main(args, io), out};
}

let files = 0;
const newFile = (end: string) => join(folder, `${++files}${end}`);

async function withOrders(database: TestDatabase) {
  const hub = await testHub(database);
  const {body} = await hub.order();
  await hub.order({lines: [{product: 'tarte', quantity: 1}], expectedTotal: 1450});
  return {hub, order: body.order as {id: string}};
}

forEachDatabase((name, open) => {
  it('backs up while the hub runs, and restores to the last row', async () => {
    const database = await open();
    const {hub} = await withOrders(database);
    const file = newFile('.backup');
    const made = await run(database, 'backup', file);
    assert.equal(made.code, 0, made.out);
    assert.equal((await run(database, 'backup', file)).code, 1, 'nothing is written over');
    const before = await sumTables(readRows(database.db));
    await hub.order();

    const empty = await open();
    const restored = await run(empty, 'restore', file);
    assert.equal(restored.code, 0, restored.out);
    assert.deepEqual(await sumTables(readRows(empty.db)), before);
    const again = await run(empty, 'restore', file);
    assert.equal(again.code, 1);
    assert.match(again.out, /has data already/);

    // the restored hub goes on: numbers that count up do not start again
    const next = await testHub(empty, {shop: null});
    assert.equal((await next.order({}, 'key-after-restore')).status, 201);
    const events = await empty.db.selectFrom('order_events').select('id').execute();
    assert.equal(new Set(events.map(({id}) => id)).size, 3);
  });

  it('restores nothing from half a backup, or from another file', async () => {
    const database = await open();
    await withOrders(database);
    const file = newFile('.backup');
    await run(database, 'backup', file);
    const bytes = await readFile(file);
    await truncate(file, Math.floor(bytes.length * 0.6));
    const other = newFile('.txt');
    await writeFile(other, 'a letter\nto nobody\n');
    for (const wrong of [file, other, newFile('.missing')]) {
      const empty = await open();
      const {code, out} = await run(empty, 'restore', wrong);
      assert.equal(code, 1, out);
      assert.match(out, /damaged|not whole|no backup|cannot be read|malformed/, out);
      assert.deepEqual(await empty.db.selectFrom('orders').selectAll().execute(), []);
    }
  });

  it('exports a shop, erases by order and by address, and makes an admin', async () => {
    const database = await open();
    const {hub, order} = await withOrders(database);
    const exported = await run(database, 'export', '--shop', 'fournil');
    const {products, orders} = JSON.parse(exported.out) as {products: object[]; orders: object[]};
    assert.equal(products.length, 4);
    assert.equal(orders.length, 2);
    const refused = await run(database, 'erase', '--order', order.id);
    assert.equal(refused.code, 1);
    assert.match(refused.out, /under way/);
    await database.db.updateTable('orders').set({state: 'collected'}).execute();
    assert.match((await run(database, 'erase', '--order', order.id)).out, /1 erased, of 1/);
    const byMail = await run(database, 'erase', '--email', 'ANNE@example.org');
    assert.match(byMail.out, /1 erased, of 1/);
    const rows = await hub.context.db.selectFrom('orders').select('contact').execute();
    assert.deepEqual(rows, [{contact: null}, {contact: null}]);
    const admin = await run(database, 'admin', 'maire@example.org');
    assert.match(admin.out, /\/sign-in\?token=[\w-]{43}/);
    assert.equal((await run(database, 'admin', 'nobody')).code, 1);
  });

  it('takes the chat along in backups and exports, and erases by conversation and by address', async () => {
    const database = await open();
    const hub = await chatHub(database, {chat: {greeting: 'Bonjour !'}});
    await publicRoom(hub);
    const visitor = new Visitor(hub);
    const contact = {name: 'Anne', email: 'Anne@example.org'};
    const rooms = [
      await visitor.begin({contact}),
      await visitor.begin({contact}),
      await visitor.begin(),
    ];
    for (const room of rooms) await visitor.say(room, 'Du pain de seigle ?');
    const file = newFile('.backup');
    await run(database, 'backup', file);
    const empty = await open();
    assert.equal((await run(empty, 'restore', file)).code, 0);
    assert.deepEqual(await sumTables(readRows(empty.db)), await sumTables(readRows(database.db)));
    const restored = await testHub(empty, {shop: null, chance: testChance(7)});
    assert.equal((await new Visitor(restored, visitor.secret).events(rooms[0]!)).length, 1);
    const merchant = await clerk(restored, 'merchant');
    await merchant.must('PUT', '/v1/shops/fournil/chat/away', {isAway: true});

    const exported = await run(database, 'export', '--shop', 'fournil');
    const {chat, ...shop} = JSON.parse(exported.out) as {
      chat: {settings: {greeting: string}; rooms: {id: string; events: object[]}[]};
    };
    assert.equal(chat.settings.greeting, 'Bonjour !');
    assert.equal(chat.rooms.length, 4);
    assert.match(JSON.stringify(chat.rooms), /seigle/);
    const shopFile = newFile('.json');
    await writeFile(shopFile, JSON.stringify({...shop, chat}));
    const other = await open();
    const imported = await run(other, 'import', shopFile);
    assert.equal(imported.code, 0, imported.out);
    const made = await other.db.selectFrom('rooms').select(['id', 'kind']).execute();
    assert.deepEqual(made, [{id: 'halles', kind: 'public'}]);

    assert.match((await run(database, 'erase', '--room', rooms[2]!)).out, /1 conversations erased/);
    assert.equal((await run(database, 'erase', '--room', rooms[2]!)).code, 1);
    assert.match(
      (await run(database, 'erase', '--email', 'anne@example.org')).out,
      /2 conversations/,
    );
    const left = await database.db.selectFrom('chat_messages').select('text').execute();
    assert.deepEqual(left, [{text: null}, {text: null}, {text: null}]);
    assert.equal((await run(database, 'erase')).code, 1);
  });

  it('imports a catalogue, after showing what it would do', async () => {
    const database = await open();
    await withOrders(database);
    const file = newFile('.csv');
    await writeFile(file, 'Nom;Prix;TVA\nPain de seigle;4,20;5,5\n');
    const dry = await run(database, 'import', '--shop', 'fournil', file, '--dry-run');
    assert.equal(dry.code, 0, dry.out);
    assert.match(dry.out, /Would be added: 1/);
    const count = async () =>
      (await database.db.selectFrom('products').select('id').execute()).length;
    assert.equal(await count(), 4);
    const done = await run(database, 'import', '--shop', 'fournil', file);
    assert.equal(done.code, 0, done.out);
    assert.equal(await count(), 1);
    assert.equal((await run(database, 'import', '--shop', 'nowhere', file)).code, 1);
  });

  it('makes the shops of a folder, from what another hub exported', async () => {
    const database = await open();
    await withOrders(database);
    const exported = await run(database, 'export', '--shop', 'fournil');
    const shops = await mkdtemp(join(folder, 'shops-'));
    await writeFile(join(shops, 'a.json'), exported.out);
    const {shop, products} = JSON.parse(exported.out) as {shop: object; products: object[]};
    const ferme = {shop: {...shop, id: undefined, name: 'La Ferme'}, products};
    await writeFile(join(shops, 'ferme.json'), JSON.stringify(ferme));
    const empty = await open();
    for (const attempt of ['made', 'brought up to date']) {
      const {code, out} = await run(empty, 'import', shops);
      assert.equal(code, 0, `${attempt}: ${out}`);
    }
    const rows = await empty.db.selectFrom('shops').select('id').orderBy('id').execute();
    assert.deepEqual(rows, [{id: 'ferme'}, {id: 'fournil'}]);
    const hub = await testHub(empty, {shop: null});
    assert.equal((await hub.order()).status, 201);
    await writeFile(join(shops, 'ferme.json'), JSON.stringify({...ferme, shop: {name: 'x'}}));
    const wrong = await run(empty, 'import', join(shops, 'ferme.json'));
    assert.equal(wrong.code, 1);
    assert.match(wrong.out, /\/shop\/timeZone: This field is required/);
  });

  it('serves until it is told to stop, and prints the first admin’s link', async () => {
    const database = await open();
    const {code, out} = await run(database, 'serve');
    assert.equal(code, 0, out);
    assert.match(out, /listens on http:\/\/127\.0\.0\.1:\d+/);
    assert.match(out, /Set up the first admin: http:\/\/127\.0\.0\.1:[1-9]\d+\/sign-in\?token=/);
  });

  it('says what it did not understand', async () => {
    const database = await open();
    for (const [args, says] of [
      [['dance'], /no command “dance”/],
      [['serve', '--loud'], /--loud/],
      [['backup'], /backup FILE/],
      [['migrate', '--to', 'mysql://x'], /postgres:\/\//],
      [['serve', '--port', 'http'], /PORT: found "http"/],
    ] as const) {
      const {code, out} = await run(database, ...args);
      assert.equal(code, 1);
      assert.match(out, says);
    }
    assert.match((await run(database, '--help')).out, /backup FILE/);
  });

  if (name === 'postgres') {
    it('takes over everything from SQLite, and compares', async () => {
      const target = await open({isEmpty: true});
      const data = await mkdtemp(join(folder, 'sqlite-'));
      const {openDatabase} = await import('../../src/database/open-database.js');
      const {migrate} = await import('../../src/database/migrate.js');
      const place = {file: join(data, 'hub.sqlite')};
      const source = await openDatabase(place);
      await migrate(source.db, source.dialect);
      const env = {LOCAL_HUB_DATA: data};
      await withOrders({...source, place, env, drop: source.close});
      const to = target.env['DATABASE_URL']!;
      const {code, out} = await run({env}, 'migrate', '--to', to);
      assert.equal(code, 0, out);
      assert.match(out, /orders: 2 rows/);
      assert.deepEqual(await sumTables(readRows(target.db)), await sumTables(readRows(source.db)));
      await source.close();
      const again = await run({env}, 'migrate', '--to', to);
      assert.equal(again.code, 1);
      assert.match(again.out, /has data already/);
    });
  }
});
