import assert from 'node:assert/strict';
import {afterEach, it} from 'node:test';
import {bodyOf} from './support/xmpp-client.js';
import {addChatShop, Page} from '../../chat/support/chat-hub.js';
import {forEachDatabase} from '../../support/databases.js';
import {startChild} from '../../support/hub-child.js';
import type {HubChild} from '../../support/hub-child.js';
import {until} from '../support/until.js';
import {ComponentServer} from './support/component-server.js';

forEachDatabase((_name, open) => {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  it('loses nothing when the hub is killed between sending and noting it', async () => {
    const database = await open();
    await addChatShop(database.db, {chat: {xmpp: 'paul@localhost'}});
    const peer = await ComponentServer.start();
    closing.push(() => peer.stop());
    const account = {port: peer.port, domain: 'hub.localhost', secret: 'secret'};
    const settings = {bridges: {xmpp: account}, chat: {proofWork: 0}};
    let hub: HubChild = await startChild(database, settings);
    closing.push(() => hub.kill());
    let killed: Promise<void> | undefined;
    peer.onStanza = ({name}) => {
      // the message is here; that it is, the hub never hears
      if (name === 'message') killed ??= hub.kill();
      return killed;
    };
    const page = new Page(hub.address);
    const room = await page.begin();
    const sent: string[] = [];
    for (const text of ['un', 'deux', 'trois']) {
      const id = `0197b2d0-6f1e-4c3a-9d2b-00000000000${sent.length}`;
      // the hub may be dead already: then the page keeps it, and sends it again
      await page.say(room, text, id).catch(() => undefined);
      sent.push(id);
    }
    await until('it was killed', () => killed !== undefined);
    await killed;
    peer.onStanza = () => undefined;
    const before = peer.stanzas.filter(({name}) => name === 'message').length;
    assert.equal(before, 1);

    hub = await startChild(database, settings);
    page.address = hub.address;
    for (const [at, text] of ['un', 'deux', 'trois'].entries()) {
      await page.say(room, text, sent[at]);
    }
    const messages = await until('all are here', () => {
      const found = peer.stanzas.filter(({name}) => name === 'message');
      return found.length >= 4 && found;
    });
    // once more the first one, under its own id: whoever compares sees one
    assert.deepEqual(messages.map(bodyOf), ['un', 'un', 'deux', 'trois']);
    assert.deepEqual(
      messages.map(({attributes}) => attributes['id']),
      [sent[0], ...sent],
    );
    assert.equal(await hub.stop(), 0, hub.output());
  });
});
