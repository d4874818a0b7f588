import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {AxeResults} from 'axe-core';
import {launch, type Browser, type Page} from 'puppeteer-core';
import {chromium, chromiumArgs} from '../../../dev/src/browsers/chromium.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function openBrowser(): Promise<Browser> {
  const {path, missing} = await chromium.find();
  if (path === undefined) throw new Error(missing);
  return await launch({
    executablePath: path,
    args: chromiumArgs(),
    defaultViewport: {width: 1280, height: 900},
  });
}

/** A page, with all that its console says of trouble and all that it asked for. */
export interface Visit {
  readonly page: Page;
  readonly troubles: readonly string[];
  readonly requests: readonly string[];
}

export async function visit(browser: Browser, address: string): Promise<Visit> {
  const page = await browser.newPage();
  const troubles: string[] = [];
  const requests: string[] = [];
  page.on('console', message => {
    // the address that was asked for tells more than this
    const isLoad = message.text().startsWith('Failed to load resource');
    if (['error', 'warn'].includes(message.type()) && !isLoad) troubles.push(message.text());
  });
  page.on('response', response => {
    if (response.status() >= 400 && !response.url().endsWith('/favicon.ico'))
      troubles.push(`${response.status()} ${response.url()}`);
  });
  // WordPress' own administration shows pictures from elsewhere, and draws its frame anew
  page.on('requestfailed', request => {
    const isOwn = request.url().startsWith(new URL(address).origin);
    const isLeft = request.failure()?.errorText === 'net::ERR_ABORTED';
    if (isOwn && !isLeft) troubles.push(`no ${request.url()}`);
  });
  await page.goto(address, {waitUntil: 'load'});
  return {page, troubles, requests};
}

/** Waits until an element of ours shows a text to people. */
export async function shows(
  page: Pick<Page, 'waitForFunction'>,
  tag: string,
  text: string,
): Promise<void> {
  try {
    await page.waitForFunction(
      (name: string, words: string) =>
        [...document.querySelectorAll(name)].some(element => {
          const {shadowRoot} = element;
          return (
            element.getClientRects().length > 0 &&
            [...(shadowRoot?.querySelectorAll('*') ?? [])].some(
              one => one.getClientRects().length > 0 && one.textContent.includes(words),
            )
          );
        }),
      {timeout: 60_000},
      tag,
      text,
    );
  } catch (error) {
    throw new Error(`<${tag}> never showed "${text}".`, {cause: error});
  }
}

/** What axe finds wrong in elements of ours, one line each. */
export async function axeFaults(page: Page, tag: string): Promise<string[]> {
  await page.evaluate(axe);
  const {violations} = await page.evaluate(
    async (selector: string) =>
      await (
        globalThis as unknown as {axe: {run(context: object, options: object): Promise<AxeResults>}}
      ).axe.run({include: [[selector]]}, {resultTypes: ['violations']}),
    tag,
  );
  return violations.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary = ''}) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** Keeps a picture of the page in the folder that CMS_PICTURES names, for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['CMS_PICTURES'];
  if (folder) await page.screenshot({path: `${folder}/${name}.png`});
}

/** The attributes of the first element with this tag, once it is there. */
export async function attributesOf(page: Page, tag: string): Promise<Record<string, string>> {
  const element = await page.waitForSelector(tag);
  return await element!.evaluate(one =>
    Object.fromEntries([...one.attributes].map(({name, value}) => [name, value])),
  );
}
