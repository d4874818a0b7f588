import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {WidgetsJson} from '../widgets/types.js';
import {filesIn, textFile, type Files} from './files.js';
import {moduleForm, moduleTexts} from './joomla-form.js';
import {below, phpFiles, scriptFiles, scriptFolder, type Sources} from './shared.js';
import {element, xmlFile, type Element} from './xml.js';
import {zip} from './zip.js';

/** A package of two extensions: the plugin for texts, and a module for positions of the template. */
export function joomlaPackage(sources: Sources): Files {
  const parts: [string, Record<string, string>][] = [
    ['plg_content_localwidgets.zip', {type: 'plugin', id: 'localwidgets', group: 'content'}],
    ['mod_localwidgets.zip', {type: 'module', id: 'mod_localwidgets', client: 'site'}],
  ];
  const manifest = extension(sources.json, {type: 'package'}, 'pkg_localwidgets', [
    element('packagename', {}, ['localwidgets']),
    element(
      'files',
      {},
      parts.map(([file, attributes]) => element('file', attributes, [file])),
    ),
  ]);
  return new Map([
    ['pkg_localwidgets.xml', xmlFile(manifest)],
    ['plg_content_localwidgets.zip', zip(plugin(sources))],
    ['mod_localwidgets.zip', zip(module(sources))],
    ['LICENSE', readFileSync(sources.licence)],
  ]);
}

function plugin(sources: Sources): Files {
  const manifest = extension(
    sources.json,
    {type: 'plugin', group: 'content', method: 'upgrade'},
    'plg_content_localwidgets',
    [
      element('namespace', {path: 'src'}, ['LocalWidgets\\Joomla']),
      element('files', {}, [
        element('folder', {plugin: 'localwidgets'}, ['services']),
        element('folder', {}, ['src']),
        element('folder', {}, ['local-widgets']),
      ]),
      element('media', {folder: 'media', destination: 'plg_content_localwidgets'}, [
        element('folder', {}, [scriptFolder(sources)]),
      ]),
      element('config', {}, [
        element('fields', {name: 'params'}, [
          element('fieldset', {name: 'basic'}, [
            element('field', {
              name: 'hub',
              type: 'url',
              label: 'Adresse du serveur / Address of the server',
              filter: 'url',
            }),
          ]),
        ]),
      ]),
    ],
  );
  return new Map([
    ['localwidgets.xml', xmlFile(manifest)],
    ...filesIn(join(sources.templates, 'joomla/plugin')),
    ...below('local-widgets', phpFiles(sources)),
    ...below('media', scriptFiles(sources)),
  ]);
}

function module({json, templates}: Sources): Files {
  const languages = {'en-GB': 'en', 'fr-FR': 'fr'} as const;
  const tags = Object.keys(languages) as (keyof typeof languages)[];
  const manifest = extension(
    json,
    {type: 'module', client: 'site', method: 'upgrade'},
    'mod_localwidgets',
    [
      element('files', {}, [
        element('filename', {module: 'mod_localwidgets'}, ['mod_localwidgets.php']),
        element('folder', {}, ['language']),
      ]),
      moduleForm(json),
    ],
  );
  return new Map([
    ['mod_localwidgets.xml', xmlFile(manifest)],
    ...filesIn(join(templates, 'joomla/module')),
    ...tags.map(
      tag =>
        [
          `language/${tag}/mod_localwidgets.ini`,
          textFile(moduleTexts(json, languages[tag])),
        ] as const,
    ),
  ]);
}

const extension = (
  {sdkVersion}: WidgetsJson,
  attributes: Record<string, string>,
  name: string,
  children: readonly Element[],
): Element =>
  element('extension', attributes, [
    element('name', {}, [name]),
    element('version', {}, [sdkVersion]),
    element('license', {}, ['EUPL-1.2']),
    element('description', {}, [
      'Carte des commerces, agenda, commande et messages. Map of shops, calendar, click and collect, messages.',
    ]),
    ...children,
  ]);
