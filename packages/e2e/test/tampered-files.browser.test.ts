import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {closePages, until, type Page} from '../src/frame.js';
import {LARGE, listed} from '../src/large-list.js';
import {isShown, markers, one, rows} from '../src/parts.js';
import {ask, loader, loaderOf, pageOf} from '../src/script-tag.js';

const FALLBACK = '<p class="fallback"><a href="liste.html">La liste</a></p>';
const MAP = `<local-shops-map src="/__feeds/geojson?n=30" tiles="none">${FALLBACK}</local-shops-map>`;

const tampered = ({window}: Page): unknown => (window as unknown as {tampered?: unknown}).tampered;
const shopsOf = ({document}: Page): Element => document.querySelector('local-shops-map')!;

/** The page ran nothing but what was released, and its author can read why something is missing. */
async function refuses(page: Page, file: string): Promise<void> {
  await until(
    () => page.warnings.some(words => words.includes(`/${file}.js`)),
    `the console names ${file}.js`,
  );
  expect(tampered(page)).to.equal(undefined);
}

/**
 * Each file that a page can run, with one line more than was released. That the line would run is shown
 * first: else these tests would pass for a page that runs nothing.
 */
describe('a file that is not what was released', () => {
  let origin = '';
  before(async () => {
    await setViewport({width: 1200, height: 800});
    origin = await (await fetch('/__feeds/other-origin')).text();
  });
  afterEach(closePages);

  it('would run, were its hash not checked', async () => {
    const page = await pageOf(loader('/__page/town/tampered/core/core.js'));
    await until(() => tampered(page) === 'core', 'the line ran');
  });

  for (const from of ['the same site', 'another site']) {
    const at = (file: string): string =>
      loader(loaderOf('tampered', file, from === 'another site' ? origin : ''));

    for (const file of ['core', 'shops-map']) {
      it(`${file}.js from ${from} does not run, and the page keeps its own content`, async () => {
        const page = await pageOf(at(file) + MAP);
        await refuses(page, file);
        expect(shopsOf(page).shadowRoot).to.equal(null);
        expect(isShown(page.document.querySelector('.fallback'))).to.equal(true);
      });
    }

    it(`the map engine from ${from} does not run, and the list is whole`, async () => {
      const page = await pageOf(at('map-engine') + MAP);
      await until(() => shopsOf(page), 'the page has our tag');
      await until(() => rows(shopsOf(page)).length > 0, 'the list is there');
      await refuses(page, 'map-engine');
      expect(markers(shopsOf(page))).to.deep.equal([]);
    });

    for (const [file, html] of [
      ['details', MAP],
      ['en', MAP.replace(' ', ' lang="en" ')],
      ['parts', MAP],
      [
        'event-calendar',
        '<local-event-calendar src="/__page/town/data/agenda.ics"></local-event-calendar>',
      ],
      [
        'calendar-reader',
        '<local-event-calendar src="/__page/town/data/agenda.ics"></local-event-calendar>',
      ],
      [
        'icalendar',
        '<local-event-calendar src="/__page/town/data/agenda.ics"></local-event-calendar>',
      ],
      [
        'collect-button',
        '<local-collect-button shop="a" phone="0261911407"></local-collect-button>',
      ],
      ['chat', '<local-chat shop-name="Mairie" phone="0261911000"></local-chat>'],
    ] as const) {
      it(`${file}.js from ${from} does not run`, async () => {
        const page = await pageOf(at(file) + html);
        const error = await ask(page, file).then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(String(error)).to.contain(`${file}.js`);
        expect(tampered(page)).to.equal(undefined);
        // nor at the next try, when a browser may have forgotten the hash
        await ask(page, file).catch(() => undefined);
        expect(tampered(page)).to.equal(undefined);
      });
    }
  }

  it('a worker from another site is not started', async () => {
    const page = await pageOf(
      loader(loaderOf('tampered', 'places-worker', origin)) +
        `<local-shops-map src="${LARGE}" tiles="none"></local-shops-map>`,
    );
    await until(() => shopsOf(page), 'the page has our tag');
    await listed(shopsOf(page));
    await refuses(page, 'places-worker');
    expect(one(shopsOf(page), '.row')).to.exist;
  });

  it('a worker from another site is started when it is what was released', async () => {
    const page = await pageOf(
      loader(`${origin}/local-widgets/local-widgets.js`) +
        `<local-shops-map src="${LARGE}" tiles="none"></local-shops-map>`,
    );
    await until(() => shopsOf(page), 'the page has our tag');
    await listed(shopsOf(page));
    expect([...page.warnings, ...page.errors]).to.deep.equal([]);
  });

  it('every other file is refused as well', async function () {
    this.timeout(60_000);
    const built = (await (await fetch('/__page/town/built-files.json')).json()) as string[];
    const begin = [
      'local-widgets',
      'core',
      'parts',
      'shops-map',
      'event-calendar',
      'collect-button',
      'chat',
    ];
    const later = built
      .map(name => name.slice(0, -3))
      .filter(name => !begin.includes(name) && !name.endsWith('-worker'));
    expect(later.length).to.be.greaterThan(40);
    const page = await pageOf(loader(loaderOf('tampered', 'later')));
    for (const name of later) {
      const outcome = await ask(page, name).then(
        () => 'it ran',
        () => 'refused',
      );
      expect(outcome, name).to.equal('refused');
    }
    expect(tampered(page)).to.equal(undefined);
  });
});
