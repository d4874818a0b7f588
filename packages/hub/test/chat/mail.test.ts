import assert from 'node:assert/strict';
import {it} from 'node:test';
import {mailUnread} from '../../src/chat/mail/unread-mail.js';
import type {Mail} from '../../src/mail/mailer.js';
import {runOutboxOnce} from '../../src/outbox/run-outbox.js';
import {forEachDatabase} from '../support/databases.js';
import {testClock} from '../support/fixtures.js';
import {chatConfig} from './support/chat-hub.js';
import type {ChatHubOptions} from './support/guests.js';
import {chatHub, clerk, Visitor} from './support/guests.js';

forEachDatabase((_name, open) => {
  const start = async (options: ChatHubOptions = {}) => {
    const clock = testClock();
    const hub = await chatHub(await open(), {clock, ...options});
    const visitor = new Visitor(hub);
    const sent: Mail[] = [];
    const carriers = {
      mailer: {
        send: (mail: Mail) => {
          sent.push(mail);
          return Promise.resolve();
        },
        close: () => undefined,
      },
      post: () => Promise.resolve({status: 204}),
      close: () => undefined,
    };
    const deliver = async () => {
      await mailUnread(hub.context);
      await runOutboxOnce(hub.context, carriers);
      return sent.splice(0);
    };
    return {clock, hub, visitor, deliver};
  };

  it('tells the shop of what nobody has read in time, once', async () => {
    const {clock, hub, visitor, deliver} = await start();
    const contact = {name: 'Anne', telephone: '+33 2 98 00 00 00', email: 'anne@example.org'};
    const room = await visitor.begin({contact, page: 'https://mairie.example/commerces'});
    await visitor.say(room, 'Bonjour\nAvez-vous du <b>seigle</b> ?');
    clock.pass(4);
    await visitor.say(room, 'Pour demain.');
    assert.deepEqual(await deliver(), []);
    clock.pass(1);
    const [mail, ...more] = await deliver();
    assert.deepEqual(more, []);
    assert.equal(mail?.to.address, 'fournil@example.org');
    assert.equal(mail.subject, 'Nouveau message de Anne – Le Fournil');
    for (const part of [
      'Avez-vous du <b>seigle</b> ?',
      'Pour demain.',
      '+33 2 98 00 00 00',
      'anne@example.org',
      'https://mairie.example/commerces',
    ]) {
      assert.ok(mail.text.includes(part), part);
    }
    assert.match(mail.html, /&lt;b&gt;seigle/);
    assert.doesNotMatch(mail.html, /<b>seigle/);
    clock.pass(60);
    assert.deepEqual(await deliver(), []);
    await visitor.say(room, 'Toujours là ?');
    clock.pass(5);
    const [second] = await deliver();
    assert.match(second!.text, /Toujours là/);
    assert.doesNotMatch(second!.text, /Pour demain/);
    const rows = await hub.context.db.selectFrom('outbox').select('payload').execute();
    assert.doesNotMatch(JSON.stringify(rows), /seigle|Anne/);
  });

  it('tells nobody of what was read, answered, taken back or erased', async () => {
    const {clock, hub, visitor, deliver} = await start();
    const desk = await clerk(hub);
    const read = await visitor.begin();
    await visitor.say(read, 'lu');
    await desk.must('PUT', `/v1/rooms/${read}/read`, {seq: 1});
    const answered = await visitor.begin();
    await visitor.say(answered, 'répondu');
    await desk.say(answered, 'oui');
    const erased = await visitor.begin();
    await visitor.say(erased, 'effacé');
    await visitor.must('DELETE', `/v1/rooms/${erased}`);
    const back = await visitor.begin();
    const {body} = await visitor.say(back, 'repris');
    await visitor.must('DELETE', `/v1/rooms/${back}/messages/${body.event.message.id}`);
    clock.pass(10);
    assert.deepEqual(await deliver(), []);
  });

  it('tells at once where the shop wants it, and the one who takes care of it', async () => {
    const {hub, visitor, deliver} = await start({chat: {mailAfterMinutes: 0}});
    const [one, other] = [
      await clerk(hub),
      await clerk(hub, 'clerk', {email: 'other@example.org'}),
    ];
    const room = await visitor.begin();
    await visitor.say(room, 'un');
    const addresses = async () => (await deliver()).map(({to}) => to.address).sort();
    assert.deepEqual(await addresses(), ['clerk@example.org', 'other@example.org']);
    await one.must('PATCH', `/v1/shops/fournil/rooms/${room}`, {assignee: other.id});
    await visitor.say(room, 'deux');
    assert.deepEqual(await addresses(), ['other@example.org']);
    const quiet = await start({chat: {notifiesByMail: false}});
    await quiet.visitor.say(await quiet.visitor.begin(), 'un');
    quiet.clock.pass(60);
    assert.deepEqual(await quiet.deliver(), []);
  });

  it('sends what was said to whoever was part of it', async () => {
    const config = {chat: chatConfig({limits: {mailsPerHour: 8}})};
    const {hub, visitor, deliver} = await start({config, chat: {notifiesByMail: false}});
    const room = await visitor.begin({language: 'en', contact: {name: 'Anne'}});
    await visitor.say(room, 'Hello');
    const desk = await clerk(hub);
    await desk.say(room, 'Bonjour Anne');
    const {body} = await visitor.say(room, 'Never mind');
    await visitor.must('DELETE', `/v1/rooms/${room}/messages/${body.event.message.id}`);
    const ask = () =>
      visitor.ask('POST', `/v1/rooms/${room}/transcript`, {email: 'anne@example.org'});
    assert.equal((await ask()).status, 202);
    const [mail] = await deliver();
    assert.equal(mail?.to.address, 'anne@example.org');
    assert.equal(mail.replyTo?.address, 'fournil@example.org');
    assert.match(mail.subject, /^Your conversation with Le Fournil, Monday/);
    assert.match(mail.text, /Anne, [^]*Hello[^]*Le Fournil, [^]*Bonjour Anne/);
    assert.doesNotMatch(mail.text, /Never mind/);
    assert.equal((await ask()).status, 202);
    assert.equal((await ask()).status, 429);
    assert.equal(
      (await visitor.ask('POST', `/v1/rooms/${room}/transcript`, {email: 'x'})).status,
      400,
    );
  });
});
