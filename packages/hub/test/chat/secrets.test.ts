import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {it} from 'node:test';
import {forEachDatabase} from '../support/databases.js';
import {startChild} from '../support/hub-child.js';
import {addChatShop, Page} from './support/chat-hub.js';

const QUIET = {chat: {proofWork: 0}, logLevel: 'trace'};

forEachDatabase((_name, open) => {
  it('stand in no line of the log, and neither does what was said', async () => {
    const database = await open();
    await addChatShop(database.db);
    const hub = await startChild(database, QUIET);
    const page = new Page(hub.address);
    const room = await page.begin();
    await page.say(room, 'ZORRO');
    await page.ask('PUT', `/v1/rooms/${room}/contact`, {name: 'ZORRO', email: 'zorro@example.org'});
    const {body: link} = await page.ask('POST', `/v1/rooms/${room}/links`);
    const phone = new Page(hub.address);
    await phone.ask('POST', `/v1/links/${link.token}`);
    await page.ask('POST', `/v1/rooms/${room}/transcript`, {email: 'zorro@example.org'});
    await page.ask('GET', `/v1/events?wait=0&after=${room}:0`);
    await page.ask('PUT', `/v1/rooms/${room}/messages/${randomUUID()}`, {text: 5, zorro: 'ZORRO'});
    await page.ask('GET', '/v1/me');
    await hub.stop();
    const log = hub.output();
    assert.match(log, /\/v1\/rooms\/:room\/messages\/:uuid/);
    for (const secret of [page.secret, phone.secret, link.token as string, room, 'zorro']) {
      assert.ok(!log.toLowerCase().includes(secret.toLowerCase()), secret);
    }
    assert.doesNotMatch(log, /127\.0\.0\.[1-9]"/, 'addresses are cut short');
  });
});
