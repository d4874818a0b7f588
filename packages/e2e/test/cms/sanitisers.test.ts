import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, describe, it} from 'node:test';
import type DOMPurify from 'dompurify';
import type {Browser} from 'puppeteer-core';
import {chromium} from '../../../dev/src/browsers/chromium.js';
import {sourcesOf} from '../../../dev/src/cms/plugins.js';
import {attributesOf, openBrowser, visit} from '../../src/cms/browser.js';
import {everyValue, FORMS, HUB, OWN} from '../../src/cms/forms.js';
import {pageServer, type PageServer} from '../../src/cms/page-server.js';

const {missing} = await chromium.find();
const {widgets} = sourcesOf().json;
const library = createRequire(import.meta.url).resolve('dompurify/dist/purify.min.js');

describe('what goes through DOMPurify as it comes', {skip: missing ?? false}, () => {
  let server: PageServer;
  let browser: Browser;

  before(async () => {
    server = await pageServer();
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  async function purify(html: string): Promise<string> {
    server.show('');
    const {page} = await visit(browser, server.address);
    await page.evaluate(readFileSync(library, 'utf8'));
    const clean = await page.evaluate(
      text => (globalThis as unknown as {DOMPurify: typeof DOMPurify}).DOMPurify.sanitize(text),
      html,
    );
    await page.close();
    return clean;
  }

  for (const form of ['div', 'link']) {
    for (const widget of widgets) {
      it(`becomes ${widget.name} with every attribute, written as ${form}`, async () => {
        const values = everyValue(widget);
        server.show(await purify(FORMS[form]!(widget.name, values)));
        const {page} = await visit(browser, server.address);
        const found = Object.entries(await attributesOf(page, widget.tag));
        const expected = Object.entries(values).map(([name, value]) => [
          name,
          value === true ? '' : value,
        ]);
        if (form === 'link') expected.push(['hub', HUB]);
        assert.deepEqual(
          Object.fromEntries(found.filter(([name]) => !OWN.includes(name))),
          Object.fromEntries(expected),
        );
        await page.close();
      });
    }
  }

  it('is only its link, written as an element', async () => {
    const html = FORMS['element']!('shops-map', {src: 'a.csv'});
    assert.equal(await purify(html), '<a href="/liste">La liste</a>');
  });
});
