import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {chromium, chromiumArgs} from '@local-widgets/dev/src/browsers/chromium.js';
import {isPackagedChromium} from '@local-widgets/dev/src/browsers/packaged-chromium.js';
import {listener} from '@local-widgets/dev/src/serve/handler.js';
import {listen} from '@local-widgets/dev/src/serve/listen.js';
import {testHubs} from '@local-widgets/dev/src/testing/hub.js';
import {testPages} from '@local-widgets/dev/src/testing/pages.js';
import {tiles} from '@local-widgets/dev/src/testing/tiles.js';
import {launch, type Browser, type Page} from 'puppeteer-core';

const {path} = await chromium.find();
const SKIP =
  path === undefined
    ? 'there is no Chromium'
    : isPackagedChromium(path) && 'the headless shell from npm keeps no pages';

type Listening = Awaited<ReturnType<typeof listen>>;

/** A page notes of itself whether it is the one that was left. */
const NOTES = `addEventListener('pageshow', ({persisted}) => { window.isPersisted = persisted; });`;

describe('back from another page', {skip: SKIP}, () => {
  let town: Listening;
  let browser: Browser;
  let hub: string;
  let cookie: string;

  before(async () => {
    town = await listen(listener([tiles, ...testPages(), testHubs]), 0);
    const answer = await fetch(`${town.origin}/__hub/start?database=sqlite`, {method: 'POST'});
    ({hub} = (await answer.json()) as {hub: string});
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    browser = await launch({executablePath: path!, headless: true, args: chromiumArgs()});
  });
  after(async () => {
    await browser.close();
    await fetch(`${town.origin}/__hub/stop`, {method: 'POST', headers: {cookie}});
    town.server.closeAllConnections();
    town.server.close();
  });

  async function visit(address: string): Promise<Page> {
    const page = await (await browser.createBrowserContext()).newPage();
    await page.setViewport({width: 1200, height: 900});
    await page.evaluateOnNewDocument(NOTES);
    await page.goto(address);
    return page;
  }

  /** Whether the page that one comes back to is the one that was left, and if not, what kept the browser from it. */
  async function leaveAndComeBack(page: Page): Promise<string> {
    await page.goto(`${town.origin}/__page/town/favicon.svg`);
    await page.goBack();
    return page.evaluate(() => {
      if ((window as {isPersisted?: boolean}).isPersisted) return 'as it was left';
      const [entry] = performance.getEntriesByType('navigation');
      return JSON.stringify((entry as {notRestoredReasons?: unknown}).notRestoredReasons ?? 'anew');
    });
  }

  /** Of what is inside the first element of this name, an expression with `root`. */
  const inside = (page: Page, tag: string, expression: string): Promise<unknown> =>
    page.evaluate(`(root => ${expression})(document.querySelector('${tag}').shadowRoot)`);
  const until = (page: Page, tag: string, condition: string): Promise<unknown> =>
    page.waitForFunction(
      `(root => root && ${condition})(document.querySelector('${tag}')?.shadowRoot)`,
      {polling: 50},
    );
  const fill = (selector: string, text: string): string => `{
    const field = root.querySelector('${selector}');
    field.value = '${text}';
    field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  }`;
  const townPage = (): string => `${town.origin}/__page/town/?hub=${encodeURIComponent(hub)}`;

  it('a list is still filtered, and can be filtered anew', async () => {
    const page = await visit(townPage());
    const tag = 'local-shops-map';
    await page.evaluate(`document.querySelector('${tag}').scrollIntoView()`);
    await until(
      page,
      tag,
      `root.querySelectorAll('.row').length > 6 && root.querySelector('#search')`,
    );
    const all = await inside(page, tag, `root.querySelectorAll('.row').length`);
    await inside(page, tag, fill('#search', 'pain'));
    await until(page, tag, `root.querySelectorAll('.row').length < ${String(all)}`);

    assert.equal(await leaveAndComeBack(page), 'as it was left');

    assert.equal(await inside(page, tag, `root.querySelector('#search').value`), 'pain');
    await inside(page, tag, fill('#search', ''));
    await until(page, tag, `root.querySelectorAll('.row').length === ${String(all)}`);
  });

  it('a chat goes on: what is written then arrives, once', async () => {
    const page = await visit(townPage());
    const tag = 'local-chat';
    const say = async (text: string): Promise<void> => {
      await inside(page, tag, fill('#text', text));
      await inside(page, tag, `root.querySelector('.composer [type=submit]').click()`);
      await until(
        page,
        tag,
        `/^(Envoyé|Distribué)/.test([...root.querySelectorAll('.mark')].at(-1)?.textContent.trim())
          && root.querySelector('[part=log]').textContent.includes('${text}')`,
      );
    };
    await page.evaluate(`document.querySelector('${tag}').scrollIntoView()`);
    await until(page, tag, `root.querySelector('[part=launcher], #text')`);
    await inside(page, tag, `root.querySelector('[part=launcher]')?.click()`);
    await until(page, tag, `root.querySelector('#text')`);
    await say('Bonjour');

    assert.equal(await leaveAndComeBack(page), 'as it was left');

    await say('Me revoici');
    const said = `[...root.querySelectorAll('[part=log] .text')].map(each => each.textContent.trim())`;
    assert.deepEqual(await inside(page, tag, said), ['Bonjour', 'Me revoici']);
  });
});
