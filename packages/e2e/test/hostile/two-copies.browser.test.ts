import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {openFour} from '../../src/all-four.js';
import {closePages} from '../../src/frame.js';
import {loader} from '../../src/script-tag.js';
import {forgetOurs} from '../../src/traces.js';
import {useFour} from '../../src/use-four.js';

/** Entry of a package, as an application's own bundle has it. */
const entry = (name: string): string =>
  `<script type="module" src="/packages/${name}/src/define.ts"></script>`;

const ALL = ['shops-map', 'event-calendar', 'collect-button', 'chat'].map(entry).join('');

/** A page that has the SDK twice: in its own bundle, and from a script tag that a plugin has put there. */
const PAGES: Readonly<Record<string, string>> = {
  'all from its bundle, and then the script tag': ALL,
  'the script tag, and then all from its bundle': loader() + ALL,
  'some from its bundle, the rest from the script tag':
    entry('collect-button') + entry('shops-map'),
  'the others from its bundle, the rest from the script tag':
    entry('chat') + entry('event-calendar'),
};

describe('two copies of the SDK in one page', () => {
  before(() => setViewport({width: 1200, height: 900}));
  afterEach(() => {
    closePages();
    forgetOurs();
  });

  for (const [name, head] of Object.entries(PAGES)) {
    it(`${name}: everything can be done`, async () => {
      const page = await openFour({head});
      await useFour(page);
      expect(page.errors).to.deep.equal([]);
      expect(page.warnings).to.deep.equal([]);
      expect(
        page.hub.orders.asked('POST', '/api/shops/fournil/orders'),
        'one order',
      ).to.have.lengthOf(1);
    }).timeout(60_000);
  }
});
