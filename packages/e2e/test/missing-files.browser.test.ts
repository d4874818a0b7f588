import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {closePages, until} from '../src/frame.js';
import {all, button, countShown, fill, isShown, one, rows, status, textOf} from '../src/parts.js';
import {openTown, type Town, type TownOptions} from '../src/town.js';

/** A file that does not arrive, what asks for it, and what is left. */
interface Missing {
  readonly options?: TownOptions;
  /** Whether there is a list all the same; there is unless the data cannot be read without the file. */
  readonly isListed?: false;
  /** What the console says, once; nothing when the file is only a comfort. */
  readonly says?: RegExp;
  /** How many different sentences that are; one unless several parts need the file. */
  readonly sentences?: number;
  /** What a person does that needs the file, and what there is instead. */
  readonly then?: (town: Town) => Promise<void>;
}

const PANEL_FAILED = 'Ce panneau n’a pas pu être chargé. Vérifiez la connexion, puis réessayez.';
const has = (shops: Element, sentence: string): Promise<void> =>
  until(() => textOf(one(shops, '.root')).includes(sentence), `it says: ${sentence}`);

/** No list at all, but a way out, and what the page wrote. */
const UNREACHABLE: Missing = {
  isListed: false,
  says: /Failed|error|import|module/i,
  then: async ({shops}) => {
    await has(shops, 'La liste est injoignable pour le moment. Réessayez dans quelques minutes.');
    expect(isShown(button(shops, 'Réessayer'))).to.equal(true);
    expect(isShown(shops.querySelector('h3'))).to.equal(true);
  },
};

const FILES: Readonly<Record<string, Missing>> = {
  card: {
    says: /the card could not be loaded; the rest stays/,
    then: async ({shops}) => {
      rows(shops)[0]?.click();
      await has(shops, 'La fiche n’a pas pu être chargée. Vérifiez la connexion, puis réessayez.');
      button(shops, 'Retour à la liste')?.click();
      await until(() => rows(shops).length > 0, 'the list is back');
    },
  },
  search: {
    says: /the search could not be loaded; the rest stays/,
    then: async ({shops}) => {
      await until(() => one(shops, '#open-filters'), 'the bar is there');
      one(shops, '#open-filters')?.click();
      await has(shops, PANEL_FAILED);
      const [category] = all(shops, '.categories input');
      category?.click();
      await until(() => countShown(shops) < 64, 'categories answer without it');
    },
  },
  finder: {
    says: /the panels of filters could not be loaded; the rest stays/,
    then: async ({shops}) => {
      await until(() => one(shops, '#open-filters'), 'the bar is there');
      one(shops, '#open-filters')?.click();
      await has(shops, PANEL_FAILED);
      fill(one(shops, '#search') as HTMLInputElement, 'pain');
      await until(() => countShown(shops) < 64, 'the text search answers without it');
    },
  },
  share: {
    says: /sharing and export could not be loaded; the rest stays/,
    then: async ({shops}) => {
      await until(() => one(shops, '#open-share'), 'the bar is there');
      one(shops, '#open-share')?.click();
      await has(shops, PANEL_FAILED);
    },
  },
  details: {says: /hours and filters could not be loaded; the rest stays/},
  // of the cards and of the order buttons
  formats: {says: /could not be loaded/, sentences: 3},
  'map-engine': {
    says: /the map could not be loaded/,
    then: ({shops}) => has(shops, 'La carte n’a pas pu être chargée. La liste est complète.'),
  },
  sketch: {options: {tiles: 'none'}},
  'own-tiles': {says: /what reads the base map could not be loaded; a sketch takes its place/},
  'page-templates': {
    options: {templates: ''},
    says: /page templates could not be loaded; the rest stays/,
    then: ({shops}) => until(() => textOf(one(shops, '.row .meta')), 'our own lines stand there'),
  },
  'url-state': {
    options: {'url-state': 'shops', more: {'shops-text': 'pain'}},
    says: /url-state could not be loaded; the rest stays/,
  },
  publish: {options: {'json-ld': '1'}, says: /json-ld could not be loaded/},
  // what several elements of the page share
  // with it the hashes of all that a page does not begin with
  parts: {says: /could not be loaded/, sentences: 9},
  sharing: {
    says: /sharing and export could not be loaded/,
    then: async ({shops}) => {
      await until(() => one(shops, '#open-share'), 'the bar is there');
      one(shops, '#open-share')?.click();
      await has(shops, PANEL_FAILED);
    },
  },
  'page-address': {
    options: {'url-state': 'shops', more: {'shops-text': 'pain'}},
    says: /url-state could not be loaded/,
    // the calendar of the page may keep its own there, too
    sentences: 2,
  },
  addresses: {
    says: /the panels of filters could not be loaded/,
    then: async ({shops}) => {
      await until(() => one(shops, '#open-filters'), 'the bar is there');
      one(shops, '#open-filters')?.click();
      await has(shops, PANEL_FAILED);
    },
  },
  'text-search': {says: /the search could not be loaded/},
  'public-holidays': {says: /the card could not be loaded/},
  'core-more': {options: {'json-ld': '1'}, says: /could not be loaded|error|failed/i, sentences: 4},
  'feed-text': {
    ...UNREACHABLE,
    options: {src: '/__feeds/broken?format=csv'},
    sentences: 4,
  },
  'csv-records': {...UNREACHABLE, options: {src: '/__feeds/broken?format=csv'}},
  'json-ld-things': {
    ...UNREACHABLE,
    options: {src: '/__feeds/broken?format=json-ld'},
    // the calendar reads such a feed with it, too
    sentences: 4,
  },
  'name-likeness': {
    ...UNREACHABLE,
    options: {src: '/__feeds/geojson?n=64 /__feeds/geojson?n=30'},
    sentences: 4,
  },
  'addresses-en': {options: {lang: 'en'}},
  en: {
    options: {lang: 'en'},
    then: ({shops}) => until(() => one(shops, '.root')?.lang === 'fr', 'the words are French'),
  },
  'category-names-en': {options: {lang: 'en'}},
  'feed-words': {...UNREACHABLE, options: {src: '/__feeds/broken?format=geojson'}},
  'more-readers': {...UNREACHABLE, options: {src: '/__feeds/broken?format=osm'}},
  'explain-failure': {
    options: {src: '/__feeds/404'},
    isListed: false,
    says: /./,
    then: ({shops}) => has(shops, 'Réessayer'),
  },
  failures: {
    options: {src: '/__feeds/404'},
    isListed: false,
    says: /answered with HTTP status 404/,
    then: ({shops}) =>
      has(shops, 'La liste n’a pas pu être chargée. Réessayez dans quelques minutes.Réessayer'),
  },
  'places-worker': {
    options: {src: '/__feeds/geojson?n=8000', tiles: 'none'},
    says: /places-worker\.js/,
  },
  'sources.js for a source by view': {
    ...UNREACHABLE,
    options: {src: '/__feeds/geojson?n=64&box={bbox}', without: 'sources'},
  },
  sources: {
    options: {src: '/packages/e2e/fixtures/bad-positions.geojson'},
    says: /5 rows left out/,
    then: ({shops}) => has(shops, '5 fiches illisibles ne sont pas affichées.'),
  },
};

/** Without these there is no element; `script-tag` holds the page to its own content. */
const ROOT = ['local-widgets', 'core', 'shops-map'];
/** Not for the map: what fits frames, what helps webmasters. */
const OTHERS = ['doctor', 'frames'];

/**
 * Order buttons, chats and calendars have their own tests of what is left: `missing-order-files`,
 * `missing-chat-files`, `missing-calendar-files`.
 */
const isOfOthers = (name: string): boolean => /^(?:collect-|directives\.|chat)|calendar/.test(name);

describe('a script file that does not arrive', () => {
  before(() => setViewport({width: 1200, height: 800}));
  afterEach(closePages);

  it('is known to these tests, whichever it is', async () => {
    const built = (await (await fetch('/__page/town/built-files.json')).json()) as string[];
    const known = [...Object.keys(FILES), ...ROOT, ...OTHERS]
      .filter(name => !name.includes(' '))
      .map(name => `${name}.js`);
    expect(built.filter(file => !isOfOthers(file))).to.deep.equal(known.sort());
  });

  for (const [file, {options, isListed = true, says, sentences = 1, then}] of Object.entries(
    FILES,
  )) {
    it(`${file}: ${isListed ? 'the list stays' : 'a sentence and a way out'}`, async () => {
      const town = await openTown({without: file, ...options});
      const {shops, warnings} = town;
      if (isListed) {
        await until(() => rows(shops).length > 0, 'the list is there');
        await until(() => status(shops) !== '', 'it says how many there are');
        expect(rows(shops).every(isShown)).to.equal(true);
      }
      await then?.(town);
      if (says) {
        await until(() => warnings.some(words => says.test(words)), `the console says ${says}`);
      }
      const rest = warnings.filter(words => !says?.test(words));
      expect(rest, 'no other warning').to.deep.equal([]);
      // a person's next action tries again, and may be told again
      if (says) expect(new Set(warnings).size, 'sentences').to.be.within(1, sentences);
      expect(town.errors, 'no uncaught error').to.deep.equal([]);
      expect(town.violations, 'policy').to.deep.equal([]);
    });
  }
});
