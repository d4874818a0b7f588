import {expect} from '@open-wc/testing';
import type {Place} from '@local-widgets/model';
import {impatient, open, openWithMap, textOf, uncaught, type ShopsHarness} from './harness.js';
import {at, CENTER} from './places.js';

const page = window as unknown as {__pwned?: unknown};

const TEXTS = [
  '<script>window.__pwned = 1</script>',
  '<img src=x onerror="window.__pwned = 1">',
  '"><svg onload=window.__pwned=1>',
  '</p></li></template><iframe srcdoc="<script>parent.__pwned=1</script>">',
  '${window.__pwned = 1}{{constructor.constructor("window.__pwned=1")()}}',
  '\u202Egnp.eciffo\u202C \u2066\u2067caché',
  '<!--?lit$123$-->',
  'x'.repeat(3000),
];

/** A place that is hostile wherever text goes. */
const hostile = (text: string, i: number): Place => ({
  id: text,
  name: text,
  geo: at(i * 40, i * 40),
  categories: ['bakery'],
  categoryLabel: text,
  description: text,
  telephone: `${text} 02 61 91 14 07`,
  email: text,
  url: 'https://x.example/"><script>window.__pwned=1</script>',
  image: {url: 'https://x.example/a.png" onerror="window.__pwned=1', caption: text},
  address: {streetAddress: text, postalCode: text, addressLocality: text},
  openingHours: `"${text.replaceAll('"', '')}"`,
  products: [text],
  labels: [text],
  paymentAccepted: [text],
  source: {name: text, url: 'https://x.example/', dateModified: text},
});

const elementsOf = (shops: ShopsHarness): string[] =>
  shops.all('script, iframe, img:not(.photo), template, [onerror], [onload]').map(e => e.outerHTML);

describe('hostile text in <local-shops-map>', () => {
  afterEach(() => {
    expect(page.__pwned).to.equal(undefined);
    expect(uncaught).to.be.empty;
  });

  it('is text in the list and on the map', async () => {
    const places = TEXTS.map(hostile);
    const shops = await openWithMap({places, attributes: {center: CENTER}});
    expect(shops.rows.map(({button}) => button.textContent.trim())).to.deep.equal(TEXTS);
    expect(shops.placesOnMap).to.equal(TEXTS.length);
    expect(elementsOf(shops)).to.be.empty;
  });

  for (const [i, text] of TEXTS.entries()) {
    it(`is text in the card: ${text.slice(0, 40)}`, async () => {
      const shops = await open({places: [hostile(text, i)]});
      shops.rows[0]?.button.click();
      await shops.carded(textOf(document.createTextNode(text)));
      expect(textOf(shops.one('dl'))).to.contain(textOf(document.createTextNode(text)));
      expect(shops.one('.photo').getAttribute('alt')).to.equal(text);
      expect(elementsOf(shops)).to.be.empty;
      const {scrollWidth, clientWidth} = shops.one('.panel');
      expect(scrollWidth).to.be.at.most(clientWidth);
    });
  }

  it('does no harm in a feed that is hostile in every field', async () => {
    const attributes = {src: '/__feeds/hostile', center: '7.26,43.7'};
    const shops = await open({attributes, feedEnvironment: impatient});
    const count = Number(/^\d+/.exec(shops.status)?.[0]);
    expect(count).to.be.above(5);
    expect(await shops.allNames()).to.have.lengthOf(count);
    expect(elementsOf(shops)).to.be.empty;
    expect(({} as {polluted?: unknown}).polluted).to.equal(undefined);
    const protocols = new Set(shops.all<HTMLAnchorElement>('a').map(({protocol}) => protocol));
    expect([...protocols].filter(each => each !== 'tel:')).to.be.empty;
  });

  it('is text in attributes', async () => {
    const text = '"><img src=x onerror="window.__pwned=1">';
    const names = ['format', 'center', 'radius-km', 'categories', 'height', 'holidays'];
    const attributes = Object.fromEntries(names.map(name => [name, text]));
    const shops = await open({places: [hostile(text, 0)], attributes});
    expect(elementsOf(shops)).to.be.empty;
  });
});
