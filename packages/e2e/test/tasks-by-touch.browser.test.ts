import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {isReal, pull, tap} from '../src/finger.js';
import {closePages, until} from '../src/frame.js';
import {
  all,
  button,
  countShown,
  inPanel,
  isShown,
  markers,
  one,
  rows,
  textOf,
} from '../src/parts.js';
import {listed} from '../src/ready.js';
import {openTown, type Town} from '../src/town.js';

async function phone(): Promise<Town> {
  // no narrower everywhere: Firefox's windows do not get below 450 px
  await setViewport({width: 500, height: 800});
  const town = await openTown();
  await listed(town.shops);
  return town;
}

/** Firefox takes the driver's fingers for taps and for the map, but scrolls nothing by them. */
const SCROLLS = navigator.userAgent.includes('Chrome');

describe('by touch alone, on a phone', () => {
  afterEach(closePages);
  after(() => setViewport({width: 1200, height: 800}));

  it('taps a category, opens a card, finds the phone, goes back', async () => {
    const town = await phone();
    const {shops} = town;
    const [category] = all(shops, '.categories .chip');
    await tap(category!);
    await until(() => countShown(shops) < 64, 'the category answers');
    await tap(rows(shops)[0]!);
    await until(() => one(shops, '.card'), 'the card is open');
    const call = one(shops, '.contact a[href^="tel:"]');
    const {height} = call!.getBoundingClientRect();
    expect(height, 'a target for fingers').to.be.at.least(44);
    await tap(one(shops, '.directions summary')!);
    await until(() => isShown(one(shops, '.directions a')), 'the ways there are open');
    await tap(button(shops, 'Retour à la liste')!);
    await until(() => rows(shops).length > 0, 'the list is back');
    expect([...town.errors, ...town.violations, ...town.warnings]).to.deep.equal([]);
  }).timeout(40_000);

  it('scrolls the strip of categories to the last one and taps it', async function () {
    const {shops} = await phone();
    const strip = one(shops, '.categories')!;
    expect(strip.scrollWidth, 'a strip that scrolls').to.be.greaterThan(strip.clientWidth);
    strip.scrollIntoView({block: 'center', behavior: 'instant'});
    const wasReal = (await pull(strip, -180, 0)) && SCROLLS;
    if (wasReal) await until(() => strip.scrollLeft > 40, 'the strip followed the finger');
    await tap(all(shops, '.categories .chip').at(-1)!);
    await until(() => countShown(shops) < 64, 'the last category answers');
    // scrolling by a finger cannot be made from events
    if (!wasReal) this.skip();
  }).timeout(40_000);

  it('opens the filters, chooses a service, sees the results', async () => {
    const {shops} = await phone();
    await tap(one(shops, '#open-filters')!);
    await until(() => inPanel(shops, 'Commande à retirer'), 'the panel is open');
    await tap(inPanel(shops, 'Commande à retirer')!.closest('label')!);
    await until(() => countShown(shops) < 64, 'the service answers');
    const results = all(shops, '.tool-panel button').find(each => textOf(each).startsWith('Voir'));
    await tap(results!);
    await until(() => !one(shops, '.tool-panel'), 'the panel is closed');
    expect(rows(shops)).not.to.deep.equal([]);
  }).timeout(40_000);

  it('goes to the map, taps a cluster and a marker, reads the card', async () => {
    const town = await phone();
    const {shops} = town;
    await tap(button(shops, 'Carte')!);
    await until(() => markers(shops).length > 0, 'the map has markers');
    const single = (): HTMLElement | undefined =>
      markers(shops).find(
        marker => !marker.classList.contains('cluster') && inSight(marker, shops),
      );
    for (let taps = 0; taps < 6 && !single(); taps++) {
      const before = markers(shops).map(textOf).join();
      const cluster = markers(shops).find(marker => inSight(marker, shops));
      await tap(cluster!);
      await until(() => markers(shops).map(textOf).join() !== before, 'the cluster comes apart');
      await until(() => !one(shops, '.leaflet-zoom-anim'), 'the map rests');
    }
    const name = single()?.getAttribute('aria-label')?.split(',')[0];
    await tap(single()!);
    await until(() => textOf(one(shops, '#card-name')) === name, 'the card is that place’s');
    await until(
      () => isShown(one(shops, '.card')) || button(shops, 'Liste'),
      'the card can be read',
    );
    if (!isShown(one(shops, '.card'))) await tap(button(shops, 'Liste')!);
    await until(() => isShown(one(shops, '.card')), 'the card is in sight');
    expect(town.errors).to.deep.equal([]);
    if (navigator.userAgent.includes('Chrome')) expect(isReal, 'real touch').to.equal(true);
  }).timeout(40_000);

  it('pulls the map with one finger', async function () {
    const {shops} = await phone();
    await tap(button(shops, 'Carte')!);
    await until(() => markers(shops).length > 0, 'the map has markers');
    const pane = one(shops, '.leaflet-map-pane')!;
    const before = pane.style.transform;
    const canvas = one(shops, '.canvas')!;
    canvas.scrollIntoView({block: 'center', behavior: 'instant'});
    if (!(await pull(canvas, 60, 40))) this.skip();
    await until(() => pane.style.transform !== before, 'the map followed the finger');
  }).timeout(40_000);
});

/** Whether the middle of a marker is on the part of the map that is seen. */
function inSight(marker: Element, shops: Element): boolean {
  const {left, top, width, height} = marker.getBoundingClientRect();
  const hit = shops.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2);
  return Boolean(hit && marker.contains(hit));
}
