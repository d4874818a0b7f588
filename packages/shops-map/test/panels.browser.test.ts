import {expect} from '@open-wc/testing';
import {open, until, type PageOptions, type ShopsHarness} from './harness.js';
import {offeringPlaces, openPanel, panelOf, PANELS, pressKey} from './more-harness.js';
import {CENTER} from './places.js';

const options: PageOptions = {places: offeringPlaces, attributes: {center: CENTER}};

const expanded = (shops: ShopsHarness): string[] =>
  shops.all('[aria-controls=tool-panel]').map(each => each.getAttribute('aria-expanded') ?? '');

describe('the panels of <local-shops-map>', () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const name of PANELS) {
      it(`are accessible: ${name}, ${scheme}`, async () => {
        const shops = await open({...options, scheme});
        const panel = await openPanel(shops, name);
        expect(panel.getAttribute('role')).to.equal('group');
        await expect(shops.element).to.be.accessible();
      });
    }
  }

  it('are announced by their buttons, and one is open at a time', async () => {
    const shops = await open(options);
    expect(expanded(shops)).to.deep.equal(['false', 'false', 'false']);
    expect(panelOf(shops)).to.equal(undefined);
    await openPanel(shops, 'Filtres');
    expect(expanded(shops)).to.deep.equal(['false', 'true', 'false']);
    await openPanel(shops, 'Partager');
    expect(expanded(shops)).to.deep.equal(['false', 'false', 'true']);
    expect(shops.all('#tool-panel')).to.have.lengthOf(1);
    await shops.press('Partager');
    expect(expanded(shops)).to.deep.equal(['false', 'false', 'false']);
    expect(panelOf(shops)).to.equal(undefined);
  });

  for (const name of PANELS) {
    it(`take the keyboard when opened, and give it back on Escape: ${name}`, async () => {
      const shops = await open(options);
      const panel = await openPanel(shops, name);
      await until(() => panel.contains(shops.root.activeElement), 'the keyboard in the panel');
      pressKey(shops.root.activeElement!, 'Escape');
      await until(() => !panelOf(shops), 'no panel');
      await until(() => shops.focused === name, 'the keyboard at the button');
    });
  }

  it('close by their own button as well', async () => {
    const shops = await open(options);
    await openPanel(shops, 'Filtres');
    await shops.press('Fermer');
    expect(panelOf(shops)).to.equal(undefined);
    await until(() => shops.focused === 'Filtres', 'the keyboard at the button');
  });

  it('keep other keys to themselves', async () => {
    const shops = await open(options);
    const panel = await openPanel(shops, 'Filtres');
    pressKey(panel.querySelector('input')!, 'a');
    await shops.settled();
    expect(panelOf(shops)).to.equal(panel);
  });

  it('speak English where the page does, also when they are open while the language changes', async () => {
    const shops = await open(options);
    await openPanel(shops, 'Filtres');
    shops.element.lang = 'en';
    await until(() => panelOf(shops)?.textContent.includes('Close'), 'English');
    expect(panelOf(shops)?.textContent).to.not.contain('Fermer');
  });
});
