import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {parse} from 'yaml';
import type {Files} from '../../src/cms/files.js';
import {PLUGINS, sourcesOf} from '../../src/cms/plugins.js';
import {unzip} from '../../src/cms/unzip.js';
import {runPhp, withoutPhp} from '../../src/testing/php.js';
import {folderWith} from '../helpers.js';

const sources = sourcesOf();
const {widgets} = sources.json;

/** All files of a plugin, those of archives in it too. */
function allFiles(make: (from: typeof sources) => Files): Files {
  const files = make(sources);
  for (const [path, content] of [...files]) {
    if (!path.endsWith('.zip')) continue;
    for (const [inner, bytes] of unzip(content)) files.set(`${path}!/${inner}`, bytes);
  }
  return files;
}

/** Puts the files of these kinds into a folder. */
function put(test: TestContext, files: Files, kind: RegExp): {folder: string; paths: string[]} {
  const folder = folderWith(test, {});
  const paths = [...files.keys()].filter(path => kind.test(path));
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), files.get(path)!);
  }
  return {folder, paths};
}

for (const [name, make] of Object.entries(PLUGINS)) {
  describe(`the plugin ${name}`, () => {
    const files = allFiles(make);

    it('has every script file, and no place left to fill in', () => {
      const names = [...files.keys()].map(path => path.split('/').at(-1));
      for (const script of Object.keys(sources.json.files).filter(one => one.endsWith('.js'))) {
        assert.ok(names.includes(script), script);
      }
      for (const [path, content] of files) {
        if (!path.endsWith('.js')) assert.doesNotMatch(String(content), /\{\{\w+\}\}/, path);
      }
    });

    it('has its licence', () => {
      assert.ok([...files.keys()].some(path => /(^|\/)LICENSE$/.test(path)));
    });

    it('is PHP that PHP reads', {skip: withoutPhp}, test => {
      const {folder, paths} = put(test, files, /\.(php|module)$/);
      assert.ok(paths.length > 0);
      const checker = folderWith(test, {
        'check.php': `<?php
foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $file) {
    try {
        token_get_all(file_get_contents($file), TOKEN_PARSE);
    } catch (Throwable $error) {
        echo $file, ': ', $error->getMessage(), "\\n";
    }
}`,
      });
      const list = paths.map(path => join(folder, path)).join('\n');
      assert.equal(runPhp(`${checker}/check.php`, [], list), '');
    });

    it('is XML that is well formed', {skip: withoutPhp}, test => {
      const {folder, paths} = put(test, files, /\.(xml|xlf)$/);
      const checker = folderWith(test, {
        'check.php': `<?php
libxml_use_internal_errors(true);
foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $file) {
    if (!simplexml_load_file($file)) echo $file, ': ', libxml_get_last_error()->message;
}`,
      });
      const list = paths.map(path => join(folder, path)).join('\n');
      assert.equal(runPhp(`${checker}/check.php`, [], list), '');
    });

    it('is YAML and JSON that reads', () => {
      for (const [path, content] of files) {
        if (/\.ya?ml$/.test(path)) assert.equal(typeof parse(String(content)), 'object', path);
        if (path.endsWith('.json'))
          assert.equal(typeof JSON.parse(String(content)), 'object', path);
      }
    });
  });
}

describe('what is written for each widget', () => {
  const textOf = (name: string, path: string): string => {
    const content = allFiles(PLUGINS[name]!).get(path);
    assert.ok(content, path);
    return String(content);
  };

  for (const widget of widgets) {
    const attributes = widget.attributes.map(({name}) => name);
    const id = widget.tag.replaceAll('-', '_');

    it(`a block of WordPress for ${widget.name}`, () => {
      const path = `local-widgets/blocks/${widget.name}/block.json`;
      const block = JSON.parse(textOf('wordpress/local-widgets.zip', path)) as {attributes: object};
      assert.deepEqual(Object.keys(block.attributes), [...attributes, 'link', 'link-text']);
    });

    it(`a model of SPIP for ${widget.name}, whose name SPIP takes for one`, () => {
      assert.match(id, /^[a-z_]{3,}$/);
      const html = textOf('spip/localwidgets.zip', `localwidgets/modeles/${id}.html`);
      assert.match(html, new RegExp(`localwidgets_modele\\{${widget.name}\\}`));
      const {parametres} = parse(
        textOf('spip/localwidgets.zip', `localwidgets/modeles/${id}.yaml`),
      ) as {
        parametres: {options: {nom: string}}[];
      };
      assert.deepEqual(
        parametres.map(({options}) => options.nom),
        ['modele', ...attributes],
      );
    });

    it(`a FlexForm of TYPO3 for ${widget.name}, with all its texts`, () => {
      const folder = 'local_widgets/';
      const form = textOf(
        'typo3/local_widgets.zip',
        `${folder}Configuration/FlexForms/${widget.name}.xml`,
      );
      for (const name of attributes) assert.ok(form.includes(`<attributes.${name}>`), name);
      for (const language of ['', 'fr.']) {
        const texts = textOf(
          'typo3/local_widgets.zip',
          `${folder}Resources/Private/Language/${language}locallang.xlf`,
        );
        for (const [, key] of form.matchAll(/locallang\.xlf:([^<]+)</g)) {
          assert.equal(texts.split(`id="${key}"`).length, 2, `${language}${key}`);
        }
      }
    });

    it(`settings of Joomla's module for ${widget.name}, with all their texts`, () => {
      const inside = 'mod_localwidgets.zip!/';
      const form = textOf('joomla/pkg_localwidgets.zip', `${inside}mod_localwidgets.xml`);
      for (const name of attributes) {
        assert.ok(form.includes(`name="${widget.name.replaceAll('-', '_')}__${name}"`), name);
      }
      for (const language of ['fr-FR', 'en-GB']) {
        const path = `${inside}language/${language}/mod_localwidgets.ini`;
        const lines = textOf('joomla/pkg_localwidgets.zip', path).split('\n');
        for (const [key] of form.matchAll(/MOD_LOCALWIDGETS_\w+/g)) {
          assert.equal(lines.filter(line => line.startsWith(`${key}="`)).length, 1, key);
        }
      }
    });

    it(`a schema of Drupal for ${widget.name}`, () => {
      const path = 'local_widgets/config/schema/local_widgets.schema.yml';
      const schema = parse(textOf('drupal/local_widgets.zip', path)) as Record<
        string,
        {mapping: {attributes: {mapping: object}}}
      >;
      const {mapping} = schema[`block.settings.local_widget:${widget.name}`]!.mapping.attributes;
      assert.deepEqual(Object.keys(mapping), attributes);
    });
  }
});
