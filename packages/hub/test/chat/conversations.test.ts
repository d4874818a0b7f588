import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {it} from 'node:test';
import {RoomLog} from '@local-widgets/model';
import {forEachDatabase} from '../support/databases.js';
import {orderRequest} from '../support/fixtures.js';
import {textsOf} from './support/chat-hub.js';
import {chatHub, clerk, kindsOf, Visitor} from './support/guests.js';

forEachDatabase((_name, open) => {
  it('begins once, and takes a contact whenever it comes', async () => {
    const hub = await chatHub(await open());
    const visitor = new Visitor(hub);
    const room = randomUUID();
    const body = {
      shop: 'fournil',
      language: 'fr',
      consent: true,
      page: 'https://mairie.example/a?b#c',
    };
    const first = await visitor.ask('PUT', `/v1/rooms/${room}`, body);
    assert.equal(first.status, 201);
    assert.deepEqual(
      [first.body.kind, first.body.state, first.body.lastSeq],
      ['conversation', 'open', 0],
    );
    assert.equal(first.body.me.role, 'visitor');
    const contact = {name: ' Anne\u202e  Le\nGall ', email: 'anne@example.org'};
    const again = await visitor.ask('PUT', `/v1/rooms/${room}`, {...body, contact});
    assert.equal(again.status, 200);
    assert.equal(again.body.me.name, 'Anne Le Gall');
    const [renamed] = await visitor.events(room);
    assert.equal(renamed?.kind, 'author');
    const desk = await clerk(hub);
    const {body: summary} = await desk.must('GET', `/v1/shops/fournil/rooms/${room}`);
    assert.deepEqual(summary.contact, {name: 'Anne Le Gall', email: 'anne@example.org'});
    assert.equal(summary.page, 'https://mairie.example/a');
    const put = await visitor.ask('PUT', `/v1/rooms/${room}/contact`, {telephone: '0298000000'});
    assert.equal(put.status, 204);
    assert.equal((await visitor.room(room)).me?.name, undefined);
  });

  it('begins with one’s own shop alone, and where one may write', async () => {
    const database = await open();
    const hub = await chatHub(database);
    const visitor = new Visitor(hub);
    const ask = (shop: string, more: object = {}) =>
      visitor.ask('PUT', `/v1/rooms/${randomUUID()}`, {
        shop,
        language: 'fr',
        consent: true,
        ...more,
      });
    assert.equal((await ask('nowhere')).body.code, 'not-found');
    await hub.context.db
      .updateTable('chat_settings')
      .set({settings: '{"isEnabled":false}'})
      .execute();
    assert.equal((await ask('fournil')).body.code, 'room-closed');
    assert.equal((await ask('fournil', {consent: false})).status, 400);
    const named = {shop: 'fournil', language: 'fr', consent: true};
    assert.equal((await visitor.ask('PUT', '/v1/rooms/halles', named)).body.code, 'invalid');
  });

  it('is about an order whose link one has', async () => {
    const hub = await chatHub(await open());
    const placed = await hub.order(orderRequest());
    const visitor = new Visitor(hub);
    const room = await visitor.begin({order: placed.body.token});
    const desk = await clerk(hub);
    const {body} = await desk.must('GET', `/v1/shops/fournil/rooms/${room}`);
    assert.equal(body.order, placed.body.order.id);
    const wrong = {shop: 'fournil', language: 'fr', consent: true, order: 'x'.repeat(43)};
    const refused = await visitor.ask('PUT', `/v1/rooms/${randomUUID()}`, wrong);
    assert.equal(refused.body.fields[0].pointer, '/order');
  });

  it('goes between a visitor and the people of the shop, and nobody else', async () => {
    const hub = await chatHub(await open());
    const visitor = new Visitor(hub);
    const room = await visitor.begin();
    await visitor.say(room, 'Avez-vous du pain de seigle ?');
    const desk = await clerk(hub, 'clerk', {name: 'Yann'});
    const answer = await desk.say(room, 'Oui, jusqu’à midi.');
    assert.equal(answer.status, 201);
    const {author, via} = answer.body.event.message;
    assert.deepEqual([author.role, author.name, via], ['shop', 'Yann', 'desk']);
    assert.deepEqual(await visitor.events(room), await desk.events(room));
    const elsewhere = await clerk(hub, 'clerk', {shop: 'ferme', email: 'ferme@example.org'});
    assert.equal((await elsewhere.ask('GET', `/v1/rooms/${room}`)).body.code, 'not-found');
    assert.equal((await elsewhere.say(room, 'Bonjour')).body.code, 'not-found');
  });

  it('has other names for the same person in each conversation', async () => {
    const hub = await chatHub(await open());
    const visitor = new Visitor(hub);
    const desk = await clerk(hub);
    const authors = new Set<string>();
    for (const room of [await visitor.begin(), await visitor.begin()]) {
      for (const guest of [visitor, desk]) {
        authors.add((await guest.say(room, 'Bonjour')).body.event.message.author.id as string);
        authors.add((await guest.say(room, 'Bonsoir')).body.event.message.author.id as string);
      }
    }
    assert.equal(authors.size, 4);
  });

  it('moves marks forward alone, and answers no mark with a mark', async () => {
    const hub = await chatHub(await open());
    const visitor = new Visitor(hub);
    const room = await visitor.begin();
    const desk = await clerk(hub);
    for (const text of ['un', 'deux', 'trois']) await visitor.say(room, text);
    const mark = (guest: typeof desk | Visitor, kind: string, seq: number) =>
      guest.ask('PUT', `/v1/rooms/${room}/${kind}`, {seq});
    assert.equal((await mark(desk, 'read', 99)).status, 400);
    assert.equal((await mark(desk, 'delivered', 3)).status, 204);
    assert.equal((await mark(desk, 'read', 2)).status, 204);
    for (const seq of [1, 2, 0]) assert.equal((await mark(desk, 'read', seq)).status, 204);
    // what was read is on a device as well, and nothing new was said since
    await mark(desk, 'delivered', 2);
    await mark(visitor, 'read', 5);
    await mark(visitor, 'delivered', 5);
    const log = new RoomLog();
    const events = await visitor.events(room);
    log.take(events);
    assert.deepEqual(kindsOf(events), ['message', 'message', 'message', 'delivered', 'read']);
    assert.deepEqual([log.read('shop'), log.delivered('shop'), log.read('visitor')], [2, 3, 0]);
    await desk.say(room, 'quatre');
    await mark(visitor, 'read', 6);
    assert.deepEqual(kindsOf((await visitor.events(room)).slice(5)), ['message', 'read']);
  });

  it('takes back one’s own message, out of the database as well', async () => {
    const hub = await chatHub(await open());
    const visitor = new Visitor(hub);
    const room = await visitor.begin();
    const desk = await clerk(hub);
    const id = randomUUID();
    await visitor.say(room, 'Mon mot de passe est SESAME', id);
    const url = `/v1/rooms/${room}/messages/${id}`;
    assert.equal((await desk.ask('DELETE', url)).body.code, 'not-found');
    const taken = await visitor.must('DELETE', url);
    assert.deepEqual(
      [taken.body.event.kind, taken.body.event.message, taken.body.event.by],
      ['deleted', id, 'author'],
    );
    assert.deepEqual((await visitor.must('DELETE', url)).body, taken.body);
    const [message] = await desk.events(room);
    assert.ok(message?.kind === 'message' && message.message.text === undefined);
    // a try that comes late brings nothing back
    const late = await visitor.say(room, 'Mon mot de passe est SESAME', id);
    assert.equal(late.status, 200);
    const rows = await hub.context.db.selectFrom('chat_messages').selectAll().execute();
    assert.doesNotMatch(JSON.stringify([rows, late.body]), /SESAME/);
  });

  it('ends, and can be opened again by the shop', async () => {
    const hub = await chatHub(await open());
    const visitor = new Visitor(hub);
    const room = await visitor.begin();
    const id = randomUUID();
    await visitor.say(room, 'Merci', id);
    for (let times = 0; times < 2; times++) {
      const {body} = await visitor.must('POST', `/v1/rooms/${room}/end`);
      assert.deepEqual([body.state, body.isWritable, body.lastSeq], ['ended', false, 2]);
    }
    assert.equal((await visitor.say(room, 'Encore')).body.code, 'ended');
    assert.equal((await visitor.say(room, 'Merci', id)).status, 200, 'what was sent before stays');
    const desk = await clerk(hub);
    await desk.must('PATCH', `/v1/shops/fournil/rooms/${room}`, {state: 'open'});
    assert.equal((await visitor.say(room, 'Encore')).status, 201);
    assert.deepEqual(kindsOf(await visitor.events(room)), ['message', 'state', 'state', 'message']);
  });

  it('keeps a visitor who is blocked from writing to the shop at all', async () => {
    const hub = await chatHub(await open());
    const visitor = new Visitor(hub);
    const room = await visitor.begin();
    const desk = await clerk(hub);
    const patch = (isBlocked: boolean) =>
      desk.must('PATCH', `/v1/shops/fournil/rooms/${room}`, {isBlocked});
    assert.equal((await patch(true)).body.isBlocked, true);
    assert.equal((await visitor.say(room, 'Allô')).body.code, 'blocked');
    assert.equal((await visitor.room(room)).isWritable, false);
    const other = {shop: 'fournil', language: 'fr', consent: true};
    const begun = await visitor.ask('PUT', `/v1/rooms/${randomUUID()}`, other);
    assert.equal(begun.body.code, 'blocked');
    await patch(false);
    assert.equal((await visitor.say(room, 'Allô')).status, 201);
  });

  it('refuses words that the shop does not want, however they are written', async () => {
    const hub = await chatHub(await open(), {chat: {blockedWords: ['crétin', 'gros mot']}});
    const visitor = new Visitor(hub);
    const room = await visitor.begin();
    for (const text of ['CRETIN !', 'un crétin', 'des gros… mots', 'C’est un gros\nmot']) {
      const {status, body} = await visitor.say(room, text);
      const isRefused = text !== 'des gros… mots';
      assert.deepEqual(
        [status, body.code],
        isRefused ? [422, 'blocked-word'] : [201, undefined],
        text,
      );
    }
    assert.equal((await visitor.say(room, 'Crétinisme, grosmot')).status, 201);
    assert.equal((await (await clerk(hub)).say(room, 'crétin')).status, 201);
  });

  it('erases a conversation, and leaves its empty lines to the shop', async () => {
    const hub = await chatHub(await open());
    const visitor = new Visitor(hub);
    const contact = {name: 'SECRET Anne', email: 'secret@example.org'};
    const room = await visitor.begin({contact, page: 'https://mairie.example/SECRET'});
    const desk = await clerk(hub);
    await visitor.say(room, 'Un SECRET');
    await visitor.must('PUT', `/v1/rooms/${room}/contact`, {...contact, name: 'SECRET Anna'});
    await desk.say(room, 'Gardons ce SECRET');
    assert.equal((await visitor.ask('DELETE', `/v1/rooms/${room}`)).status, 204);
    assert.equal((await visitor.ask('GET', `/v1/rooms/${room}`)).body.code, 'not-found');
    const events = await desk.events(room);
    assert.deepEqual(kindsOf(events), [
      ...['message', 'author', 'message'],
      ...['deleted', 'deleted', 'state'],
    ]);
    assert.deepEqual(textsOf(events), [undefined, undefined]);
    const log = new RoomLog();
    log.take(events);
    assert.equal(log.state, 'ended');
    assert.ok(log.messages.every(({deletedBy}) => deletedBy === 'author'));
    const {db} = hub.context;
    const all = await Promise.all(
      (['rooms', 'room_members', 'chat_messages', 'chat_events', 'outbox'] as const).map(table =>
        db.selectFrom(table).selectAll().execute(),
      ),
    );
    assert.doesNotMatch(JSON.stringify(all), /SECRET|secret@/);
    assert.equal((await visitor.say(room, 'Encore')).body.code, 'not-found');
  });
});
