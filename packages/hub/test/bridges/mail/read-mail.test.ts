import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createTransport} from 'nodemailer';
import type {SendMailOptions} from 'nodemailer';
import {readMail} from '../../../src/bridges/mail/read-mail.js';

const ADDRESS = 'chat+abc.def@hub.example';

async function rawOf(options: SendMailOptions): Promise<Uint8Array> {
  const transport = createTransport({streamTransport: true, buffer: true});
  const {message} = await transport.sendMail({
    from: 'Paul <Paul@Fournil.example>',
    to: ADDRESS,
    subject: 'Re: Conversation avec Marie – Le Fournil',
    messageId: '<answer-1@fournil.example>',
    ...options,
  });
  return message as Buffer;
}

const read = async (options: SendMailOptions) => readMail(await rawOf(options));

describe('a mail that comes in', () => {
  it('tells who wrote what', async () => {
    const mail = await read({
      text: 'Oui, à tout à l’heure !\n\nLe lun. 23 nov. 2026 à 08:12, Marie <x@y.fr> a écrit :\n> Pain ?',
    });
    assert.equal(mail.from, 'paul@fournil.example');
    assert.equal(mail.messageId, 'answer-1@fournil.example');
    assert.equal(mail.said, 'Oui, à tout à l’heure !');
    assert.equal(mail.ignored, undefined);
  });

  it('is read from its HTML when it has nothing else', async () => {
    const html =
      '<div dir="ltr"><p>Oui &amp; merci&nbsp;!<br>Paul</p></div><div class="gmail_quote"><div>Le lun. 23 nov. 2026 à 08:12, Marie &lt;x@y.fr&gt; a écrit&nbsp;:<br></div><blockquote>Pain ?</blockquote></div>';
    assert.equal((await read({html})).said, 'Oui & merci !\nPaul');
  });

  it('of Outlook alone in HTML ends before what it answers', async () => {
    const html =
      '<html><head><style>p{color:red}</style><title>x</title></head><body><!-- <p>nein</p> --><p class=MsoNormal>D&eacute;j&agrave; pr&ecirc;t&nbsp;: 5&#8364;<o:p></o:p></p><div><b>De&nbsp;:</b> Marie &lt;x@y.fr&gt;<br><b>Envoy&eacute;&nbsp;:</b> lundi<br><b>&Agrave;&nbsp;:</b> moi<br><b>Objet&nbsp;:</b> Pain</div><p>Pain ?</p></body></html>';
    assert.equal((await read({html})).said, 'Déjà prêt : 5€');
  });

  it('keeps umlauts of any old encoding, and long lines that were folded', async () => {
    const latin = Buffer.from(
      'From: p@fournil.example\r\nTo: x@y.fr\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nD=E9j=E0 pr=EAt=\r\n, =E0 18 h\r\n',
    );
    assert.equal((await readMail(latin)).said, 'Déjà prêt, à 18 h');
    const flowed = Buffer.from(
      'From: p@fournil.example\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\n\r\nUne phrase que le programme \r\na coupée.\r\n',
    );
    assert.equal((await readMail(flowed)).said, 'Une phrase que le programme a coupée.');
  });

  it('brings pictures along, and names what is none', async () => {
    const jpeg = Buffer.alloc(60_000, 1);
    const mail = await read({
      text: 'Voilà',
      html: '<p>Voilà <img src="cid:logo"><img src="cid:photo"></p>',
      attachments: [
        {filename: 'pain.jpg', content: Buffer.from('x'), contentType: 'image/jpeg'},
        {filename: 'logo.png', content: Buffer.from('l'), contentType: 'image/png', cid: 'logo'},
        {filename: 'photo.jpg', content: jpeg, contentType: 'image/jpeg', cid: 'photo'},
        {filename: 'tarifs.pdf', content: Buffer.from('%PDF'), contentType: 'application/pdf'},
        {filename: 'IMG.HEIC', content: Buffer.from('h'), contentType: 'image/heic'},
      ],
    });
    assert.deepEqual(
      mail.pictures.map(({name, type, bytes}) => [name, type, bytes.length]),
      [
        ['photo.jpg', 'image/jpeg', jpeg.length],
        ['pain.jpg', 'image/jpeg', 1],
      ],
    );
    assert.deepEqual(mail.otherFiles.toSorted(), ['IMG.HEIC', 'tarifs.pdf']);
  });

  it('names its receivers, those that a provider noted as well', async () => {
    const mail = await read({
      to: ['Marie <chat+abc.def@hub.example>', 'Autre <autre@example.org>'],
      cc: 'copie@example.org',
      headers: {'Delivered-To': 'chat+noted@hub.example'},
      text: 'Oui',
    });
    assert.deepEqual(mail.recipients.toSorted(), [
      'autre@example.org',
      ADDRESS,
      'chat+noted@hub.example',
      'copie@example.org',
    ]);
  });

  it('hands on what the mail server found out about its sender', async () => {
    const headers = {
      'Authentication-Results': 'mx.example; dmarc=fail header.from=fournil.example',
    };
    const {authentication} = await read({text: 'Oui', headers});
    assert.deepEqual(authentication, ['mx.example; dmarc=fail header.from=fournil.example']);
  });

  it('that is built to be hard to read is refused', async () => {
    const depth = 40;
    const nested = Array.from(
      {length: depth},
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    ).join('');
    await assert.rejects(readMail(Buffer.from(`From: a@b.fr\r\n${nested}`)));
  });

  it('that is no mail at all has nothing in it', async () => {
    const mail = await readMail(Uint8Array.from([0, 1, 2, 255, 254]));
    assert.equal(mail.from, '');
    assert.deepEqual(mail.recipients, []);
  });
});

describe('a mail that nobody wrote', () => {
  const cases: [string, SendMailOptions, string | undefined][] = [
    ['an answer of absence (RFC 3834)', {headers: {'Auto-Submitted': 'auto-replied'}}, 'automatic'],
    ['one that says it is none', {headers: {'Auto-Submitted': 'no'}}, undefined],
    ['an old vacation program', {headers: {'X-Autoreply': 'yes'}}, 'automatic'],
    ['a bulk mail', {headers: {Precedence: 'bulk'}}, 'automatic'],
    ['a mailing list', {headers: {'List-Id': '<amis.example.org>'}}, 'list'],
    ['a mail of a hub that came back', {headers: {'X-Local-Widgets-Hub': '1'}}, 'loop'],
    ['a bounce', {from: 'MAILER-DAEMON@mx.example'}, 'bounce'],
    ['a bounce of no sender', {headers: {'Return-Path': '<>'}}, 'bounce'],
    ['an absence by its French subject', {subject: 'Réponse automatique : Re: Pain'}, 'automatic'],
    ['an absence by its English subject', {subject: 'Automatic reply: Pain'}, 'automatic'],
    ['a receipt', {subject: 'Lu : Conversation avec Marie'}, 'automatic'],
    ['an answer about absence', {subject: 'Re: absence de pain'}, undefined],
  ];
  for (const [name, options, ignored] of cases) {
    it(`is ${ignored ?? 'not'} for ${name}`, async () => {
      assert.equal((await read({text: 'Je suis absent.', ...options})).ignored, ignored);
    });
  }

  it('is bounce for a report (RFC 3464)', async () => {
    const raw = Buffer.from(
      'From: x@mx.example\r\nSubject: Hmm\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nNot delivered\r\n--b--\r\n',
    );
    assert.equal((await readMail(raw)).ignored, 'bounce');
  });
});
