import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {changeSomething} from '../src/any-filter.js';
import {closePages, until, type PageWindow} from '../src/frame.js';
import {
  all,
  button,
  countOf,
  countOnMap,
  countShown,
  markers,
  one,
  rows,
  status,
} from '../src/parts.js';
import {mulberry32} from '../src/random.js';
import {searchable} from '../src/ready.js';
import {openTown, type Town} from '../src/town.js';

const COUNT = 240;
const SRC = `/__feeds/geojson?n=${COUNT}&seed=7&rich`;
const STEPS = 12;
/** A Sunday morning: some are open, some are not. */
const SUNDAY = '2026-11-22T10:00:00+01:00';

/** A visitor who asked for less motion: the map is where it goes at once. */
const calm = (window: PageWindow): void => {
  const original = window.matchMedia.bind(window);
  window.matchMedia = query => original(query.includes('prefers-reduced-motion') ? 'all' : query);
};

/** Far enough out for everything to be in sight. */
async function seeAll({shops}: Town): Promise<void> {
  const zoomOut = one(shops, '.map-controls button:nth-child(2)');
  for (let step = 0; step < 8 && countOnMap(shops) < countShown(shops); step++) zoomOut?.click();
  await until(() => countOnMap(shops) === countShown(shops), 'the map shows as many as the list');
}

/**
 * Goes through all pages of the list and points at each row. Whatever marker lights up holds the row's
 * place; so the answer is, for each marker, how many rows it stands for.
 */
async function rowsByMarker(shops: Town['shops']) {
  const ids: string[] = [];
  const held = new Map<Element, number>();
  for (;;) {
    for (const id of rows(shops).map(row => row.dataset['id'] ?? '')) {
      const row = rows(shops)
        .find(candidate => candidate.dataset['id'] === id)!
        .closest('.row');
      row?.dispatchEvent(new PointerEvent('pointerenter'));
      await shops.updateComplete;
      const lit = all(shops, '.on-map .marker.hovered');
      expect(lit, `markers that light up for ${id}`).to.have.lengthOf(1);
      held.set(lit[0]!, (held.get(lit[0]!) ?? 0) + 1);
      ids.push(id);
    }
    const next = button(shops, 'Suivant');
    if (next?.getAttribute('aria-disabled') !== 'false') return {ids, held};
    const before = rows(shops)[0]?.dataset['id'];
    next.click();
    await until(() => rows(shops)[0]?.dataset['id'] !== before, 'the next page');
  }
}

/** A place is chosen in the list: the map still stands for all, and shows the chosen one by itself. */
async function chooseAndReturn(town: Town, random: () => number, story: string): Promise<void> {
  const {shops} = town;
  const names = rows(shops);
  const id = names[Math.floor(random() * names.length)]?.dataset['id'] ?? '';
  shops.selectPlace(id);
  await until(() => one(shops, '.card'), 'the card is open');
  await seeAll(town);
  const current = all(shops, '.on-map .marker[aria-current]');
  expect(
    current.map(({dataset}) => dataset['id']),
    story,
  ).to.deep.equal([id]);
  button(shops, 'Retour à la liste')?.click();
  await until(() => rows(shops).length > 0, 'the list is back');
  expect(
    rows(shops).some(({dataset}) => dataset['id'] === id),
    story,
  ).to.equal(true);
  const previous = (): HTMLElement | undefined => button(shops, 'Précédent');
  while (previous()?.getAttribute('aria-disabled') === 'false') {
    const before = rows(shops)[0]?.dataset['id'];
    previous()?.click();
    await until(() => rows(shops)[0]?.dataset['id'] !== before, 'the page before');
  }
}

describe('list and map', () => {
  before(() => setViewport({width: 1200, height: 900}));
  afterEach(closePages);

  for (const [seed, page] of [
    [1, {}],
    [2, {}],
    [3, {'radius-km': '6'}],
    [4, {sort: 'name', categories: 'food producers'}],
  ] as const) {
    const name = Object.entries(page).map(([key, value]) => `, ${key}="${value}"`);
    it(`show the same places in any search (seed ${seed}${name.join('')})`, async () => {
      const random = mulberry32(seed);
      const town = await openTown({
        src: SRC,
        center: '7.26,43.71',
        tiles: 'none',
        height: '44rem',
        before: calm,
        ...page,
      });
      const {shops} = town;
      let answered: readonly string[] | undefined;
      shops.clock = {now: () => new Date(SUNDAY)};
      shops.addEventListener('local-shops-filter', ({detail}) => (answered = detail.ids));
      await until(() => one(shops, '.choices input'), '"open now" is offered');
      await until(() => markers(shops).length > 0, 'the map has markers');
      await searchable(shops);
      const whole = countShown(shops);
      expect(whole).to.be.greaterThan(50);
      await seeAll(town);
      one(shops, '.map-controls button:nth-child(2)')?.click();
      const history: string[] = [];
      for (let step = 0; step < STEPS; step++) {
        history.push(await changeSomething(town, random));
        await shops.updateComplete;
        const story = history.join(', then ');
        if (countShown(shops) === 0) {
          expect(rows(shops), story).to.deep.equal([]);
          expect(countOnMap(shops), story).to.equal(0);
          button(shops, 'Effacer les filtres')?.click();
          await until(() => countShown(shops) === whole, 'the filters are gone');
          history.push('all cleared');
          continue;
        }
        if (step % 3 === 2) await chooseAndReturn(town, random, story);
        await seeAll(town);
        const {ids, held} = await rowsByMarker(shops);
        // another order is no other filter, and the page is not told
        if (history.at(-1)?.startsWith('sort')) answered = undefined;
        if (answered) expect(ids, story).to.deep.equal(answered);
        expect(new Set(ids).size, story).to.equal(countShown(shops));
        for (const marker of markers(shops)) {
          expect(held.get(marker), story).to.equal(countOf(marker));
        }
        expect(status(shops), story).not.to.equal('');
      }
      expect([...town.errors, ...town.violations]).to.deep.equal([]);
    }).timeout(120_000);
  }
});
