import assert from 'node:assert/strict';
import {afterEach, describe, it} from 'node:test';
import {receiveMail, replyKey} from '../../../src/bridges/mail/receive-mail.js';
import {REPLY_LINE} from '../../../src/bridges/mail/reply-line.js';
import {writeReplyAddress} from '../../../src/bridges/mail/reply-address.js';
import {startSmtpReceiver} from '../../../src/bridges/mail/smtp-receiver.js';
import {changeState} from '../../../src/chat/rooms/room-state.js';
import {markRoom} from '../../../src/chat/log/marks.js';
import {Page, textsOf} from '../../chat/support/chat-hub.js';
import {forEachDatabase} from '../../support/databases.js';
import {fileDatabase} from '../support/file-database.js';
import {TestRoom} from '../support/chat-room.js';
import {addressIn, answerTo, sendMail} from '../support/mailbox-server.js';
import {pngOf} from '../support/picture.js';
import {mailHub} from './mail-hub.js';
import type {MailHub} from './mail-hub.js';

const running: MailHub[] = [];
afterEach(async () => {
  for (const hub of running.splice(0)) await hub.stop();
});

async function start(...args: Parameters<typeof mailHub>): Promise<MailHub> {
  const hub = await mailHub(...args);
  running.push(hub);
  return hub;
}

const PAUL = 'Paul <paul@fournil.example>';

/** A conversation of which the shop was told by mail. */
async function told(hub: MailHub, options: Parameters<typeof TestRoom.begin>[1] = {}) {
  const contact = {name: 'Marie', email: 'marie@example.org'};
  const room = await TestRoom.begin(hub.context, {contact, ...options});
  await room.visitorSays('Avez-vous encore du pain ?');
  await hub.send();
  return {room, mail: await hub.mailbox.next()};
}

/** The code with which a mail is refused. */
const refusedWith = (sent: Promise<unknown>, code: number, text: RegExp) =>
  assert.rejects(sent, (error: Error & {responseCode?: number}) => {
    assert.equal(error.responseCode, code, error.message);
    assert.match(error.message, text);
    return true;
  });

forEachDatabase((_name, open) => {
  it('brings a message of a page to the shop by mail, and the answer back, once', async () => {
    const hub = await start(await open());
    const page = new Page(hub.hub.address);
    const room = await page.begin();
    await page.say(room, 'Avez-vous encore du pain ?');
    await hub.send();
    const mail = await hub.mailbox.next();
    assert.deepEqual(mail.recipients, ['paul@fournil.example']);
    assert.match(mail.text!, /Avez-vous encore du pain \?/);
    assert.match(addressIn(mail.replyTo), /^chat\+[a-z2-7]{31}\.[a-z2-7]{21}@reply\.hub\.example$/);

    const answer = {
      ...answerTo(mail, 'Oui, trois.'),
      from: PAUL,
      messageId: '<a1@fournil.example>',
    };
    assert.match(await sendMail(hub.receiver.port, answer), /^250/);
    // the server in front did not hear the answer, and sends it again
    assert.match(await sendMail(hub.receiver.port, answer), /^250/);
    const {events} = await page.events(room);
    assert.deepEqual(textsOf(events), ['Avez-vous encore du pain ?', 'Oui, trois.']);
    const [, said] = events.flatMap(event => (event.kind === 'message' ? [event.message] : []));
    assert.equal(said!.via, 'mail');
    assert.deepEqual([said!.author.role, said!.author.name], ['shop', 'Paul']);
    const read = events.find(event => event.kind === 'read');
    assert.deepEqual(read && [read.role, read.upTo], ['shop', 1]);
  });
});

describe('the mails of a conversation', () => {
  it('stay together in a mail program, and ask to write above a line', async () => {
    const hub = await start(await fileDatabase());
    const {room, mail: first} = await told(hub);
    assert.match(first.text!, new RegExp(REPLY_LINE.fr));
    await sendMail(hub.receiver.port, {
      ...answerTo(first, 'Oui.'),
      from: PAUL,
      messageId: '<a1@fournil.example>',
    });
    await room.visitorSays('Parfait, à tout à l’heure.');
    await hub.send();
    const second = await hub.mailbox.next();
    assert.equal(second.subject, first.subject);
    assert.notEqual(second.messageId, first.messageId);
    const root = `<chat.${room.id}@hub.example>`;
    assert.deepEqual([first.references].flat(), [root]);
    assert.deepEqual(second.references, [root, '<a1@fournil.example>']);
    assert.equal(second.inReplyTo, '<a1@fournil.example>');
  });

  it('come several in one, and none when somebody has read it', async () => {
    const hub = await start(await fileDatabase());
    await hub.context.db
      .updateTable('chat_settings')
      .set({settings: JSON.stringify({isEnabled: true, notifiesByMail: true, mailAfterMinutes: 5})})
      .execute();
    const room = await TestRoom.begin(hub.context, {contact: {name: 'Marie'}});
    await room.visitorSays('un');
    await room.visitorSays('deux');
    await hub.send();
    assert.equal(hub.mailbox.mails.length, 0);
    hub.clock.pass(6);
    await hub.send();
    const mail = await hub.mailbox.next();
    assert.match(mail.text!, /un[\s\S]*deux/);
    await room.visitorSays('trois');
    const {last_seq: upTo} = (await room.load()).row;
    await markRoom(hub.context, await room.load(), {kind: 'read', role: 'shop', upTo});
    hub.clock.pass(6);
    await hub.send();
    assert.equal(hub.mailbox.mails.length, 1);
  });

  it('bring along the picture that was sent', async () => {
    const hub = await start(await fileDatabase());
    const page = new Page(hub.hub.address);
    const room = await page.begin();
    const image = '0197b2d0-6f1e-4c3a-9d2b-8a4f5c6d7e8f';
    const put = await fetch(`${hub.hub.address}/v1/rooms/${room}/images/${image}`, {
      method: 'PUT',
      headers: {...page.headers, 'content-type': 'image/png'},
      body: new Uint8Array(pngOf(30, 20)),
    });
    assert.equal(put.status, 201, await put.text());
    const id = '0197b2d0-6f1e-4c3a-9d2b-000000000001';
    await page.ask('PUT', `/v1/rooms/${room}/messages/${id}`, {image: {id: image}});
    await hub.send();
    const {attachments} = await hub.mailbox.next();
    assert.deepEqual(
      attachments.map(({filename, contentType}) => [filename, contentType]),
      [['image-1.png', 'image/png']],
    );
  });
});

describe('a mail to a conversation', () => {
  it('is refused before it is sent when its address was not made here, or is over', async () => {
    const hub = await start(await fileDatabase());
    const {room, mail} = await told(hub);
    const port = hub.receiver.port;
    const answer = {...answerTo(mail, 'Oui.'), from: PAUL};
    const good = addressIn(mail.replyTo);
    const forged = good.replace(/\.(.)/, (_whole, letter) => (letter === 'a' ? '.b' : '.a'));
    await refusedWith(sendMail(port, {...answer, to: forged}), 550, /5\.1\.1/);
    await refusedWith(sendMail(port, {...answer, to: 'chat@reply.hub.example'}), 550, /5\.1\.1/);
    await refusedWith(sendMail(port, {...answer, to: 'paul@fournil.example'}), 550, /5\.1\.1/);
    const key = await replyKey(hub.context.chat);
    const nobody = writeReplyAddress('chat@reply.hub.example', key, {
      room: '0197b2d0-6f1e-4c3a-9d2b-8a4f5c6d7e8f',
      side: 'shop',
      until: new Date('2030-01-01'),
    })!;
    await refusedWith(sendMail(port, {...answer, to: nobody}), 550, /5\.1\.1/);
    hub.clock.pass(70 * 24 * 60);
    await refusedWith(sendMail(port, answer), 550, /too old/);
    assert.equal((await room.texts()).length, 1);
  });

  it('is refused from a stranger, and told so; unless a signed address is enough', async () => {
    const hub = await start(await fileDatabase());
    const {room, mail} = await told(hub);
    const answer = {...answerTo(mail, 'Bonjour, c’est Luc.'), from: 'luc@example.net'};
    await refusedWith(sendMail(hub.receiver.port, answer), 550, /this conversation knows/);
    assert.equal((await room.texts()).length, 1);

    const open = await startSmtpReceiver(hub.context, {
      ...hub.context.config.bridges.mail!,
      acceptsAnySender: true,
      smtp: {host: '127.0.0.1', port: 0},
    });
    await sendMail(open.port, answer);
    await open.stop();
    const [, said] = await room.messages();
    assert.deepEqual([said!.text, said!.author.name], ['Bonjour, c’est Luc.', undefined]);
  });

  it('is taken from the shop’s own address as well', async () => {
    const hub = await start(await fileDatabase());
    const {room, mail} = await told(hub);
    await sendMail(hub.receiver.port, {...answerTo(mail, 'Oui.'), from: 'Fournil@Example.org'});
    assert.deepEqual(await room.texts(), ['Avez-vous encore du pain ?', 'Oui.']);
  });

  it('is refused when the server in front found its sender to be a lie', async () => {
    const hub = await start(await fileDatabase(), {trustsResultsOf: 'mx.hub.example'});
    const {room, mail} = await told(hub);
    const by = (results: string) => ({
      ...answerTo(mail, `Oui (${results}).`),
      from: PAUL,
      headers: {'Authentication-Results': results},
    });
    const {port} = hub.receiver;
    await refusedWith(sendMail(port, by('mx.hub.example; dmarc=fail')), 550, /verified/);
    // of another server nothing is believed, neither good nor bad
    await sendMail(port, by('evil.example; dmarc=fail'));
    await sendMail(port, by('mx.hub.example; spf=pass; dmarc=pass'));
    assert.equal((await room.texts()).length, 3);
  });

  it('is refused when the conversation is over', async () => {
    const hub = await start(await fileDatabase());
    const {room, mail} = await told(hub);
    await changeState(hub.context, room.id, {state: 'ended', by: 'visitor'});
    const answer = {...answerTo(mail, 'Oui.'), from: PAUL};
    await refusedWith(sendMail(hub.receiver.port, answer), 550, /over/);
  });

  it('is kept by the server in front while the database is away', async () => {
    const database = await fileDatabase();
    const hub = await start(database);
    const {room, mail} = await told(hub);
    const answer = {...answerTo(mail, 'Oui.'), from: PAUL};
    const broken = {
      ...hub.context,
      db: new Proxy(hub.context.db, {
        get() {
          throw Object.assign(new Error('Connection terminated'), {code: '57P01'});
        },
      }),
    };
    const options = {...hub.context.config.bridges.mail!, smtp: {host: '127.0.0.1', port: 0}};
    const receiver = await startSmtpReceiver(broken, options);
    await refusedWith(sendMail(receiver.port, answer), 451, /4\.3\.0/);
    await receiver.stop();
    await sendMail(hub.receiver.port, answer);
    assert.deepEqual(await room.texts(), ['Avez-vous encore du pain ?', 'Oui.']);
  });

  it('that nobody wrote is taken from the server, and leaves nothing', async () => {
    const hub = await start(await fileDatabase());
    const {room, mail} = await told(hub);
    const {port} = hub.receiver;
    const answer = {...answerTo(mail, 'Je suis absent jusqu’à lundi.'), from: PAUL};
    await sendMail(port, {...answer, headers: {'Auto-Submitted': 'auto-replied'}});
    await sendMail(port, {...answer, subject: 'Réponse automatique : Conversation'});
    await sendMail(port, {...answer, envelope: {from: '', to: addressIn(mail.replyTo)}});
    // our own mail, forwarded to where it came from by a rule of somebody's program
    await sendMail(port, {...answer, headers: {'X-Local-Widgets-Hub': '1'}});
    await sendMail(port, {...answerTo(mail, ''), from: PAUL});
    assert.equal((await room.texts()).length, 1);
  });

  it('is refused when two machines seem to talk', async () => {
    const hub = await start(await fileDatabase());
    const {room, mail} = await told(hub);
    const {port} = hub.receiver;
    for (let at = 0; at < 30; at++) {
      await sendMail(port, {...answerTo(mail, `n° ${at}`), from: PAUL});
    }
    const more = () => sendMail(port, {...answerTo(mail, 'encore'), from: PAUL});
    await refusedWith(more(), 550, /Too many/);
    hub.clock.pass(61);
    await more();
    assert.equal((await room.texts()).length, 32);
  });

  it('brings pictures, and names the files that cannot come along', async () => {
    const hub = await start(await fileDatabase());
    const {room, mail} = await told(hub);
    await sendMail(hub.receiver.port, {
      ...answerTo(mail, 'Le voici.'),
      from: PAUL,
      attachments: [
        {filename: 'pain.png', content: pngOf(40, 30), contentType: 'image/png'},
        {filename: 'faux.png', content: Buffer.from('no picture'), contentType: 'image/png'},
        {filename: 'tarifs.pdf', content: Buffer.from('%PDF'), contentType: 'application/pdf'},
      ],
    });
    const [, text, picture] = await room.messages();
    assert.equal(
      text!.text,
      'Le voici.\n\n(Pièces jointes non transmises\u00a0: faux.png, tarifs.pdf)',
    );
    assert.deepEqual([picture!.image?.width, picture!.image?.height], [40, 30]);
  });

  it('that is long becomes several messages, and is refused when there are too many', async () => {
    const hub = await start(await fileDatabase());
    const {room, mail} = await told(hub);
    const paragraph = 'Un mot. '.repeat(200).trim();
    const long = Array.from({length: 5}, () => paragraph).join('\n\n');
    await sendMail(hub.receiver.port, {...answerTo(mail, long), from: PAUL});
    const [, ...parts] = await room.texts();
    assert.equal(parts.length, 5);
    assert.equal(parts.join('\n\n'), long);
    const endless = {...answerTo(mail, 'mot '.repeat(6000)), from: PAUL};
    await refusedWith(sendMail(hub.receiver.port, endless), 552, /too long/);
    assert.equal((await room.texts()).length, 6);
  });
});

describe('a visitor who has left', () => {
  const CONTACT = {name: 'Marie', email: 'marie@example.org'};
  const PAGE = 'https://mairie.example/contact';

  it('gets the answer by mail, with a way back, and may answer by mail', async () => {
    const hub = await start(await fileDatabase());
    const {room} = await told(hub, {contact: CONTACT, page: PAGE});
    await room.shopSays('Oui, trois.');
    await room.shopSays('Je vous en garde un ?');
    await hub.send();
    assert.equal(hub.mailbox.mails.length, 1, 'they may still be there');
    hub.clock.pass(6);
    await hub.send();
    const mail = await hub.mailbox.next();
    assert.deepEqual(mail.recipients, ['marie@example.org']);
    assert.match(mail.text!, /Oui, trois\.[\s\S]*Je vous en garde un \?/);
    await hub.send();
    assert.equal(hub.mailbox.mails.length, 2, 'once');

    const [, token] = /#local-chat=([\w-]{43})/.exec(mail.text!) ?? [];
    const other = new Page(hub.hub.address);
    const opened = await other.ask('POST', `/v1/links/${token}`);
    assert.deepEqual([opened.status, opened.body.room], [200, room.id]);

    const answer = {...answerTo(mail, 'Oui merci !'), from: 'Marie@example.org'};
    await refusedWith(sendMail(hub.receiver.port, {...answer, from: PAUL}), 550, /knows/);
    await sendMail(hub.receiver.port, answer);
    const said = (await room.messages()).at(-1)!;
    assert.deepEqual(
      [said.text, said.author.role, said.author.name, said.via],
      ['Oui merci !', 'visitor', 'Marie', 'mail'],
    );
  });

  it('gets none when they read it meanwhile, or left no address', async () => {
    const hub = await start(await fileDatabase());
    const {room} = await told(hub, {contact: CONTACT, page: PAGE});
    await room.shopSays('Oui.');
    await markRoom(hub.context, await room.load(), {kind: 'read', role: 'visitor', upTo: 2});
    const {room: nameless} = await told(hub, {contact: {}});
    await nameless.shopSays('Oui.');
    hub.clock.pass(6);
    await hub.send();
    assert.equal(hub.mailbox.mails.length, 2, 'the two to the shop');
  });
});

describe('a provider that hands mails over', () => {
  const post = async (
    hub: MailHub,
    raw: string | Uint8Array,
    {authorization = 'Bearer a secret of twenty characters', query = ''} = {},
  ) => {
    const answer = await fetch(`${hub.hub.address}/v1/bridges/mail${query}`, {
      method: 'POST',
      headers: {'content-type': 'message/rfc822', authorization},
      body: typeof raw === 'string' ? raw : new Uint8Array(raw),
    });
    const body = (await answer.json()) as {outcomes?: {result: string; reason?: string}[]};
    return {status: answer.status, outcomes: body.outcomes};
  };

  const rawAnswer = (to: string, from = 'paul@fournil.example') =>
    `From: ${from}\r\nTo: ${to}\r\nMessage-ID: <p1@fournil.example>\r\nSubject: Re: Pain\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nOui, à 18 h.\r\n`;

  it('has to know the secret', async () => {
    const hub = await start(await fileDatabase());
    const {mail} = await told(hub);
    const raw = rawAnswer(addressIn(mail.replyTo));
    for (const authorization of ['', 'Bearer no', `Basic ${btoa('mail:no')}`]) {
      assert.equal((await post(hub, raw, {authorization})).status, 401);
    }
    const basic = {authorization: `Basic ${btoa('mail:a secret of twenty characters')}`};
    // a token with spaces is none; as the password of an address it may have some
    assert.equal((await post(hub, raw, basic)).status, 200);
  });

  it('brings an answer, for whom the mail names or the address of the request', async () => {
    const hub = await start(await fileDatabase(), {webhookSecret: 'a-secret-of-many-letters'});
    const authorization = 'Bearer a-secret-of-many-letters';
    const {room, mail} = await told(hub);
    const to = addressIn(mail.replyTo);
    assert.deepEqual((await post(hub, rawAnswer(to), {authorization})).outcomes, [
      {result: 'taken'},
    ]);
    const query = `?recipient=${encodeURIComponent(to)}`;
    const again = await post(hub, rawAnswer('undisclosed@example.org'), {authorization, query});
    assert.deepEqual(again.outcomes, [{result: 'taken'}]);
    assert.deepEqual(await room.texts(), ['Avez-vous encore du pain ?', 'Oui, à 18 h.']);
  });

  it('is told what was refused, and so is the sender', async () => {
    const hub = await start(await fileDatabase(), {webhookSecret: 'a-secret-of-many-letters'});
    const authorization = 'Bearer a-secret-of-many-letters';
    const {mail} = await told(hub);
    const raw = rawAnswer(addressIn(mail.replyTo), 'luc@example.net');
    for (let times = 0; times < 2; times++) {
      const {status, outcomes} = await post(hub, raw, {authorization});
      assert.deepEqual([status, outcomes], [200, [{result: 'refused', reason: 'stranger'}]]);
    }
    await hub.send();
    const note = await hub.mailbox.next();
    assert.deepEqual(note.recipients, ['luc@example.net']);
    assert.match(note.text!, /n’est pas connue de cette conversation/);
    assert.equal(hub.mailbox.mails.length, 2, 'once an hour');

    const unknown = await post(hub, rawAnswer('chat+x@reply.hub.example'), {authorization});
    assert.deepEqual(unknown.outcomes, [{result: 'refused', reason: 'unknown'}]);
    await hub.send();
    assert.equal(hub.mailbox.mails.length, 2, 'nobody else is ever answered');
  });

  it('cannot make the hub read without end', async () => {
    const hub = await start(await fileDatabase());
    const outcomes = await receiveMail(hub.context, hub.context.config.bridges.mail!, {
      raw: Buffer.from(`From: a@b.fr\r\n${'X: y\r\n'.repeat(200_000)}\r\n\r\nx`),
    });
    assert.deepEqual(outcomes, [{result: 'refused', reason: 'unreadable'}]);
  });
});
