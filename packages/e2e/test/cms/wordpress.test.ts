import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {PLUGINS, sourcesOf} from '../../../dev/src/cms/plugins.js';
import {zip} from '../../../dev/src/cms/zip.js';
import {
  axeFaults,
  editorOf,
  fieldOf,
  openBrowser,
  picture,
  shows,
  visit,
} from '../../src/cms/browser.js';
import {agenda, places, samples, type Sample} from '../../src/cms/samples.js';
import {WordPress} from '../../src/cms/wordpress.js';
import {withoutWordpress} from '../../src/cms/wordpress-files.js';

const EVENT = 'Concert de l’école “d’été”';

describe('the plugin for WordPress', {skip: withoutWordpress, timeout: 600_000}, () => {
  let site: WordPress;
  let browser: Browser;
  let all: Sample[];

  before(async () => {
    site = await WordPress.install();
    site.addPlugin(
      zip(PLUGINS['wordpress/local-widgets.zip']!(sourcesOf())),
      'local-widgets/local-widgets.php',
    );
    all = samples({
      places: site.upload('commerces.geojson', places()),
      agenda: site.upload('agenda.ics', agenda(EVENT)),
    });
    await site.serve();
    browser = await openBrowser();
  });

  after(async () => {
    await browser.close();
    await site.remove();
  });

  /** Looks at a published page as a visitor does. */
  async function look(content: string, sample: Sample): Promise<void> {
    const tag = `local-${sample.name}`;
    const text = `<!-- wp:heading --><h2>Chez nous</h2><!-- /wp:heading -->\n\n${content}`;
    const {page, troubles, requests} = await visit(browser, site.publish(sample.name, text));
    await shows(page, tag, sample.text);
    for (const [name, value] of Object.entries(sample.values)) {
      const found = await page.$eval(tag, (element, key) => element.getAttribute(key), name);
      assert.equal(found, value === true ? '' : value, name);
    }
    assert.ok(await page.$(`${tag} > a[href]`), 'a link for people without JavaScript');
    assert.deepEqual(await axeFaults(page, tag), []);
    assert.deepEqual(troubles, []);
    const elsewhere = requests.filter(one => !one.startsWith(site.address) && /^http/.test(one));
    assert.deepEqual(elsewhere, [], 'nothing comes from elsewhere');
    assert.equal(site.log(), '');
    await picture(page, sample.name);
    await page.close();
  }

  for (const name of ['shops-map', 'event-calendar', 'collect-button', 'chat']) {
    const sampleOf = () => all.find(one => one.name === name)!;

    it(`shows the block ${name}`, async () => {
      const {values} = sampleOf();
      await look(`<!-- wp:local-widgets/${name} ${JSON.stringify(values)} /-->`, sampleOf());
    });

    it(`shows the shortcode for ${name}`, async () => {
      const words = Object.entries(sampleOf().values).map(([key, value]) =>
        value === true ? key : `${key}="${value}"`,
      );
      const code = `[local_${name.replaceAll('-', '_')} ${words.join(' ')}]`;
      await look(`<!-- wp:shortcode -->\n${code}\n<!-- /wp:shortcode -->`, sampleOf());
    });
  }

  it('loads no script on a page without a widget', async () => {
    const {page, requests} = await visit(browser, site.publish('Rien', '<p>Bonjour</p>'));
    assert.deepEqual(
      requests.filter(one => one.includes('local-widgets')),
      [],
    );
    await page.close();
  });

  it('offers the block in the editor, shows it there and keeps what is set', async () => {
    const {page, troubles} = await visit(browser, `${site.address}/wp-login.php`);
    await page.type('#user_login', 'admin');
    await page.type('#user_pass', 'admin');
    await Promise.all([page.waitForNavigation(), page.click('#wp-submit')]);
    await page.goto(`${site.address}/wp-admin/post-new.php?post_type=page`, {waitUntil: 'load'});
    const canvas = await editorOf(page);
    await page.evaluate(() => {
      const {wp} = globalThis as unknown as {wp: Editor};
      wp.data.dispatch('core/editor').editPost({title: 'Nos commerces'});
      const block = wp.blocks.createBlock('local-widgets/shops-map', {tiles: 'none'});
      wp.data.dispatch('core/block-editor').insertBlock(block);
    });
    await canvas.waitForSelector('.components-placeholder');
    await picture(page, 'editor-empty');
    await (await fieldOf(page, 'Liste des lieux')).type(all[0]!.values['src'] as string);
    await shows(canvas, 'local-shops-map', 'Boulangerie Lecourbe');
    await (await fieldOf(page, 'Centre')).type('0.5247,48.4086');
    await (await fieldOf(page, 'Rayon (km)')).type('15');
    await (await fieldOf(page, 'Disposition')).select('list');
    await (await fieldOf(page, 'Catégories')).type('Boulangerie');
    await page.keyboard.press('Enter');
    await canvas.waitForSelector('local-shops-map[layout="list"][radius-km="15"][categories]');
    await picture(page, 'editor');
    const address = await page.evaluate(async () => {
      const {wp} = globalThis as unknown as {wp: Editor};
      wp.data.dispatch('core/editor').editPost({status: 'publish'});
      await wp.data.dispatch('core/editor').savePost();
      return wp.data.select('core/editor').getPermalink();
    });
    assert.deepEqual(troubles, []);
    await page.close();

    const view = await visit(browser, address);
    await shows(view.page, 'local-shops-map', 'Boulangerie Lecourbe');
    const html = await view.page.$eval('local-shops-map', one => {
      const copy = one.cloneNode() as Element;
      return copy.outerHTML;
    });
    assert.equal(html, '?');
    await view.page.close();
  });
});

interface Editor {
  blocks: {createBlock(name: string, values: object): object};
  data: {
    dispatch(store: string): {
      editPost(values: object): void;
      insertBlock(block: object): void;
      savePost(): Promise<void>;
    };
    select(store: string): {getPermalink(): string; getEditedPostContent(): string};
  };
}
