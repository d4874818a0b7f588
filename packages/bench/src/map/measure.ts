import assert from 'node:assert/strict';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Page} from 'puppeteer-core';
import type {PageVisit} from '../measuring/page-visit.js';
import {filesOf, memoryOf} from '../measuring/page-weight.js';
import type {ContenderName} from './contenders.js';
import type {DataSet} from './data-sets.js';
import type {LongTask, Moments} from './page/contender.js';

/** One page, measured once. Times in milliseconds, `undefined` for a map without a list. */
export interface Figures {
  /** From the last byte of the feed to the first rows on the screen. */
  listPainted: number | undefined;
  /** From the last byte of the feed to the first markers on the screen. */
  mapPainted: number;
  /** The same for somebody who comes back, with scripts and styles in the browser's cache. */
  mapAgain: number;
  /** From a choice of a category (or taking it back) to its answer on the screen. */
  category: number;
  /** The same for the first search in texts, and for a letter more. */
  firstSearch: number;
  nextSearch: number;
  /** The same for a radius, for what is open now, and for a service. */
  radius: number | undefined;
  open: number | undefined;
  service: number | undefined;
  /** Longest tasks: from the feed's arrival to rest, from the painted list to rest, in use. */
  longestLoad: number;
  longestMap: number;
  longestFilter: number;
  longestZoom: number;
  rows: number | undefined;
  /** The most on any of the views seen. */
  markers: number;
  /** Kilobytes of scripts and styles up to rest, each file as brotli makes it. */
  transfer: number;
  /** Megabytes of JavaScript heap in use after a collection. */
  heap: number;
}

export type Visit = PageVisit<ContenderName, DataSet>;

/** A page at rest has no long task for so many milliseconds. */
const REST = 400;
/** From a country to the streets of a town. */
const ZOOMS = 6;
const PATIENCE = 180_000;
/** Kilometres around the middle of France. */
const RADIUS = 100;
/** Nobody types a search sooner: texts are made ready for it meanwhile. */
const BEFORE_SEARCH = 4000;
const SEARCHES = ['boulangerie', 'boulangerie m'] as const;

/** Opens a fresh page, loads, filters, searches, and checks that nothing is missing on it. */
export async function measure(visit: Visit): Promise<Figures> {
  const {browser, name, data, throttle} = visit;
  // with a cache of its own
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  try {
    const moments = await open(page, visit);
    await rest(page);
    const {arrived, listPainted, mapPainted} = moments;
    const loading = (await longTasks(page)).filter(({start, length}) => start + length > arrived);
    const dom = await state(page);
    checkWhole(visit, dom);
    const {heap} = await memoryOf(await page.createCDPSession());
    const inWorker = await page.evaluate(() => window.bench.contender.workerFiles ?? []);
    const transfer = (await visit.transferOf([...(await filesOf(page)), ...inWorker])) / 1000;
    const filters = await filterTimes(page, dom, name);
    const more = data.hasServices ? await moreFilterTimes(page, dom) : NO_MORE;
    const zooms = await zoomIn(page);
    await page.close();
    const again = await open(await context.newPage(), visit);
    return {
      listPainted: listPainted && listPainted - arrived,
      mapPainted: mapPainted - arrived,
      mapAgain: again.mapPainted - again.arrived,
      ...filters,
      ...more,
      longestFilter: Math.max(filters.longestFilter, more.longestFilter),
      transfer,
      longestZoom: zooms.longest,
      longestLoad: longest(loading),
      longestMap: longest(loading.filter(({start}) => start >= (listPainted ?? arrived))),
      rows: dom.rows,
      markers: Math.max(dom.markers, zooms.markers),
      heap,
    };
  } catch (error) {
    throw new Error(`${name}, ${data.name}, CPU ×${throttle}: ${String(error)}`, {cause: error});
  } finally {
    await context.close();
  }
}

async function open(page: Page, {origin, name, throttle}: Visit): Promise<Moments> {
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport({width: 1440, height: 900});
  if (throttle > 1) await page.emulateCPUThrottling(throttle);
  await page.goto(`${origin}/${name}.html`, {waitUntil: 'domcontentloaded'});
  await page.waitForFunction(() => 'bench' in window);
  return page.evaluate(() => window.bench.painted);
}

interface State {
  readonly rows: number | undefined;
  readonly markers: number;
  readonly placesOnMap: number;
  readonly placesShown: number;
  readonly rejected: number;
}

function state(page: Page): Promise<State> {
  return page.evaluate(() => {
    const {contender} = window.bench;
    return {
      rows: contender.rows(),
      markers: contender.markers(),
      placesOnMap: contender.placesOnMap(),
      placesShown: contender.placesShown(),
      rejected: contender.rejected(),
    };
  });
}

/** A fast page that loses places is no fast page. */
function checkWhole({data}: Visit, {placesOnMap, placesShown, rejected}: State): void {
  assert.equal(placesShown + rejected, data.count, 'places shown and rejected');
  if (data.fitsOnMap) assert.equal(placesOnMap, placesShown, 'places that the markers stand for');
  else
    assert.ok(placesOnMap > 0.9 * placesShown && placesOnMap <= placesShown, 'most are in sight');
}

async function filterTimes(
  page: Page,
  before: State,
  name: ContenderName,
): Promise<Pick<Figures, 'category' | 'firstSearch' | 'nextSearch' | 'longestFilter'>> {
  await page.evaluate(() => void window.bench.longTasks.splice(0));
  const toggle = (): Promise<number> =>
    page.evaluate(() => window.bench.timed(() => window.bench.contender.toggleCategory()));
  const search = (text: string): Promise<number> =>
    page.evaluate(text => window.bench.timed(() => window.bench.contender.search(text)), text);
  const on = await toggle();
  await checkAnswer(page, before);
  const off = await toggle();
  await rest(page);
  // the peers make nothing ready
  if (name === 'ours') await sleep(BEFORE_SEARCH);
  const firstSearch = await search(SEARCHES[0]);
  await rest(page);
  const nextSearch = await search(SEARCHES[1]);
  await checkAnswer(page, before);
  await search('');
  await rest(page);
  assert.equal((await state(page)).placesShown, before.placesShown, 'all places are back');
  const tasks = await longTasks(page);
  return {category: Math.max(on, off), firstSearch, nextSearch, longestFilter: longest(tasks)};
}

type MoreTimes = Pick<Figures, 'radius' | 'open' | 'service' | 'longestFilter'>;

const NO_MORE: MoreTimes = {
  radius: undefined,
  open: undefined,
  service: undefined,
  longestFilter: 0,
};

/** Radius, opening hours and services: each is chosen and taken back, the slower counts. */
async function moreFilterTimes(page: Page, before: State): Promise<MoreTimes> {
  await page.evaluate(() => window.bench.contender.prepare());
  await rest(page);
  await page.evaluate(() => void window.bench.longTasks.splice(0));
  const both = async (on: () => Promise<number>, off = on): Promise<number> => {
    const first = await on();
    await checkAnswer(page, before);
    const second = await off();
    await rest(page);
    assert.equal((await state(page)).placesShown, before.placesShown, 'all places are back');
    return Math.max(first, second);
  };
  const within = (km: number): Promise<number> =>
    page.evaluate(km => window.bench.timed(() => window.bench.contender.setRadius(km)), km);
  const radius = await both(
    () => within(RADIUS),
    () => within(0),
  );
  const readsHours = await page.evaluate(() => 'toggleOpen' in window.bench.contender);
  const open = readsHours
    ? await both(() =>
        page.evaluate(() => window.bench.timed(() => window.bench.contender.toggleOpen?.())),
      )
    : undefined;
  const service = await both(() =>
    page.evaluate(() => window.bench.timed(() => window.bench.contender.toggleService())),
  );
  return {radius, open, service, longestFilter: longest(await longTasks(page))};
}

async function zoomIn(page: Page): Promise<{longest: number; markers: number}> {
  await page.evaluate(() => void window.bench.longTasks.splice(0));
  let markers = 0;
  for (let step = 0; step < ZOOMS; step++) {
    await page.evaluate(() => {
      window.bench.contender.zoomIn();
    });
    await rest(page);
    markers = Math.max(markers, (await state(page)).markers);
  }
  return {longest: longest(await longTasks(page)), markers};
}

/** What passes is less than all, and all of it is on the map. */
async function checkAnswer(page: Page, before: State): Promise<void> {
  await rest(page);
  const {placesShown, placesOnMap} = await state(page);
  assert.ok(placesShown > 0 && placesShown < before.placesShown, 'the filter answers');
  assert.ok(placesOnMap <= placesShown, 'no more on the map than in the list');
}

/** Until the page is done with what it does after it was painted. */
async function rest(page: Page): Promise<void> {
  let [before, now] = [-1, (await longTasks(page)).length];
  while (now !== before) {
    await sleep(REST);
    [before, now] = [now, (await longTasks(page)).length];
  }
}

function longTasks(page: Page): Promise<LongTask[]> {
  return page.evaluate(() => window.bench.longTasks);
}

const longest = (tasks: readonly LongTask[]): number =>
  Math.max(0, ...tasks.map(({length}) => length));
