import assert from 'node:assert/strict';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Browser, CDPSession, Page} from 'puppeteer-core';
import {filesOf, memoryOf} from '../measuring/page-weight.js';
import type {ContenderName} from './contenders.js';
import {CHECKED_DAY, type DataSet} from './data-sets.js';

/** One calendar, measured once. Times are CPU time of the main thread in milliseconds. */
export interface Figures {
  /** From nothing to a month that rests; a month later; from nothing to a list that rests. */
  firstMonth: number;
  nextMonth: number;
  firstList: number;
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

export interface Visit {
  readonly browser: Browser;
  readonly origin: string;
  readonly name: ContenderName;
  readonly data: DataSet;
  readonly throttle: number;
  /** Bytes of these files of the server, compressed. */
  readonly transferOf: (paths: readonly string[]) => Promise<number>;
}

/** A page at rest spends less than so many milliseconds of CPU in so many on the clock. */
const LITTLE = 3;
const REST = 400;
const PATIENCE = 180_000;
/** Milliseconds between two looks at a page that loads: asked at each frame, it would have to make frames. */
const POLL = 100;
/** Months to turn; the median of them counts. */
const TURNS = 4;

/** Opens fresh pages with a month and a list, turns months, and checks that nothing is missing. */
export async function measure(visit: Visit): Promise<Figures> {
  const month = await inPage(visit, 'month', async (page, session) => {
    const firstMonth = await cpu(session);
    await checkWhole(page, visit);
    const {heap, buffers} = await memoryOf(session);
    const transfer = (await visit.transferOf(await filesOf(page))) / 1000;
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
    turns.sort((a, b) => a - b);
    const nextMonth = (turns[1]! + turns[2]!) / 2;
    const longest = await longestTask(page);
    return {
      firstMonth,
      nextMonth,
      heap: heap + buffers,
      transfer,
      longest,
      elements: Math.max(...elements),
    };
  });
  const list = await inPage(visit, 'list', async (page, session) => ({
    firstList: await cpu(session),
    elements: await elementsOf(page),
    longest: await longestTask(page),
  }));
  const {firstMonth, nextMonth, heap, transfer} = month;
  return {
    firstMonth,
    nextMonth,
    firstList: list.firstList,
    monthElements: month.elements,
    listElements: list.elements,
    longestTask: Math.max(month.longest, list.longest),
    heap,
    transfer,
  };
}

/** A fresh page with a cache of its own, at rest. */
async function inPage<T>(
  {browser, origin, name, data, throttle}: Visit,
  view: 'month' | 'list',
  work: (page: Page, session: CDPSession) => Promise<T>,
): Promise<T> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  try {
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
    return await work(page, session);
  } catch (error) {
    throw new Error(`${name}, ${data.count} events, ${view}: ${String(error)}`, {cause: error});
  } finally {
    await context.close();
  }
}

/** A fast page that loses events is no fast page. */
async function checkWhole(page: Page, {data, name}: Visit): Promise<void> {
  const count = await page.evaluate(date => window.calendar.countOn(date), CHECKED_DAY);
  assert.equal(count, data.onCheckedDay, `events of ${CHECKED_DAY} with ${name}`);
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
