import {expect} from '@open-wc/testing';
import {hear, network, open, put, until, WIDE, type PageOptions} from './harness.js';
import {SQUARE} from './places.js';

/** A town with an address every hundredth of a degree, which answers for a box as a server does. */
function country() {
  const asked: string[] = [];
  const state = {isDown: false, wait: Promise.resolve()};
  const feedEnvironment = network(async url => {
    const bbox = new URL(url).searchParams.get('bbox') ?? '';
    asked.push(bbox);
    await state.wait;
    if (state.isDown) return new Response('', {status: 500});
    const [west = 0, south = 0, east = 0, north = 0] = bbox.split(',').map(Number);
    const features: object[] = [];
    for (let x = Math.ceil(west * 100); x <= east * 100; x++) {
      for (let y = Math.ceil(south * 100); y <= north * 100; y++) {
        features.push({
          type: 'Feature',
          id: `${x}/${y}`,
          geometry: {type: 'Point', coordinates: [x / 100, y / 100]},
          properties: {name: `Maison ${x} ${y}`, category: 'bakery'},
        });
      }
    }
    return Response.json({type: 'FeatureCollection', features});
  });
  return {asked, state, feedEnvironment};
}

const attributes = {
  src: '/api?bbox={bbox}',
  center: `${SQUARE.longitude},${SQUARE.latitude}`,
  'radius-km': '3',
};

const HOME = 'Maison 52 4841';

describe('<local-shops-map> with a source that is loaded by view', () => {
  it('lists what is around the centre, without a map', async () => {
    const {asked, feedEnvironment} = country();
    const shops = await open({feedEnvironment, attributes: {...attributes, layout: 'list'}});
    expect(asked).to.have.lengthOf(1);
    expect(shops.names[0]).to.equal(HOME);
    expect(shops.status).to.contain('de la plus proche à la plus éloignée');
    await expect(shops.element).to.be.accessible();
  });

  it('goes on where it was when it is moved in the page while it loads', async () => {
    const {asked, state, feedEnvironment} = country();
    let answer = (): void => undefined;
    state.wait = new Promise(resolve => (answer = resolve));
    const shops = put({feedEnvironment, attributes: {...attributes, layout: 'list'}});
    await until(() => asked.length, 'a request');
    shops.element.remove();
    shops.box.append(shops.element);
    answer();
    await shops.listed();
    expect(shops.names[0]).to.equal(HOME);
  });

  it('says so when the first answer cannot be had, and tries again when asked', async () => {
    const {state, feedEnvironment} = country();
    state.isDown = true;
    const shops = put({feedEnvironment, attributes: {...attributes, layout: 'list'}});
    const errors = hear(shops, 'local-shops-error');
    await shops.shows('Le serveur de la liste rencontre un problème.');
    expect(errors).to.have.lengthOf(1);
    await expect(shops.element).to.be.accessible();
    state.isDown = false;
    await shops.press('Réessayer');
    await shops.listed();
    expect(shops.names[0]).to.equal(HOME);
  });

  describe('and a map', () => {
    const {src, center} = attributes;
    const options: PageOptions = {width: WIDE, attributes: {src, center}};

    it('loads what comes into view once the map rests, and keeps the chosen place', async function () {
      this.timeout(30_000);
      const {asked, feedEnvironment} = country();
      const shops = await open({...options, feedEnvironment});
      await shops.mapped();
      await shops.mapRests();
      const before = asked.length;
      await shops.choose(shops.names[0]!);
      const chosen = shops.cardName;
      const loads = hear(shops, 'local-shops-load');
      for (let i = 0; i < 2; i++) {
        await shops.press('Dézoomer');
        await shops.mapRests();
      }
      await until(() => loads.length, 'the new box');
      await shops.mapRests();
      expect(shops.cardName).to.equal(chosen);
      // at most once for each view that the map rested on
      expect(asked.length - before).to.be.within(1, 2);
      expect(loads.at(-1)?.detail.count).to.be.greaterThan(100);
    });

    it('keeps the last answer when the next one cannot be had, and says so', async function () {
      this.timeout(30_000);
      const {asked, state, feedEnvironment} = country();
      const shops = await open({...options, feedEnvironment});
      await shops.mapped();
      await shops.mapRests();
      const {length} = await shops.allNames();
      state.isDown = true;
      const before = asked.length;
      for (let i = 0; i < 2; i++) {
        await shops.press('Dézoomer');
        await shops.mapRests();
      }
      await until(() => asked.length > before, 'a request');
      await shops.shows('La mise à jour a échoué ; voici la liste reçue le');
      expect(shops.status).to.contain(String(length));
      expect(shops.rows).to.not.be.empty;
    });
  });
});
