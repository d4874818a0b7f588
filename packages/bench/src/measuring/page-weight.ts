import type {CDPSession, Page} from 'puppeteer-core';

/** Paths of the scripts and styles that a page has asked for, but for the one that measures ours. */
export function filesOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({name}) => new URL(name).pathname)
      .filter(path => /\.(m?js|css)$/.test(path) && path !== '/ours.js'),
  );
}

/** Megabytes that a page's scripts hold once garbage is collected: in the heap, and in buffers outside of it. */
export async function memoryOf(session: CDPSession): Promise<{heap: number; buffers: number}> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const {usedSize, backingStorageSize} = await session.send('Runtime.getHeapUsage');
  return {heap: usedSize / 1e6, buffers: backingStorageSize / 1e6};
}
