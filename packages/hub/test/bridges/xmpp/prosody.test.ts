import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {runBridges} from '../../../src/bridges/run-bridges.js';
import type {RunningBridges} from '../../../src/bridges/run-bridges.js';
import {NS} from '../../../src/bridges/xmpp/namespaces.js';
import {XmppBridge} from '../../../src/bridges/xmpp/xmpp-bridge.js';
import {childOf, textIn, xml} from '../../../src/bridges/xmpp/xml/element.js';
import {markRoom} from '../../../src/chat/log/marks.js';
import {deleteMessage} from '../../../src/chat/log/delete-message.js';
import {readAfter} from '../../../src/chat/log/read-events.js';
import {changeState} from '../../../src/chat/rooms/room-state.js';
import type {HubContext} from '../../../src/context.js';
import type {Hub} from '../../../src/hub.js';
import {addChatShop, listening, Page, textsOf} from '../../chat/support/chat-hub.js';
import {TestRoom} from '../support/chat-room.js';
import {fileDatabase} from '../support/file-database.js';
import {pngOf} from '../support/picture.js';
import {until} from '../support/until.js';
import {COMPONENT, DOMAIN, Prosody, SECRET, withoutProsody} from './support/prosody.js';
import {bodyOf, XmppClient} from './support/xmpp-client.js';

describe('XMPP, with a real Prosody', {skip: withoutProsody}, () => {
  let prosody: Prosody;
  let hub: Hub;
  let context: HubContext;
  let bridges: RunningBridges | undefined;
  let client: XmppClient | undefined;

  before(async () => {
    prosody = await Prosody.start(['paul', 'luc']);
    const account = {
      host: '127.0.0.1',
      port: prosody.ports.component,
      domain: COMPONENT,
      secret: SECRET,
    };
    hub = await listening(await fileDatabase(), {settings: {bridges: {xmpp: account}}});
    ({context} = hub);
    await addChatShop(context.db, {chat: {xmpp: `paul@${DOMAIN}`}});
  });
  after(async () => {
    await prosody.stop();
    await hub.stop();
  });
  afterEach(async () => {
    await client?.signOut();
    client = undefined;
    await bridges?.stop();
    bridges = undefined;
  });

  const stateOf = async () =>
    (
      await context.db
        .selectFrom('bridge_states')
        .select('state')
        .where('bridge', '=', 'xmpp')
        .executeTakeFirst()
    )?.state;
  const isUp = () => until('the bridge is up', async () => (await stateOf()) === 'up');
  const bridge = async () => {
    const account = context.config.bridges.xmpp!;
    bridges = await runBridges(context, [new XmppBridge(context, {account})]);
    await isUp();
  };
  const signIn = async (account = 'paul') => {
    client = await XmppClient.signIn(account, prosody.ports.client);
    return client;
  };
  const eventsOf = (room: TestRoom) => readAfter(context.db, room.id, 0);

  it('brings a message of a page to an account, and the answer back', async () => {
    await bridge();
    const paul = await signIn();
    const page = new Page(hub.address);
    const room = await page.begin();
    await page.ask('PUT', `/v1/rooms/${room}/contact`, {name: 'Marie Le Goff'});
    const id = '0197b2d0-6f1e-4c3a-9d2b-8a4f5c6d7e8f';
    await page.say(room, 'Avez-vous du pain <à l’épeautre> & des œufs ?', id);
    const message = await paul.nextText();
    const {from = '', id: stanzaId} = message.attributes;
    assert.match(from, /^marie-le-goff\.[0-9a-f]{4}@hub\.localhost\/page$/);
    assert.equal(bodyOf(message), 'Avez-vous du pain <à l’épeautre> & des œufs ?');
    assert.equal(textIn(childOf(message, 'nick', NS.nick)), 'Marie Le Goff');
    assert.equal(stanzaId, id);
    assert.equal(childOf(message, 'origin-id', NS.ids)?.attributes['id'], id);

    paul.say(from, 'Oui, passez avant 19 h.');
    const texts = await until('the answer is on the page', async () => {
      const {events} = await page.events(room);
      return textsOf(events).length === 2 ? textsOf(events) : undefined;
    });
    assert.equal(texts[1], 'Oui, passez avant 19 h.');
    const {events} = await page.events(room);
    const said = events.flatMap(event => (event.kind === 'message' ? [event.message] : [])).at(-1)!;
    assert.deepEqual([said.via, said.author.role], ['xmpp', 'shop']);
  });

  it('keeps a visitor’s address, and tells two of the same name apart', async () => {
    await bridge();
    const paul = await signIn();
    const rooms = [];
    for (let at = 0; at < 2; at++) {
      rooms.push(await TestRoom.begin(context, {contact: {name: 'Anne'}}));
    }
    await rooms[0]!.visitorSays('un');
    const first = (await paul.nextText()).attributes['from'];
    await rooms[1]!.visitorSays('deux');
    const second = (await paul.nextText()).attributes['from'];
    assert.notEqual(first, second);
    await rooms[0]!.visitorSays('trois');
    assert.equal((await paul.nextText()).attributes['from'], first);
  });

  it('tells that messages came, and were seen, both ways', async () => {
    await bridge();
    const paul = await signIn();
    const room = await TestRoom.begin(context);
    await room.visitorSays('Bonjour');
    const message = await paul.nextText();
    const {from = '', id = ''} = message.attributes;
    assert.ok(childOf(message, 'request', NS.receipts));
    assert.ok(childOf(message, 'markable', NS.markers));
    paul.send(xml('message', {to: from}, xml('received', {xmlns: NS.receipts, id})));
    const delivered = await until('a mark of delivery', async () =>
      (await eventsOf(room)).find(({kind}) => kind === 'delivered'),
    );
    assert.deepEqual(JSON.parse(delivered.data!), {role: 'shop', upTo: 1});
    paul.send(xml('message', {to: from, type: 'chat'}, xml('displayed', {xmlns: NS.markers, id})));
    const read = await until('a mark of reading', async () =>
      (await eventsOf(room)).find(({kind}) => kind === 'read'),
    );
    assert.deepEqual(JSON.parse(read.data!), {role: 'shop', upTo: 1});

    const said = paul.say(
      from,
      'Oui ?',
      xml('request', {xmlns: NS.receipts}),
      xml('markable', {xmlns: NS.markers}),
    );
    const upTo = await until('the answer came', async () => {
      const last = (await eventsOf(room)).at(-1)!;
      return last.kind === 'message' ? last.seq : undefined;
    });
    await markRoom(context, await room.load(), {kind: 'delivered', role: 'visitor', upTo});
    const receipt = await paul.next('a receipt', stanza =>
      Boolean(childOf(stanza, 'received', NS.receipts)),
    );
    assert.equal(childOf(receipt, 'received', NS.receipts)!.attributes['id'], said);
    await markRoom(context, await room.load(), {kind: 'read', role: 'visitor', upTo});
    const seen = await paul.next('a marker', stanza =>
      Boolean(childOf(stanza, 'displayed', NS.markers)),
    );
    assert.equal(childOf(seen, 'displayed', NS.markers)!.attributes['id'], said);
  });

  it('tells that somebody types, both ways', async () => {
    await bridge();
    const paul = await signIn();
    const page = new Page(hub.address);
    const room = await page.begin();
    await page.say(room, 'Bonjour');
    const {from = ''} = (await paul.nextText()).attributes;
    await page.ask('POST', `/v1/rooms/${room}/typing`);
    await paul.next('typing', stanza => Boolean(childOf(stanza, 'composing', NS.chatStates)));

    const told: string[] = [];
    const stop = context.chat.fanout.listen({
      told: announcement => {
        if (announcement.kind === 'typing') told.push(announcement.author.role);
      },
      mayHaveMissed: () => undefined,
    });
    paul.send(xml('message', {type: 'chat', to: from}, xml('composing', {xmlns: NS.chatStates})));
    await until('the page is told', () => told.includes('shop'));
    stop();
  });

  it('answers who asks about a visitor, and who wants to be told of their presence', async () => {
    await bridge();
    const paul = await signIn();
    const contact = {name: 'Marie', email: 'marie@example.org', telephone: '06 00 00 00 00'};
    const room = await TestRoom.begin(context, {contact, page: 'https://mairie.example/pain'});
    await room.visitorSays('Bonjour');
    const {from = ''} = (await paul.nextText()).attributes;
    const bare = from.replace(/\/.*/, '');
    await paul.next(
      'a presence before any wish',
      ({name, attributes}) => name === 'presence' && attributes['from'] === from,
    );

    const info = await paul.ask(
      xml('iq', {type: 'get', to: from}, xml('query', {xmlns: NS.discoInfo})),
    );
    const query = childOf(info, 'query', NS.discoInfo)!;
    const features = query.children.flatMap(child =>
      typeof child === 'object' ? [child.attributes['var']] : [],
    );
    assert.ok(features.includes(NS.receipts) && features.includes(NS.markers));
    assert.ok(!features.includes('urn:xmpp:message-correct:0'), 'there are no corrections');
    const gateway = await paul.ask(
      xml('iq', {type: 'get', to: COMPONENT}, xml('query', {xmlns: NS.discoInfo})),
    );
    const {children} = childOf(gateway, 'query', NS.discoInfo)!;
    assert.ok(children.some(child => typeof child === 'object' && child.name === 'identity'));

    const card = await paul.ask(
      xml('iq', {type: 'get', to: bare}, xml('vCard', {xmlns: NS.vcard})),
    );
    const vCard = childOf(card, 'vCard', NS.vcard)!;
    assert.equal(textIn(childOf(vCard, 'FN')), 'Marie');
    assert.equal(textIn(childOf(childOf(vCard, 'TEL')!, 'NUMBER')), '06 00 00 00 00');
    const version = await paul.ask(
      xml('iq', {type: 'get', to: from}, xml('query', {xmlns: 'jabber:iq:version'})),
    );
    assert.equal(version.attributes['type'], 'error');

    paul.send(xml('presence', {type: 'subscribe', to: bare}));
    await paul.next('a yes', ({attributes}) => attributes['type'] === 'subscribed');
    await paul.next(
      'a presence',
      ({name, attributes}) => name === 'presence' && !attributes['type'],
    );
    // who stops says so, and who comes back says so
    await bridges!.stop();
    await paul.next('a farewell', ({attributes}) => attributes['type'] === 'unavailable');
    await bridge();
    await paul.next(
      'a presence again',
      ({name, attributes}) => name === 'presence' && attributes['from'] === from,
    );
    await changeState(context, room.id, {state: 'ended', by: 'visitor'});
    assert.match(bodyOf(await paul.nextText()), /Marie a mis fin/);
    await paul.next('an end', ({attributes}) => attributes['type'] === 'unavailable');
  });

  it('lets nobody in but who answers for the shop', async () => {
    await bridge();
    const paul = await signIn();
    const room = await TestRoom.begin(context);
    await room.visitorSays('Bonjour');
    const {from = ''} = (await paul.nextText()).attributes;
    await paul.signOut();
    const luc = await signIn('luc');
    const refused = async (to: string, condition: string) => {
      const id = luc.say(to, 'Bonjour');
      const error = await luc.next(
        'an error',
        ({attributes}) => attributes['type'] === 'error' && attributes['id'] === id,
      );
      assert.ok(childOf(childOf(error, 'error')!, condition, NS.stanzas), condition);
    };
    await refused(from, 'forbidden');
    await refused(`nobody.0000@${COMPONENT}`, 'item-not-found');
    luc.send(xml('presence', {type: 'subscribe', to: from.replace(/\/.*/, '')}));
    await luc.next('a no', ({attributes}) => attributes['type'] === 'unsubscribed');
    assert.equal((await room.texts()).length, 1);
  });

  it('tells why what cannot be shown is not taken', async () => {
    await bridge();
    const paul = await signIn();
    const room = await TestRoom.begin(context);
    await room.visitorSays('Bonjour');
    const {from = ''} = (await paul.nextText()).attributes;
    const isRefused = async (id: string, text: RegExp) => {
      const error = await paul.next(
        'an error',
        ({attributes}) => attributes['type'] === 'error' && attributes['id'] === id,
      );
      assert.match(textIn(childOf(childOf(error, 'error')!, 'text', NS.stanzas)), text);
    };
    const encrypted = xml('encrypted', {xmlns: 'eu.siacs.conversations.axolotl'});
    await isRefused(paul.say(from, 'I sent you an OMEMO encrypted message', encrypted), /OMEMO/);
    await isRefused(paul.say(from, 'mot '.repeat(6000)), /trop long/);
    await changeState(context, room.id, {state: 'ended', by: 'shop'});
    await isRefused(paul.say(from, 'Encore là ?'), /terminée/);
    assert.equal((await room.texts()).length, 1);
  });

  it('takes what a program says twice under one id, and once what it sends twice', async () => {
    await bridge();
    const paul = await signIn();
    const room = await TestRoom.begin(context);
    await room.visitorSays('Bonjour');
    const {from = ''} = (await paul.nextText()).attributes;
    for (const text of ['un', 'un', 'deux', 'deux', 'un']) {
      paul.send(xml('message', {type: 'chat', to: from, id: '1'}, xml('body', {}, text)));
    }
    paul.say(from, 'fin');
    await until('all came', async () => (await room.texts()).includes('fin'));
    assert.deepEqual((await room.texts()).slice(1), ['un', 'deux', 'fin']);
  });

  it('takes messages back, both ways', async () => {
    await bridge();
    const paul = await signIn();
    const room = await TestRoom.begin(context, {contact: {name: 'Marie'}});
    const id = await room.visitorSays('Oups');
    const {from = ''} = (await paul.nextText()).attributes;
    const viewer = {isModerator: true};
    const deletion = {messageId: id, by: 'author' as const, allowed: () => true};
    await deleteMessage(context, room.id, deletion, viewer);
    const retraction = await paul.next('a retraction', stanza =>
      Boolean(childOf(stanza, 'retract', NS.retract)),
    );
    assert.equal(childOf(retraction, 'retract', NS.retract)!.attributes['id'], id);
    assert.equal(bodyOf(retraction), 'Marie a retiré un message.');

    const said = paul.say(from, 'Pardon ?');
    await until('it came', async () => (await room.texts()).includes('Pardon ?'));
    paul.send(
      xml('message', {type: 'chat', to: from}, xml('retract', {xmlns: NS.retract, id: said})),
    );
    await until('it is gone', async () => !(await room.texts()).includes('Pardon ?'));
  });

  it('brings what a colleague answers at the desk, and a picture as an address', async () => {
    await bridge();
    const paul = await signIn();
    const page = new Page(hub.address);
    const room = await page.begin();
    const image = '0197b2d0-6f1e-4c3a-9d2b-8a4f5c6d7e8f';
    await fetch(`${hub.address}/v1/rooms/${room}/images/${image}`, {
      method: 'PUT',
      headers: {...page.headers, 'content-type': 'image/png'},
      body: new Uint8Array(pngOf(30, 20)),
    });
    const id = '0197b2d0-6f1e-4c3a-9d2b-000000000002';
    await page.ask('PUT', `/v1/rooms/${room}/messages/${id}`, {text: 'Voici', image: {id: image}});
    assert.equal(bodyOf(await paul.nextText()), 'Voici');
    const picture = await paul.nextText();
    const url = bodyOf(picture);
    assert.equal(textIn(childOf(childOf(picture, 'x', NS.outOfBand)!, 'url')), url);
    const shown = await fetch(url.replace(context.config.publicUrl, hub.address));
    assert.equal(shown.status, 200);
    assert.equal(shown.headers.get('content-type'), 'image/png');
    const forged = url.replace(context.config.publicUrl, hub.address).replace(image, id);
    assert.equal((await fetch(forged)).status, 404);

    const visited = await TestRoom.begin(context);
    await visited.shopSays('Oui, il en reste.', {name: 'Anne'});
    assert.equal(bodyOf(await paul.nextText()), '↪ Anne\u00a0: Oui, il en reste.');
  });

  it('brings what was said while who answers was away', async () => {
    await bridge();
    const room = await TestRoom.begin(context);
    await room.visitorSays('un');
    await room.visitorSays('deux');
    await until('the server has it', async () => {
      const cursor = await context.db
        .selectFrom('bridge_cursors')
        .select('seq')
        .where('room_id', '=', room.id)
        .executeTakeFirst();
      return cursor?.seq === 2;
    });
    const paul = await signIn();
    const texts = [bodyOf(await paul.nextText()), bodyOf(await paul.nextText())];
    assert.deepEqual(texts, ['un', 'deux']);
  });

  it('goes on when the server was gone, and loses nothing that was said meanwhile', async () => {
    await bridge();
    await signIn();
    const room = await TestRoom.begin(context);
    await room.visitorSays('avant');
    assert.equal(bodyOf(await client!.nextText()), 'avant');
    await prosody.pause();
    await until('it is noticed', async () => (await stateOf()) === 'down');
    client = undefined;
    await room.visitorSays('pendant, un');
    await room.visitorSays('pendant, deux');
    await prosody.resume();
    await isUp();
    const paul = await signIn();
    const texts = [bodyOf(await paul.nextText()), bodyOf(await paul.nextText())];
    assert.deepEqual(texts, ['pendant, un', 'pendant, deux']);
  });

  it('lets the sender know that the hub is away', async () => {
    await bridge();
    const paul = await signIn();
    const room = await TestRoom.begin(context);
    await room.visitorSays('Bonjour');
    const {from = ''} = (await paul.nextText()).attributes;
    await bridges!.stop();
    const id = paul.say(from, 'Il y a quelqu’un ?');
    const bounce = await paul.next(
      'it comes back',
      ({attributes}) => attributes['type'] === 'error' && attributes['id'] === id,
    );
    assert.ok(childOf(bounce, 'error'));
    await bridge();
    paul.say(from, 'Et maintenant ?');
    await until('it is taken', async () => (await room.texts()).includes('Et maintenant ?'));
  });
});
