import {fileURLToPath} from 'node:url';
import {existsSync} from 'node:fs';
import {launch, type Browser, type Page} from 'puppeteer-core';
import {chromium, chromiumArgs} from '../../../dev/src/browsers/chromium.js';
import type {Found} from '../../../dev/src/browsers/engines.js';
import {isPackagedChromium} from '../../../dev/src/browsers/packaged-chromium.js';
import {root} from '../../../dev/src/root.js';
import {listener} from '../../../dev/src/serve/handler.js';
import {listen} from '../../../dev/src/serve/listen.js';
import {startTownHub} from '../../../dev/src/start/town-hub.js';
import {testPages} from '../../../dev/src/testing/pages.js';
import {testFeeds} from '../../../dev/src/testing/feeds.js';
import {tiles} from '../../../dev/src/testing/tiles.js';
import {writtenPage} from '../../../dev/src/testing/written-page.js';
import {bundleInPage} from './bundle-in-page.js';

/** When it is in the town, at its hub as in its pages: a Tuesday, nine in the morning in France. */
const START = Date.parse('2026-11-24T08:00:00Z');

/** The example town's data, a real hub that never says "too many", and a browser. */
export interface WorkTown {
  readonly browser: Browser;
  readonly hub: string;
  /** A page of its own in which nothing is but our script tag and `in-page/main.ts`. */
  open(): Promise<Page>;
  close(): Promise<void>;
}

/** Why there is nothing to look at, as a sentence; undefined where there is all it takes. */
export async function withoutWork(find = anyChromium): Promise<string | undefined> {
  if (!existsSync(`${root}/packages/embed/dist/cdn/local-widgets.js`))
    return 'The built files are not there: run "npm run build" first.';
  return (await find()).missing;
}

const anyChromium = async (): Promise<Found> => chromium.find();

export async function openWorkTown(find = anyChromium): Promise<WorkTown> {
  const {path, missing} = await find();
  if (path === undefined) throw new Error(missing);
  const {server, origin} = await listen(
    listener([tiles, testFeeds, writtenPage, ...testPages()]),
    0,
  );
  const ahead = START - Date.now();
  const hub = await startTownHub({
    port: 0,
    shops: `${root}/examples/town/hub`,
    town: origin,
    clock: {now: () => new Date(Date.now() + ahead)},
    config: fileURLToPath(new URL('patient-hub.json', import.meta.url)),
  });
  const browser = await launch({
    executablePath: path,
    headless: isPackagedChromium(path) ? 'shell' : true,
    args: chromiumArgs(),
    defaultViewport: {width: 1200, height: 900},
  });
  const watch = await bundleInPage('watch');
  const main = await bundleInPage('main');
  return {
    browser,
    hub: hub.address,
    async open() {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.evaluateOnNewDocument(movedClock(ahead));
      await page.evaluateOnNewDocument(watch);
      await page.goto(`${origin}/__page/written/?html=${encodeURIComponent(PAGE)}`);
      await page.evaluate(main);
      return page;
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
      await hub.stop();
    },
  };
}

const PAGE = `<main id="box"></main>
  <script type="module" src="/__page/town/local-widgets/local-widgets.js"></script>`;

/** The page has the hub's day. */
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
