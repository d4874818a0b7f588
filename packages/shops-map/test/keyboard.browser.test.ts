import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {openWithMap, until, type ShopsHarness} from './harness.js';
import {CENTER, townPlaces} from './places.js';

/** More stops than the element has. */
const MOST_STOPS = 80;

/** Presses Tab until something is reached. */
async function tabTo(reached: () => unknown, what: string): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (reached()) return;
    await sendKeys({press: 'Tab'});
  }
  throw new Error(`Tab never reaches ${what}.`);
}

async function tabBackTo(reached: () => unknown, what: string): Promise<void> {
  await sendKeys({down: 'Shift'});
  try {
    await tabTo(reached, what);
  } finally {
    await sendKeys({up: 'Shift'});
  }
}

/** A button before the element, with the keyboard on it, and one behind. */
function around(shops: ShopsHarness): {after: HTMLButtonElement} {
  const [before, after] = [document.createElement('button'), document.createElement('button')];
  shops.box.prepend(before);
  shops.box.append(after);
  before.focus();
  return {after};
}

describe('<local-shops-map> by keyboard alone', () => {
  let shops: ShopsHarness;
  let after: HTMLButtonElement;

  beforeEach(async () => {
    shops = await openWithMap({places: townPlaces, attributes: {center: CENTER}});
    ({after} = around(shops));
  });

  it('finds a place, reads its card and comes back', async () => {
    await tabTo(() => shops.focused === 'Rechercher', 'the search');
    await sendKeys({type: 'saint'});
    await until(() => shops.rows.length === 2, 'two rows');
    await tabTo(() => shops.focused === 'Ferme des Alizés', 'a row');
    await sendKeys({press: 'Enter'});
    await shops.carded('Ferme des Alizés');
    expect(shops.focused).to.equal('Ferme des Alizés');
    await tabTo(() => shops.focused === 'Appeler le +33 2 61 91 22 33', 'the telephone');
    await tabBackTo(() => shops.focused === 'Retour à la liste', 'the way back');
    await sendKeys({press: 'Enter'});
    await until(() => !shops.card, 'the list');
    await shops.settled();
    expect(shops.focused).to.equal('Ferme des Alizés');
  });

  it('ticks filters and stays on them', async () => {
    const producers = (): boolean => shops.root.activeElement === shops.checkbox('Producteurs');
    await tabTo(() => shops.root.activeElement === shops.openNow, 'open now');
    await sendKeys({press: ' '});
    await until(() => shops.rows.length === 9, 'what is open');
    await tabTo(producers, 'a category');
    await sendKeys({press: ' '});
    await until(() => shops.rows.length === 2, 'producers');
    expect(producers()).to.equal(true);
    await sendKeys({press: 'Tab'});
    expect(shops.focused).to.not.equal(undefined);
  });

  it('goes to the map, opens what is there, and chooses a marker', async () => {
    await tabTo(() => shops.focused === 'Passer la carte', 'the way past the map');
    await tabTo(() => shops.focused === 'Zoomer', 'the buttons');
    await tabTo(() => shops.root.activeElement?.matches('.canvas button'), 'a marker');
    const wanted = (): boolean => shops.focused?.startsWith('Boulangerie du Pont') ?? false;
    for (let steps = 0; steps < 12 && shops.markers.some(({isCluster}) => isCluster); steps++) {
      const cluster = shops.markers.find(({isCluster, name}) => isCluster && !name.includes('ici'));
      if (!cluster) break;
      cluster.button.focus();
      await sendKeys({press: 'Enter'});
      await shops.mapRests();
      expect(shops.focused).to.not.equal(undefined);
      if (shops.markers.some(({name}) => name.startsWith('Boulangerie du Pont'))) break;
    }
    if (!shops.markers.some(({name}) => name.startsWith('Boulangerie du Pont'))) {
      throw new Error('The clusters never open.');
    }
    shops.canvas.focus();
    await tabTo(wanted, 'the marker');
    await sendKeys({press: 'Enter'});
    await shops.carded('Boulangerie du Pont');
    expect(shops.focused).to.equal('Boulangerie du Pont');
  });

  it('leaves the element forwards and backwards', async () => {
    await tabTo(() => document.activeElement === after, 'what is behind the element');
    await tabBackTo(() => shops.focused === 'Rechercher', 'the search');
  });

  it('shows where the keyboard is', async () => {
    await tabTo(() => shops.focused === 'Rechercher', 'the search');
    for (let stops = 0; stops < 25; stops++) {
      const {activeElement} = shops.root;
      if (!activeElement) break;
      const around = activeElement.closest('label');
      const visible = [activeElement, around].some(
        each => each && getComputedStyle(each).outlineStyle !== 'none',
      );
      const row = getComputedStyle(activeElement, '::after').outlineStyle !== 'none';
      expect(visible || row).to.equal(true, shops.focused);
      await sendKeys({press: 'Tab'});
    }
  });
});
