// One config builds every package. Order matters: the types of a dependency come from its dist.
import {readFileSync} from 'node:fs';
import {basename} from 'node:path';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import {reactLibrary} from './packages/dev/rollup/react-library.mjs';
import {thirdPartyLicenses} from './packages/dev/rollup/third-party-licenses.mjs';
import {checkedImports} from './packages/dev/rollup/checked-imports.mjs';
import {copiesOf} from './packages/dev/rollup/copies-of.mjs';
import {shortPrivateNames} from './packages/dev/rollup/short-private-names.mjs';
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
    external: id => isDependency(id) || isLazy(id) || id.startsWith('node:'),
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
      chunkFileNames: '[name].js',
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

/** Where the workers' files are built, for the readers of the npm packages and for the script tag. */
const WORKERS = [
  'packages/shops-map/dist/source/places-worker.js',
  'packages/event-calendar/dist/source/calendar-worker.js',
];

/**
 * A worker that reads large feeds: one file without imports, as a worker is started from one address
 * and no bundler has to understand it. Minified, because bundlers hand it on as it is.
 */
function worker(name, entry) {
  return {
    input: `packages/${name}/src/${entry}.ts`,
    output: {
      file: `packages/${name}/dist/${entry}.js`,
      format: 'es',
      sourcemap: true,
      inlineDynamicImports: true,
    },
    plugins: [
      nodeResolve({browser: true}),
      typescript({
        tsconfig: `packages/${name}/tsconfig.build.json`,
        noEmitOnError: true,
        declaration: false,
        declarationMap: false,
        declarationDir: undefined,
      }),
      terser({ecma: 2021, module: true}),
    ],
    onwarn,
  };
}

/** The workers' files beside the files of the script tag, byte for byte. */
function withWorkers() {
  return {
    name: 'with-workers',
    generateBundle() {
      for (const path of WORKERS.flatMap(path => [path, `${path}.map`])) {
        this.emitFile({type: 'asset', fileName: basename(path), source: readFileSync(path)});
      }
    },
  };
}

const SCRIPT_TAG_FILES = [
  'addresses-en.js',
  'addresses.js',
  'calendar-cards.js',
  'calendar-details.js',
  'calendar-en.js',
  'calendar-failures.js',
  'calendar-filters.js',
  'calendar-formats.js',
  'calendar-holidays.js',
  'calendar-hours.js',
  'calendar-large.js',
  'calendar-link.js',
  'calendar-more.js',
  'calendar-publish.js',
  'calendar-reader.js',
  'calendar-rules.js',
  'calendar-school.js',
  'calendar-share.js',
  'calendar-sources.js',
  'calendar-worker.js',
  'calendar-zones.js',
  'card.js',
  'category-names-en.js',
  'chat-contact.js',
  'chat-en.js',
  'chat-frame.js',
  'chat-images.js',
  'chat-more.js',
  'chat-panel.js',
  'chat-proof.js',
  'chat-room.js',
  'chat-talk.js',
  'chat.js',
  'collect-button.js',
  'collect-confirmation.js',
  'collect-dialog.js',
  'collect-direct.js',
  'collect-en.js',
  'collect-price-list.js',
  'collect-woocommerce.js',
  'core-more.js',
  'core.js',
  'csv-records.js',
  'details.js',
  'directives.js',
  'doctor.js',
  'en.js',
  'event-calendar.js',
  'explain-failure.js',
  'failures.js',
  'feed-text.js',
  'feed-words.js',
  'finder.js',
  'formats.js',
  'frames.js',
  'icalendar.js',
  'json-ld-things.js',
  'local-widgets.js',
  'map-engine.js',
  'more-readers.js',
  'name-likeness.js',
  'own-tiles.js',
  'page-address.js',
  'page-templates.js',
  'parts.js',
  'places-worker.js',
  'public-holidays.js',
  'publish.js',
  'search.js',
  'share.js',
  'sharing.js',
  'shops-map.js',
  'sketch.js',
  'sources.js',
  'text-search.js',
  'url-state.js',
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

/** Days, hours and minutes in words. */
const FORMATS =
  /\/(core\/dist\/(format\/time|element\/minute)|model\/dist\/hours\/(calendar|holiday-dates|zone))/;

/**
 * Which file a module goes into; what is named nowhere goes where rollup puts it. A page's first files
 * hold what the list needs; what it may never need, or only later, comes in files of its own.
 */
const CHUNKS = [
  [/\/chat\/dist\/(contact|locales\/contact)/, 'chat-contact'],
  [/\/chat\/dist\/(frame|locales\/frame)/, 'chat-frame'],
  [/\/chat\/dist\/(images|locales\/images)/, 'chat-images'],
  [/\/chat\/dist\/(more|locales\/more)/, 'chat-more'],
  [/\/chat\/dist\/proof/, 'chat-proof'],
  [/\/chat\/dist\/(room|locales\/room)/, 'chat-room'],
  [/\/chat\/dist\/locales\/en/, 'chat-en'],
  [/\/chat\/dist\/(panel|locales\/panel|client\/(backoff|chat-error|transport))/, 'chat-panel'],
  [/\/model\/dist\/chat\/clean-message/, 'chat-panel'],
  [/\/(chat\/dist\/(talk|client|locales\/talk)|model\/dist\/chat\/)/, 'chat-talk'],
  [/\/chat\/dist\//, 'chat'],
  [/\/collect-button\/dist\/(dialog|locales\/dialog)/, 'collect-dialog'],
  [/\/collect-button\/dist\/locales\/en/, 'collect-en'],
  [
    /\/(collect-button\/dist\/(confirmation|locales\/confirmation)|node_modules\/uqr)/,
    'collect-confirmation',
  ],
  [/\/collect-button\/dist\/(direct|locales\/direct)/, 'collect-direct'],
  [/\/collect-button\/dist\/(price-list)/, 'collect-price-list'],
  [/\/collect-button\/dist\/(woocommerce|back-ends\/woocommerce)/, 'collect-woocommerce'],
  [/\/collect-button\//, 'collect-button'],
  [/\/model\/dist\/(order|catalogue|pickup)\//, 'collect-dialog'],
  [/\/event-calendar\/dist\/(cards)/, 'calendar-cards'],
  [/\/event-calendar\/dist\/(details|locales\/details|words\/prices)/, 'calendar-details'],
  [/\/(event-calendar\/dist\/locales\/en|model\/dist\/event\/index\/week-of)/, 'calendar-en'],
  [/\/event-calendar\/dist\/(failures|locales\/failures)/, 'calendar-failures'],
  [/\/event-calendar\/dist\/(finder|locales\/finder)/, 'calendar-filters'],
  [/\/model\/dist\/event\/index\/(event-index|search-text|age-groups)/, 'calendar-filters'],
  [/\/event-calendar\/dist\/(hours)/, 'calendar-hours'],
  [/\/model\/dist\/event\/view\/columns/, 'calendar-hours'],
  [
    /\/event-calendar\/dist\/(large|source\/(read-large|start-worker|packed|worker-messages))/,
    'calendar-large',
  ],
  [/\/event-calendar\/dist\/(url-state|locales\/link)/, 'calendar-link'],
  [/\/event-calendar\/dist\/(public-|words\/)holidays/, 'calendar-holidays'],
  // names for the calendar and for the map's card
  [/\/model\/dist\/hours\/holidays/, 'public-holidays'],
  [/\/event-calendar\/dist\/(publish)/, 'calendar-publish'],
  [/\/event-calendar\/dist\/(school)/, 'calendar-school'],
  [/\/event-calendar\/dist\/(share|locales\/share)/, 'calendar-share'],
  [
    /\/event-calendar\/dist\/(sources|source\/(load-sources|merged|rejection-report)|state\/attribute-f)/,
    'calendar-sources',
  ],
  [/\/model\/dist\/event\/merge-events/, 'calendar-sources'],
  [/\/model\/dist\/event\/words\/|event\/writers\/calendar-links/, 'calendar-details'],
  [/\/model\/dist\/event\/writers\/json-ld/, 'calendar-publish'],
  [/\/model\/dist\/event\/writers\/(?!place-text)/, 'calendar-share'],
  [/\/model\/dist\/event\/school/, 'calendar-school'],
  // what the calendar's panels and its dialog share
  [
    /\/event-calendar\/dist\/(locales\/kinds|words\/language-name|styles\/(panel|icon))/,
    'calendar-more',
  ],
  [/\/event-calendar\/dist\/reader/, 'calendar-reader'],
  [/\/event-calendar\/|\/model\/dist\/event\/view\//, 'event-calendar'],
  [/\/model\/dist\/event\/(index\/|time\/civil)/, 'event-calendar'],
  [/\/model\/dist\/event\/ical\/(odd-zones|windows-zones|rule-clock)/, 'calendar-zones'],
  [/\/model\/dist\/event\/ical\//, 'icalendar'],
  [/\/model\/dist\/event\/(recurrence\/(rule|read-rule)|series\/expand)/, 'calendar-rules'],
  [/\/model\/dist\/event\/readers\/(?!is-icalendar)/, 'calendar-formats'],
  [/\/model\/dist\/event\//, 'calendar-reader'],
  // what places and events share of reading
  [/\/model\/dist\/place\/(open-feed|decode)/, 'feed-text'],
  [/\/model\/dist\/place\/readers\/csv-records/, undefined],
  // what the lazy parts of several elements share
  [/\/(core\/dist\/(page|worker)\/|model\/dist\/text\/json-for)/, 'core-more'],
  [/\/shops-map\/dist\/(details|symbols\/more-icons|locales\/details)/, 'details'],
  // what the links and the sharing of several elements share
  [/\/(core\/dist\/url-state|model\/dist\/link)\//, 'page-address'],
  [/\/core\/dist\/share\//, 'sharing'],
  // parts of Lit that the map does without
  [/\/node_modules\/lit-html\/(directive|directives)/, 'directives'],
  // what the map's details and the dialog of orders share; the calendar has a copy of its own
  [/\?copy$/, 'event-calendar'],
  [FORMATS, 'formats'],
  [/\/model\/dist\/hours\/(?!exceptional|week)/, 'details'],
  [/\/shops-map\/dist\/(search|locales\/search)/, 'search'],
  // what the searches of several elements share
  [/\/model\/dist\/text\/(match|word-table)/, 'text-search'],
  [/\/model\/dist\/place\/(select-places|facets|known-hours|by-rank|search-text)/, 'search'],
  [/\/(shops-map\/dist\/(card|locales\/card)|model\/dist\/hours\/(exceptional|week))/, 'card'],
  [/\/shops-map\/dist\/(finder|locales\/finder)/, 'finder'],
  [/\/core\/dist\/address\/messages-en/, 'addresses-en'],
  [/\/(core\/dist\/address\/|model\/dist\/place\/towns)/, 'addresses'],
  [/\/shops-map\/dist\/(publish)/, 'publish'],
  [/\/model\/dist\/place\/writers\/(json-ld|schema-hours)/, 'publish'],
  [/\/(shops-map\/dist\/(share|locales\/share)|model\/dist\/place\/writers\/)/, 'share'],
  [/\/shops-map\/dist\/(url-state|locales\/link)/, 'url-state'],
  [/\/model\/dist\/text\/title-case/, 'feed-words'],
  [
    /\/model\/dist\/place\/(read-fully|middle-of|open-feed|decode|feed-words(?!-)|adapt-values)/,
    'feed-words',
  ],
  [
    /\/model\/dist\/place\/(kind\.|find-swapped|field-aliases|category-of|category-words)/,
    'feed-words',
  ],
  [/\/model\/dist\/place\/readers\/csv/, 'feed-words'],
  // neither of the list nor of one of the files above
  [/\/core\/dist\/feed\/explain-failure/, undefined],
  [/\/model\/dist\/geo\/(cluster|mercator)/, undefined],
  [/\/model\/dist\/place\/(category-names-en|merge-|duplicate-finder|name-likeness)/, undefined],
  [/\/model\/dist\/place\/readers\/(?!geojson)/, undefined],
  [
    /\0tslib|\0checked-import|\/(node_modules\/(lit|@lit|lit-html|lit-element)|packages\/(core|model))\//,
    'core',
  ],
];

/** What the script tag knows, in the order of the loader's list. */
const WIDGETS = ['shops-map', 'event-calendar', 'collect-button', 'chat'];

/**
 * Files that a widget needs at once, by the end of the address that imports them: their hashes are in the
 * widget's file, so that it does not wait for the list of all.
 */
const EARLY = {
  'details.js': 'details',
  'map-engine.js': 'map-engine',
  'reader.js': 'calendar-reader',
};

/** The script tag: a loader, one shared core file, one file per widget, the map engine apart. */
function scriptTag() {
  const chunkOf = id => CHUNKS.find(([pattern]) => pattern.test(id))?.[1];
  return {
    input: {
      'local-widgets': 'packages/embed/dist/loader/main.js',
      parts: 'packages/embed/dist/parts/parts.js',
      frames: 'packages/embed/dist/parts/frames.js',
      doctor: 'packages/embed/dist/doctor/doctor.js',
      ...Object.fromEntries(WIDGETS.map(name => [name, `packages/${name}/dist/define.js`])),
    },
    output: {
      dir: 'packages/embed/dist/cdn',
      format: 'es',
      sourcemap: true,
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      onlyExplicitManualChunks: true,
      manualChunks: chunkOf,
    },
    plugins: [
      smallDecorate(),
      thirdPartyLicenses('licenses.txt', ['lit', 'leaflet', 'uqr']),
      // the index only hands on
      copiesOf(
        new RegExp(`${FORMATS.source}|\\/(core|model)\\/dist\\/index\\.js$`),
        /\/(event-calendar|model\/dist\/event)\//,
      ),
      nodeResolve({browser: true, exportConditions: ['production']}),
      minifyLiterals(),
      shortPrivateNames('map-engine.js'),
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
      withWorkers(),
      checkedImports({
        first: ['core', 'parts', ...WIDGETS],
        early: EARLY,
        workers: WORKERS.map(path => basename(path, '.js')),
        version: manifestOf('embed').version,
      }),
      {
        name: 'expected-files',
        generateBundle(_options, bundle) {
          const files = Object.keys(bundle).filter(file => file.endsWith('.js'));
          if (files.sort().join() !== SCRIPT_TAG_FILES.join()) {
            this.error(`expected ${SCRIPT_TAG_FILES.join()} but built ${files.join()}`);
          }
        },
      },
    ],
    onwarn,
  };
}

/** The orders desk as the hub serves it: one file to begin with, the others when they are needed. */
function desk() {
  return {
    input: 'packages/console/dist/console.js',
    output: {
      dir: 'packages/console/dist/cdn',
      format: 'es',
      sourcemap: true,
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
    },
    plugins: [
      smallDecorate(),
      thirdPartyLicenses('licenses.txt', ['lit', '@simplewebauthn/browser']),
      nodeResolve({browser: true, exportConditions: ['production']}),
      minifyLiterals(),
      terser({ecma: 2021, module: true, compress: {passes: 3, pure_getters: true}}),
    ],
    onwarn,
  };
}

/** The desk's service worker: one script without imports, since it is started from one address. */
function deskWorker() {
  return {
    input: 'packages/console/src/worker/desk-worker.ts',
    output: {file: 'packages/console/dist/cdn/desk-worker.js', format: 'iife', sourcemap: true},
    plugins: [
      nodeResolve({browser: true}),
      typescript({
        tsconfig: 'packages/console/tsconfig.build.json',
        noEmitOnError: true,
        declaration: false,
        declarationMap: false,
        declarationDir: undefined,
      }),
      terser({ecma: 2021}),
    ],
    onwarn,
  };
}

export default [
  library('model', ['index.ts', 'schemas.ts']),
  library('core', ['index.ts']),
  library('shops-map', ['index.ts', 'define.ts', 'server.ts'], {lazy: ['map-engine.js']}),
  engine('shops-map', 'map-engine.ts', /^\.\.?\/(symbols|state|locales\/index)/),
  worker('shops-map', 'source/places-worker'),
  library('collect-button', ['index.ts', 'define.ts']),
  library('chat', ['index.ts', 'define.ts']),
  library('event-calendar', ['index.ts', 'define.ts', 'server.ts']),
  worker('event-calendar', 'source/calendar-worker'),
  reactLibrary(library('react', ['index.ts'])),
  library('console', ['index.ts', 'define.ts', 'console.ts']),
  library('embed', ['loader/main.ts', 'parts/parts.ts', 'parts/frames.ts', 'doctor/doctor.ts']),
  scriptTag(),
  desk(),
  deskWorker(),
  library('hub', ['index.ts', 'cli/main.ts']),
];
