import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {addressWith, categories, paramsIn, type Feature} from '@local-widgets/model';
import fc from 'fast-check';
import {fromParams} from '../../src/url-state/from-params.js';
import type {LinkState, ParamName} from '../../src/url-state/link-state.js';
import {toParams} from '../../src/url-state/to-params.js';

const ZONE = 'Europe/Paris';
const NAMES = Object.keys(toParams({}, '')) as ParamName[];
const PAGE = 'https://town.example/shops?page_id=12&a=b%20c#map';

const write = (state: LinkState, page = PAGE, prefix = 'carte'): string =>
  addressWith(page, prefix, toParams(state, ZONE));
const read = (href: string, prefix = 'carte'): LinkState =>
  fromParams(paramsIn(href, prefix, NAMES), ZONE);
const readQuery = (query: string): LinkState => read(`https://town.example/?${query}`);

/** Without what is absent. */
const present = (state: LinkState): LinkState =>
  Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined));

const words = fc
  .string({unit: 'grapheme', minLength: 1, maxLength: 40})
  .map(text => text.trim())
  .filter(Boolean);
const degrees = (most: number) =>
  fc.integer({min: -most * 1000, max: most * 1000}).map(n => n / 1000);
const geo = fc.record({longitude: degrees(180), latitude: degrees(90)});
const features: fc.Arbitrary<Feature> = fc.oneof(
  fc.constantFrom<Feature>('service:collect', 'service:wheelchair'),
  words.map(name => `label:${name}` as const),
  words.map(name => `payment:${name}` as const),
);
const states: fc.Arbitrary<LinkState> = fc.record(
  {
    text: words,
    categories: fc.uniqueArray(fc.constantFrom(...categories.map(({id}) => id)), {
      minLength: 1,
      maxLength: 6,
    }),
    radiusKm: fc.integer({min: 1, max: 200}),
    open: fc.oneof(
      fc.constant('now' as const),
      // summer and winter, but not the hour that comes twice
      fc
        .integer({min: 0, max: 365 * 24 * 60})
        .map(minute => new Date(Date.UTC(2026, 9, 26) + minute * 6e4)),
    ),
    features: fc.uniqueArray(features, {minLength: 1, maxLength: 5}),
    sort: fc.constantFrom('best', 'distance', 'name', 'open'),
    near: fc.oneof(fc.record({geo}), fc.record({geo, label: words})),
    place: words,
    view: fc.record({center: geo, zoom: fc.integer({min: 3, max: 19})}),
    pane: fc.constant('map' as const),
  },
  {requiredKeys: []},
);

/** `near` without a label has no key for it. */
const plain = (state: LinkState): unknown => JSON.parse(JSON.stringify(present(state)));

describe('a link of <local-shops-map>', () => {
  it('restores what was asked', () => {
    fc.assert(
      fc.property(states, state => {
        assert.deepEqual(plain(read(write(state))), plain(state));
      }),
      {seed: 3, numRuns: 400},
    );
  });

  it('is legible', () => {
    const href = write({
      text: 'pain bio',
      categories: ['bakery', 'farm'],
      radiusKm: 5,
      open: new Date('2026-11-26T14:00:00+01:00'),
      features: ['service:collect', 'label:AB'],
      sort: 'name',
      near: {geo: {longitude: 0.52, latitude: 48.41}, label: 'Flers'},
      place: 'node/12',
      view: {center: {longitude: 0.524, latitude: 48.408}, zoom: 14},
      pane: 'map',
    });
    assert.equal(
      href,
      'https://town.example/shops?page_id=12&a=b%20c&carte-text=pain+bio' +
        '&carte-categories=bakery,farm&carte-radius=5&carte-open=2026-11-26T14:00' +
        '&carte-with=service:collect,label:AB&carte-sort=name&carte-near=0.52,48.41' +
        '&carte-near-label=Flers&carte-place=node/12&carte-view=14/48.408/0.524&carte-pane=map#map',
    );
  });

  it('rounds positions before they leave the page', () => {
    const here = {longitude: 0.52471234, latitude: -48.40865678};
    const href = write(
      {near: {geo: here}, view: {center: here, zoom: 15.123}},
      'https://t.example/',
    );
    assert.equal(
      href,
      'https://t.example/?carte-near=0.525,-48.409&carte-view=15.12/-48.409/0.525',
    );
  });

  it('leaves no trace of what is as the page has it', () => {
    assert.equal(write({text: '  ', categories: [], features: []}), PAGE);
    assert.equal(write({}, write({text: 'pain', sort: 'name'})), PAGE);
  });

  it('leaves the rest of the address as it is, to the letter', () => {
    const page =
      'https://t.example/?b=2&carte-text=x&a=%C3%A9+%7e&carte-foo=1&other-text=y&b=1&z#h?c';
    assert.equal(
      write({text: 'é'}, page),
      'https://t.example/?b=2&a=%C3%A9+%7e&carte-foo=1&other-text=y&b=1&z&carte-text=%C3%A9#h?c',
    );
  });

  it('takes any prefix that a page thinks of', () => {
    for (const prefix of ['shops', 'une carte', 'é', 'a&b=c', '$(1)', 'constructor']) {
      assert.deepEqual(present(read(write({text: 'pain'}, PAGE, prefix), prefix)), {text: 'pain'});
      assert.equal(write({}, write({text: 'pain'}, PAGE, prefix), prefix), PAGE);
    }
  });

  it('keeps the elements of one page apart', () => {
    const both = write({text: 'deux'}, write({text: 'un'}), 'map');
    assert.equal(read(both).text, 'un');
    assert.equal(read(both, 'map').text, 'deux');
  });

  it('ignores what is unknown or out of range one by one', () => {
    assert.deepEqual(
      present(
        readQuery(
          'carte-text=%20pain%20&carte-categories=bakery,nope,__proto__,bakery&carte-radius=-3' +
            '&carte-open=2026-02-31T10:00&carte-with=service:helicopter,label:,label:AB,x&carte-sort=evil' +
            '&carte-near=0.5;DROP&carte-near-label=Flers&carte-view=99/1/2&carte-pane=<script>',
        ),
      ),
      {text: 'pain', categories: ['bakery'], features: ['label:AB']},
    );
  });

  it('takes no time that clocks skip, and none without a date', () => {
    for (const open of ['2026-03-29T02:30', '14:00', '2026-11-26', '2026-11-26T24:00', 'NOW', '']) {
      assert.equal(readQuery(`carte-open=${open}`).open, undefined, open);
    }
    assert.deepEqual(
      readQuery('carte-open=2026-07-14T10:00').open,
      new Date('2026-07-14T10:00:00+02:00'),
    );
  });

  it('counts an unknown zone as Europe/Paris', () => {
    const params = toParams({open: new Date('2026-11-26T13:00Z')}, 'Nowhere/Town');
    assert.equal(params.open, '2026-11-26T14:00');
  });

  it('cuts what is too long', () => {
    const state = readQuery(
      `carte-text=${'x'.repeat(9999)}&carte-with=${Array.from({length: 999}, (_, i) => `label:${i}`).join()}`,
    );
    assert.equal(state.text?.length, 200);
    assert.equal(state.features?.length, 50);
  });

  it('never throws, whatever an address holds', () => {
    const names = ['text', 'categories', 'radius', 'open', 'with', 'near', 'place', 'view', 'pane'];
    const values = fc.oneof(
      fc.string(),
      fc.string({unit: 'binary'}),
      fc.constantFrom(
        '%',
        '%E0%A4%A',
        ',,,',
        '%2C',
        '1e999',
        'NaN',
        '9999-99-99T99:99',
        '14//',
        '\u0000',
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), values, (name, value) => {
        const href = `https://t.example/?carte-${name}=${value.replace(/[#&]/g, '')}`;
        const state = read(href);
        // and what was taken is stable
        const once = write(state, href);
        assert.equal(write(read(once), once), once);
      }),
      {seed: 5, numRuns: 1500},
    );
  });
});
