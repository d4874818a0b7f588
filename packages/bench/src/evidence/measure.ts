import {setTimeout as sleep} from 'node:timers/promises';
import type {Moment, WidgetFigures} from '@local-widgets/dev/src/evidence/figures.js';
import type {Browser, CDPSession, Page} from 'puppeteer-core';
import {compressedBytes} from '../measuring/compressed-bytes.js';
import type {Task} from './tasks.js';

/** Quiet for so long is at rest; and how long one looks whether it stays so. */
const QUIET = 1_500;
const MINUTE = 60_000;
/** What is never quiet is told of by its requests in the minute that follows. */
const PATIENCE = 15_000;

/** Opens a fresh page, waits, acts as a visitor does, and waits again. */
export async function measure(
  browser: Browser,
  origin: string,
  task: Task,
  ahead: number,
): Promise<WidgetFigures> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({width: 1200, height: 900});
  const session = await page.createCDPSession();
  const log = await watch(session, page);
  if (ahead !== 0) await page.evaluateOnNewDocument(movedClock(ahead));
  await page.goto(`${origin}${task.path}`);
  // what nobody sees is not drawn, and loads nothing
  await page.bringToFront();
  await page.waitForFunction(task.ready, {timeout: 60_000, polling: 100});
  await quiet(log);
  const loaded = await momentOf({page, session, log, origin});
  const afterLoad = await restFor(log);
  for (const step of task.steps) {
    await page.waitForFunction(step, {timeout: 30_000, polling: 100});
  }
  await quiet(log);
  const used = await momentOf({page, session, log, origin});
  const afterUse = await restFor(log);
  await context.close();
  return {
    widget: task.widget,
    loaded,
    used,
    restingRequests: {loaded: afterLoad, used: afterUse},
  };
}

interface Log {
  readonly asked: {readonly url: string; bytes: number}[];
  last: number;
}

async function watch(session: CDPSession, page: Page): Promise<Log> {
  const log: Log = {asked: [], last: Date.now()};
  const known = new Map<string, Log['asked'][number]>();
  await session.send('Network.enable');
  // time of the processor, not of the clock: other programs take theirs
  await session.send('Performance.enable', {timeDomain: 'threadTicks'});
  session.on('Network.requestWillBeSent', ({requestId, request, documentURL}) => {
    if (request.url === documentURL || request.url.startsWith('data:')) return;
    const entry = {url: request.url, bytes: 0};
    known.set(requestId, entry);
    log.asked.push(entry);
    log.last = Date.now();
  });
  session.on('Network.loadingFinished', ({requestId, encodedDataLength}) => {
    const entry = known.get(requestId);
    if (entry) entry.bytes = encodedDataLength;
  });
  await page.evaluateOnNewDocument(() => {
    const tasks: number[] = [];
    Object.assign(window, {longTasks: tasks});
    new PerformanceObserver(list => {
      tasks.push(...list.getEntries().map(({duration}) => duration));
    }).observe({type: 'longtask', buffered: true});
  });
  return log;
}

interface Watched {
  readonly page: Page;
  readonly session: CDPSession;
  readonly log: Log;
  readonly origin: string;
}

async function momentOf({page, session, log, origin}: Watched): Promise<Moment> {
  const {metrics} = await session.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find(one => one.name === name)?.value ?? 0;
  const isScript = (url: string): boolean => url.startsWith(origin) && url.endsWith('.js');
  const scripts = log.asked.filter(({url}) => isScript(url)).map(({url}) => new URL(url).pathname);
  const rest = log.asked.filter(({url}) => !isScript(url));
  const origins = log.asked.map(({url}) => new URL(url).origin);
  const left = await page.evaluate(async () => ({
    elements:
      document.querySelectorAll('*').length +
      [...document.querySelectorAll('*')].reduce(
        (sum, {shadowRoot}) => sum + (shadowRoot?.querySelectorAll('*').length ?? 0),
        0,
      ),
    longest: Math.max(0, ...(window as unknown as {longTasks: number[]}).longTasks),
    keys: [
      ...Object.keys(localStorage).map(key => `local ${key}`),
      ...Object.keys(sessionStorage).map(key => `session ${key}`),
      ...(await indexedDB.databases()).map(({name}) => `indexeddb ${name ?? ''}`),
      ...(await caches.keys()).map(name => `cache ${name}`),
    ],
  }));
  const {cookies} = await session.send('Network.getCookies');
  return {
    ...left,
    longest: Math.round(left.longest),
    requests: log.asked.length,
    others: [...new Set(origins)].filter(one => one !== origin).sort(),
    scriptBytes: await compressedBytes(origin)(scripts),
    dataBytes: rest.reduce((sum, {bytes}) => sum + bytes, 0),
    busy: Math.round(metric('TaskDuration') * 1000),
    // the server of the measurement has one of its own
    cookies: cookies.filter(({name}) => name !== 'test-hub').length,
  };
}

async function quiet(log: Log): Promise<void> {
  const begun = Date.now();
  while (Date.now() - log.last < QUIET && Date.now() - begun < PATIENCE) await sleep(100);
  await sleep(QUIET);
}

async function restFor(log: Log): Promise<number> {
  const before = log.asked.length;
  await sleep(MINUTE);
  return log.asked.length - before;
}

/**
 * The hub of the example town has a day of its own: the page has the same. Text, because what compiles this file adds to
 * functions what the page does not know.
 */
const movedClock = (ahead: number): string => `{
  const Real = Date;
  Date = class extends Real {
    constructor(...parts) {
      super(...(parts.length === 0 ? [Real.now() + ${ahead}] : parts));
    }
    static now() {
      return Real.now() + ${ahead};
    }
  };
}`;
