import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {Markup} from '../../src/pages/html.js';
import {builtFolder} from '../../src/http/built-folder.js';
import {hubOf} from './support.js';

const MAP = '/embed/shops-map?src=https%3A%2F%2Fdonnees.example%2Fcommerces.geojson';

/** Lists of a policy by the name of their directive. */
function policyOf(header: unknown): Map<string, string[]> {
  const lists = String(header).split(';');
  return new Map(
    lists.map(each => each.trim().split(/\s+/)).map(([name, ...list]) => [name!, list]),
  );
}

/** The element of the page, as it was written. */
const elementOf = (text: string): string => /<local-[^>]*>/.exec(text)?.[0] ?? '';

describe('the page for a frame', () => {
  it('holds the widget with the attributes of its address', async () => {
    const hub = await hubOf();
    const {status, text, headers} = await hub.ask({
      url: `${MAP}&center=0.52,48.4&radius-km=15&compact&lang=en&title=Our%20shops`,
    });
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    const element = elementOf(text);
    assert.match(element, /^<local-shops-map /);
    assert.match(element, / src="https:\/\/donnees\.example\/commerces\.geojson"/);
    assert.match(element, / center="0\.52,48\.4"/);
    assert.match(element, / compact(?=[ >])/);
    assert.match(text, /<html lang="en"/);
    assert.match(text, /<title>Our shops<\/title>/);
    assert.match(text, /<a href="https:\/\/donnees\.example\/commerces\.geojson"/);
  });

  it('is French, and called after its shop, unless told', async () => {
    const hub = await hubOf();
    const {text} = await hub.ask({url: '/embed/collect-button?shop=fournil'});
    assert.match(text, /<html lang="fr" class="light"/);
    assert.match(text, /<title>Commander et retirer sur place · [^<]+<\/title>/);
    assert.match(elementOf(text), / hub="https:\/\/hub\.example"/);
    assert.match(text, /<a href="tel:/);
  });

  it('loads the script tag of this hub, whose hash it gives', async () => {
    const hub = await hubOf();
    const {text} = await hub.ask({url: MAP});
    const built = (await builtFolder('@local-widgets/embed'))!;
    const bytes = await readFile(join(built.cdn, 'local-widgets.js'));
    const hash = createHash('sha384').update(bytes).digest('base64');
    assert.ok(text.includes(`integrity="sha384-${hash}"`));
    assert.ok(text.includes(`src="/v/${built.version}/local-widgets.js"`));
    for (const [, address = ''] of text.matchAll(/ (?:src|href)="(\/embed\/[^"]+)"/g)) {
      const {status, headers} = await hub.ask({url: address});
      assert.equal(status, 200, address);
      assert.match(String(headers['cache-control']), /immutable/);
    }
  });

  it('may be framed by everybody, and only it may', async () => {
    const hub = await hubOf();
    const frame = await hub.ask({url: MAP});
    assert.deepEqual(policyOf(frame.headers['content-security-policy']).get('frame-ancestors'), [
      '*',
    ]);
    assert.equal(frame.headers['x-frame-options'], undefined);
    assert.equal(frame.headers['set-cookie'], undefined);
    assert.match(String(frame.headers['permissions-policy']), /geolocation=\(self\)/);
    assert.equal(frame.headers['x-robots-tag'], 'noindex, indexifembedded');
    for (const url of ['/', '/desk/', '/docs', '/sign-in?token=x']) {
      const {headers} = await hub.ask({url});
      const ancestors = policyOf(headers['content-security-policy']).get('frame-ancestors');
      assert.deepEqual(ancestors, ["'none'"], url);
    }
  });

  it('runs scripts of this hub only, and asks the sources of its address only', async () => {
    const hub = await hubOf();
    const {headers} = await hub.ask({
      url:
        '/embed/event-calendar?src=https://a.example/x.ics%20/v1/calendars/y/events.ics' +
        '&geocoder=ign&school-holidays=https://b.example:8443/z.csv',
    });
    const policy = policyOf(headers['content-security-policy']);
    assert.deepEqual(policy.get('default-src'), ["'none'"]);
    assert.deepEqual(policy.get('script-src'), ["'self'"]);
    assert.deepEqual(policy.get('style-src'), ["'self'"]);
    assert.deepEqual(policy.get('base-uri'), ["'none'"]);
    assert.deepEqual(policy.get('connect-src'), [
      "'self'",
      'https://a.example',
      'https://b.example:8443',
      'https://data.geopf.fr',
    ]);
    assert.doesNotMatch(String(headers['content-security-policy']), /unsafe/);
    const archive = await hub.ask({url: `${MAP}&tiles=https://t.example/town.pmtiles`});
    const {'content-security-policy': other} = archive.headers;
    assert.ok(policyOf(other).get('connect-src')!.includes('https://t.example'));
  });

  it('takes nothing that is code, nor what its list does not have', async () => {
    const hub = await hubOf();
    const {text} = await hub.ask({
      url:
        `${MAP}&onclick=alert(1)&ONLOAD=alert(2)&style=color:red&srcdoc=x&hub=https://evil.example` +
        '&url-state=a&json-ld=&id=x&class=y&slot=z&__proto__=w&constructor=v',
    });
    assert.doesNotMatch(
      text,
      /alert|color:red|evil|srcdoc|__proto__|constructor|url-state|json-ld/,
    );
    const names = [...elementOf(text).matchAll(/ ([a-z-]+)(?:=|(?=[ >]))/g)].map(
      ([, name]) => name,
    );
    assert.deepEqual(names, ['heading-level', 'height', 'src']);
  });

  it('writes values as text, whatever they are', async () => {
    const hub = await hubOf();
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(2)>\'&lt;';
    for (const url of [
      `${MAP}&title=${encodeURIComponent(evil)}&center=${encodeURIComponent(evil)}`,
      `/embed/collect-button?shop=fournil&label=${encodeURIComponent(evil)}&phone=${encodeURIComponent(`0123456789${evil}`)}`,
    ]) {
      const {status, text} = await hub.ask({url});
      assert.equal(status, 200);
      assert.doesNotMatch(text, /<script>|<img|onerror=alert\(2\)>/);
      assert.ok(text.includes('&quot;&gt;&lt;script&gt;alert(1)'));
    }
    assert.throws(() => Markup.element('local-map', [['onclick', 'x']], ''), TypeError);
    assert.throws(() => Markup.element('local-map', [['style', 'x']], ''), TypeError);
    assert.throws(() => Markup.element('local-map', [['a b', 'x']], ''), TypeError);
  });

  it('cannot be led to add a rule to its policy', async () => {
    const hub = await hubOf();
    for (const src of [
      'https://*/x.json',
      'https://*.example/x.json',
      "https://a.example;script-src'unsafe-inline'/x",
      'https://a.example,b/x',
      "https://'self'/x",
      'https://user:secret@a.example/x',
      'javascript:alert(1)',
      'data:text/csv,name',
      'http://a.example/x.json',
      'https://',
      'file:///etc/passwd',
    ]) {
      const url = `/embed/shops-map?src=${encodeURIComponent(src)}`;
      const {status, headers} = await hub.ask({url});
      assert.equal(status, 400, src);
      const policy = policyOf(headers['content-security-policy']);
      assert.deepEqual(policy.get('connect-src'), ["'self'"], src);
    }
    for (const [name, value] of [
      ['tiles', 'https://*/{z}/{x}/{y}.png'],
      ['geocoder', 'https://a;b/{query}'],
    ] as const) {
      const url = `${MAP}&${name}=${encodeURIComponent(value)}`;
      assert.equal((await hub.ask({url})).status, 400, value);
    }
  });

  it('says in a sentence, in a frame, what is wrong with its address', async () => {
    const hub = await hubOf();
    for (const [url, status, words] of [
      ['/embed/weather?src=x', 404, /shops-map, collect-button, chat, event-calendar/],
      ['/embed/constructor', 404, /shops-map/],
      ['/embed/shops-map', 400, /src/],
      ['/embed/collect-button', 400, /shop/],
      ['/embed/chat?shop=nobody', 404, /Not found/],
      ['/embed/event-calendar?calendar=nothing', 404, /Not found/],
      [`${MAP}&lang=%22%3E`, 400, /lang/],
      [`${MAP}&theme=pink`, 400, /theme/],
      [`${MAP}&center=${'1'.repeat(3000)}`, 400, /center/],
      [`${MAP}&center=%00`, 400, /center/],
    ] as const) {
      const {text, headers, ...answer} = await hub.ask({url, headers: {'accept-language': 'en'}});
      assert.equal(answer.status, status, url);
      assert.match(String(headers['content-type']), /text\/html/);
      assert.match(text, words, url);
      assert.match(String(headers['content-security-policy']), /frame-ancestors \*/);
    }
  });

  it('is asked for each time, and comes once', async () => {
    const hub = await hubOf();
    const {headers} = await hub.ask({url: MAP});
    assert.equal(headers['cache-control'], 'no-cache');
    const tag = String(headers['etag']);
    const again = await hub.ask({url: MAP, headers: {'if-none-match': tag}});
    assert.equal(again.status, 304);
    assert.match(String(again.headers['content-security-policy']), /donnees\.example/);
  });
});
