import {expect} from '@open-wc/testing';
import {PlaceIndex} from '@local-widgets/model';
import {earlyPositions} from '../src/source/early-positions.js';
import {earlyPlaces} from '../src/source/early-places.js';
import {openMap, until, type MapView} from './map/view-harness.js';
import {at, bakery, florist, manyPlaces} from './places.js';

/** The map of places of which only the positions are known, and how they are read then. */
async function openEarly(
  places: readonly (typeof bakery)[],
  read = places,
): Promise<{map: MapView; arrive: () => void}> {
  const map = await openMap(read, earlyPlaces(earlyPositions(places, undefined)));
  const indices = read.map((_, i) => i);
  return {map, arrive: () => map.change({index: new PlaceIndex(read), indices})};
}

const numbers = (map: MapView): string[] =>
  map.all('.canvas .marker').map(marker => marker.textContent.trim());

describe('the map before its places are read', () => {
  it('shows how many will be where, and nothing to press or to read out', async () => {
    const {map} = await openEarly([...manyPlaces(12), {...florist, geo: at(5000, 0)}]);
    const total = numbers(map).reduce((sum, text) => sum + Number(text), 0);
    expect(total).to.equal(13);
    expect(map.all('.canvas button')).to.have.lengthOf(0);
    for (const marker of map.all('.canvas .marker')) {
      expect(marker.getAttribute('aria-hidden')).to.equal('true');
      expect(marker.getBoundingClientRect().width).to.be.above(10);
    }
  });

  it('has buttons in the same spots once they are', async () => {
    const {map, arrive} = await openEarly([bakery, {...florist, geo: at(5000, 0)}]);
    const middles = (): string[] =>
      map.all('.canvas .marker').map(marker => {
        const {left, top, width, height} = marker.getBoundingClientRect();
        return `${Math.round(left + width / 2)} ${Math.round(top + height / 2)}`;
      });
    const before = middles();
    arrive();
    await until(() => map.all('.canvas button.marker').length === 2, 'the buttons');
    expect(middles()).to.deep.equal(before);
    expect(map.button('Boulangerie').matches('.marker')).to.equal(true);
  });

  it('goes to the places when they are elsewhere than it seemed', async () => {
    const astray = {...florist, geo: at(400_000, 0)};
    const {map, arrive} = await openEarly([bakery, astray], [bakery]);
    const {zoom} = map.view.view();
    arrive();
    await until(() => map.view.view().zoom > zoom, 'a closer view');
  });

  it('stays where a person has gone meanwhile', async () => {
    const astray = {...florist, geo: at(400_000, 0)};
    const {map, arrive} = await openEarly([bakery, astray], [bakery]);
    map.view.show(bakery.geo, 13);
    await until(() => map.views.length > 1, 'another view');
    const chosen = JSON.stringify(map.view.view());
    arrive();
    await until(() => map.all('.canvas button.marker').length <= 1, 'the places');
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(JSON.stringify(map.view.view())).to.equal(chosen);
  });
});
