import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {axeViolations} from '../src/axe.js';
import {needSite, SITE} from '../src/configuring.js';
import {closePages, openPage, until} from '../src/frame.js';

const PAGES = [
  'index.html',
  'en/index.html',
  'widgets/index.html',
  'widgets/shops-map.html',
  'widgets/event-calendar.html',
  'en/widgets/collect-button.html',
  'widgets/chat.html',
  'guides/index.html',
  'guides/data.html',
  'en/guides/csp.html',
  'dev/index.html',
  'dev/architecture.html',
  'dev/sizes.html',
];

describe('the documentation site', () => {
  before(needSite);
  afterEach(closePages);

  for (const path of PAGES) {
    it(`has nothing for axe, refuses nothing and fits: ${path}`, async () => {
      for (const width of [320, 1280]) {
        await setViewport({width, height: 900});
        const page = await openPage({src: SITE + path});
        await until(() => page.document.readyState === 'complete', 'the page is there');
        const live = page.document.querySelector('.live > *');
        if (live) {
          live.scrollIntoView({behavior: 'instant'});
          await until(
            () => live.shadowRoot?.querySelector('.root, [part], button'),
            'its widget lives',
          );
        }
        expect(await axeViolations(page), `${width} pixels`).to.deep.equal([]);
        const {scrollWidth, clientWidth} = page.document.documentElement;
        expect(scrollWidth, 'nothing is wider than the page').to.be.at.most(clientWidth);
        expect(page.violations).to.deep.equal([]);
        closePages();
      }
    });
  }

  it('leads from a page to the same in the other language', async () => {
    const page = await openPage({src: `${SITE}guides/data.html`});
    await until(() => page.document.querySelector('.language'), 'the link is there');
    const link = page.document.querySelector<HTMLAnchorElement>('.language')!;
    expect(link.lang).to.equal('en');
    const other = await openPage({src: link.href});
    await until(() => other.document.readyState === 'complete', 'the page is there');
    expect(other.document.documentElement.lang).to.equal('en');
    expect(other.document.querySelector('h1')?.textContent).to.equal('Your data');
  });

  it('has a link past the menu that leads to the content', async () => {
    const page = await openPage({src: `${SITE}dev/index.html`});
    await until(() => page.document.querySelector('.skip'), 'the link is there');
    const skip = page.document.querySelector<HTMLAnchorElement>('.skip')!;
    skip.click();
    await until(
      () => page.document.activeElement?.id === 'content',
      'the content has the keyboard',
    );
  });
});
