import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {chromium, chromiumArgs} from '@local-widgets/dev/src/browsers/chromium.js';
import {root} from '@local-widgets/dev/src/root.js';
import {listener, type Handler} from '@local-widgets/dev/src/serve/handler.js';
import {listen} from '@local-widgets/dev/src/serve/listen.js';
import type {Answer} from '@local-widgets/dev/src/serve/send.js';
import {serveFolder} from '@local-widgets/dev/src/serve/static-files.js';
import {launch, type Browser} from 'puppeteer-core';
import {buildElsewhere, packAll, type Archives} from '../src/packed.js';

/** What a page shows, and what it complained about. */
interface Seen {
  readonly shops: string[];
  readonly events: string[];
  readonly complaints: string[];
}

/**
 * People who have never seen this repository: what they install is what `npm publish` would send, in folders
 * of their own.
 */
describe('a newcomer', {timeout: 900_000}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-widgets-newcomer-'));
  let archives: Archives = {};
  let browser: Browser | undefined;
  let missing: string | undefined;

  before(async () => {
    archives = await packAll(join(folder, 'archives'));
    const found = await chromium.find();
    missing = found.missing;
    if (found.path !== undefined) {
      browser = await launch({executablePath: found.path, args: chromiumArgs()});
    }
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, {recursive: true, force: true});
  });

  /** Opens a folder as a site under a strict policy, and waits for a shop and, if asked, an event. */
  async function visit(site: string, {events}: {events: boolean}): Promise<Seen> {
    const {server, origin} = await listen(
      listener([noIcon, serveFolder('/', site, withPolicy)]),
      0,
    );
    const page = await browser!.newPage();
    const complaints: string[] = [];
    page.on('console', message => {
      // base maps of others cannot be reached from everywhere
      const isOurs = message.location().url?.startsWith(origin) ?? true;
      if (isOurs && ['error', 'warn'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', error => complaints.push(String(error)));
    try {
      await page.goto(`${origin}/`);
      const texts = (tag: string, selector: string) =>
        page.evaluate(
          (tag, selector) =>
            [...(document.querySelector(tag)?.shadowRoot?.querySelectorAll(selector) ?? [])].map(
              ({textContent}) => textContent.trim(),
            ),
          tag,
          selector,
        );
      const shown = async (tag: string, selector: string): Promise<string[]> => {
        await page.waitForFunction(
          (tag, selector) => document.querySelector(tag)?.shadowRoot?.querySelector(selector),
          {timeout: 60_000},
          tag,
          selector,
        );
        return texts(tag, selector);
      };
      return {
        shops: await shown('local-shops-map', '.row .name'),
        events: events ? await shown('local-event-calendar', '.event .name') : [],
        complaints,
      };
    } finally {
      await page.close();
      server.close();
    }
  }

  /** Frameworks have Trusted Types policies of their own, which are theirs to name. */
  const withPolicy = (answer: Answer): Answer => ({
    ...answer,
    policy: {csp: true, trustedTypes: 'off'},
  });
  const noIcon: Handler = (_request, response, {pathname}) => {
    if (pathname !== '/favicon.ico') return false;
    response.writeHead(204).end();
    return true;
  };

  it('copies the script tag from its README into a page', async test => {
    if (!browser) {
      test.skip(missing);
      return;
    }
    const unpacked = join(folder, 'embed');
    const site = join(folder, 'page');
    mkdirSync(unpacked);
    execFileSync('tar', ['-xzf', archives['@local-widgets/embed']!, '-C', unpacked]);
    cpSync(join(unpacked, 'package/dist/cdn'), join(site, 'local-widgets'), {recursive: true});
    cpSync(join(root, 'examples/frameworks/data/shops.geojson'), join(site, 'shops.geojson'));
    const readme = readFileSync(join(unpacked, 'package/README.md'), 'utf8');
    const [, written = ''] = /```html\n(.*?)```/s.exec(readme) ?? [];
    assert.match(written, /<script type="module"/);
    writeFileSync(
      join(site, 'index.html'),
      `<!doctype html><html lang="fr"><title>x</title>${written}`,
    );
    const {shops, complaints} = await visit(site, {events: false});
    assert.ok(shops.includes('Boulangerie Martin'), shops.join());
    assert.deepEqual(complaints, []);
  });

  for (const [example, name] of [
    ['react', 'React, with Vite'],
    ['vue', 'Vue, with Vite'],
  ] as const) {
    it(`builds an application of ${name}`, async test => {
      if (!browser) {
        test.skip(missing);
        return;
      }
      const built = await buildElsewhere(example, {folder, archives});
      const {shops, events, complaints} = await visit(join(built, 'dist'), {events: true});
      assert.ok(
        shops.some(text => text.includes('Boulangerie Martin')),
        shops.join(),
      );
      assert.ok(events.length > 0);
      assert.deepEqual(complaints, []);
    });
  }

  it('writes a page on a server of plain Node, complete before any script', async () => {
    const built = await buildElsewhere('ssr', {folder, archives});
    const html = readFileSync(join(built, 'index.html'), 'utf8');
    assert.match(html, /Boulangerie Martin/);
    assert.match(html, /<local-event-calendar[^>]*>.*<(?:time|li)\b/s);
  });
});
