import type {HostileReader} from '../../../model/test/hostile/reader.js';
import {lineTemplate, plainTemplate} from '../../../model/test/hostile/corpus/template.js';
import {splitText} from '../../src/bridges/inbound/split-text.js';
import {htmlToText} from '../../src/bridges/mail/html-to-text.js';
import {readMail} from '../../src/bridges/mail/read-mail.js';
import {stripReply} from '../../src/bridges/mail/strip-reply.js';
import {XmlStreamParser} from '../../src/bridges/xmpp/xml/stream-parser.js';
import {XmlError} from '../../src/bridges/xmpp/xml/text.js';

const MAIL = `
From: Marie <marie@town.example>
To: reply+abc@hub.example
Message-ID: <1@town.example>
In-Reply-To: <0@hub.example>
Subject: Re: Bonjour
Content-Type: text/plain; charset=utf-8
X-Text: Oui, demain.`;

const HTML = '<p>Oui, <b>demain</b> &eacute;</p><blockquote>On Monday, x wrote:</blockquote>';
const XML =
  '<?xml version="1.0"?><stream:stream xmlns="jabber:component:accept" xmlns:stream="http://etherx.jabber.org/streams"><message from="a@b"><body>Oui</body></message></stream:stream>';

/** As long as a mail may be. */
const MUCH = 400_000;
const asText = (input: string | Uint8Array): string =>
  typeof input === 'string' ? input : Buffer.from(input).toString('utf8');

/** What reaches the hub from others' programs and is read before anybody has looked at it. */
export const hubReaders: readonly HostileReader[] = [
  {
    name: 'mails',
    covers: [],
    samples: [
      {
        name: 'an answer',
        template: lineTemplate(MAIL),
        bombs: {
          'parts in parts': () =>
            Array.from(
              {length: 3000},
              (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}`,
            ).join('\r\n'),
          'a head without end': () => 'X: y\r\n'.repeat(100_000),
          'references without end': () => `References: ${'<a@b> '.repeat(100_000)}\r\n\r\nx`,
        },
      },
    ],
    // what it throws is told as a mail that cannot be read (receive-mail.ts)
    read: async input => {
      const {from, said} = await readMail(Buffer.from(input));
      return [from.length, said.length, (splitText(said) ?? []).map(text => ({text}))];
    },
    isRefusal: error => error instanceof Error,
  },
  {
    name: 'texts of mails',
    covers: [],
    samples: [
      {
        name: 'a text',
        template: plainTemplate('Oui\n\nLe 5 janvier 2026 à 10:00, x a écrit :\n> Bonjour'),
        bombs: {
          'white space in the middle': () => `a${' '.repeat(MUCH)}b`,
          'announcements that do not end': () => 'Le 1 '.repeat(MUCH / 5),
          'an announcement a line': () => 'Le 1 \n'.repeat(MUCH / 6),
          'quotes a line': () => '> \n'.repeat(MUCH / 3),
        },
      },
    ],
    read: input => {
      const said = stripReply(asText(input).slice(0, MUCH));
      return (splitText(said) ?? []).map(text => ({text}));
    },
  },
  {
    name: 'HTML of mails',
    covers: [],
    samples: [
      {
        name: 'a page',
        template: plainTemplate(HTML),
        bombs: {
          'tags that do not end': () => '<p '.repeat(MUCH / 3),
          'comments that do not end': () => '<!--'.repeat(MUCH / 4),
          'quotes in quotes': () => '<blockquote>'.repeat(MUCH / 12),
          'elements that are silent': () => '<script><style>'.repeat(MUCH / 15),
        },
      },
    ],
    read: input => stripReply(htmlToText(asText(input).slice(0, MUCH))).length,
  },
  {
    name: 'XML of XMPP',
    covers: [],
    samples: [
      {
        name: 'a stream',
        template: plainTemplate(XML),
        bombs: {
          'a thousand million laughs': () =>
            `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${XML}`,
          'elements in elements': () => '<a xmlns="b">'.repeat(100_000),
          'attributes without end': () =>
            `<a ${Array.from({length: 5000}, (_, at) => `a${at}="x"`).join(' ')}>`,
          'attributes of prototypes': () =>
            '<a xmlns="b" __proto__="x" constructor="y"><c toString="z" xmlns:__proto__="q"/></a>',
          'a text without end': () => `<a xmlns="b"><c>${'x'.repeat(1_000_000)}`,
          'references that do not end': () => `<a xmlns="b"><c>${'&'.repeat(100_000)}`,
        },
      },
    ],
    read: input => {
      let elements = 0;
      const count = (): void => {
        elements++;
      };
      const parser = new XmlStreamParser({open: count, element: count, close: count});
      const bytes = Buffer.from(input);
      const step = Math.max(7, Math.ceil(bytes.length / 500));
      for (let at = 0; at < bytes.length; at += step) parser.push(bytes.subarray(at, at + step));
      return elements;
    },
    isRefusal: error => error instanceof XmlError,
  },
];
