import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {watchTimers, type Waiting} from '../src/at-rest.js';
import {chatHub, launcherOf} from '../src/chatting.js';
import {openWidget, type WidgetPage} from '../src/declared.js';
import {closePages, until} from '../src/frame.js';
import {all, markers, one} from '../src/parts.js';
import {listed} from '../src/ready.js';
import {SCRIPTS} from '../src/town.js';
import {forgetOurs, NOTHING_STORED, stored} from '../src/traces.js';

const HOUR = 3_600_000;

/** A widget of a page that nobody touches, and whose idle work is over. */
interface Resting {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly ready: (page: WidgetPage) => Promise<void>;
}

const loaded = ({window}: WidgetPage, url: string): boolean =>
  window.performance.getEntriesByName(url).length > 0;

const asked =
  (file: string) =>
  ({traces}: WidgetPage): boolean =>
    traces.requests().some(url => url.endsWith(`/${file}`));

const WIDGETS: readonly Resting[] = [
  {
    name: 'shops-map',
    attributes: {src: '/__page/town/data/shops.geojson', tiles: '/__tiles/{z}/{x}/{y}.png'},
    async ready(page) {
      await listed(page.element);
      await until(() => markers(page.element).length > 0, 'the map has markers');
      await until(() => one(page.element, '.leaflet-tile-loaded'), 'there are tiles');
      await until(
        () => !one(page.element, '.leaflet-tile:not(.leaflet-tile-loaded)'),
        'all of them',
      );
      await until(() => asked('card.js')(page), 'the idle work is over');
    },
  },
  {
    name: 'event-calendar',
    attributes: {src: '/__page/town/data/agenda.ics'},
    async ready(page) {
      await until(() => all(page.element, '.name').length > 0, 'the agenda is there');
    },
  },
  {
    name: 'collect-button',
    attributes: {hub: 'https://hub.example', shop: 'boulangerie-lecourbe'},
    ready: ({element}) => until(() => one(element, '[part=button]'), 'the button is there'),
  },
  {
    name: 'chat',
    attributes: {hub: 'https://hub.example', shop: 'mairie'},
    ready: ({element}) => until(() => launcherOf(element), 'the button is there'),
  },
];

describe('a page that nobody touches', () => {
  before(() => setViewport({width: 1200, height: 900}));
  beforeEach(forgetOurs);
  afterEach(closePages);

  for (const {name, attributes, ready} of WIDGETS) {
    it(`asks for nothing in an hour, and keeps nothing: ${name}`, async () => {
      let waiting: Waiting | undefined;
      const page = await openWidget(name, {
        attributes,
        before: window => {
          waiting = watchTimers(window);
          chatHub().options.before?.(window);
        },
      });
      await ready(page);
      const before = page.traces.requests();
      await waiting!.pass(HOUR);
      // a file of ours may come when first needed, as that of public holidays; nobody else is asked
      const late = page.traces.requests().filter(url => !before.includes(url));
      const ours = `${location.origin}${SCRIPTS}`;
      expect(late.filter(url => !url.startsWith(ours))).to.deep.equal([]);
      await until(() => late.every(url => loaded(page, url)), 'it came');
      const then = page.traces.requests();
      await waiting!.pass(HOUR);
      expect(page.traces.requests()).to.deep.equal(then);
      expect(await stored(page.window)).to.deep.equal(NOTHING_STORED);
    });
  }
});
