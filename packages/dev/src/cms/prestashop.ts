import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {filesIn, fillIn, textFile, type Files} from './files.js';
import {below, phpFiles, scriptFiles, type Sources} from './shared.js';

/** PrestaShop asks for one in every folder, against servers that list what is in a folder. */
const INDEX = "<?php\nheader('Location: ../');\nexit;\n";

/** The module, whose hooks put widgets where the shop's owner says. */
export function prestashopModule(sources: Sources): Files {
  const {json, licence, templates} = sources;
  const files = new Map([
    ...fillIn(filesIn(join(templates, 'prestashop/localwidgets')), {version: json.sdkVersion}),
    ...below('local-widgets', new Map([...phpFiles(sources), ...scriptFiles(sources)])),
    ['LICENSE', readFileSync(licence)],
  ]);
  const folders = new Set(['', ...[...files.keys()].flatMap(foldersOf)]);
  for (const folder of folders) files.set(`${folder}index.php`, textFile(INDEX));
  return below('localwidgets', files);
}

/** `a/` and `a/b/` of `a/b/c`. */
const foldersOf = (path: string): string[] =>
  [...path.matchAll(/\//g)].map(({index}) => path.slice(0, index + 1));
