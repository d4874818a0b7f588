import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {FAILURES, shortWaits} from '../src/failures.js';
import {closePages, until, type PageWindow} from '../src/frame.js';
import {button, isShown, one, rows, status, textOf} from '../src/parts.js';
import {sentences} from '../src/sentences.js';
import {openTown, type Town} from '../src/town.js';

/** Counters of the test server are kept by key; this one is new in every session. */
const key = encodeURIComponent(location.search);

const fallbackOf = ({shops}: Town): boolean => isShown(shops.querySelector('h3'));
/** French is there at once; the words of another language may come a moment later. */
const speaks = ({shops}: Town, lang: 'fr' | 'en'): Promise<void> =>
  until(
    () => button(shops, sentences[lang].retry) && one(shops, '.root')?.lang === lang,
    `it speaks ${lang}`,
  );
const alertOf = ({shops}: Town): string => textOf(one(shops, '[role=alert]'));

describe('a list that cannot be had', () => {
  before(() => setViewport({width: 1200, height: 800}));
  afterEach(closePages);

  for (const {name, options, code, says} of FAILURES) {
    for (const lang of ['fr', 'en'] as const) {
      it(`${name}, said in ${lang === 'fr' ? 'French' : 'English'}`, async () => {
        const said = sentences[lang];
        const given = typeof options === 'function' ? await options() : options;
        const page = await openTown({...given, lang});
        await until(() => alertOf(page), 'the page says what is wrong');
        await speaks(page, lang);
        expect(alertOf(page)).to.equal(said.failures[code]);
        expect(isShown(button(page.shops, said.retry)), 'a way out').to.equal(true);
        expect(fallbackOf(page), 'what the page wrote').to.equal(true);
        expect(status(page.shops)).to.equal('');
        expect(page.warnings).to.have.lengthOf(1);
        expect(page.warnings[0])
          .to.match(/^<local-shops-map> /)
          .and.to.match(says);
        expect(page.errors).to.deep.equal([]);
      });
    }
  }

  it('100 MB, streamed: the download is cut soon after 50 MB', async () => {
    /** Sizes of the pieces of the list, in their order; pieces are as large as the browser likes. */
    const pieces: number[] = [];
    const signals: AbortSignal[] = [];
    const watchPieces = (window: PageWindow): void => {
      const bodies = new WeakSet<object>();
      const stream = window.ReadableStream.prototype;
      const getReader = Reflect.get(stream, 'getReader') as () => ReadableStreamDefaultReader;
      Reflect.set(stream, 'getReader', function (this: ReadableStream) {
        const reader = getReader.call(this);
        if (!bodies.has(this)) return reader;
        const read = reader.read.bind(reader);
        reader.read = async () => {
          const result = await read();
          if (result.value) pieces.push((result.value as Uint8Array).length);
          return result;
        };
        return reader;
      });
      const original = window.fetch.bind(window);
      window.fetch = (input, init) => {
        const url = input instanceof window.Request ? input.url : String(input);
        if (!url.includes('huge')) return original(input, init);
        if (init?.signal) signals.push(init.signal);
        return original(input, init).then(response => {
          if (response.body) bodies.add(response.body);
          return response;
        });
      };
    };
    const page = await openTown({src: '/__feeds/huge', before: watchPieces});
    await until(() => alertOf(page), 'the page says what is wrong', 40_000);
    const said = sentences.fr;
    expect(alertOf(page)).to.equal(said.failures['too-large']);
    expect(fallbackOf(page)).to.equal(true);
    expect(page.warnings[0]).to.match(/\/__feeds\/huge is larger than the limit of 50 MB/);
    const sum = (sizes: number[]): number => sizes.reduce((total, size) => total + size, 0);
    expect(sum(pieces), 'over the limit').to.be.above(50e6);
    expect(sum(pieces.slice(0, -1)), 'and cut by the first piece that is').to.be.at.most(50e6);
    expect(signals.map(({aborted}) => aborted)).to.deep.equal([true]);
  }).timeout(60_000);

  for (const lang of ['fr', 'en'] as const) {
    it(`no network, said in ${lang === 'fr' ? 'French' : 'English'}, and back`, async () => {
      let isOnline = false;
      const unplug = (window: PageWindow): void => {
        const original = window.fetch.bind(window);
        Object.defineProperty(window.navigator, 'onLine', {get: () => isOnline});
        window.fetch = (...request) =>
          isOnline ? original(...request) : Promise.reject(new window.TypeError('Failed to fetch'));
      };
      const page = await openTown({lang, before: unplug});
      const said = sentences[lang];
      await until(() => alertOf(page), 'the page says what is wrong');
      await speaks(page, lang);
      expect(alertOf(page)).to.equal(said.failures.offline);
      expect(fallbackOf(page)).to.equal(true);
      expect(page.warnings[0]).to.match(/No network; http.*shops\.geojson could not be reached/);
      isOnline = true;
      button(page.shops, said.retry)?.click();
      await until(() => rows(page.shops).length > 0, 'the list is there');
      expect(alertOf(page)).to.equal('');
    });
  }

  it('comes back by itself when the server was only busy for a moment', async () => {
    const src = `/__feeds/503-then-ok?key=${key}`;
    const {shops, warnings} = await openTown({src, before: shortWaits});
    await until(() => rows(shops).length > 0, 'the list is there');
    expect(warnings).to.deep.equal([]);
  });

  it('comes back when a person tries again', async () => {
    const src = `/__feeds/429?retry-after=60&key=${key}`;
    const page = await openTown({src});
    await until(() => alertOf(page), 'the page says what is wrong');
    button(page.shops, sentences.fr.retry)?.click();
    await until(() => rows(page.shops).length > 0, 'the list is there');
    expect(fallbackOf(page)).to.equal(false);
  });

  it('stays honest while nothing has arrived: it says so, and shows no empty list', async () => {
    const page = await openTown({src: '/__feeds/hang'});
    const said = sentences.fr;
    await until(() => status(page.shops) === said.loading, 'it says that it loads');
    expect(rows(page.shops)).to.deep.equal([]);
    expect(page.warnings).to.deep.equal([]);
  });

  it('a list without a place shows what the page wrote', async () => {
    for (const lang of ['fr', 'en'] as const) {
      const page = await openTown({src: '/__feeds/no-places', lang});
      const said = sentences[lang];
      await until(() => status(page.shops) === said.empty, 'it says that nothing is published');
      expect(fallbackOf(page)).to.equal(true);
    }
  });
});
