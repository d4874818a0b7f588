import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {WidgetsJson} from '../widgets/types.js';
import {descriptionFile} from './description.js';
import {textFile, type Files} from './files.js';

/** Where things are that all plugins have. */
export interface Sources {
  /** `examples/cms` */
  readonly templates: string;
  /** The built files of the script tag. */
  readonly cdn: string;
  readonly licence: string;
  readonly json: WidgetsJson;
}

/**
 * Name of the folder of script files: of their loader's content, which has the hashes of all others. The files that
 * the loader asks for have no `?ver=`; after an update none of an older release may come from a browser's cache.
 */
export function scriptFolder({cdn, json}: Sources): string {
  const loader = readFileSync(join(cdn, json.loader.file));
  return `js-${createHash('sha256').update(loader).digest('hex').slice(0, 12)}`;
}

/** The files of the script tag, without maps for developers. */
export function scriptFiles(sources: Sources): Files {
  const folder = scriptFolder(sources);
  const names = Object.keys(sources.json.files).filter(name => name.endsWith('.js'));
  return new Map(names.map(name => [`${folder}/${name}`, readFileSync(join(sources.cdn, name))]));
}

/** The two files in PHP that make markup. */
export function phpFiles(sources: Sources): Files {
  const functions = readFileSync(join(sources.templates, 'shared/local-widgets.php'));
  return new Map([
    ['local-widgets.php', functions],
    ['widgets.php', textFile(descriptionFile(sources.json, scriptFolder(sources)))],
  ]);
}

/** The same, below a folder. */
export const below = (folder: string, files: Files): Files =>
  new Map([...files].map(([path, content]) => [`${folder}/${path}`, content]));
