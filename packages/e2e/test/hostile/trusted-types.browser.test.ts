import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {openFour} from '../../src/all-four.js';
import {closePages} from '../../src/frame.js';
import {forgetOurs} from '../../src/traces.js';
import {useFour} from '../../src/use-four.js';

/** No text becomes code or markup, but by the two policies that our documentation names. */
const POLICY = [
  "require-trusted-types-for 'script'",
  'trusted-types lit-html local-widgets',
  // in a srcdoc page, Firefox takes 'self' for nobody
  `script-src ${location.origin}`,
  `style-src ${location.origin}`,
  "object-src 'none'",
  "base-uri 'none'",
].join('; ');

/** What the test itself writes, to see that it is refused. */
const OWN = '<b>text</b>';

describe('the four under Trusted Types', () => {
  before(() => setViewport({width: 1200, height: 900}));
  afterEach(() => {
    closePages();
    forgetOurs();
  });

  it('can be used to the end, and ask for no other policy', async () => {
    const page = await openFour({policy: POLICY});
    // that the page is under it is seen first
    if ('trustedTypes' in page.window) {
      const box = page.document.createElement('div');
      expect(() => (box.innerHTML = OWN)).to.throw();
    }
    await useFour(page);
    expect(page.violations.filter(each => !each.includes(OWN))).to.deep.equal([]);
    expect(page.errors).to.deep.equal([]);
    expect(page.warnings).to.deep.equal([]);
  }).timeout(60_000);
});
