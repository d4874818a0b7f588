/* eslint-disable @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return, @typescript-eslint/use-unknown-in-catch-callback-variable -- answers are looked into by name */
import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {RoomSummary} from '@local-widgets/model/schemas.js';
import type {Hub} from '../../src/hub.js';
import {signedIn} from '../accounts/people-of-tests.js';
import {forEachDatabase} from '../support/databases.js';
import type {TestDatabase} from '../support/databases.js';
import {testClock} from '../support/fixtures.js';
import type {TestHub} from '../support/test-hub.js';
import {addChatShop, listening, Page} from './support/chat-hub.js';
import {EventReader} from './support/event-source.js';
import {chatHub, clerk, publicRoom, Visitor} from './support/guests.js';

const ROOMS = '/v1/shops/fournil/rooms';

forEachDatabase((_name, open) => {
  it('lists conversations, those first in which something was said last', async () => {
    const clock = testClock();
    const hub = await chatHub(await open(), {clock});
    const rooms: string[] = [];
    for (let at = 0; at < 5; at++) {
      clock.pass(1);
      const visitor = new Visitor(hub);
      rooms.push(await visitor.begin());
      clock.pass(1);
      await visitor.say(rooms.at(-1)!, `Message ${at}`);
      if (at === 0) await visitor.must('POST', `/v1/rooms/${rooms[0]}/end`);
    }
    const desk = await clerk(hub);
    const list = async (query: string) => {
      const {body} = await desk.must('GET', `${ROOMS}${query}`);
      const found = (body.rooms as RoomSummary[]).map(({room}) => room.id);
      return {ids: found, next: body.next as string | undefined, body};
    };
    const all = await list('');
    assert.deepEqual(all.ids, rooms.toReversed());
    assert.equal(all.body.settings.isEnabled, true);
    const [first] = all.body.rooms as RoomSummary[];
    assert.deepEqual(
      [first?.unread, first?.toModerate, first?.lastMessage?.text, first?.isBlocked],
      [1, 0, 'Message 4', false],
    );
    const pages: string[][] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const page = await list(`?limit=2${next && `&before=${next}`}`);
      pages.push(page.ids);
      next = page.next;
    }
    assert.deepEqual(pages.flat(), rooms.toReversed());
    assert.deepEqual((await list('?state=ended')).ids, [rooms[0]]);
    await desk.must('PUT', `/v1/rooms/${rooms[4]}/read`, {seq: 1});
    assert.equal((await desk.must('GET', `${ROOMS}/${rooms[4]}`)).body.unread, 0);
    assert.equal((await new Visitor(hub).ask('GET', ROOMS)).status, 401);
    const stranger = await clerk(hub, 'clerk', {shop: 'ferme', email: 'ferme@example.org'});
    assert.equal((await stranger.ask('GET', ROOMS)).status, 403);
    assert.equal((await stranger.ask('GET', '/v1/shops/ferme/rooms/x')).status, 404);
  });

  it('gives a conversation to somebody, whom the visitor is told of', async () => {
    const hub = await chatHub(await open());
    const visitor = new Visitor(hub);
    const room = await visitor.begin();
    const desk = await clerk(hub, 'clerk', {name: 'Yann'});
    const {body} = await desk.must('GET', '/v1/shops/fournil/chat/people');
    assert.deepEqual(body.people, [{id: desk.id, name: 'Yann'}]);
    const given = await desk.must('PATCH', `${ROOMS}/${room}`, {assignee: desk.id});
    assert.deepEqual(given.body.assignee, {id: desk.id, name: 'Yann'});
    const [event] = await visitor.events(room);
    assert.ok(event?.kind === 'author');
    assert.deepEqual([event.author.role, event.author.name], ['shop', 'Yann']);
    await desk.say(room, 'C’est moi');
    const [, message] = await visitor.events(room);
    assert.ok(message?.kind === 'message' && message.message.author.id === event.author.id);
    const nobody = await desk.ask('PATCH', `${ROOMS}/${room}`, {assignee: 'somebody'});
    assert.equal(nobody.body.fields[0].pointer, '/assignee');
    const left = await desk.must('PATCH', `${ROOMS}/${room}`, {assignee: null});
    assert.equal(left.body.assignee, undefined);
    const merchant = await clerk(hub, 'merchant');
    const {body: log} = await merchant.must('GET', '/v1/shops/fournil/chat/audit');
    assert.deepEqual(
      log.entries.map(({action}: {action: string}) => action),
      ['assign', 'assign'],
    );
    assert.equal((await desk.ask('GET', '/v1/shops/fournil/chat/audit')).status, 403);
  });

  it('sets the chat as roles allow, and tells pages who is there', async () => {
    const hub = await chatHub(await open(), {chat: {awayText: 'Au marché'}});
    const profile = async () => (await hub.ask({url: '/v1/shops/fournil/chat'})).body;
    const before = await profile();
    assert.deepEqual(
      [before.isEnabled, before.isOpen, before.isAway, before.awayText, before.name],
      [true, true, false, undefined, 'Le Fournil'],
    );
    assert.equal(Buffer.from(before.pushKey as string, 'base64url').length, 65);
    const desk = await clerk(hub);
    const url = '/v1/shops/fournil/chat/settings';
    const {body: settings} = await desk.must('GET', url);
    assert.equal((await desk.ask('PUT', url, settings as object)).status, 403);
    await desk.must('PUT', '/v1/shops/fournil/chat/away', {isAway: true});
    const away = await profile();
    assert.deepEqual(
      [away.isOpen, away.isAway, away.awayText, away.until],
      [false, true, 'Au marché', undefined],
    );
    const merchant = await clerk(hub, 'merchant');
    const quickQuestions = [{question: 'Quels horaires ?', answer: 'De 8 h à 20 h.'}];
    await merchant.must('PUT', url, {...settings, hours: 'Mo-Fr 10:00-12:00', quickQuestions});
    const set = await profile();
    assert.deepEqual([set.isOpen, set.isAway, set.quickQuestions], [false, false, quickQuestions]);
    assert.equal(set.until, '2026-11-23T09:00:00.000Z');
    const wrong = await merchant.ask('PUT', url, {...settings, hours: 'quand je veux'});
    assert.equal(wrong.body.fields[0].pointer, '/hours');
    assert.equal((await hub.ask({url: '/v1/shops/nowhere/chat'})).status, 404);
  });

  it('sees who waits for a moderator in the list', async () => {
    const hub = await chatHub(await open());
    await publicRoom(hub, {isPremoderated: true});
    const visitor = new Visitor(hub);
    await visitor.join('halles', 'Elo');
    await visitor.say('halles', 'un');
    const desk = await clerk(hub);
    const {body} = await desk.must('GET', `${ROOMS}/halles`);
    assert.deepEqual([body.toModerate, body.unread, body.room.kind], [1, 1, 'public']);
    assert.equal(body.room.settings.name, 'Place du marché');
  });

  const desks = async (options: object = {}) => {
    const database = await open();
    await addChatShop(database.db);
    const hub = await listening(database, options);
    const page = new Page(hub.address);
    const room = await page.begin();
    return {database, hub, page, room, ...(await deskOf(database, hub))};
  };
  const deskOf = async (_database: TestDatabase, hub: Hub) => {
    const {headers, id} = await signedIn({context: hub.context} as unknown as TestHub, 'clerk');
    const listen = (more: Record<string, string> = {}) =>
      EventReader.open(`${hub.address}/v1/shops/fournil/chat/events`, {...headers, ...more});
    return {headers, id, listen};
  };

  it('hears of all rooms of the shop on one line, with a summary of each', async () => {
    const {hub, page, room, listen} = await desks();
    const line = await listen();
    await page.say(room, 'Bonjour');
    const other = await page.begin();
    await page.say(other, 'Bonsoir');
    const heard = new Map<string, unknown[]>();
    let summaries = 0;
    while (summaries < 2 || heard.size < 2) {
      const event = await line.next();
      if (event?.event === 'summary') {
        const {unread, lastMessage} = event.data as RoomSummary;
        if (unread === 1 && lastMessage) summaries++;
      } else if (event?.event === 'room') {
        const {room: id, event: news} = event.data as {
          room: string;
          event: {message: {text: string}};
        };
        heard.set(id, [...(heard.get(id) ?? []), news.message.text]);
      }
    }
    assert.deepEqual([heard.get(room), heard.get(other)], [['Bonjour'], ['Bonsoir']]);
    line.drop();
    await hub.stop();
  });

  it('goes on with the rooms that its cursor names', async () => {
    const {hub, page, room, listen} = await desks();
    const line = await listen();
    await page.say(room, 'un');
    const first = await nextOf(line, 'room');
    line.drop();
    await page.say(room, 'deux');
    const again = await listen({'last-event-id': first.id!});
    assert.equal((await nextOf(again, 'room')).data.event.message.text, 'deux');
    const foreign = await listen({'last-event-id': 'halles:0,other:3'});
    await page.say(room, 'trois');
    assert.equal((await nextOf(foreign, 'room')).data.event.message.text, 'trois');
    again.drop();
    foreign.drop();
    await hub.stop();
  });

  it('hears of what another process wrote, without being told', async () => {
    const {database, hub, page, room, listen} = await desks({chatLooksEvery: 20});
    const {LocalFanout} = await import('../../src/chat/fanout/local-fanout.js');
    const silent = await listening(database, {fanout: new LocalFanout()});
    const line = await listen();
    const elsewhere = new Page(silent.address, page);
    await elsewhere.say(room, 'Du voisin');
    assert.equal((await nextOf(line, 'room')).data.event.message.text, 'Du voisin');
    const fresh = await elsewhere.begin();
    await elsewhere.say(fresh, 'Tout neuf');
    const news = await nextOf(line, 'room');
    assert.deepEqual([news.data.room, news.data.event.message.text], [fresh, 'Tout neuf']);
    line.drop();
    await Promise.all([hub.stop(), silent.stop()]);
  });

  it('shows who writes, to the other side alone, and who is away', async () => {
    const {hub, page, room, listen, headers} = await desks();
    const [desk, visitor] = [
      await listen(),
      await EventReader.open(`${hub.address}/v1/events`, page.headers),
    ];
    for (let times = 0; times < 3; times++) {
      assert.equal((await page.ask('POST', `/v1/rooms/${room}/typing`)).status, 204);
    }
    const typing = await nextOf(desk, 'typing');
    assert.deepEqual(
      [typing.data.room, typing.data.author.role, typing.id],
      [room, 'visitor', undefined],
    );
    const put = (path: string, body?: object) =>
      fetch(hub.address + path, {
        method: body ? 'PUT' : 'POST',
        headers: {...headers, ...(body && {'content-type': 'application/json'})},
        ...(body && {body: JSON.stringify(body)}),
      });
    assert.equal((await put(`/v1/rooms/${room}/typing`)).status, 204);
    assert.equal((await put('/v1/shops/fournil/chat/away', {isAway: true})).status, 200);
    const told = await visitor.some(2);
    assert.deepEqual(
      told.map(({event}) => event),
      ['typing', 'profile'],
    );
    assert.equal(told[0]!.data.author.role, 'shop');
    assert.deepEqual(told[1]!.data, {shop: 'fournil', isOpen: false, isAway: true});
    const away = await nextOf(desk, 'profile', 'typing');
    assert.equal(away.data.isAway, true);
    desk.drop();
    visitor.drop();
    await hub.stop();
  });

  it('ends the line of somebody who works there no longer', async () => {
    const {database, hub, listen} = await desks({chatBeatsEvery: 60});
    const line = await listen();
    await database.db.deleteFrom('memberships').execute();
    assert.equal(await line.next(), undefined);
    assert.equal(await listen().catch((error: {status: number}) => error.status), 403);
    await hub.stop();
  });
});

/** The next event of a kind, past those that may come before. @throws when another comes */
async function nextOf(line: EventReader, wanted: string, ...past: string[]) {
  for (;;) {
    const event = await line.next();
    if (!event) throw new Error('The stream ended.');
    if (event.event === wanted) return event;
    if (!['summary', ...past].includes(event.event)) throw new Error(`${event.event} came.`);
  }
}
