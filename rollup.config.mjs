// One config builds every package. Order matters: the types of a dependency come from its dist.
import {readFileSync} from 'node:fs';
import {basename} from 'node:path';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import {thirdPartyLicenses} from './packages/dev/rollup/third-party-licenses.mjs';
import {minifyLiterals} from './packages/dev/rollup/minify-literals.mjs';
import {leafletForStrictPages} from './packages/dev/rollup/leaflet-for-strict-pages.mjs';

const manifestOf = name => JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8'));

/** Circular imports inside Leaflet's own sources are known and harmless; anything else stops the build. */
function onwarn(warning) {
  if (
    warning.code === 'CIRCULAR_DEPENDENCY' &&
    warning.ids?.every(id => id.includes('/leaflet/'))
  ) {
    return;
  }
  throw new Error(warning.message);
}

/** ES modules, one output file per source file, dependencies left to the reader's bundler. */
function library(name, entries, {lazy = []} = {}) {
  const dependencies = Object.keys(manifestOf(name).dependencies ?? {});
  const isDependency = id => dependencies.some(d => id === d || id.startsWith(`${d}/`));
  const isLazy = id => lazy.includes(basename(id));
  return {
    input: entries.map(entry => `packages/${name}/src/${entry}`),
    external: id => isDependency(id) || isLazy(id),
    output: {
      dir: `packages/${name}/dist`,
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: `packages/${name}/src`,
      sourcemap: true,
    },
    plugins: [typescript({tsconfig: `packages/${name}/tsconfig.build.json`, noEmitOnError: true})],
    onwarn,
  };
}

/**
 * The map engine with Leaflet's parts inside, in one file of its own: Leaflet's main entry is UMD,
 * does not shake, and cannot start under Trusted Types (docs/decisions/0003-map-engine.md).
 */
function engine(name, entry, shared) {
  const dependencies = Object.keys(manifestOf(name).dependencies ?? {});
  const isDependency = id => dependencies.some(d => id === d || id.startsWith(`${d}/`));
  return {
    input: `packages/${name}/src/${entry}`,
    // what the list has loaded already is imported from it, not carried a second time
    external: id => isDependency(id) || shared.test(id),
    output: {
      dir: `packages/${name}/dist`,
      format: 'es',
      sourcemap: true,
      banner: '/*! contains Leaflet, BSD-2-Clause: map-engine.licenses.txt */',
    },
    plugins: [
      nodeResolve({browser: true}),
      leafletForStrictPages(),
      thirdPartyLicenses('map-engine.licenses.txt', ['leaflet']),
      typescript({
        tsconfig: `packages/${name}/tsconfig.build.json`,
        noEmitOnError: true,
        declaration: false,
        declarationMap: false,
        declarationDir: undefined,
      }),
    ],
    onwarn,
  };
}

const SCRIPT_TAG_FILES = [
  'category-names-en.js',
  'core.js',
  'details.js',
  'en.js',
  'explain-failure.js',
  'feed-words.js',
  'local-widgets.js',
  'map-engine.js',
  'shops-map.js',
];

/**
 * TypeScript's helper for decorators, reduced to what our property decorators need: they are called
 * with the prototype and the name, and return nothing.
 */
function smallDecorate() {
  return {
    name: 'small-decorate',
    resolveId: id => (id === 'tslib' ? '\0tslib' : null),
    load: id =>
      id === '\0tslib'
        ? 'export function __decorate(all, target, key) { for (const one of all) one(target, key); }'
        : null,
  };
}

/** The script tag: a loader, one shared core file, one file per widget, the map engine apart. */
function scriptTag() {
  const shared =
    /\0tslib|\/(node_modules\/(lit|@lit|lit-html|lit-element)|packages\/(core|model))\//;
  // what a page may never need, or only after the list, comes in files of its own
  const late =
    /\/(core\/dist\/(format\/time|links\/contact|feed\/explain-failure)|model\/dist\/(geo\/(cluster|mercator)|hours\/\w+|text\/match|place\/(search-text|category-names-en)))\.js$/;
  const words =
    /\/model\/dist\/(text\/title-case|place\/(feed-words|adapt-values|kind|find-swapped|field-aliases|category-of|category-words|readers\/csv\S*))\.js$/;
  const chunkOf = id => {
    if (words.test(id)) return 'feed-words';
    return shared.test(id) && !late.test(id) ? 'core' : undefined;
  };
  return {
    input: 'packages/embed/dist/local-widgets.js',
    output: {
      dir: 'packages/embed/dist/cdn',
      format: 'es',
      sourcemap: true,
      entryFileNames: '[name].js',
      chunkFileNames: chunk => (chunk.name === 'define' ? 'shops-map.js' : '[name].js'),
      onlyExplicitManualChunks: true,
      manualChunks: chunkOf,
    },
    plugins: [
      smallDecorate(),
      thirdPartyLicenses('licenses.txt', ['lit', 'leaflet']),
      nodeResolve({browser: true, exportConditions: ['production']}),
      minifyLiterals(),
      terser({
        ecma: 2021,
        module: true,
        compress: {
          passes: 3,
          pure_getters: true,
          keep_fargs: false,
          unsafe_arrows: true,
          unsafe_methods: true,
        },
      }),
      {
        name: 'expected-files',
        generateBundle(_options, bundle) {
          const files = Object.values(bundle)
            .filter(f => f.type === 'chunk')
            .map(f => f.fileName);
          if (files.sort().join() !== SCRIPT_TAG_FILES.join()) {
            this.error(`expected ${SCRIPT_TAG_FILES.join()} but built ${files.join()}`);
          }
        },
      },
    ],
    onwarn,
  };
}

export default [
  library('model', ['index.ts']),
  library('core', ['index.ts']),
  library('shops-map', ['index.ts', 'define.ts'], {lazy: ['map-engine.js']}),
  engine('shops-map', 'map-engine.ts', /^\.\.?\/(symbols|state|locales\/index)/),
  library('embed', ['local-widgets.ts']),
  scriptTag(),
];
