import type {CDPSession, Page} from 'puppeteer-core';
import {drift} from './drift.js';
import type {Pending, Working} from './in-page/watch.js';

/** What is alive in a page after a collection: whole numbers, of which each must be the same after any round. */
export interface LeftBehind extends Pending {
  readonly documents: number;
  readonly nodes: number;
  /** Of all targets, as the browser counts them. */
  readonly listeners: number;
  /** Listeners of what every page has one of, by target and event. */
  readonly onPage: Readonly<Record<string, number>>;
  /** Nodes outside of the document that something still holds, by name; templates hold theirs for all elements. */
  readonly detached: Readonly<Record<string, number>>;
  readonly working: Working;
  /** Objects of classes that hold others, by class. */
  readonly objects: Readonly<Record<string, number>>;
  /** Bytes of JavaScript heap in use. */
  readonly heap: number;
}

/** Of what a page has one of, and a widget may listen to. */
const TARGETS = [
  'window',
  'document',
  'document.documentElement',
  'document.head',
  'document.body',
  'visualViewport',
  'screen.orientation',
  'history',
  'navigator.connection',
  'navigator.serviceWorker',
  'navigator.permissions',
  'document.fonts',
];

const CLASSES = [
  'AbortController',
  'AbortSignal',
  'MessagePort',
  'MediaQueryList',
  'ReadableStreamDefaultReader',
  'Animation',
];

/** Looks, and looks again: some of what is free is freed late, what is held is held for ever. */
const LOOKS = 10;

/** What is left once two looks in a row have found the same. */
export async function leftBehind(page: Page, session: CDPSession): Promise<LeftBehind> {
  let found = await look(page, session);
  for (let time = 1; time < LOOKS; time++) {
    const again = await look(page, session);
    if (drift(found, again).length === 0) return again;
    found = again;
  }
  return found;
}

async function look(page: Page, session: CDPSession): Promise<LeftBehind> {
  await collect(page, session);
  const {documents, nodes, jsEventListeners} = await session.send('Memory.getDOMCounters');
  const {usedSize} = await session.send('Runtime.getHeapUsage');
  const onPage: Record<string, number> = {};
  for (const target of TARGETS) Object.assign(onPage, await listenersOf(session, target));
  const objects: Record<string, number> = {};
  for (const name of CLASSES) objects[name] = await countOf(page, name);
  return {
    ...(await page.evaluate(() => window.pending())),
    working: await page.evaluate(() => window.working()),
    documents,
    nodes,
    listeners: jsEventListeners,
    onPage,
    detached: await detachedIn(page),
    objects,
    heap: usedSize,
  };
}

/** Three times, after the browser had time for a frame: what finalizers free goes with the next. */
async function collect(page: Page, session: CDPSession): Promise<void> {
  await session.send('HeapProfiler.enable');
  for (let time = 0; time < 3; time++) {
    await page.evaluate(() => window.pause(20));
    await session.send('HeapProfiler.collectGarbage');
  }
}

async function listenersOf(session: CDPSession, target: string): Promise<Record<string, number>> {
  const {result} = await session.send('Runtime.evaluate', {expression: `globalThis.${target}`});
  if (result.objectId === undefined) return {};
  const {objectId} = result;
  const {listeners} = await session.send('DOMDebugger.getEventListeners', {objectId});
  await session.send('Runtime.releaseObject', {objectId});
  const counts: Record<string, number> = {};
  for (const {type} of listeners)
    counts[`${target} ${type}`] = (counts[`${target} ${type}`] ?? 0) + 1;
  return counts;
}

async function countOf(page: Page, name: string): Promise<number> {
  const prototype = await page.evaluateHandle(
    name => (globalThis as unknown as Record<string, {prototype: object}>)[name]!.prototype,
    name,
  );
  const found = await page.queryObjects(prototype);
  const count = await found.evaluate(list => (list as {length: number}).length);
  await Promise.all([prototype.dispose(), found.dispose()]);
  return count;
}

async function detachedIn(page: Page): Promise<Record<string, number>> {
  const prototype = await page.evaluateHandle(() => Element.prototype);
  const found = await page.queryObjects(prototype);
  const counts = await found.evaluate(list => {
    const counts: Record<string, number> = {};
    for (const node of list) {
      // prototypes of elements are among them, and have no name
      if (Object.hasOwn(node, 'constructor') || node.isConnected) continue;
      if (node.localName === 'template' || node.ownerDocument !== document) continue;
      counts[node.localName] = (counts[node.localName] ?? 0) + 1;
    }
    return counts;
  });
  await Promise.all([prototype.dispose(), found.dispose()]);
  return counts;
}
