import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Browser} from '../support/browser.js';
import {Town} from '../support/device.js';
import {problem} from '../support/fake-hub.js';
import {settled} from '../support/virtual-time.js';

describe('a client of the chat', () => {
  it('asks nobody and stores nothing before the first message', async () => {
    const town = new Town();
    const page = town.open();
    assert.deepEqual(page.room.messages, []);
    await town.time.pass(100_000);
    assert.deepEqual(town.hub.seen, []);
    assert.equal(page.browser.entries.size, 0);
  });

  it('begins the conversation, then sends, and knows what became of it', async () => {
    const town = new Town();
    const page = town.open();
    page.say('Bonjour');
    assert.deepEqual(page.states, ['pending']);
    await town.time.until(() => page.states[0] === 'sent', 'sent');
    const {conversation} = town.hub;
    assert.deepEqual(conversation.texts, ['Bonjour']);
    await town.time.until(() => town.hub.streamCount === 1, 'a line');
    conversation.mark('delivered', 'shop', 1);
    await town.time.until(() => page.states[0] === 'delivered', 'delivered');
    conversation.mark('read', 'shop', 1);
    await town.time.until(() => page.states[0] === 'read', 'read');
  });

  it('makes one visitor of one browser, and tells the secret to the hub only in a header', async () => {
    const town = new Town();
    const page = town.open();
    page.say('Bonjour');
    page.say('Encore moi');
    await town.time.until(() => page.states.join() === 'sent,sent', 'both sent');
    const secrets = new Set(town.hub.seen.map(({secret}) => secret));
    assert.equal(secrets.size, 1);
    assert.match([...secrets][0]!, /^[\w-]{43}$/);
    assert.ok(!JSON.stringify(town.hub.seen.map(({path}) => path)).includes([...secrets][0]!));
  });

  it('hears answers, and says once which are new', async () => {
    const town = new Town();
    const page = town.open();
    page.say('Bonjour');
    await town.time.until(() => town.hub.streamCount === 1, 'a line');
    town.hub.say(town.hub.conversation, 'Bonjour, que puis-je pour vous ?');
    await town.time.until(() => page.texts.length === 2, 'an answer');
    assert.equal(page.received.length, 1);
    assert.equal(page.room.unread, 1);
    page.room.see();
    assert.equal(page.room.unread, 0);
    await town.time.until(
      () => town.hub.conversation.events.some(({kind}) => kind === 'read'),
      'the hub knows that it is seen',
    );
  });

  it('sends after a reload what was kept before the first attempt', async () => {
    const town = new Town();
    town.hub.isDown = true;
    const before = town.open();
    before.say('un');
    before.say('deux');
    await town.time.pass(5000);
    assert.deepEqual(before.states, ['pending', 'pending']);
    const after = before.reload();
    assert.deepEqual(after.texts, ['un', 'deux']);
    town.hub.isDown = false;
    await town.time.until(() => after.states.join() === 'sent,sent', 'both sent');
    assert.deepEqual(town.hub.conversation.texts, ['un', 'deux']);
  });

  it('makes no second message when the answer got lost', async () => {
    const town = new Town();
    town.hub.next.push({when: /^PUT rooms\/[^/]+\/messages/, fate: 'lost'});
    const page = town.open();
    page.say('une fois');
    await town.time.until(() => page.states[0] === 'sent', 'sent');
    await town.time.pass(60_000);
    assert.deepEqual(town.hub.conversation.texts, ['une fois']);
    assert.deepEqual(page.texts, ['une fois']);
  });

  it('waits as long as the hub asks, whoever is impatient, and says so', async () => {
    const town = new Town();
    const fate = problem(429, 'too-many-requests', {'retry-after': '30'});
    town.hub.next.push({when: /messages/, fate});
    const page = town.open();
    page.say('vite');
    await town.time.until(() => page.client.retryAfter === 30, 'it says so');
    const {ms} = town.time;
    page.client.wake(true);
    await town.time.until(() => page.states[0] === 'sent', 'sent');
    assert.ok(town.time.ms - ms >= 29_000, `${town.time.ms - ms} ms`);
    assert.equal(page.client.retryAfter, 0);
  });

  it('keeps what the hub refuses, with its reason, and tries again when asked to', async () => {
    const town = new Town();
    town.hub.blockedWord = 'zut';
    const page = town.open();
    const id = page.say('zut alors');
    page.say('pardon');
    await town.time.until(() => page.states.join() === 'sent,failed', 'one is refused');
    assert.equal(page.room.messages.at(-1)?.problem, 'blocked-word');
    const again = page.reload();
    await town.time.until(() => again.states.join() === 'sent,failed', 'it is still there');
    town.hub.blockedWord = '';
    again.room.outbox.retry(id);
    await town.time.until(() => again.states.join() === 'sent,sent', 'sent');
    assert.deepEqual(town.hub.conversation.texts, ['pardon', 'zut alors']);
  });

  it('forgets a refused message when asked to', async () => {
    const town = new Town();
    town.hub.blockedWord = 'zut';
    const page = town.open();
    const id = page.say('zut');
    await town.time.until(() => page.states[0] === 'failed', 'refused');
    page.room.discard(id);
    assert.deepEqual(page.room.messages, []);
  });

  it('gives a line up that has been silent for 40 seconds', async () => {
    const town = new Town();
    const page = town.open();
    page.say('Bonjour');
    await town.time.until(() => town.hub.streamCount === 1, 'a line');
    town.hub.silence();
    town.hub.say(town.hub.conversation, 'Allô ?');
    await town.time.until(() => page.texts.includes('Allô ?'), 'the answer', 60_000);
  });

  it('asks by long poll where no stream gets through', async () => {
    const town = new Town();
    town.hub.areStreamsBlocked = true;
    const page = town.open();
    page.say('Bonjour');
    const polls = () => town.hub.seen.filter(({query}) => query.has('wait'));
    await town.time.until(() => polls().length > 0, 'a poll', 30_000);
    town.hub.say(town.hub.conversation, 'Par un autre chemin');
    await town.time.until(() => page.texts.length === 2, 'the answer', 30_000);
    assert.equal(page.client.lineState, 'live');
    town.hub.areStreamsBlocked = false;
    await town.time.until(
      () => !town.hub.seen.at(-1)!.query.has('wait'),
      'a stream again',
      600_000,
    );
  });

  it('turns to long polls when streams end before their first event', async () => {
    const town = new Town();
    const page = town.open();
    page.say('Bonjour');
    const polls = () => town.hub.seen.filter(({query}) => query.has('wait'));
    await town.time.until(() => page.states[0] === 'sent', 'sent');
    // the first one told of the message
    for (let times = 0; times < 4; times++) {
      await town.time.until(() => town.hub.streamCount === 1, 'a line');
      await settled();
      town.hub.cut();
    }
    await town.time.until(() => polls().length > 0, 'a poll', 60_000);
  });

  it('never gives up, and is back at once when the network is', async () => {
    const town = new Town();
    const page = town.open();
    page.say('Bonjour');
    await town.time.until(() => town.hub.streamCount === 1, 'a line');
    town.hub.isDown = true;
    town.hub.cut();
    page.say('Êtes-vous là ?');
    await town.time.pass(6 * 3_600_000);
    assert.equal(page.client.lineState, 'offline');
    const tries = town.hub.asked('GET', 'events').length;
    assert.ok(tries > 600, `${tries} tries`);
    town.hub.isDown = false;
    const {ms} = town.time;
    page.client.wake(true);
    await town.time.until(() => page.states.at(-1) === 'sent', 'sent');
    assert.equal(town.time.ms, ms);
  });

  it('fills the gap when the stream left something out', async () => {
    const town = new Town();
    const page = town.open();
    page.say('Bonjour');
    await town.time.until(() => town.hub.streamCount === 1, 'a line');
    const {conversation} = town.hub;
    town.hub.silence();
    town.hub.say(conversation, 'deux');
    const late = town.hub.say(conversation, 'trois');
    page.room.take([late]);
    await town.time.until(() => page.texts.length === 3, 'all', 1000);
    assert.deepEqual(page.texts, ['Bonjour', 'deux', 'trois']);
  });

  it('reads the last page anew when too much was missed, and older ones when asked to', async () => {
    const town = new Town();
    const page = town.open();
    page.say('Bonjour');
    await town.time.until(() => town.hub.streamCount === 1, 'a line');
    town.hub.cut();
    town.hub.isDown = true;
    for (let each = 1; each <= 260; each++) town.hub.say(town.hub.conversation, `${each}`);
    town.hub.isDown = false;
    await town.time.until(() => page.texts.at(-1) === '260', 'the last page');
    assert.equal(page.texts.length, 50);
    while (page.room.hasOlder) await page.room.older();
    assert.deepEqual(page.texts, town.hub.conversation.texts);
  });

  it('begins anew where the hub has forgotten what would fill the gap', async () => {
    const town = new Town();
    const page = town.open();
    page.say('Bonjour');
    await town.time.until(() => town.hub.streamCount === 1, 'a line');
    town.hub.cut();
    town.hub.isDown = true;
    for (let each = 1; each <= 20; each++) town.hub.say(town.hub.conversation, `${each}`);
    town.hub.conversation.firstSeq = 11;
    town.hub.isDown = false;
    await town.time.until(() => page.texts.at(-1) === '20', 'the last page');
    assert.equal(page.room.hasOlder, false);
    assert.equal(page.texts[0], '10');
  });

  it('makes a proof of work where the hub wants one', async () => {
    const town = new Town();
    town.hub.needsProof = true;
    const page = town.open({
      prove: ({algorithm, challenge, salt, signature, maxnumber}) =>
        Promise.resolve({algorithm, challenge, salt, signature, number: maxnumber * 0.8}),
    });
    page.say('Bonjour');
    await town.time.until(() => page.states[0] === 'sent', 'sent');
    assert.ok(town.hub.asked('POST', 'challenges').length > 0);
    assert.deepEqual(town.hub.conversation.texts, ['Bonjour']);
  });

  it('tells that it types, but not at every letter', async () => {
    const town = new Town();
    const page = town.open();
    page.say('Bonjour');
    await town.time.until(() => page.states[0] === 'sent', 'sent');
    for (let letter = 0; letter < 30; letter++) {
      void page.room.type();
      await town.time.pass(200);
    }
    assert.equal(town.hub.asked('POST', `rooms/${page.room.id}/typing`).length, 2);
  });

  it('shows who types until they write, or stop', async () => {
    const town = new Town();
    const page = town.open();
    page.say('Bonjour');
    await town.time.until(() => town.hub.streamCount === 1, 'a line');
    town.hub.type(town.hub.conversation);
    await town.time.until(() => page.room.typing.size === 1, 'somebody types');
    town.hub.say(town.hub.conversation, 'Bonjour');
    await town.time.until(() => page.room.typing.size === 0, 'nobody types', 1000);
    town.hub.type(town.hub.conversation);
    await town.time.until(() => page.room.typing.size === 1, 'somebody types');
    await town.time.pass(7000);
    assert.equal(page.room.typing.size, 0);
  });

  it('works without storage, and says that it will not last', async () => {
    const town = new Town();
    const page = town.open({
      storage: () => {
        throw new DOMException('refused', 'SecurityError');
      },
      isAlone: true,
    });
    assert.equal(page.client.isVolatile, false);
    page.say('Bonjour');
    assert.equal(page.client.isVolatile, true);
    await town.time.until(() => page.states[0] === 'sent', 'sent');
  });

  it('notices that a conversation is gone, and begins another one', async () => {
    const town = new Town();
    const page = town.open();
    page.say('Bonjour');
    await town.time.until(() => page.states[0] === 'sent', 'sent');
    town.hub.rooms.clear();
    page.say('Toujours là ?');
    await town.time.until(() => page.room.phase === 'gone', 'gone');
    const old = page.room;
    page.client.forget(old);
    assert.notEqual(page.room.id, old.id);
    page.say('Re-bonjour');
    await town.time.until(() => page.states[0] === 'sent', 'sent');
  });

  it('leaves nothing on the device when its last conversation is forgotten', async () => {
    const town = new Town();
    const page = town.open();
    page.say('Bonjour');
    await town.time.until(() => page.states[0] === 'sent', 'sent');
    page.client.forget(page.room);
    assert.equal(page.browser.entries.size, 0);
  });

  it('forgets after 90 days what nobody came back to', async () => {
    const town = new Town();
    const page = town.open();
    page.say('Bonjour');
    await town.time.until(() => page.states[0] === 'sent', 'sent');
    const {browser} = page;
    page.kill();
    await town.time.pass(91 * 24 * 3_600_000);
    const later = town.open({browser});
    assert.equal(later.client.isKnown, false);
  });

  it('goes on on another device, and hears there what is said here', async () => {
    const town = new Town();
    const here = town.open();
    here.say('Bonjour');
    await town.time.until(() => here.states[0] === 'sent', 'sent');
    const {token} = (await here.client.ask({
      method: 'POST',
      path: `rooms/${here.room.id}/links`,
    })) as {token: string};
    const there = town.open();
    there.client.keepSecret();
    const {room, shop} = (await there.client.ask({method: 'POST', path: `links/${token}`})) as {
      room: string;
      shop: string;
    };
    there.client.adopt(room, shop);
    await town.time.until(() => there.texts.length === 1, 'the same conversation');
    assert.ok(there.room.messages[0]?.isMine);
    there.say('Me voilà sur mon téléphone');
    await town.time.until(() => here.texts.length === 2, 'heard here');
    assert.ok(here.room.messages[1]?.isMine);
  });
});

describe('the tabs of a site', () => {
  it('hold one line together, and all hear', async () => {
    const town = new Town();
    const browser = new Browser();
    const one = town.open({browser});
    const other = town.open({browser});
    one.say('Bonjour');
    await town.time.until(() => other.texts.length === 1, 'the other has it');
    await town.time.pass(5000);
    assert.equal(town.hub.streamCount, 1);
    town.hub.say(town.hub.conversation, 'Bonjour !');
    await town.time.until(() => one.texts.length === 2 && other.texts.length === 2, 'both heard');
    other.say('Merci');
    await town.time.until(() => one.texts.length === 3, 'told to the first');
    assert.deepEqual(one.texts, other.texts);
  });

  it('pass the line on when the one that has it is closed', async () => {
    const town = new Town();
    const browser = new Browser();
    const one = town.open({browser});
    one.say('Bonjour');
    await town.time.until(() => town.hub.streamCount === 1, 'a line');
    const other = town.open({browser});
    await town.time.until(() => other.texts.length === 1, 'the other is there');
    one.kill();
    town.hub.cut();
    town.hub.say(town.hub.conversation, 'Qui écoute ?');
    await town.time.until(() => other.texts.length === 2, 'heard', 10_000);
  });

  it('take the line from a tab that the browser froze', async () => {
    const town = new Town();
    const browser = new Browser();
    const one = town.open({browser});
    one.say('Bonjour');
    await town.time.until(() => town.hub.streamCount === 1, 'a line');
    const other = town.open({browser});
    await town.time.until(() => other.texts.length === 1, 'the other is there');
    one.tab.freeze();
    town.hub.say(town.hub.conversation, 'Qui écoute ?');
    await town.time.until(() => other.texts.length === 2, 'heard', 90_000);
    const third = town.open({browser});
    await town.time.until(() => third.texts.length === 2, 'the third is there');
  });

  it('send what a closed one left', async () => {
    const town = new Town();
    const browser = new Browser();
    const one = town.open({browser});
    const other = town.open({browser});
    town.hub.isDown = true;
    one.say('Bonjour');
    await town.time.pass(100);
    one.kill();
    town.hub.isDown = false;
    other.client.wake();
    await town.time.until(() => other.states.join() === 'sent', 'sent');
  });

  it('forget what one of them forgets', async () => {
    const town = new Town();
    const browser = new Browser();
    const one = town.open({browser});
    one.say('Bonjour');
    const other = town.open({browser});
    await town.time.until(() => other.texts.length === 1, 'the other is there');
    const {room} = other;
    one.client.forget(one.room);
    assert.equal(room.phase, 'gone');
    assert.equal(browser.entries.size, 0);
  });

  it('are each for themselves where the browser cannot join them', async () => {
    const town = new Town();
    const browser = new Browser();
    const one = town.open({browser, isAlone: true});
    one.say('Bonjour');
    await town.time.until(() => one.states[0] === 'sent', 'sent');
    const other = town.open({browser, isAlone: true});
    await town.time.until(() => town.hub.streamCount === 2, 'two lines');
    town.hub.say(town.hub.conversation, 'Bonjour !');
    await town.time.until(() => one.texts.length === 2 && other.texts.length === 2, 'both heard');
  });
});
