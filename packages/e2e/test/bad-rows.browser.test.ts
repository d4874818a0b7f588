import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {foreignMarkup} from '../src/foreign-markup.js';
import {closePages, until} from '../src/frame.js';
import {all, button, isShown, markers, one, rows, status, textOf} from '../src/parts.js';
import {sentences} from '../src/sentences.js';
import {openTown} from '../src/town.js';

describe('a list with bad rows', () => {
  before(() => setViewport({width: 1200, height: 800}));
  afterEach(closePages);

  for (const lang of ['fr', 'en'] as const) {
    it(`keeps the good ones and names the others, in ${lang === 'fr' ? 'French' : 'English'}`, async () => {
      const src = '/packages/e2e/fixtures/bad-positions.geojson';
      const {shops, warnings, errors} = await openTown({src, lang});
      await until(() => rows(shops).length > 0, 'the list is there');
      // the words of another language than French may come a moment later
      await until(() => status(shops).startsWith(sentences[lang].twoFound), `it speaks ${lang}`);
      expect(one(shops, '.root')?.lang).to.equal(lang);
      expect(rows(shops).map(textOf).sort()).to.deep.equal([
        'Boulangerie du Pont',
        'Épicerie Numérique',
      ]);
      const note = one(shops, '.notes');
      expect(isShown(note)).to.equal(true);
      expect(textOf(note)).to.equal(sentences[lang].fiveLeftOut);
      await until(() => warnings.length > 0, 'the console names them');
      expect(warnings).to.have.lengthOf(1);
      const lines = warnings[0]!.split('\n');
      expect(lines[0]).to.equal('<local-shops-map> 5 rows left out, 2 shown:');
      expect(lines.slice(1)).to.have.lengthOf(5);
      expect(lines[1]).to.match(/^ {2}item 1: swapped-position, longitude 48.4086, latitude 0.52/);
      expect(lines[2]).to.match(/^ {2}item 2: swapped-position, .*latitude is beyond 90/);
      expect(lines[3]).to.match(/^ {2}item 3: bad-position, longitude 512.47, latitude 484.086/);
      expect(lines[4]).to.match(/^ {2}item 4: bad-position, longitude "à côté"/);
      expect(lines[5]).to.match(/^ {2}item 6: no-position/);
      expect(errors).to.deep.equal([]);
    });
  }

  it('shows the rest of a file with one row of nonsense among many', async () => {
    const {shops} = await openTown({src: '/__feeds/geojson?n=500'});
    await until(() => rows(shops).length === 20, 'the list is there');
    expect(one(shops, '.notes')).to.equal(undefined);
  });
});

describe('a list that means harm', () => {
  before(() => setViewport({width: 1200, height: 800}));
  afterEach(closePages);

  // Without the policy, so that nothing but our own care stands between the feed and the page.
  for (const csp of ['strict', 'none'] as const) {
    const policy = csp === 'none' ? 'without a policy' : 'under the strict policy';
    it(`is shown as text in the list, on every card and on the map, ${policy}`, async () => {
      const {shops, window, errors} = await openTown({
        src: '/__feeds/hostile',
        center: '7.22,43.7',
        ...(csp === 'none' && {csp}),
      });
      const root = shops.shadowRoot!;
      await until(() => rows(shops).length > 0, 'the list is there');
      await until(() => markers(shops).length > 0, 'the map has markers');
      const cards: string[] = [];
      for (let isLast = false; !isLast;) {
        for (const id of rows(shops).map(row => row.dataset['id'] ?? '')) {
          rows(shops)
            .find(row => row.dataset['id'] === id)
            ?.click();
          await until(() => one(shops, '.card'), 'the card is open');
          expect(foreignMarkup(root)).to.deep.equal([]);
          cards.push(id);
          button(shops, sentences.fr.back)?.click();
          await until(() => rows(shops).length > 0, 'the list is back');
        }
        const next = button(shops, sentences.fr.next);
        isLast = next?.getAttribute('aria-disabled') !== 'false';
        const first = rows(shops)[0]?.dataset['id'];
        if (!isLast) next?.click();
        await until(() => isLast || rows(shops)[0]?.dataset['id'] !== first, 'the next page');
      }
      expect(cards.length).to.be.greaterThan(10);
      expect(new Set(cards).size, 'each once').to.equal(cards.length);
      const links = all(shops, 'a[href^=http]');
      for (const link of links) expect(link.getAttribute('rel')).to.contain('noopener');
      expect(Reflect.get(window, '__pwned')).to.equal(undefined);
      expect(Reflect.get(window.Object.prototype, 'polluted')).to.equal(undefined);
      expect(errors).to.deep.equal([]);
    }).timeout(60_000);
  }
});
