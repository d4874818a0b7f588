import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {LocalEventCalendar} from '@local-widgets/event-calendar';
import type {LocalShopsMap} from '@local-widgets/shops-map';
import {badNetwork, networkIsBack, type BadNetwork, type Fault} from '../../src/bad-network.js';
import {shortenTimers} from '../../src/failures.js';
import {modules, parse, SHOPS, AGENDA, type Modules} from '../../src/four-modules.js';
import {until} from '../../src/frame.js';
import {all, one, rows, textOf} from '../../src/parts.js';

/** With these nothing can be read. */
const HARD: readonly Fault[] = [
  'drop',
  'reset',
  'deaf',
  'silent',
  'half',
  'portal',
  'portal elsewhere',
  'not modified',
  'garbled',
  'server error',
  'gateway error',
];
/** With these it takes longer, or looks odd. */
const SOFT: readonly Fault[] = ['latency', 'drip', 'old', 'wrong type'];

/**
 * What a page asks for one load that fails: three attempts, and one question why. Browsers send each of them up to
 * ten times by themselves when a connection breaks (RFC 9110, 9.2.2), so that a server may count more.
 */
const MOST = 4;

describe('list and agenda on a bad network', () => {
  let page: Modules;
  let network: BadNetwork;
  let shops: LocalShopsMap;
  let events: LocalEventCalendar;
  const setTimeout = window.setTimeout.bind(window);

  before(() => setViewport({width: 1200, height: 900}));
  beforeEach(async () => {
    page = modules();
    network = await badNetwork();
    // the silence that is granted, and waits between attempts, pass in a moment
    shortenTimers(window, ms =>
      ms >= 15_000 && ms < 20_000 ? 1000 : ms > 100 && ms < 7000 ? ms / 20 : ms,
    );
  });
  afterEach(() => {
    page.end();
    Object.assign(window, {setTimeout});
    expect(page.errors).to.deep.equal([]);
  });

  function put(lang = 'fr'): void {
    page.box.lang = lang;
    page.box.append(
      parse(`<local-shops-map src="${network.address}${SHOPS}" layout="list"></local-shops-map>
        <local-event-calendar src="${network.address}${AGENDA}" date="2026-12-01"></local-event-calendar>`),
    );
    shops = page.box.querySelector('local-shops-map')!;
    events = page.box.querySelector('local-event-calendar')!;
  }

  /** Requests of the elements; the others are the test's own. */
  const asked = (): number => page.asked.filter(each => /geojson|ics/.test(each)).length;
  const areThere = (): boolean => rows(shops).length === 12 && names() > 0;
  const names = (): number => all(events, '.event .name').length;
  const text = (element: Element): string => textOf(one(element, '.root')).replace(/\s/g, ' ');
  const told = (name: string): Promise<number> =>
    new Promise(resolve => {
      let count = 0;
      page.box.addEventListener(name, () => resolve(++count));
    });

  // a browser that has the list takes "not modified" for what it says
  for (const fault of HARD.filter(fault => fault !== 'not modified')) {
    it(`${fault}: what was there stays, with its age, until there is something newer`, async () => {
      put();
      await until(areThere, 'both are there');
      const before = asked();
      const count = names();
      await network.set(fault);
      shops.reload();
      events.reload();
      await until(
        () =>
          /La mise à jour a échoué ; voici la liste reçue le \d+.* \d+ h \d\d\./.test(text(shops)),
        'the list says how old it is',
      );
      await until(
        () =>
          /La mise à jour a échoué ; voici l’agenda reçu le \d+.* \d+ h \d\d\./.test(text(events)),
        'the agenda says how old it is',
      );
      expect(rows(shops).length).to.equal(12);
      expect(names()).to.equal(count);
      expect(asked() - before, 'requests').to.be.at.most(2 * MOST);
      await network.set(undefined);
      networkIsBack();
      await until(
        () => !text(shops).includes('a échoué') && !text(events).includes('a échoué'),
        'both are fresh again',
      );
      expect(areThere()).to.equal(true);
    }).timeout(30_000);
  }

  for (const fault of HARD) {
    it(`${fault}, from the beginning: a sentence, and all of it as soon as it can be had`, async () => {
      await network.set(fault);
      put();
      await until(() => one(shops, '.failure [role=alert]'), 'the list says what is wrong');
      await until(() => one(events, '.failure [role=alert]'), 'the agenda says what is wrong');
      expect(asked(), 'requests').to.be.at.most(2 * MOST);
      await network.set(undefined);
      networkIsBack();
      await until(areThere, 'both are there');
    }).timeout(30_000);
  }

  for (const fault of SOFT) {
    it(`${fault}: it comes all the same`, async () => {
      await network.set(fault);
      put();
      await until(areThere, 'both are there');
      const again = [told('local-shops-load'), told('local-events-load')];
      shops.reload();
      events.reload();
      await Promise.all(again);
      await shops.updateComplete;
      expect(text(shops) + text(events)).not.to.include('a échoué');
      expect(page.warnings).to.deep.equal([]);
    }).timeout(30_000);
  }

  it('says it in English', async () => {
    put('en');
    await until(areThere, 'both are there');
    await network.set('server error');
    shops.reload();
    events.reload();
    await until(
      () =>
        /The update failed; this is the list received on \d+ \w+ at \d+:\d\d\./.test(text(shops)),
      'the list says how old it is',
    );
    await until(
      () =>
        /The update failed; these are the events received on \d+ \w+ at \d+:\d\d\./.test(
          text(events),
        ),
      'the agenda says how old it is',
    );
  }).timeout(30_000);

  it('for an hour: a dozen questions, and it is back without a sign of the browser', async () => {
    // the waits of what is tried again, of both: half a minute and its doubles; the minutes of the clock are none
    let passed = 0;
    Object.assign(window, {setTimeout});
    shortenTimers(window, ms => {
      if (ms % 30_000 !== 0) return ms < 15_000 ? ms / 20 : ms;
      passed += ms / 2;
      return 20;
    });
    await network.set('drop');
    put();
    await until(() => passed >= 3_600_000, 'an hour has passed', 40_000);
    const inAnHour = asked();
    // 30 s, 1, 2, 4, 8 min, then every ten: ten times in an hour, three attempts and a question each
    expect(inAnHour, 'requests in an hour').to.be.at.most(2 * MOST * 14);
    await network.set(undefined);
    await until(areThere, 'both are there, by themselves');
    expect(page.warnings.length, 'said once each').to.equal(2);
  }).timeout(60_000);
});
