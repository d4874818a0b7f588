import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {sourcesOf} from '../../../dev/src/cms/plugins.js';
import {attributesOf, picture, shows, visit} from '../../src/cms/browser.js';
import {fieldOf, signIn} from '../../src/cms/editor.js';
import {everyValue, FORMS, HUB, OWN} from '../../src/cms/forms.js';
import {openSite, PLUGIN, type Site} from '../../src/cms/site.js';
import {withoutWordpress} from '../../src/cms/wordpress-files.js';

const NAMES = ['shops-map', 'event-calendar', 'collect-button', 'chat'];
const textOf = (page: Page) => page.$eval('body', body => body.textContent);
const text = (value: string) => `base64_decode('${Buffer.from(value).toString('base64')}')`;

describe('WordPress and what authors write', {skip: withoutWordpress, timeout: 600_000}, () => {
  let all: Site;

  before(async () => {
    all = await openSite();
  });
  after(() => all.close());

  /** Publishes as somebody whose HTML is filtered. */
  function publishAsAuthor(content: string): string {
    const id = all.site.run(`
      $author = get_user_by('login', 'author') ?: get_user_by('id', wp_insert_user([
        'user_login' => 'author', 'user_pass' => 'author', 'role' => 'author']));
      wp_set_current_user($author->ID);
      if (current_user_can('unfiltered_html')) return null;
      return wp_insert_post(wp_slash(['post_type' => 'post', 'post_status' => 'publish',
        'post_title' => 'Article', 'post_content' => ${text(content)}]));`);
    assert.equal(typeof id, 'number');
    return `${all.site.address}/?p=${String(id)}`;
  }

  for (const [form, write] of Object.entries(FORMS)) {
    for (const name of NAMES) {
      it(`keeps every attribute of ${name} as ${form}`, async () => {
        const widget = sourcesOf().json.widgets.find(one => one.name === name)!;
        const values = everyValue(widget);
        const {page} = await visit(all.browser, publishAsAuthor(write(name, values)));
        const found = Object.entries(await attributesOf(page, `local-${name}`)).filter(
          ([key]) => !OWN.includes(key),
        );
        const expected = Object.entries(values).map(([key, value]) => [
          key,
          value === true ? '' : value,
        ]);
        if (form === 'link') expected.push(['hub', HUB]);
        assert.deepEqual(Object.fromEntries(found), Object.fromEntries(expected));
        await page.close();
      });
    }

    it(`a list of places written as ${form} lives`, async () => {
      const {values, text: shown} = all.samples[0]!;
      const {page, troubles} = await visit(
        all.browser,
        publishAsAuthor(write('shops-map', values)),
      );
      await shows(page, 'local-shops-map', shown);
      assert.deepEqual(troubles, []);
      await page.close();
    });
  }

  it('still drops what is dangerous', () => {
    const html =
      '<local-chat onclick="alert(1)" style="x" phone="1"><script>a</script></local-chat>';
    const kept = all.site.run(`return wp_kses_post(${text(html)});`);
    assert.equal(kept, '<local-chat phone="1">a</local-chat>');
  });

  it('gives widgets the hub of the settings, unless they name another', () => {
    const rendered = all.site.run(`
      update_option('local_widgets_hub', 'https://hub.example/');
      $saved = get_option('local_widgets_hub');
      update_option('local_widgets_hub', 'javascript:alert(1)');
      return [$saved, get_option('local_widgets_hub'),
        do_shortcode('[local_chat shop="mairie"]'),
        do_shortcode('[local_chat hub="https://other.example" shop="mairie"]'),
        do_shortcode('[local_shops_map src="a.csv"]')];`) as string[];
    assert.equal(rendered[0], 'https://hub.example');
    assert.equal(rendered[1], 'https://hub.example');
    assert.match(rendered[2]!, /^<local-chat hub="https:\/\/hub\.example" shop="mairie">/);
    assert.match(rendered[3]!, /^<local-chat hub="https:\/\/other\.example" shop="mairie">/);
    assert.doesNotMatch(rendered[4]!, /hub/);
  });

  it('shows its settings, and offers a text for the privacy page', async () => {
    const {address} = all.site;
    const {page, troubles} = await visit(all.browser, `${address}/wp-login.php`);
    await signIn(page);
    await page.goto(`${address}/wp-admin/options-general.php?page=local-widgets`);
    assert.match(await textOf(page), /\[local_shops_map src="/);
    const field = await fieldOf(page, 'Adresse du serveur');
    await field.evaluate(one => {
      (one as HTMLInputElement).value = '';
    });
    await field.type('https://commune.example/');
    await picture(page, 'settings');
    await Promise.all([page.waitForNavigation(), page.click('#submit')]);
    const saved = await (
      await fieldOf(page, 'Adresse du serveur')
    ).evaluate(one => (one as HTMLInputElement).value);
    assert.equal(saved, 'https://commune.example');
    await page.goto(`${address}/wp-admin/options-privacy.php?tab=policyguide`);
    const guide = await textOf(page);
    for (const {label} of sourcesOf().json.widgets) assert.ok(guide.includes(label.fr), label.fr);
    assert.deepEqual(troubles, []);
    await page.close();
  });

  it('takes GeoJSON into the media library, but no page by that name', () => {
    const types = all.site.run(`
      require_once ABSPATH . 'wp-admin/includes/admin.php';
      $try = function ($text) {
        $file = wp_tempnam();
        file_put_contents($file, $text);
        return wp_check_filetype_and_ext($file, 'a.geojson')['type'];
      };
      return [$try('{"type":"FeatureCollection","features":[]}'), $try('<script>alert(1)</script>'),
        $try('"<script>"')];`);
    assert.deepEqual(types, ['application/geo+json', false, false]);
  });

  it('brings a shortcode to life in a theme of the old kind, whose head is sent before the text', async () => {
    const {site, browser, samples} = all;
    const theme = `${site.folder}/wp-content/themes/old`;
    mkdirSync(theme);
    writeFileSync(`${theme}/style.css`, '/* Theme Name: Old */');
    writeFileSync(
      `${theme}/index.php`,
      `<!doctype html><html <?php language_attributes(); ?>><head><title>x</title><?php wp_head(); ?></head><body>
      <?php while (have_posts()) { the_post(); the_content(); } wp_footer(); ?></body></html>`,
    );
    const content = `Nos commerces\n\n[local_shops_map src="${String(samples[0]!.values['src'])}" tiles="none"]\n\nÀ bientôt`;
    const address = site.publish('Ancien', content);
    site.run(`switch_theme('old'); return get_stylesheet();`);
    const {page, troubles} = await visit(browser, address);
    await shows(page, 'local-shops-map', samples[0]!.text);
    assert.equal(await page.$('p > local-shops-map'), null, 'no paragraph around it');
    assert.deepEqual(troubles, []);
    await page.close();
  });

  it('leaves nothing behind', () => {
    const left = all.site.run(`
      require_once ABSPATH . 'wp-admin/includes/admin.php';
      update_option('local_widgets_hub', 'https://hub.example');
      deactivate_plugins('${PLUGIN}');
      delete_plugins(['${PLUGIN}']);
      global $wpdb;
      return [$wpdb->get_col("SELECT option_name FROM wp_options WHERE option_name LIKE 'local%'"),
        file_exists(WP_PLUGIN_DIR . '/local-widgets')];`);
    assert.deepEqual(left, [[], false]);
    assert.equal(all.site.log(), '');
  });
});
