import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Value} from 'typebox/value';
import {OembedAnswer} from '../../src/embed/oembed/oembed.js';
import {hubOf} from './support.js';

const HUB = 'https://hub.example';
const MAP = `${HUB}/embed/shops-map?src=https://donnees.example/commerces.geojson`;

const oembed = (url: string, more = '') => ({
  url: `/oembed?url=${encodeURIComponent(url)}${more}`,
});

describe('oEmbed', () => {
  it('gives a link that sanitisers keep, and the frame', async () => {
    const hub = await hubOf();
    const {status, headers, body} = await hub.ask(oembed(`${MAP}&title=Nos%20commerces`));
    assert.equal(status, 200);
    assert.deepEqual([...Value.Errors(OembedAnswer, body)], []);
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['set-cookie'], undefined);
    assert.equal(body.title, 'Nos commerces');
    const html = String(body.html);
    assert.match(
      html,
      /^<blockquote><a href="[^"]+">Nos commerces<\/a><\/blockquote><iframe [^>]+><\/iframe>$/,
    );
    assert.match(html, /title="Nos commerces"/);
    assert.match(html, /allow="geolocation; clipboard-write; web-share"/);
    assert.match(html, /loading="lazy"/);
    assert.doesNotMatch(html, /style=|<script/);
  });

  it('is found from the page of the frame, which it leads back to', async () => {
    const hub = await hubOf();
    const page = await hub.ask({url: MAP.slice(HUB.length)});
    const [, found = ''] =
      /type="application\/json\+oembed"\s+href="([^"]+)"/.exec(page.text) ?? [];
    const answer = await hub.ask({url: found.replaceAll('&amp;', '&').slice(HUB.length)});
    assert.equal(answer.status, 200);
    const [, src = ''] = /<iframe [^>]*\bsrc="([^"]+)"/.exec(String(answer.body.html)) ?? [];
    const framed = await hub.ask({url: src.replaceAll('&amp;', '&').slice(HUB.length)});
    assert.equal(framed.text, page.text);
  });

  it('keeps to the room that there is', async () => {
    const hub = await hubOf();
    const {body} = await hub.ask(oembed(MAP, '&maxwidth=320&maxheight=400&format=json'));
    assert.deepEqual([body.width, body.height], [320, 400]);
    assert.match(String(body.html), /width="320" height="400"/);
    const wide = await hub.ask(oembed(MAP, '&maxwidth=2000&maxheight=2000'));
    assert.deepEqual([wide.body.width, wide.body.height], [640, 720]);
    assert.equal((await hub.ask(oembed(MAP, '&maxwidth=none'))).status, 400);
  });

  it('knows only frames of this hub', async () => {
    const hub = await hubOf();
    for (const url of [
      'https://elsewhere.example/embed/shops-map?src=x',
      `${HUB}.elsewhere.example/embed/shops-map?src=/x`,
      `${HUB}/desk/`,
      `${HUB}/embed/`,
      `${HUB}/embed/weather`,
      `${HUB}/embed/chat?shop=nobody`,
      'not an address',
      'javascript:alert(1)',
    ]) {
      const {status, headers} = await hub.ask(oembed(url));
      assert.equal(status, 404, url);
      assert.match(String(headers['content-type']), /problem\+json/);
    }
    assert.equal((await hub.ask({url: '/oembed'})).status, 400);
  });

  it('has no XML', async () => {
    const hub = await hubOf();
    const {status, body} = await hub.ask(oembed(MAP, '&format=xml'));
    assert.equal(status, 501);
    assert.equal(body.code, 'format-unavailable');
  });

  it('does not hand on what an address smuggles in', async () => {
    const hub = await hubOf();
    const {body} = await hub.ask(oembed(`${MAP}&title=%22%3E%3Cscript%3E&onload=alert(1)`));
    assert.doesNotMatch(String(body.html), /<script|alert|onload/);
  });
});

describe('the description of the hub', () => {
  it('has the routes of embedding', async () => {
    const hub = await hubOf();
    const {body} = await hub.ask({url: '/openapi.json'});
    for (const path of ['/v/{version}/{file}', '/v/latest/{file}', '/embed/{widget}', '/oembed']) {
      assert.ok(Object.hasOwn(body.paths as object, path), path);
    }
    const docs = await hub.ask({url: '/docs', headers: {'accept-language': 'en'}});
    assert.match(docs.text, /GET \/embed\/\{widget\}/);
  });
});
