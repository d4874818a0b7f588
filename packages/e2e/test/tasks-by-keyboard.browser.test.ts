import {expect} from '@open-wc/testing';
import {resetMouse, sendKeys, setViewport} from '@web/test-runner-commands';
import {closePages, until, type PageWindow} from '../src/frame.js';
import {focused, tabTo} from '../src/hand.js';
import {all, countShown, markers, one, rows, status, textOf} from '../src/parts.js';
import {listed} from '../src/ready.js';
import {openTown, type Town} from '../src/town.js';

/** A Saturday morning in the market's hours. */
const SATURDAY = '2026-11-21T10:00:00+01:00';

const kept: string[] = [];
const keepNames = (window: PageWindow): void => {
  window.HTMLAnchorElement.prototype.click = function () {
    kept.push(this.download);
  };
};

async function ready(): Promise<Town> {
  const town = await openTown({before: keepNames});
  town.shops.clock = {now: () => new Date(SATURDAY)};
  await listed(town.shops);
  await until(() => markers(town.shops).length > 0, 'the map has markers');
  town.document.querySelector<HTMLElement>('#contenu')?.focus();
  return town;
}

const labelOf = (element: HTMLElement): string => textOf(element.closest('label') ?? undefined);

/** Tab to what `isThere` likes, then a key. */
async function go(
  town: Town,
  isThere: (element: HTMLElement) => boolean,
  press = 'Enter',
): Promise<HTMLElement> {
  const element = await tabTo(town, isThere, 90);
  await sendKeys({press});
  return element;
}

/** Choices go with the arrow keys until they say the words. */
async function chooseOption(select: HTMLSelectElement, words: string): Promise<void> {
  const said = (): string => textOf(select.selectedOptions[0]);
  const wanted = [...select.options].findIndex(option => textOf(option).includes(words));
  expect(wanted, words).to.be.greaterThan(-1);
  for (let step = 0; step < select.options.length && !said().includes(words); step++) {
    await sendKeys({press: 'ArrowDown'});
    await new Promise(resolve => requestAnimationFrame(resolve));
  }
  expect(said()).to.include(words);
}

describe('a whole task by keyboard alone:', () => {
  before(() => setViewport({width: 1200, height: 900}));
  beforeEach(() => kept.splice(0));
  afterEach(async () => {
    closePages();
    await resetMouse();
  });

  it('an open organic producer within 10 km, up to its phone', async () => {
    const town = await ready();
    const {shops} = town;
    await go(town, element => labelOf(element).startsWith('Ouvert maintenant'), ' ');
    await until(() => countShown(shops) < 64, '"open now" answers');
    const radius = await tabTo(town, element => element.id === 'radius');
    await chooseOption(radius as HTMLSelectElement, '10 km');
    await go(town, element => element.id === 'open-filters');
    await until(() => focused(town)?.closest('.tool-panel'), 'the panel has the keyboard');
    await go(town, element => labelOf(element).startsWith('AB'), ' ');
    await until(() => one(shops, '.active'), 'the label is in force');
    await sendKeys({press: 'Escape'});
    await until(() => focused(town)?.id === 'open-filters', 'its button has the keyboard again');
    await go(town, element => labelOf(element).startsWith('Producteurs'), ' ');
    await until(() => (focused(town) as HTMLInputElement).checked, 'producers are chosen');
    expect(countShown(shops)).to.be.within(1, 10);
    await go(town, element => element.matches('.row .name'));
    await until(() => focused(town)?.id === 'card-name', 'the card has the keyboard');
    expect(textOf(one(shops, '.card')))
      .to.include('AB')
      .and.to.match(/Ouvert|Horaires/);
    const call = await tabTo(town, element => element.matches('.contact a'));
    expect(call.getAttribute('href')).to.match(/^tel:\+?\d{9,}/);
    expect([...town.errors, ...town.warnings]).to.deep.equal([]);
  }).timeout(60_000);

  it('a cluster spread, a place of it chosen, and back', async () => {
    const town = await ready();
    const {shops} = town;
    const isCluster = (element: HTMLElement): boolean => element.matches('.marker.cluster');
    await tabTo(town, isCluster, 120);
    const at = (): HTMLElement | null => focused(town);
    for (let step = 0; step < 8 && at()?.matches('.cluster'); step++) {
      const before = markers(shops)
        .map(marker => marker.getAttribute('aria-label') ?? '')
        .join();
      await sendKeys({press: 'Enter'});
      const now = (): string =>
        markers(shops)
          .map(marker => marker.getAttribute('aria-label') ?? '')
          .join();
      await until(() => now() !== before, 'the cluster comes apart');
      await until(() => at()?.matches('.marker'), 'the keyboard stays on the map');
    }
    expect(at()?.matches('.marker:not(.cluster)')).to.equal(true);
    const id = at()?.dataset['id'];
    await sendKeys({press: 'Enter'});
    await until(() => at()?.id === 'card-name', 'the card has the keyboard');
    const current = (): HTMLElement | undefined => one(shops, '.on-map .marker[aria-current]');
    await until(() => current()?.dataset['id'] === id, 'its marker stands out');
    await sendKeys({down: 'Shift'});
    await sendKeys({press: 'Tab'});
    await sendKeys({up: 'Shift'});
    expect(textOf(at() ?? undefined)).to.equal('Retour à la liste');
    await sendKeys({press: 'Enter'});
    await until(() => at()?.dataset['id'] === id, 'its row has the keyboard');
    expect(at()?.matches('.row .name')).to.equal(true);
    expect([...town.errors, ...town.warnings]).to.deep.equal([]);
  }).timeout(60_000);

  it('near a town by its postcode', async () => {
    const town = await ready();
    const {shops} = town;
    await go(town, element => element.id === 'open-near');
    await until(() => focused(town)?.id === 'near-place', 'the field has the keyboard');
    await sendKeys({type: '61'});
    await until(() => all(shops, '[role=option] small').length > 0, 'towns are offered');
    await sendKeys({press: 'ArrowDown'});
    const active = all(shops, '[role=option][aria-selected=true]')[0];
    const name = textOf(active?.querySelector('span') ?? undefined);
    await sendKeys({press: 'Enter'});
    await until(
      () => textOf(one(shops, '.active')).includes(`Près de ${name}`),
      'it is near there',
    );
    // Escape in the field would take the place back, as in any combobox
    await go(town, element => element.matches('.tool-panel .close'));
    await until(() => focused(town)?.id === 'open-near', 'its button has the keyboard again');
    expect(status(shops)).to.include('de la plus proche');
    expect(textOf(one(shops, '.active'))).to.include(`Près de ${name}`);
    expect([...town.errors, ...town.warnings]).to.deep.equal([]);
  }).timeout(60_000);

  it('what is shown, as a spreadsheet', async () => {
    const town = await ready();
    const {shops} = town;
    await tabTo(town, element => element.id === 'search');
    await sendKeys({type: 'pain'});
    await until(() => countShown(shops) < 64, 'the search answers');
    const count = countShown(shops);
    await go(town, element => element.id === 'open-share');
    await until(() => focused(town)?.closest('.tool-panel'), 'the panel has the keyboard');
    await go(town, element => textOf(element) === 'Tableur (CSV)');
    await until(() => kept.length > 0, 'a file is kept');
    expect(kept[0]).to.match(/-2026-11-21\.csv$/);
    const said = all(shops, '.tool-panel [role=status]').map(textOf).join();
    expect(said).to.include('préparé').and.to.include(String(count));
    await sendKeys({press: 'Escape'});
    await until(() => focused(town)?.id === 'open-share', 'its button has the keyboard again');
    expect(rows(shops)).not.to.deep.equal([]);
  }).timeout(60_000);
});
