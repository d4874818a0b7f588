import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {attributesOf, axeFaults, picture, shows, visit} from '../../src/cms/browser.js';
import {fieldOf, insertBlock, openEditor, publish, signIn} from '../../src/cms/editor.js';
import {openSite, type Site} from '../../src/cms/site.js';
import {withoutWordpress} from '../../src/cms/wordpress-files.js';

/** Never asked for: the page has a list alone. */
const TILES = 'https://tuiles.example/{z}/{x}/{y}.png';

describe('the plugin for WordPress', {skip: withoutWordpress, timeout: 600_000}, () => {
  let all: Site;

  before(async () => {
    all = await openSite();
  });
  after(() => all.close());

  const sampleOf = (name: string) => all.samples.find(one => one.name === name)!;

  /** Looks at a published page as a visitor does. */
  async function look(name: string, content: string): Promise<void> {
    const {site, browser} = all;
    const {text, values} = sampleOf(name);
    const tag = `local-${name}`;
    const body = `<!-- wp:heading --><h2>Chez nous</h2><!-- /wp:heading -->\n\n${content}`;
    const {page, troubles, requests} = await visit(browser, site.publish(name, body));
    await shows(page, tag, text);
    const found = await attributesOf(page, tag);
    for (const [attribute, value] of Object.entries(values)) {
      assert.equal(found[attribute], value === true ? '' : value, attribute);
    }
    assert.ok(await page.$(`${tag} > a[href]`), 'a link for people without JavaScript');
    assert.deepEqual(await axeFaults(page, tag), []);
    assert.deepEqual(troubles, []);
    const elsewhere = requests.filter(one => /^http/.test(one) && !one.startsWith(site.address));
    assert.deepEqual(elsewhere, [], 'nothing comes from elsewhere');
    assert.equal(site.log(), '');
    await picture(page, name);
    await page.close();
  }

  for (const name of ['shops-map', 'event-calendar', 'collect-button', 'chat']) {
    it(`shows the block ${name}`, async () => {
      const values = JSON.stringify(sampleOf(name).values);
      await look(name, `<!-- wp:local-widgets/${name} ${values} /-->`);
    });

    it(`shows the shortcode for ${name}`, async () => {
      const words = Object.entries(sampleOf(name).values).map(([key, value]) =>
        value === true ? key : `${key}="${value}"`,
      );
      const code = `[local_${name.replaceAll('-', '_')} ${words.join(' ')}]`;
      await look(name, `<!-- wp:shortcode -->\n${code}\n<!-- /wp:shortcode -->`);
    });
  }

  it('loads no script on a page without a widget', async () => {
    const {page, requests} = await visit(all.browser, all.site.publish('Rien', '<p>Bonjour</p>'));
    assert.deepEqual(
      requests.filter(one => one.includes('local-widgets')),
      [],
    );
    await page.close();
  });

  it('offers the block in the editor, shows it there and keeps what is set', async () => {
    const {browser, site} = all;
    const {page, troubles} = await visit(browser, `${site.address}/wp-login.php`);
    await signIn(page);
    const canvas = await openEditor(page);
    await insertBlock(page, 'local-widgets/shops-map', {tiles: 'none'});
    await canvas.waitForSelector('.components-placeholder');
    const src = sampleOf('shops-map').values['src'] as string;
    await (await fieldOf(page, 'Liste des lieux')).type(src);
    await shows(canvas, 'local-shops-map', 'Boulangerie Lecourbe');
    await (await fieldOf(page, 'Centre')).type('0.5247,48.4086');
    await (await fieldOf(page, 'Rayon (km)')).type('15');
    await (await fieldOf(page, 'Disposition')).select('list');
    await (await fieldOf(page, 'Fond de carte')).select('!other');
    await (await fieldOf(page, 'Fond de carte : Autre valeur')).type(TILES);
    await (await fieldOf(page, 'Catégories')).type('Boulangerie');
    await page.keyboard.press('Enter');
    await canvas.waitForSelector('local-shops-map[layout="list"][radius-km="15"][categories]');
    await picture(page, 'editor');
    const address = await publish(page, 'Nos commerces');
    assert.deepEqual(troubles, []);
    await page.close();

    const view = await visit(browser, address);
    await shows(view.page, 'local-shops-map', 'Boulangerie Lecourbe');
    assert.deepEqual(await attributesOf(view.page, 'local-shops-map'), {
      src,
      center: '0.5247,48.4086',
      'radius-km': '15',
      categories: 'bakery',
      layout: 'list',
      tiles: TILES,
    });
    assert.deepEqual(view.troubles, []);
    assert.equal(site.log(), '');
    await view.page.close();
  });

  it('shows each block in the editor as visitors will see it', async () => {
    const {page, troubles} = await visit(all.browser, `${all.site.address}/wp-login.php`);
    await signIn(page);
    const canvas = await openEditor(page);
    for (const {name, values, text} of all.samples) {
      await insertBlock(page, `local-widgets/${name}`, values);
      await shows(canvas, `local-${name}`, text);
    }
    assert.deepEqual(troubles, []);
    await page.close();
  });
});
