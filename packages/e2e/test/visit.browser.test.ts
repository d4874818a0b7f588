import {expect} from '@open-wc/testing';
import {resetMouse, sendKeys, setViewport} from '@web/test-runner-commands';
import {closePages, until} from '../src/frame.js';
import {focused, press, tabTo} from '../src/hand.js';
import {button, chip, countOf, markers, one, rows, status, textOf} from '../src/parts.js';
import {openTown, type Town} from '../src/town.js';

const shown = ({shops}: Town): number =>
  Number(/^\d+/.exec(status(shops).replace(/^Une adresse/, '1'))?.[0]);
const clusters = ({shops}: Town): HTMLElement[] =>
  markers(shops).filter(marker => marker.classList.contains('cluster'));
const zoomedIn = (before: number, town: Town): boolean =>
  markers(town.shops).reduce((sum, marker) => sum + countOf(marker), 0) !== before;

async function ready(): Promise<Town> {
  const town = await openTown();
  await until(() => markers(town.shops).length > 0, 'the map has markers');
  await until(() => one(town.shops, '.row .opening .state'), 'details are there');
  return town;
}

describe('a whole visit', () => {
  before(() => setViewport({width: 1200, height: 800}));
  afterEach(async () => {
    closePages();
    await resetMouse();
  });

  it('by keyboard: filter, search, open a card, go back, open a cluster', async () => {
    const town = await ready();
    const {shops, document} = town;
    document.querySelector<HTMLElement>('#contenu')?.focus();

    const search = await tabTo(town, element => element.id === 'search');
    await sendKeys({type: 'pain'});
    await until(() => shown(town) < 64, 'the search answers');
    expect(shown(town)).to.be.greaterThan(0);
    const found = rows(shops).map(textOf);
    expect(found).to.include('Boulangerie Lecourbe');
    expect(focused(town)).to.equal(search);

    await tabTo(town, element => element.matches('.categories input'));
    await sendKeys({press: ' '});
    await until(() => (focused(town) as HTMLInputElement | null)?.checked, 'the box is ticked');
    await until(() => shown(town) < found.length, 'the filter answers');
    await sendKeys({press: ' '});
    await until(() => shown(town) === found.length, 'the filter is gone');

    const first = await tabTo(town, element => element.matches('.row .name'));
    const name = textOf(first);
    await sendKeys({press: 'Enter'});
    await until(() => focused(town)?.id === 'card-name', 'the card has the keyboard');
    expect(textOf(focused(town) ?? undefined)).to.equal(name);
    await sendKeys({down: 'Shift'});
    await sendKeys({press: 'Tab'});
    await sendKeys({up: 'Shift'});
    expect(textOf(focused(town) ?? undefined)).to.equal('Retour à la liste');
    await sendKeys({press: 'Enter'});
    await until(
      () => textOf(focused(town) ?? undefined) === name,
      'the row has the keyboard again',
    );

    search.focus();
    await sendKeys({down: 'Shift'});
    await sendKeys({press: 'End'});
    await sendKeys({up: 'Shift'});
    await sendKeys({press: 'Home'});
    for (let left = 4; left > 0; left--) await sendKeys({press: 'Delete'});
    await until(() => shown(town) === 64, 'the search is empty');

    await tabTo(town, element => element.matches('.map .skip'), 80);
    await until(() => clusters(town).length > 0, 'there is a cluster');
    const count = markers(shops).reduce((sum, marker) => sum + countOf(marker), 0);
    await tabTo(town, element => element.matches('.marker.cluster'), 80);
    await sendKeys({press: 'Enter'});
    await until(() => zoomedIn(count, town), 'the cluster is taken apart');
    await until(() => focused(town)?.matches('.marker'), 'the keyboard stays on the map');
    expect([...town.errors, ...town.warnings, ...town.violations]).to.deep.equal([]);
  }).timeout(60_000);

  it('by keyboard: one button leads past the map', async () => {
    const town = await ready();
    one(town.shops, '.map .skip')?.focus();
    await sendKeys({press: 'Enter'});
    await until(() => focused(town)?.matches('.after-map'), 'the keyboard is behind the map');
  });

  it('by pointer: filter, search, open a card, go back, open a cluster', async () => {
    const town = await ready();
    const {shops} = town;
    const [category] = ['Manger et boire', 'Restauration', 'Artisans', 'Producteurs'].flatMap(
      text => chip(shops, text) ?? [],
    );
    await press(category!.closest('label')!);
    await until(() => shown(town) < 64, 'the filter answers');
    await press(category!.closest('label')!);
    await until(() => shown(town) === 64, 'the filter is gone');

    await press(one(shops, '#search')!);
    await sendKeys({type: 'pain'});
    await until(() => shown(town) < 64, 'the search answers');
    const row = rows(shops)[0]!;
    const name = textOf(row);
    await press(row);
    await until(() => one(shops, '.card'), 'the card is open');
    expect(textOf(one(shops, '#card-name'))).to.equal(name);
    expect(one(shops, '.marker[aria-current]')?.getAttribute('aria-label')).to.contain(name);
    await press(button(shops, 'Retour à la liste')!);
    await until(() => rows(shops).length > 0, 'the list is back');

    one(shops, '#search')?.focus();
    for (let left = 4; left > 0; left--) await sendKeys({press: 'Backspace'});
    await until(() => shown(town) === 64, 'the search is empty');
    await until(() => clusters(town).length > 0, 'there is a cluster');
    const count = markers(shops).reduce((sum, marker) => sum + countOf(marker), 0);
    await press(clusters(town)[0]!);
    await until(() => zoomedIn(count, town), 'the cluster is taken apart');
    expect([...town.errors, ...town.warnings, ...town.violations]).to.deep.equal([]);
  }).timeout(60_000);

  it('by pointer on a phone: from the list to the map and back', async () => {
    await setViewport({width: 500, height: 800});
    const town = await openTown();
    const {shops} = town;
    await until(() => rows(shops).length > 0, 'the list is there');
    await press(button(shops, 'Carte')!);
    await until(() => markers(shops).length > 0, 'the map has markers');
    expect(rows(shops)[0]?.getClientRects()).to.have.lengthOf(0);
    await press(button(shops, 'Liste')!);
    await until(() => rows(shops)[0]?.getClientRects().length === 1, 'the list is back');
    await setViewport({width: 1200, height: 800});
  });
});
