import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  divForm,
  elementForm,
  frameForm,
  isMoving,
  linkForm,
} from '../../src/configurator/embed-forms.js';
import {shortcodes} from '../../src/configurator/shortcodes.js';
import {fromFragment, toFragment} from '../../src/configurator/page-address.js';
import {missingFor} from '../../src/configurator/settings.js';
import {FORMS, settings, widget} from './sample.js';

const map = widget('shops-map');
const values = {
  src: '/commerces.csv b.geojson',
  'radius-km': '15',
  compact: '',
  tiles: 'ign',
  sort: '',
};

describe('the texts to copy', () => {
  it('leave out what is empty and what is the default anyway', () => {
    assert.equal(
      elementForm(map, settings('shops-map', values), 'fr'),
      `<local-shops-map src="/commerces.csv b.geojson" radius-km="15" compact>
  <a href="/commerces.csv">${map.fallback.fr}</a>
</local-shops-map>`,
    );
    assert.match(
      divForm(map, settings('shops-map', values), 'en', FORMS),
      /^<div[^>]*\sdata-local-widget="shops-map"\s+data-src="\/commerces\.csv b\.geojson"\s+data-radius-km="15"\s+data-compact\s*>/,
    );
  });

  it('escape what people write', () => {
    const odd = settings('chat', {label: 'A "B" <c> & d', phone: '02 33 00 00 00'});
    assert.match(
      elementForm(widget('chat'), odd, 'fr'),
      /label="A &quot;B&quot; &lt;c&gt; &amp; d"/,
    );
    assert.match(elementForm(widget('chat'), odd, 'fr'), /href="tel:\+33233000000"/);
  });

  it('give links and frames whole addresses, and none without a hub', () => {
    const with_ = settings('shops-map', values, {
      hub: 'https://hub.example/commune/',
      page: 'https://www.ville.example/a/b.html',
    });
    const link = linkForm(map, with_, 'fr', FORMS) ?? '';
    const href = /href="([^"]*)"/.exec(link)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const {pathname, searchParams} = new URL(href);
    assert.equal(pathname, '/commune/embed/shops-map');
    assert.equal(
      searchParams.get('src'),
      'https://www.ville.example/commerces.csv https://www.ville.example/a/b.geojson',
    );
    assert.equal(searchParams.get('compact'), '');
    assert.equal(searchParams.has('tiles'), false);
    const frame = frameForm(map, with_, 'fr', FORMS) ?? '';
    assert.match(frame, /title="[^"]+"/);
    assert.match(frame, /allow="[^"]*geolocation/);
    assert.doesNotMatch(frame, /style/);
    assert.equal(linkForm(map, settings('shops-map', values), 'fr', FORMS), undefined);
    assert.equal(frameForm(map, settings('shops-map', values), 'fr', FORMS), undefined);
  });

  it('do not name a hub twice', () => {
    const chat = settings('chat', {hub: 'https://hub.example', shop: 'mairie'});
    assert.match(
      linkForm(widget('chat'), chat, 'fr', FORMS) ?? '',
      /href="https:\/\/hub\.example\/embed\/chat\?shop=mairie"/,
    );
  });

  it('tell a link’s widget that it has no hub, where it has none', () => {
    const calendar = settings('event-calendar', {src: 'a.ics'}, {hub: 'https://hub.example'});
    assert.match(linkForm(widget('event-calendar'), calendar, 'fr', FORMS) ?? '', /&amp;hub="/);
    const chat = settings('chat', {phone: '1'}, {hub: 'https://hub.example'});
    assert.equal(linkForm(widget('chat'), chat, 'fr', FORMS), undefined);
  });
});

describe('the script tag', () => {
  it('has no hash where an address moves', () => {
    const moving = ['https://hub.example/v/latest/', 'https://hub.example/v/1', '/v/latest'];
    assert.deepEqual(moving.filter(isMoving), moving);
    const fixed = ['/local-widgets/', 'https://hub.example/v/1.4.2/', 'https://a.example/v/'];
    assert.deepEqual(fixed.filter(isMoving), []);
  });
});

describe('the shortcodes', () => {
  it('have underscores in the tag, and 1 for what is there or not', () => {
    const [wordpress, spip, joomla] = shortcodes(map, settings('shops-map', values));
    assert.equal(
      wordpress?.text,
      '[local_shops_map src="/commerces.csv b.geojson" radius-km="15" compact="1"]',
    );
    assert.equal(
      spip?.text,
      '<local_shops_map|src=/commerces.csv b.geojson|radius-km=15|compact=1>',
    );
    assert.match(joomla?.text ?? '', /^\{local_shops_map src="\/commerces\.csv b\.geojson".*\}$/);
  });

  it('encode what would end them', () => {
    const odd = settings('shops-map', {'tiles-attribution': 'a "b" [c] {d} |e| <f>'});
    const texts = shortcodes(map, odd).map(({text}) => text.slice(1, -1));
    assert.doesNotMatch(texts[0] ?? '', /[\]]/);
    assert.equal((texts[1]?.match(/\|/g) ?? []).length, 1);
    assert.doesNotMatch(texts[2] ?? '', /\}/);
  });
});

describe('the address of the configurator', () => {
  it('keeps everything that was set up', () => {
    const all = settings('shops-map', values, {
      hub: 'https://hub.example',
      page: 'https://a.example/?b=c#d',
    });
    assert.deepEqual(fromFragment(`#${toFragment(all)}`), all);
  });

  it('is short while nothing was set up', () => {
    assert.equal(toFragment(settings('chat', {})), 'widget=chat');
  });
});

describe('what is still missing', () => {
  it('is one of the sets that are enough', () => {
    const chat = widget('chat');
    assert.ok(missingFor(chat, {hub: 'https://hub.example'}).length > 0);
    assert.deepEqual(missingFor(chat, {hub: 'https://hub.example', shop: 'mairie'}), []);
    assert.deepEqual(missingFor(chat, {phone: '1'}), []);
  });
});
