import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {childOf, serialize, textIn, xml} from '../../../src/bridges/xmpp/xml/element.js';
import type {XmlElement} from '../../../src/bridges/xmpp/xml/element.js';
import {XmlStreamParser} from '../../../src/bridges/xmpp/xml/stream-parser.js';
import {XmlError} from '../../../src/bridges/xmpp/xml/text.js';

/** Surrogates without their other half and all that XML cannot write included. */
const anyText = fc
  .array(fc.oneof(fc.integer({min: 0, max: 0xffff}), fc.integer({min: 0x20, max: 0x7e})))
  .map(units => String.fromCharCode(...units));

const OPEN =
  '<?xml version="1.0"?><stream:stream xmlns="jabber:component:accept" xmlns:stream="http://etherx.jabber.org/streams" id="3BF96D32" from="hub.localhost">';

/** All that a parser told of these bytes, handed over in pieces of this size. */
function read(text: string | Buffer, size = Infinity) {
  const told: {root?: XmlElement; elements: XmlElement[]; isClosed: boolean} = {
    elements: [],
    isClosed: false,
  };
  const parser = new XmlStreamParser({
    open: root => (told.root = root),
    element: element => told.elements.push(element),
    close: () => (told.isClosed = true),
  });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) parser.push(bytes.subarray(at, at + size));
  return told;
}

const refused = (text: string, condition: XmlError['condition']) =>
  assert.throws(
    () => read(text),
    (error: unknown) => error instanceof XmlError && error.condition === condition,
    text.slice(0, 80),
  );

describe('the stream of a component', () => {
  const stanzas =
    "<handshake/>\n <message to='a.1@hub.localhost' from=\"p@localhost/é\" id='1'><body>Pain &lt;1&gt; &amp; &#233;&#x1F956;</body><active xmlns='http://jabber.org/protocol/chatstates'/><x><![CDATA[<&>]]></x></message> <stream:error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>";

  for (const size of [1, 2, 3, 7, Infinity]) {
    it(`is read in pieces of ${size} bytes`, () => {
      const {root, elements, isClosed} = read(OPEN + stanzas, size);
      assert.equal(root?.attributes['id'], '3BF96D32');
      assert.equal(root.namespace, 'http://etherx.jabber.org/streams');
      const [handshake, message, error] = elements;
      assert.deepEqual(
        [handshake!.name, handshake!.namespace],
        ['handshake', 'jabber:component:accept'],
      );
      assert.equal(message!.attributes['from'], 'p@localhost/é');
      assert.equal(textIn(childOf(message!, 'body')), 'Pain <1> & é🥖');
      assert.equal(textIn(childOf(message!, 'x')), '<&>');
      assert.ok(childOf(message!, 'active', 'http://jabber.org/protocol/chatstates'));
      assert.equal(error!.namespace, 'http://etherx.jabber.org/streams');
      assert.ok(childOf(error!, 'conflict', 'urn:ietf:params:xml:ns:xmpp-streams'));
      assert.ok(isClosed);
    });
  }

  it('gives back any text and attribute that XML can write', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, value) => {
        const sent = xml('message', {id: value}, xml('body', {}, text));
        const {elements} = read(OPEN + serialize(sent), 5);
        const writable = (from: string) =>
          from
            .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
            .replace(/\r\n?/g, '\n');
        assert.equal(textIn(childOf(elements[0]!, 'body')), writable(text));
        assert.equal(elements[0]!.attributes['id'], writable(value));
      }),
    );
  });

  it('is refused with what XMPP forbids (RFC 6120, 11.1)', () => {
    refused(`${OPEN}<!-- x -->`, 'restricted-xml');
    refused(`${OPEN}<?php x ?>`, 'restricted-xml');
    refused('<!DOCTYPE lolz [<!ENTITY lol "lol">]><a/>', 'restricted-xml');
    refused(`${OPEN}<message><body>&lol;</body></message>`, 'restricted-xml');
    refused(`${OPEN}<message id='&nbsp;'/>`, 'restricted-xml');
    refused(`${OPEN}<message><body>a & b</body></message>`, 'restricted-xml');
  });

  it('is refused when it is not well-formed', () => {
    for (const text of [
      '<a></b>',
      '<a id=1/>',
      "<a id='1' id='2'/>",
      "<a x:y='1' <b/>",
      '<no:prefix/>',
      '<a><b></a></b>',
      'words between stanzas',
      '<a>\u0001</a>',
      '<a>&#1;</a>',
      '<a>&#xD800;</a>',
      '<1/>',
      '< a/>',
    ]) {
      refused(OPEN + text, 'not-well-formed');
    }
    refused('<a/><b/>', 'not-well-formed');
    assert.throws(() => read(Buffer.from([0x3c, 0x61, 0xff, 0xfe])), XmlError);
  });

  it('is refused when a stanza is too long, too deep, or a tag never ends', () => {
    refused(`${OPEN}<m>${'<b>'.repeat(40)}`, 'policy-violation');
    refused(`${OPEN}<message ${'a'.repeat(20_000)}`, 'policy-violation');
    const parser = new XmlStreamParser({open() {}, element() {}, close() {}});
    parser.push(Buffer.from(`${OPEN}<m>`));
    assert.throws(() => {
      for (let at = 0; at < 400; at++) parser.push(Buffer.alloc(1024, 'x'));
    }, XmlError);
  });

  it('goes on for ever when its stanzas are short', () => {
    let count = 0;
    const parser = new XmlStreamParser({open() {}, element: () => count++, close() {}});
    parser.push(Buffer.from(OPEN));
    const stanza = Buffer.from(`<message><body>${'x'.repeat(1000)}</body></message> \n`);
    for (let at = 0; at < 1000; at++) parser.push(stanza);
    assert.equal(count, 1000);
  });
});
