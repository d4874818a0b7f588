import assert from 'node:assert/strict';
import {setTimeout as sleep} from 'node:timers/promises';
import type {BrowserContext, CDPSession, Page} from 'puppeteer-core';
import type {PageVisit} from '../measuring/page-visit.js';
import {filesOf, memoryOf} from '../measuring/page-weight.js';
import {median} from '../measuring/statistics.js';
import type {ContenderName} from './contenders.js';
import {CATEGORY, CHECKED_DAY, type DataSet} from './data-sets.js';

/** One calendar, measured once. Times are CPU time of the main thread in milliseconds. */
export interface Figures {
  /** From nothing to a month that rests; a month later; from nothing to a list that rests. */
  firstMonth: number;
  nextMonth: number;
  firstList: number;
  /** As the first month, for somebody who comes back: scripts and styles are in the browser's cache. */
  monthAgain: number;
  /** From the choice of a category, or taking it back (the dearer), to a month that rests. */
  filter: number;
  /** Elements of the month, and of the list. */
  monthElements: number;
  listElements: number;
  /** The longest task of all, in milliseconds on the clock; 0 when none took 50. */
  longestTask: number;
  /** Megabytes of JavaScript heap in use with the month at rest, after a collection; with buffers outside of it. */
  heap: number;
  /** Kilobytes of scripts and styles, each file as brotli makes it, for the month. */
  transfer: number;
}

export type Visit = PageVisit<ContenderName, DataSet>;

/** A page at rest spends less than so many milliseconds of CPU in so many on the clock. */
const LITTLE = 3;
const REST = 400;
const PATIENCE = 180_000;
/** Milliseconds between two looks at a page that loads: asked at each frame, it would have to make frames. */
const POLL = 100;
/** Months to turn; the median of them counts. */
const TURNS = 4;

/** Opens fresh pages with a month and a list, filters, turns months, and checks that nothing is missing. */
export async function measure(visit: Visit): Promise<Figures> {
  const context = await visit.browser.createBrowserContext();
  try {
    const month = await inPage(context, visit, 'month', async (page, session) => {
      const firstMonth = await cpu(session);
      await checkCount(page, visit.data.onCheckedDay);
      const {heap, buffers} = await memoryOf(session);
      const transfer = (await visit.transferOf(await filesOf(page))) / 1000;
      const filter = await filterCost(page, session, visit);
      const {nextMonth, elements} = await turnMonths(page, session);
      const longest = await longestTask(page);
      return {firstMonth, nextMonth, heap: heap + buffers, transfer, longest, elements, filter};
    });
    const monthAgain = await inPage(context, visit, 'month', (_, session) => cpu(session));
    const list = await inPage(context, visit, 'list', async (page, session) => ({
      firstList: await cpu(session),
      elements: await elementsOf(page),
      longest: await longestTask(page),
    }));
    const {firstMonth, nextMonth, filter, heap, transfer} = month;
    return {
      firstMonth,
      nextMonth,
      firstList: list.firstList,
      monthAgain,
      filter,
      monthElements: month.elements,
      listElements: list.elements,
      longestTask: Math.max(month.longest, list.longest),
      heap,
      transfer,
    };
  } catch (error) {
    const {name, data, throttle} = visit;
    throw new Error(`${name}, ${data.count} events, CPU ×${throttle}: ${String(error)}`, {
      cause: error,
    });
  } finally {
    await context.close();
  }
}

/** A fresh page, at rest. */
async function inPage<T>(
  context: BrowserContext,
  {origin, name, throttle}: Visit,
  view: 'month' | 'list',
  work: (page: Page, session: CDPSession) => Promise<T>,
): Promise<T> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport({width: 1200, height: 900});
  if (throttle > 1) await page.emulateCPUThrottling(throttle);
  const session = await page.createCDPSession();
  await session.send('Performance.enable', {timeDomain: 'threadTicks'});
  await page.goto(`${origin}/${name}.html?view=${view}`, {waitUntil: 'domcontentloaded'});
  await page.waitForFunction(() => 'calendar' in window && window.calendar.isShown(), {
    polling: POLL,
  });
  await rest(session);
  const found = await work(page, session);
  await page.close();
  return found;
}

async function filterCost(page: Page, session: CDPSession, {data}: Visit): Promise<number> {
  await page.evaluate(() => window.calendar.prepare());
  await rest(session);
  const costs: number[] = [];
  for (const [category, expected] of [
    [CATEGORY, data.filteredOnCheckedDay],
    [undefined, data.onCheckedDay],
  ] as const) {
    const before = await cpu(session);
    await page.evaluate(category => window.calendar.filter(category), category);
    await rest(session);
    costs.push((await cpu(session)) - before);
    await checkCount(page, expected);
  }
  return Math.max(...costs);
}

async function turnMonths(
  page: Page,
  session: CDPSession,
): Promise<{nextMonth: number; elements: number}> {
  const elements = [await elementsOf(page)];
  const turns: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const [before, title] = [await cpu(session), await titleOf(page)];
    await page.evaluate(() => window.calendar.next());
    await rest(session);
    assert.notEqual(await titleOf(page), title, 'another month');
    turns.push((await cpu(session)) - before);
    elements.push(await elementsOf(page));
  }
  return {nextMonth: median(turns), elements: Math.max(...elements)};
}

/** A fast page that loses events is no fast page. */
async function checkCount(page: Page, expected: number): Promise<void> {
  const count = await page.evaluate(date => window.calendar.countOn(date), CHECKED_DAY);
  assert.equal(count, expected, `events of ${CHECKED_DAY}`);
}

async function cpu(session: CDPSession): Promise<number> {
  const {metrics} = await session.send('Performance.getMetrics');
  return (metrics.find(({name}) => name === 'TaskDuration')?.value ?? NaN) * 1000;
}

/** Until the page is done with what it does. */
async function rest(session: CDPSession): Promise<void> {
  let [before, now] = [-Infinity, await cpu(session)];
  while (now - before > LITTLE) {
    await sleep(REST);
    [before, now] = [now, await cpu(session)];
  }
}

const titleOf = (page: Page): Promise<string> => page.evaluate(() => window.calendar.title());

const elementsOf = (page: Page): Promise<number> => page.evaluate(() => window.calendar.elements());

const longestTask = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, ...window.longTasks));
