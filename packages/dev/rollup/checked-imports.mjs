import {createHash} from 'node:crypto';
import {basename} from 'node:path';
import MagicString from 'magic-string';

/** The module that dynamic imports go through; it asks the page's loader. */
const CHECKED_IMPORT = '\0checked-import';
/** Stands in the code for the hashes of a file and of what it imports, until they are known. */
const KNOWN = 'LOCAL_WIDGETS_KNOWN_';

const sha256 = code => `sha256-${createHash('sha256').update(code).digest('base64')}`;
const nameOf = fileName => basename(fileName, '.js');

/**
 * Gives every file of the script tag's build a hash that is checked before it runs
 * (docs/decisions/0016-script-tag.md):
 * - `import('./x.js')` becomes a request to the page's loader, which knows the hashes;
 * - a file in `early`, which a widget needs at once, has its hash in the code that asks for it;
 * - the loader's own code gets the hashes of the files that a page begins with (`BUILT_FIRST`), `parts.js`
 *   those of all others (`BUILT_FILES`).
 *
 * Has to come after what changes code. Source maps of the loader are left out: its bytes are counted.
 *
 * @param early names of files without `.js`, by the end of the import's address
 * @param first names of the files that a page begins with, in order
 * @param workers names of files that other plugins emit and that workers are started from
 * @param version of the release
 */
export function checkedImports({early, first, workers, version}) {
  return {
    name: 'checked-imports',
    resolveId: id => (id === CHECKED_IMPORT ? id : null),
    load: id => (id === CHECKED_IMPORT ? ASK_THE_LOADER : null),
    transform: {
      order: 'post',
      handler(code, id) {
        if (id === CHECKED_IMPORT || !code.includes('import(')) return null;
        return wrapImports(code, this.parse(code), early);
      },
    },
    renderDynamicImport: ({targetModuleId}) =>
      targetModuleId ? {left: '__bring(', right: ')'} : null,
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        writeHashes(bundle, {first, workers, version});
      },
    },
  };
}

const ASK_THE_LOADER = `
export const load = (use, known) =>
  use(file => globalThis[Symbol.for('local-widgets.loader')].load(file.slice(2, -3), known));
`;

function wrapImports(code, tree, early) {
  const text = new MagicString(code);
  const imports = importsIn(tree).filter(({source}) => source.type === 'Literal');
  if (imports.length === 0) return null;
  for (const {start, end, source} of imports) {
    const known = early[basename(source.value)];
    // rollup may take one export of what arrives, right behind the import
    text.appendLeft(start, '__checkedImport(__bring => ');
    text.appendRight(end, known ? `, ${KNOWN}${known.replaceAll('-', '_')})` : ')');
  }
  text.prepend(`import {load as __checkedImport} from '${CHECKED_IMPORT}';\n`);
  return {code: text.toString(), map: text.generateMap({hires: true})};
}

function importsIn(node) {
  if (Array.isArray(node)) return node.flatMap(importsIn);
  if (node === null || typeof node !== 'object') return [];
  const inside = Object.values(node).flatMap(importsIn);
  return node.type === 'ImportExpression' ? [node, ...inside] : inside;
}

function writeHashes(bundle, {first, workers, version}) {
  const chunks = Object.values(bundle).filter(({type}) => type === 'chunk');
  const byName = new Map(chunks.map(chunk => [nameOf(chunk.fileName), chunk]));
  const entries = new Map();

  /** Hash of the file, then the files that it imports, without the core, which is always there. */
  function entryOf(name, path = []) {
    if (path.includes(name)) {
      throw new Error(`Hashes cannot go in a circle: ${[...path, name].join(' → ')}.`);
    }
    if (!entries.has(name)) {
      const chunk = byName.get(name);
      if (!chunk) throw new Error(`There is no file ${name}.js.`);
      chunk.code = chunk.code.replace(new RegExp(`${KNOWN}(\\w+)`, 'g'), (_, known) =>
        literal(withImports(known.replaceAll('_', '-'), [...path, name])),
      );
      const imports = chunk.imports.map(nameOf).filter(other => other !== 'core');
      entries.set(name, [sha256(chunk.code), ...imports].join(' '));
    }
    return entries.get(name);
  }

  /** What has to be known to load a file. */
  function withImports(name, path) {
    const known = {[name]: entryOf(name, path)};
    for (const imported of byName.get(name).imports.map(nameOf)) {
      if (!first.includes(imported)) Object.assign(known, withImports(imported, path));
    }
    return known;
  }

  const later = [...byName.keys()].filter(
    name => !first.includes(name) && name !== 'parts' && name !== 'local-widgets',
  );
  const all = Object.fromEntries(later.sort().map(name => [name, entryOf(name)]));
  for (const name of workers) all[name] = sha256(bundle[`${name}.js`].source);
  replace(byName.get('parts'), 'BUILT_FILES', all);

  const begin = Object.fromEntries(first.map(name => [name, entryOf(name)]));
  for (const name of first) if (!NEED_NO_CORE.has(name)) begin[name] += ' core';
  const loader = byName.get('local-widgets');
  replace(loader, 'BUILT_FIRST', begin);
  replace(loader, 'BUILT_VERSION', version);
  loader.code = loader.code.replace(/\n*\/\/# sourceMappingURL=.*\n*$/, '\n');
  delete bundle['local-widgets.js.map'];
}

const NEED_NO_CORE = new Set(['core', 'parts']);

function replace(chunk, name, value) {
  if (!chunk.code.includes(name)) throw new Error(`${chunk.fileName} has no ${name}.`);
  chunk.code = chunk.code.replaceAll(name, () => literal(value));
}

/** As terser would write it, which has been here already. */
const literal = value => JSON.stringify(value).replace(/"([a-z]+)":/g, '$1:');
