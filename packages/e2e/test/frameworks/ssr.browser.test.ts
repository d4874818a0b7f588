import {expect} from '@open-wc/testing';
import {axeViolations} from '../../src/axe.js';
import {closePages, openPage, until, type Page} from '../../src/frame.js';
import {isShown} from '../../src/parts.js';

const text = (element: Element | null): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

function part(page: Page, tag: string): {inside: Element; shadow: () => ShadowRoot | null} {
  const element = page.document.querySelector(tag)!;
  return {inside: element.querySelector('ul')!, shadow: () => element.shadowRoot};
}

describe('a page with lists from the server', () => {
  afterEach(closePages);

  it('shows both before any script, and axe finds nothing wrong with them', async () => {
    const page = await openPage({src: '/__page/ssr/?script=off'});
    await until(() => page.document.readyState === 'complete', 'the page is there');
    const shops = part(page, 'local-shops-map');
    const events = part(page, 'local-event-calendar');
    expect(text(shops.inside)).to.contain('Boulangerie Martin').and.to.contain('7 h 30 – 12 h 30');
    expect(text(events.inside.parentElement)).to.contain('Marché du samedi');
    expect(isShown(shops.inside)).to.equal(true);
    expect(isShown(events.inside)).to.equal(true);
    expect(shops.shadow()).to.equal(null);
    expect(await axeViolations(page)).to.deep.equal([]);
    expect(page.violations).to.deep.equal([]);
  }).timeout(60_000);

  it('is taken over by the elements, under the strict policy and without a word', async () => {
    const page = await openPage({src: '/__page/ssr/'});
    const shops = part(page, 'local-shops-map');
    const events = part(page, 'local-event-calendar');
    await until(() => shops.shadow()?.querySelector('.row .opening .state'), 'the list is live');
    events.inside.scrollIntoView();
    await until(() => events.shadow()?.querySelector('.event .name'), 'the agenda is live');
    expect(isShown(shops.inside)).to.equal(false);
    expect(isShown(events.inside)).to.equal(false);
    const names = [...shops.inside.querySelectorAll('[itemprop="name"]')].map(text);
    const shown = [...shops.shadow()!.querySelectorAll('.row .name')].map(text);
    expect(shown).to.deep.equal(names);
    expect(await axeViolations(page)).to.deep.equal([]);
    expect(page.errors).to.deep.equal([]);
    expect(page.warnings).to.deep.equal([]);
    expect(page.violations).to.deep.equal([]);
  }).timeout(60_000);
});
