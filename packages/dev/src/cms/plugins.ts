import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../root.js';
import {SentenceError} from '../sentence-error.js';
import type {WidgetsJson} from '../widgets/types.js';
import type {Files} from './files.js';
import type {Sources} from './shared.js';
import {drupalModule} from './drupal.js';
import {joomlaPackage} from './joomla.js';
import {prestashopModule} from './prestashop.js';
import {spipPlugin} from './spip.js';
import {typo3Extension} from './typo3.js';
import {wordpressPlugin} from './wordpress.js';

/** What a plugin is made of, from a checkout that was built. */
export function sourcesOf(folder = root): Sources {
  const cdn = join(folder, 'packages/embed/dist/cdn');
  return {
    templates: join(folder, 'examples/cms'),
    cdn,
    licence: join(folder, 'LICENSE'),
    json: readJson(join(cdn, 'widgets.json')),
  };
}

function readJson(file: string): WidgetsJson {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as WidgetsJson;
  } catch {
    throw new SentenceError('There is no widgets.json yet: run "npm run widgets" first.');
  }
}

/** What makes the files of each system's plugin, by the path of its archive. */
export const PLUGINS: Readonly<Record<string, (sources: Sources) => Files>> = {
  'drupal/local_widgets.zip': drupalModule,
  'joomla/pkg_localwidgets.zip': joomlaPackage,
  'prestashop/localwidgets.zip': prestashopModule,
  'spip/localwidgets.zip': spipPlugin,
  'typo3/local_widgets.zip': typo3Extension,
  'wordpress/local-widgets.zip': wordpressPlugin,
};
