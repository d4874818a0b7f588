import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import type {Files} from '../../src/cms/files.js';
import {PLUGINS, sourcesOf} from '../../src/cms/plugins.js';
import {unzip} from '../../src/cms/unzip.js';
import {runPhp, withoutPhp} from '../../src/testing/php.js';
import {folderWith} from '../helpers.js';

/** Runs code beside a plugin's files. @returns what it returns, by way of JSON */
function run(test: TestContext, files: Files, code: string): unknown {
  const folder = folderWith(test, {'run.php': `<?php\n${code}`});
  for (const [path, content] of files) {
    if (!path.endsWith('.php')) continue;
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), content);
  }
  return JSON.parse(runPhp(join(folder, 'run.php')));
}

describe('the little that a plugin does by itself', {skip: withoutPhp}, () => {
  const sources = sourcesOf();

  it('SPIP: takes what the author wrote, not what SPIP adds', test => {
    const html = run(
      test,
      PLUGINS['spip/localwidgets.zip']!(sources),
      `define('_ECRIRE_INC_VERSION', 1);
      define('_LOCAL_WIDGETS_HUB', 'https://hub.example');
      require __DIR__ . '/localwidgets/localwidgets_fonctions.php';
      echo json_encode([
        localwidgets_modele(['args' => ['src' => 'a.ics?x=1&amp;y', 'compact' => 'oui', 'lien' => '/agenda'],
          'lang' => 'en', 'date' => '2026-01-01 00:00:00', 'id' => '3'], 'event-calendar'),
        localwidgets_modele(['phone' => '1', 'date' => '2026-01-01'], 'chat'),
        localwidgets_modele(false, 'chat')]);`,
    );
    assert.deepEqual(html, [
      '<local-event-calendar src="a.ics?x=1&amp;y" hub="https://hub.example" compact="">' +
        '<a href="/agenda">The whole calendar</a></local-event-calendar>',
      '<local-chat hub="https://hub.example" phone="1"><a href="tel:1">Nous contacter</a></local-chat>',
      '<local-chat hub="https://hub.example">Nous contacter</local-chat>',
    ]);
  });

  it('Joomla: finds tags in texts, however an editor wrote them', test => {
    const plugin = unzip(
      PLUGINS['joomla/pkg_localwidgets.zip']!(sources).get('plg_content_localwidgets.zip')!,
    );
    const texts = [
      '<p>{local_shops_map src="a b.csv" radius-km=15 compact}</p>',
      '{local_chat&nbsp;phone=&quot;02 33&quot; label=&quot;D&#039;ici&quot;}',
      '{local_nothing src=a} {loadmodule x} {local_chat',
      '{local_chat phone=1 onclick="alert(1)" text="Écrivez-nous" link="/contact"}',
    ];
    const html = run(
      test,
      plugin,
      `require __DIR__ . '/local-widgets/local-widgets.php';
      require __DIR__ . '/src/Tags.php';
      $texts = json_decode(base64_decode('${Buffer.from(JSON.stringify(texts)).toString('base64')}'));
      echo json_encode(array_map(fn ($text) => LocalWidgets\\Joomla\\Tags::replace($text, ['lang' => 'fr']), $texts));`,
    );
    assert.deepEqual(html, [
      '<p><local-shops-map src="a b.csv" radius-km="15" compact=""><a href="a">Nos commerces et producteurs</a></local-shops-map></p>',
      '<local-chat label="D&#039;ici" phone="02 33"><a href="tel:0233">Nous contacter</a></local-chat>',
      texts[2],
      '<local-chat phone="1"><a href="/contact">Écrivez-nous</a></local-chat>',
    ]);
  });

  it('Drupal: has a field for each attribute, and keeps nothing empty', test => {
    const [form, values] = run(
      test,
      PLUGINS['drupal/local_widgets.zip']!(sources),
      `require __DIR__ . '/local_widgets/local-widgets/local-widgets.php';
      require __DIR__ . '/local_widgets/src/AttributeForm.php';
      $map = LocalWidgets\\widgets()['shops-map']['attributes'];
      echo json_encode([
        Drupal\\local_widgets\\AttributeForm::build($map, ['src' => 'a.csv'], 'fr'),
        Drupal\\local_widgets\\AttributeForm::values(['src' => 'a.csv', 'compact' => 0, 'json-ld' => 1,
          'center' => '', 'categories' => ['bakery' => 'bakery']])]);`,
    ) as [Record<string, Record<string, Record<string, unknown>>>, unknown];
    const map = sources.json.widgets.find(({name}) => name === 'shops-map')!;
    for (const {name, group, label} of map.attributes) {
      assert.equal(form[group]![name]!['#title'], label.fr);
    }
    assert.equal(form['basic']!['src']!['#default_value'], 'a.csv');
    assert.equal(form['basic']!['layout']!['#default_value'], 'split');
    assert.equal(form['advanced']!['compact']!['#type'], 'checkbox');
    assert.deepEqual(values, {src: 'a.csv', 'json-ld': 1, categories: ['bakery']});
  });
});
