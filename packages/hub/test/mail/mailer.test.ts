import assert from 'node:assert/strict';
import {mkdtemp, readdir, readFile, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import fc from 'fast-check';
import {simpleParser} from 'mailparser';
import {createFolderMailer} from '../../src/mail/folder-mailer.js';
import {mailbox, oneLine} from '../../src/mail/mailbox.js';
import {MailError, type Mail} from '../../src/mail/mailer.js';
import {createSmtpMailer} from '../../src/mail/smtp-mailer.js';
import {testClock} from '../support/fixtures.js';
import {smtpServer} from './smtp-server.js';

const clock = testClock();
const MAIL: Mail = {
  from: {name: 'Le Fournil', address: 'hub@example.org'},
  to: {name: 'Anne Le Bris', address: 'anne@example.org'},
  replyTo: {name: 'Le Fournil', address: 'fournil@example.org'},
  subject:
    'Commande K7PM reçue – Le Fournil, samedi 28 novembre 2026, de 10:00 à 10:30, et la suite',
  text: 'Crème brûlée\n.\nFin\n',
  html: '<!doctype html><html lang="fr"><p>Crème brûlée</p></html>',
  language: 'fr',
  messageId: 'a@hub.example',
  inReplyTo: 'order-1@hub.example',
  calendar: 'BEGIN:VCALENDAR\r\nSUMMARY:Crème\r\nEND:VCALENDAR\r\n',
};

describe('mails by SMTP', () => {
  it('arrive whole: text, HTML, calendar, who and what for', async () => {
    const server = await smtpServer();
    const mailer = createSmtpMailer(server.options, clock);
    await mailer.send(MAIL);
    mailer.close();
    const [mail] = await server.stop();
    assert.equal(mail!.subject, MAIL.subject);
    assert.equal(mail!.text?.trim(), MAIL.text.trim());
    assert.ok(mail!.html && mail!.html.includes('Crème brûlée'));
    assert.equal(mail!.messageId, '<a@hub.example>');
    assert.equal(mail!.inReplyTo, '<order-1@hub.example>');
    assert.deepEqual(mail!.date, clock.now());
    assert.equal(mail!.headers.get('auto-submitted'), 'auto-generated');
    assert.equal(mail!.headers.get('content-language'), 'fr');
    assert.equal(mail!.replyTo?.text, '"Le Fournil" <fournil@example.org>');
    const [calendar] = mail!.attachments;
    assert.equal(calendar!.contentType, 'text/calendar');
    assert.equal(calendar!.content.toString(), MAIL.calendar);
  });

  it('sign in where a user is given', async () => {
    const server = await smtpServer({user: 'hub', password: 'secret'});
    const mailer = createSmtpMailer(
      {...server.options, user: 'hub', password: 'secret', requireTls: false},
      clock,
    );
    await mailer.send(MAIL);
    mailer.close();
    assert.equal((await server.stop()).length, 1);
  });

  it('send no password to a server without TLS, unless told to', async () => {
    const server = await smtpServer({user: 'hub', password: 'secret'});
    const mailer = createSmtpMailer({...server.options, user: 'hub', password: 'secret'}, clock);
    await assert.rejects(mailer.send(MAIL), MailError);
    mailer.close();
    assert.deepEqual(await server.stop(), []);
  });

  it('tell an address that is refused for good from a server that is busy', async () => {
    const isPermanent = async (code: number) => {
      const server = await smtpServer({refuse: code});
      const mailer = createSmtpMailer(server.options, clock);
      const error: unknown = await mailer.send(MAIL).catch((reason: unknown) => reason);
      mailer.close();
      await server.stop();
      assert.ok(error instanceof MailError);
      assert.ok(!error.message.includes('anne'), 'no address in what is logged');
      return error.isPermanent;
    };
    assert.equal(await isPermanent(550), true);
    assert.equal(await isPermanent(451), false);
  });

  it('may be tried again when nobody listens', async () => {
    const server = await smtpServer();
    await server.stop();
    const mailer = createSmtpMailer(server.options, clock);
    await assert.rejects(mailer.send(MAIL), {name: 'MailError', isPermanent: false});
    mailer.close();
  });
});

describe('headers', () => {
  const HOSTILE = [
    'Eve\r\nBcc: all@example.org',
    'Eve\nSubject: x',
    'Eve" <eve@example.org>, "X',
    'Eve\u2028Bcc: x@example.org',
    '\u202egro.elpmaxe@eve',
    '=?utf-8?Q?Eve?=\r\n\r\n<script>',
    '',
  ];

  it('cannot be added by what somebody calls himself', async () => {
    const server = await smtpServer();
    const mailer = createSmtpMailer(server.options, clock);
    for (const name of HOSTILE) {
      const to = mailbox(name, 'anne@example.org');
      await mailer.send({
        ...MAIL,
        to,
        from: mailbox(name, 'hub@example.org'),
        subject: `A ${name}`,
      });
    }
    mailer.close();
    const mails = await server.stop();
    assert.equal(mails.length, HOSTILE.length);
    for (const mail of mails) {
      assert.deepEqual(mail.recipients, ['anne@example.org']);
      assert.equal(mail.headers.has('bcc'), false);
      assert.deepEqual(
        [mail.to].flat().flatMap(to => to?.value.map(({address}) => address)),
        ['anne@example.org'],
      );
      assert.equal(mail.text?.trim(), MAIL.text.trim());
    }
  });

  it('hold names and subjects on one line, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 60}), text => {
        assert.ok(!/[\r\n\u2028\u2029\0]/.test(oneLine(text)));
        const {name = ''} = mailbox(text, 'a@b.example');
        assert.ok(!/[\r\n\u2028\u2029]/.test(name) && name.length <= 80);
      }),
      {seed: 7, numRuns: 500},
    );
  });

  it('hold one address each, or none', () => {
    const good = ['a@b.example', 'first.last+tag@sub.b.example', 'élodie@b.example'];
    for (const address of good) assert.equal(mailbox('x', address).address, address);
    assert.equal(mailbox('x', 'a@crêpe.example').address, 'a@xn--crpe-hpa.example');
    const bad = [
      'a@b.example, c@d.example',
      '<a@b.example>',
      'a b@c.example',
      '"a"@b.example',
      'a@b.example\r\nBcc: c@d.example',
      'a@[10.0.0.1]',
      '@b.example',
      'a@',
      'a..b@c.example',
      `${'a'.repeat(250)}@b.example`,
    ];
    for (const address of bad) {
      assert.throws(() => mailbox('x', address), {name: 'MailError', isPermanent: true}, address);
    }
  });
});

describe('mails without a server', () => {
  const folders: string[] = [];
  after(() => Promise.all(folders.map(folder => rm(folder, {recursive: true}))));

  it('become files that only the hub may read, one for each mail however often it is sent', async () => {
    const root = await mkdtemp(join(tmpdir(), 'hub-mail-'));
    folders.push(root);
    const folder = join(root, 'mail');
    const written: string[] = [];
    const mailer = createFolderMailer(folder, clock, file => written.push(file));
    await mailer.send({...MAIL, messageId: '../../a@hub.example'});
    await mailer.send({...MAIL, messageId: '../../a@hub.example'});
    const [name, ...others] = await readdir(folder);
    assert.deepEqual(others, []);
    assert.match(name!, /^[\w.]+\.eml$/);
    const file = join(folder, name!);
    assert.deepEqual(written, [file, file]);
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    const mail = await simpleParser(await readFile(file));
    assert.equal(mail.subject, MAIL.subject);
    assert.equal(mail.attachments.length, 1);
  });
});
