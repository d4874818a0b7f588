import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {closePages, until, type PageWindow} from '../src/frame.js';
import {all, button, countOf, markers, one, rows, status} from '../src/parts.js';
import {mulberry32} from '../src/random.js';
import {openTown, type Town} from '../src/town.js';

const COUNT = 240;
const SRC = `/__feeds/geojson?n=${COUNT}&seed=7`;
const WORDS = ['', '', 'boulangerie', 'martin', 'ferme', 'noel', 'pain', 'fromag', 'xylophone'];
const STEPS = 12;
/** A Sunday morning: some are open, some are not. */
const SUNDAY = '2026-11-22T10:00:00+01:00';

const countShown = (shops: Element): number =>
  status(shops).startsWith('Aucune adresse')
    ? 0
    : Number(/^\d+/.exec(status(shops).replace('Une adresse', '1'))?.[0]);
const countOnMap = (shops: Element): number =>
  markers(shops).reduce((sum, marker) => sum + countOf(marker), 0);

/** A visitor who asked for less motion: the map is where it goes at once. */
const calm = (window: PageWindow): void => {
  const original = window.matchMedia.bind(window);
  window.matchMedia = query => original(query.includes('prefers-reduced-motion') ? 'all' : query);
};

/** Changes one filter at random, as a person would. */
function changeSomething({shops}: Town, random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const kind = pick(['text', 'category', 'category', 'radius', 'open'] as const);
  if (kind === 'text') {
    const search = one(shops, '#search') as HTMLInputElement;
    search.value = pick(WORDS);
    search.dispatchEvent(new Event('input', {bubbles: true}));
    return `text ${search.value}`;
  }
  if (kind === 'radius') {
    const radius = one(shops, '#radius') as HTMLSelectElement;
    radius.value = pick([...radius.options]).value;
    radius.dispatchEvent(new Event('change', {bubbles: true}));
    return `radius ${radius.value}`;
  }
  const selector = kind === 'open' ? '.choices input' : '.categories input';
  const box = pick(all(shops, selector) as HTMLInputElement[]);
  box.click();
  return `${kind} ${box.closest('label')?.textContent.trim() ?? ''}`;
}

/**
 * Goes through all pages of the list and points at each row. Whatever marker lights up holds the row's
 * place; so the answer is, for each marker, how many rows it stands for.
 */
async function rowsByMarker(shops: Element): Promise<{ids: string[]; held: Map<Element, number>}> {
  const ids: string[] = [];
  const held = new Map<Element, number>();
  for (;;) {
    for (const id of rows(shops).map(row => row.dataset['id'] ?? '')) {
      const row = rows(shops)
        .find(candidate => candidate.dataset['id'] === id)!
        .closest('.row');
      row?.dispatchEvent(new PointerEvent('pointerenter'));
      await (shops as Element & {updateComplete: Promise<unknown>}).updateComplete;
      const lit = all(shops, '.on-map .marker.hovered');
      expect(lit, `markers that light up for ${id}`).to.have.lengthOf(1);
      held.set(lit[0]!, (held.get(lit[0]!) ?? 0) + 1);
      ids.push(id);
    }
    const next = button(shops, 'Suivant');
    if (next?.getAttribute('aria-disabled') !== 'false') return {ids, held};
    const before = status(shops);
    next.click();
    await until(() => status(shops) !== before, 'the next page');
  }
}

describe('list and map', () => {
  before(() => setViewport({width: 1200, height: 800}));
  afterEach(closePages);

  for (const seed of [1, 2]) {
    it(`show the same places under any filters (seed ${seed})`, async () => {
      const random = mulberry32(seed);
      const town = await openTown({
        src: SRC,
        center: '7.26,43.71',
        tiles: 'none',
        height: '44rem',
        before: calm,
      });
      const {shops} = town;
      let answered: readonly string[] = [];
      shops.clock = {now: () => new Date(SUNDAY)};
      shops.addEventListener('local-shops-filter', ({detail}) => (answered = detail.ids));
      await until(() => one(shops, '.choices input'), '"open now" is offered');
      await until(() => markers(shops).length > 0, 'the map has markers');
      // far enough out for everything to be in sight, and to stay there
      const zoomOut = one(shops, '.map-controls button:nth-child(2)');
      for (let step = 0; step < 8 && countOnMap(shops) < COUNT; step++) zoomOut?.click();
      zoomOut?.click();
      expect(countOnMap(shops)).to.equal(COUNT);
      const history: string[] = [];
      for (let step = 0; step < STEPS; step++) {
        history.push(changeSomething(town, random));
        await shops.updateComplete;
        const story = history.join(', then ');
        expect(countOnMap(shops), story).to.equal(countShown(shops));
        if (countShown(shops) === 0) {
          expect(rows(shops), story).to.deep.equal([]);
          button(shops, 'Effacer les filtres')?.click();
          await until(() => countShown(shops) === COUNT, 'the filters are gone');
          history.push('all cleared');
          continue;
        }
        const {ids, held} = await rowsByMarker(shops);
        expect(ids, story).to.deep.equal(answered);
        expect(new Set(ids).size, story).to.equal(countShown(shops));
        for (const marker of markers(shops)) {
          expect(held.get(marker), story).to.equal(countOf(marker));
        }
      }
      expect(town.errors).to.deep.equal([]);
    }).timeout(90_000);
  }
});
