import {expect} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import {openFour} from '../../src/all-four.js';
import {closePages, until} from '../../src/frame.js';
import {all, isShown, one} from '../../src/parts.js';
import {goTo} from '../../src/town.js';
import {forgetOurs} from '../../src/traces.js';

describe('a page that is printed while something is open', () => {
  before(async function () {
    await setViewport({width: 1200, height: 900});
    // only Chromium can be told that it prints
    await emulateMedia({media: 'screen'}).catch(() => this.skip());
  });
  afterEach(async () => {
    await emulateMedia({media: 'screen'});
    closePages();
    forgetOurs();
  });

  const press = async (element: HTMLElement, selector: string): Promise<void> => {
    await until(() => one(element, selector), selector);
    one(element, selector)!.click();
  };

  for (const [name, open] of [
    ['an order', {what: 'collect', way: '[part=button]', content: '.product'}],
    ['an event', {what: 'events', way: '.event .name', content: 'h2, h3'}],
  ] as const) {
    it(`shows ${name} once and whole, without a veil over the page`, async () => {
      const page = await openFour();
      const element = page[open.what];
      await goTo(element);
      await press(element, open.way);
      await until(() => one(element, `dialog[open] :is(${open.content})`), 'the dialog is open');
      const dialog = one(element, 'dialog')!;
      const look = (pseudo?: string) => page.window.getComputedStyle(dialog, pseudo);
      expect(look().position).to.equal('fixed');

      await emulateMedia({media: 'print'});

      expect(look().position, 'on one page, not on each').to.equal('absolute');
      expect(look('::backdrop').display).to.equal('none');
      const cut = [dialog, ...all(element, 'dialog *')].filter(
        each =>
          each.scrollHeight > each.clientHeight + 1 &&
          page.window.getComputedStyle(each).overflowY !== 'visible',
      );
      expect(cut.filter(isShown).map(each => each.className)).to.deep.equal([]);
    });
  }

  it('leaves the panel of a chat out', async () => {
    const page = await openFour();
    await goTo(page.chat);
    await press(page.chat, '[part=launcher]');
    await until(() => isShown(one(page.chat, '#text')), 'one may write');

    await emulateMedia({media: 'print'});

    expect(isShown(one(page.chat, '#panel'))).to.equal(false);
  });
});
