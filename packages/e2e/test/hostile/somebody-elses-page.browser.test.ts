import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {openFour} from '../../src/all-four.js';
import {closePages} from '../../src/frame.js';
import {HOSTILE_SCRIPTS} from '../../src/hostile-scripts.js';
import {HOSTILE_STYLES} from '../../src/hostile-styles.js';
import {all, one, rows, textOf} from '../../src/parts.js';
import {forgetOurs} from '../../src/traces.js';
import {useFour} from '../../src/use-four.js';

describe('the four from the script tag, in pages that somebody else wrote', () => {
  before(() => setViewport({width: 1200, height: 900}));
  afterEach(() => {
    closePages();
    forgetOurs();
  });

  for (const [name, script] of Object.entries(HOSTILE_SCRIPTS)) {
    it(`${name}: everything can be done`, async () => {
      const page = await openFour({head: `<script>{${script}}</script>`});
      await useFour(page);
      expect(page.errors).to.deep.equal([]);
      expect(page.warnings).to.deep.equal([]);
      // what a hub gets is what it gets from any page
      const [order] = page.hub.orders.asked('POST', '/api/shops/fournil/orders');
      expect((order?.body as {lines: unknown}).lines).to.deep.equal([
        {product: 'pain-de-campagne', quantity: 1},
      ]);
    }).timeout(60_000);
  }

  for (const [name, style] of Object.entries(HOSTILE_STYLES)) {
    it(`${name}: everything can be done, and seen`, async function () {
      // in columns, WebKit does not tell that a long element comes near: it stays what the author wrote
      if (name.startsWith('columns') && !/Chrome|Firefox/.test(navigator.userAgent)) this.skip();
      const page = await openFour({head: `<style>${style}</style>`});
      await useFour(page);
      expect(page.errors).to.deep.equal([]);
      const {shops, events, collect, chat} = page;
      for (const seen of [
        rows(shops)[0],
        one(shops, '.status'),
        one(shops, '#search'),
        all(events, '.date')[0] ?? one(events, '[part=hours]'),
        one(collect, '[part=button]'),
        one(chat, '[part=launcher]'),
      ]) {
        const {width, height} = seen!.getBoundingClientRect();
        expect(Math.min(width, height), `${textOf(seen).slice(0, 20)} has room`).to.be.above(8);
        const look = page.window.getComputedStyle(seen!);
        expect(look.visibility).to.equal('visible');
        expect(look.textIndent, 'text is where one looks').to.equal('0px');
        expect(look.whiteSpace, 'lines break').not.to.match(/^(pre|nowrap)$/);
      }
    }).timeout(60_000);
  }
});
