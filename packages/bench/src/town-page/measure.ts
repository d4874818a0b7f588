import assert from 'node:assert/strict';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Browser, BrowserContext, CDPSession, Page} from 'puppeteer-core';
import {blockingTime, tasksIn, TRACE_CATEGORIES} from './main-thread.js';
import type {Name, TownPages} from './server.js';

/** A page as somebody gets it; bytes as they come over the network, times in milliseconds. */
export interface Load {
  readonly bytes: number;
  readonly requests: number;
  /** From the start of the navigation to the first rows of the list on the screen. */
  readonly usable: number;
  /** What tasks took beyond 50 ms each, from the start to five seconds of quiet; by the thread's own clock. */
  readonly blocked: number;
  /** The longest of them. */
  readonly longest: number;
  /** Cumulative layout shift, the largest session window (web.dev/cls). */
  readonly shift: number;
}

/** What the page holds once all of it was seen, and after an hour of use. */
export interface Use {
  /** Bytes and requests with all of the page seen. */
  readonly bytes: number;
  readonly requests: number;
  readonly elements: number;
  /** Bytes of JavaScript heap and buffers after a collection. */
  readonly heap: number;
  readonly heapAfter: number;
  readonly nodes: number;
  readonly nodesAfter: number;
}

export interface Visit {
  readonly browser: Browser;
  readonly pages: TownPages;
  readonly name: Name;
}

/** Slow 4G as Lighthouse has it: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: (750e3 / 8) * 0.9,
};
/** A phone's processor, by the one of this machine. */
const SLOWER = 4;
const QUIET = 5_000;
const PHONE = {width: 412, height: 823, deviceScaleFactor: 1, isMobile: true, hasTouch: true};
const DESK = {width: 1280, height: 900};
/** Four things there and back in each: two hundred in all. */
const CYCLES = 50;
const WARM = 25;

/**
 * A first visit and one right after it. `slow`: a slow network and a slowed processor. `fast`: neither, but each task
 * counts four times its processor time, which other programs of the machine change least.
 */
export async function loadOnPhone(
  {browser, pages, name}: Visit,
  network: 'slow' | 'fast',
): Promise<{first: Load; repeat: Load}> {
  const context = await browser.createBrowserContext();
  try {
    const visit = (): Promise<Load> => load(context, pages.addressOf(name), network);
    const first = await visit();
    return {first, repeat: await visit()};
  } catch (error) {
    throw new Error(`${name}: ${String(error)}`, {cause: error});
  } finally {
    await context.close();
  }
}

async function load(context: BrowserContext, address: string, network: string): Promise<Load> {
  const page = await context.newPage();
  await page.setViewport(PHONE);
  const session = await page.createCDPSession();
  const log = await watch(page, session);
  if (network === 'slow') await page.emulateCPUThrottling(SLOWER);
  await page.tracing.start({categories: TRACE_CATEGORIES});
  if (network === 'slow') await session.send('Network.emulateNetworkConditions', SLOW_4G);
  await page.goto(address, {waitUntil: 'domcontentloaded', timeout: 60_000});
  await page.bringToFront();
  await page.waitForFunction('watched.usable > 0', {timeout: 60_000, polling: 100});
  await quiet(page, log);
  const seen = (await page.evaluate('({...watched})')) as Watched;
  const trace = (await page.tracing.stop())!;
  await page.close();
  // a browser slows a processor down by the clock on the wall, which tells little while others use it as well
  const factor = network === 'slow' ? 1 : SLOWER;
  const tasks = tasksIn(Buffer.from(trace).toString()).map(length => length * factor);
  return {
    bytes: log.bytes,
    requests: log.requests,
    usable: seen.usable,
    blocked: blockingTime(tasks),
    longest: Math.max(0, ...tasks),
    shift: seen.shift,
  };
}

/** All of the page is seen on a large screen, checked, and used for as long as an hour's visitors would. */
export async function use({browser, pages, name}: Visit, wanted: Wanted): Promise<Use> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(DESK);
    await page.emulateFocusedPage(true);
    const session = await page.createCDPSession();
    const log = await watch(page, session);
    await page.goto(pages.addressOf(name), {waitUntil: 'domcontentloaded'});
    await page.waitForFunction('watched.usable > 0', {polling: 100});
    await seeAll(page);
    await quiet(page, log, 2_000);
    const {bytes, requests} = log;
    await page.evaluate(pages.scriptOf(name));
    await check(page, wanted);
    const elements = (await page.evaluate(ELEMENTS)) as number;
    // the first load what the others use, and the engine compiles what is used often
    for (let cycle = 1; cycle <= WARM; cycle++) await page.evaluate('town.cycle()');
    const before = await memory(session);
    for (let cycle = 1; cycle <= CYCLES; cycle++) await page.evaluate('town.cycle()');
    const after = await memory(session);
    return {
      bytes,
      requests,
      elements,
      heap: before.heap,
      heapAfter: after.heap,
      nodes: before.nodes,
      nodesAfter: after.nodes,
    };
  } catch (error) {
    throw new Error(`${name}: ${String(error)}`, {cause: error});
  } finally {
    await context.close();
  }
}

/** What both pages must show. */
export interface Wanted {
  readonly places: number;
  readonly orders: number;
  readonly talks: number;
  readonly messages: number;
  /** Events that are on, by day, for those that are to come. */
  readonly days: ReadonlyMap<string, number>;
}

/** A light page that loses places or events is no light page. */
async function check(page: Page, wanted: Wanted): Promise<void> {
  const found = (await page.evaluate(`({
    places: town.places(), onMap: town.placesOnMap(), orders: town.orderButtons(),
    talks: town.talkButtons(), messages: town.messages()})`)) as Record<string, number>;
  const {places, orders, talks, messages} = wanted;
  assert.deepEqual(found, {places, onMap: places, orders, talks, messages});
  const days = (await page.evaluate('town.days()')) as Record<string, number>;
  const today = new Date().toISOString().slice(0, 10);
  const shown = Object.entries(days).filter(([date]) => date > today);
  assert.ok(shown.length > 0, 'the month has days to come');
  const due = shown.map(([date]) => [date, wanted.days.get(date) ?? 0]);
  assert.deepEqual(shown.sort(), due.sort(), 'events by day');
}

interface Log {
  bytes: number;
  requests: number;
  last: number;
}

interface Watched {
  readonly usable: number;
  readonly shift: number;
}

async function watch(page: Page, session: CDPSession): Promise<Log> {
  const log: Log = {bytes: 0, requests: 0, last: Date.now()};
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({request}) => {
    if (!request.url.startsWith('http')) return;
    log.requests++;
    log.last = Date.now();
  });
  session.on('Network.loadingFinished', ({encodedDataLength}) => {
    log.bytes += encodedDataLength;
    log.last = Date.now();
  });
  await page.evaluateOnNewDocument(WATCH);
  return log;
}

/** In the page, from before its scripts run. */
const WATCH = `
  const watched = {usable: 0, shift: 0, lastTask: 0};
  let [first, last, sum] = [0, 0, 0];
  new PerformanceObserver(list => {
    for (const {startTime, duration} of list.getEntries()) {
      watched.lastTask = startTime + duration;
    }
  }).observe({type: 'longtask', buffered: true});
  new PerformanceObserver(list => {
    for (const {startTime, value, hadRecentInput} of list.getEntries()) {
      if (hadRecentInput) continue;
      if (startTime - last > 1000 || startTime - first > 5000) [first, sum] = [startTime, 0];
      [last, sum] = [startTime, sum + value];
      watched.shift = Math.max(watched.shift, sum);
    }
  }).observe({type: 'layout-shift', buffered: true});
  const look = () => {
    const shops = document.querySelector('local-shops-map')?.shadowRoot;
    if (!(shops?.querySelector('.row .name') ?? document.querySelector('#places li'))) {
      requestAnimationFrame(look);
      return;
    }
    // the frame that shows it ends before the next one begins
    requestAnimationFrame(() => void (watched.usable = performance.now()));
  };
  requestAnimationFrame(look);
`;

const ELEMENTS = `(() => {
  const count = root => [...root.querySelectorAll('*')]
    .reduce((sum, {shadowRoot}) => sum + 1 + (shadowRoot ? count(shadowRoot) : 0), 0);
  return count(document);
})()`;

/** No request for so long, and no long task. */
async function quiet(page: Page, log: Log, milliseconds = QUIET): Promise<void> {
  for (;;) {
    const idle = (await page.evaluate('performance.now() - watched.lastTask')) as number;
    const wait = milliseconds - Math.min(Date.now() - log.last, idle);
    if (wait <= 0) return;
    await sleep(wait + 20);
  }
}

/** Down to the end of the page as one reads, and up again. */
async function seeAll(page: Page): Promise<void> {
  const height = (await page.evaluate('document.documentElement.scrollHeight')) as number;
  for (let top = 0; top < height + 2_000; top += 600) {
    await page.evaluate(`scrollTo(0, ${top})`);
    await sleep(120);
  }
  await sleep(500);
  // the map is looked at as it came
  await page.evaluate(
    `(document.querySelector('local-shops-map') ?? document.querySelector('#map')).scrollIntoView()`,
  );
}

async function memory(session: CDPSession): Promise<{heap: number; nodes: number}> {
  await session.send('HeapProfiler.enable');
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
  const {usedSize, backingStorageSize} = await session.send('Runtime.getHeapUsage');
  const {nodes} = await session.send('Memory.getDOMCounters');
  return {heap: usedSize + backingStorageSize, nodes};
}
