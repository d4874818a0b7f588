import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {packagedChromium} from '../../../dev/src/browsers/packaged-chromium.js';
import {drift, heldIn, HEAP_A_ROUND} from '../../src/work/drift.js';
import {leftBehind, type LeftBehind} from '../../src/work/left-behind.js';
import {openWorkTown, withoutWork, type WorkTown} from '../../src/work/work-town.js';

/** Every number is exact, so that a few rounds tell; `npm run test:leaks` asks for a hundred. */
const ROUNDS = Number(process.env['LEAK_ROUNDS'] ?? 8);
/** Until then there is something new to load, to learn and to keep for all that follow. */
const FIRST = Math.min(20, Math.ceil(ROUNDS / 3));
/** What comes once, as a template that is seldom used, grows in one of them; a leak grows in all. */
const BLOCKS = 3;

const LOADER = 'working IntersectionObserver: 0, then 1';
/** One for each shop of a page, whose order goes on without its button. */
const CHECKOUT = [
  'onPage window storage: 0, then 2',
  'objects AbortController: 0, then 2',
  'objects AbortSignal: 0, then 1',
];
/** The widgets of a page, and what may stay when they are gone. */
const PAGES: readonly (readonly [string[], string[]])[] = [
  [['shops-map'], [LOADER]],
  [['event-calendar'], [LOADER]],
  [['collect-button'], CHECKOUT],
  [['chat'], []],
  [
    ['shops-map', 'event-calendar', 'collect-button', 'chat'],
    [LOADER, ...CHECKOUT],
  ],
];

interface Found {
  /** What is there after the last round and was not before the first. */
  readonly held: string[];
  /** What is more, or less, after each of the blocks. */
  readonly grown: string[];
  /** Bytes of heap a round. */
  readonly heap: number;
}

// the shell has no autofill, which in Chrome holds the form that a person used last
const skip = await withoutWork(packagedChromium);

describe('what widgets leave behind', {skip, timeout: 3_600_000}, () => {
  let town: WorkTown;

  before(async () => {
    town = await openWorkTown(packagedChromium);
  });
  after(() => town.close());

  /** Rounds in which these come, are used and go, in a page of their own. */
  async function rounds(names: readonly string[], first: number, last: number): Promise<Found> {
    const page = await town.open();
    const session = await page.createCDPSession();
    const run = async (count: number): Promise<LeftBehind> => {
      for (let round = 1; round <= count; round++) {
        await page.evaluate((names, hub) => window.round(names, hub), [...names], town.hub);
      }
      return leftBehind(page, session);
    };
    const blank = await leftBehind(page, session);
    let before = await run(first);
    let found: Found | undefined;
    for (let block = 1; block <= BLOCKS; block++) {
      const late = await run(last - first);
      const heap = (late.heap - before.heap) / (last - first);
      found = {held: heldIn(blank, late), grown: drift(before, late), heap};
      if (found.grown.length === 0) break;
      before = late;
    }
    await page.browserContext().close();
    return found!;
  }

  for (const [names, stays] of PAGES) {
    it(`is nothing that grows in ${ROUNDS} rounds, and nothing held: ${names.join(', ')}`, async () => {
      const {grown, held, heap} = await rounds(names, FIRST, ROUNDS);
      assert.deepEqual(grown, []);
      assert.deepEqual(held.sort(), [...stays].sort());
      // the engine goes on learning for some rounds; only many of them tell
      if (ROUNDS >= 100) assert.ok(heap <= HEAP_A_ROUND, `${heap} bytes of heap a round`);
    });
  }

  it('would be found: a leak of each kind is', async () => {
    const {grown, held} = await rounds(['leaky'], 2, 4);
    assert.deepEqual(grown.map(line => line.split(':')[0]).sort(), [
      'detached leaky-element',
      'detached p',
      'intervals',
      'listeners',
      'nodes',
      'objects AbortController',
      'objects AbortSignal',
      'onPage document scroll',
      'onPage window resize',
      'timers',
      'working BroadcastChannel',
      'working EventSource',
      'working IntersectionObserver',
      'working MutationObserver',
      'working ResizeObserver',
      'working Worker',
    ]);
    assert.ok(held.includes('detached leaky-element: 0, then 8'));
  });
});
