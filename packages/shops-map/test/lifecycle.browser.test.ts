import {expect} from '@open-wc/testing';
import {hear, network, open, openWithMap, put, uncaught, until, warnings, WIDE} from './harness.js';
import {bakery, fewKinds, manyPlaces, townPlaces} from './places.js';

describe('the life of <local-shops-map>', () => {
  // first, while the map's files still have to be fetched
  it('gets its map when it is moved while the map is on its way', async () => {
    const shops = put({places: fewKinds, width: WIDE});
    await until(() => shops.text.includes('Chargement de la carte…'), 'the loading map');
    const elsewhere = document.createElement('div');
    shops.box.append(elsewhere);
    elsewhere.append(shops.element);
    await shops.mapped();
    await shops.mapRests();
    expect(shops.placesOnMap).to.equal(fewKinds.length);
    expect(warnings).to.be.empty;
  });

  it('works again after it was taken out and put back', async () => {
    const shops = await openWithMap({places: townPlaces});
    for (let times = 0; times < 2; times++) {
      shops.element.remove();
      expect(shops.markers.length).to.equal(0);
      shops.box.append(shops.element);
      await shops.mapped();
      await shops.mapRests();
      expect(shops.placesOnMap).to.equal(townPlaces.length);
      expect(shops.all('.leaflet-map-pane').length).to.equal(1);
    }
    await shops.press('Zoomer');
    await shops.mapRests();
    await shops.choose('Café de la Halle');
    expect(shops.marker('Café de la Halle').isCurrent).to.equal(true);
    expect(warnings).to.be.empty;
  });

  it('keeps filters and the card while it is moved', async () => {
    const shops = await open({places: townPlaces});
    await shops.type('halle');
    await shops.choose('Café de la Halle');
    shops.element.remove();
    shops.box.append(shops.element);
    await shops.settled();
    expect(shops.cardName).to.equal('Café de la Halle');
    expect(shops.search.value).to.equal('halle');
  });

  it('leaves nothing behind that fails, taken out while the map moves', async () => {
    const shops = await openWithMap({places: townPlaces});
    shops.element.height = '380px';
    shops.button('Zoomer').click();
    await until(() => shops.canvas.querySelector('.leaflet-zoom-anim'), 'a zoom under way').catch(
      // an engine without motion has nothing to interrupt
      () => undefined,
    );
    shops.element.remove();
    // a second one that comes to rest later than anything the first could still do
    const other = await openWithMap({places: townPlaces});
    await other.press('Zoomer');
    await other.mapRests();
    expect(uncaught).to.be.empty;
  });

  it('leaves nothing behind that fails, taken out right after its map came', async () => {
    const shops = put({places: townPlaces, width: WIDE});
    await shops.mapped();
    shops.element.remove();
    const other = await openWithMap({places: townPlaces});
    await other.mapRests();
    expect(uncaught).to.be.empty;
  });

  it('aborts its request when it is taken out, and starts over when it comes back', async () => {
    const signals: AbortSignal[] = [];
    const feedEnvironment = network((_url, init) => {
      signals.push(init!.signal!);
      return new Promise(() => undefined);
    });
    const shops = put({attributes: {src: '/list'}, feedEnvironment});
    await shops.says('Chargement');
    shops.element.remove();
    expect(signals.map(({aborted}) => aborted)).to.deep.equal([true]);
    shops.box.append(shops.element);
    expect(signals.map(({aborted}) => aborted)).to.deep.equal([true, false]);
  });

  it('lives twice on a page', async () => {
    const first = await openWithMap({places: fewKinds});
    const second = await open({places: manyPlaces(3), width: WIDE});
    second.canvas.scrollIntoView();
    await second.mapped();
    await second.mapRests();
    const events = hear(second, 'local-shop-select');
    await first.choose('Café de la Halle');
    expect(second.cardName).to.equal(undefined);
    expect(second.markers.some(({isCurrent}) => isCurrent)).to.equal(false);
    expect(events).to.be.empty;
    await second.type('0002');
    expect(second.names).to.deep.equal(['Adresse 0002']);
    expect(first.cardName).to.equal('Café de la Halle');
    first.element.remove();
    await second.type('');
    await second.mapRests();
    expect(second.placesOnMap).to.equal(3);
  });

  it('gets its map when a hidden part of the page is shown', async () => {
    const shops = put({places: fewKinds, width: WIDE});
    shops.box.hidden = true;
    await until(() => shops.rows.length > 0, 'a list');
    expect(shops.markers.length).to.equal(0);
    shops.box.hidden = false;
    await shops.mapped();
    await shops.mapRests();
    expect(shops.placesOnMap).to.equal(fewKinds.length);
  });

  it('gets its map when places come later', async () => {
    const shops = put({width: WIDE});
    await shops.settled();
    expect(shops.markers.length).to.equal(0);
    shops.element.places = fewKinds;
    await shops.mapped();
    expect(shops.rows.length).to.equal(fewKinds.length);
  });

  it('survives places that come and go', async () => {
    const shops = await openWithMap({places: fewKinds});
    for (const places of [[], [bakery], undefined, fewKinds]) {
      shops.element.places = places;
      await shops.settled();
    }
    await shops.mapped();
    await shops.mapRests();
    expect(shops.rows.length).to.equal(fewKinds.length);
    expect(shops.placesOnMap).to.equal(fewKinds.length);
  });

  it('takes its markers away with its last place', async () => {
    const shops = await openWithMap({places: fewKinds});
    shops.element.places = [];
    await shops.settled();
    expect(shops.markers.length).to.equal(0);
  });

  it('causes no error while its frame changes size again and again', async () => {
    const shops = await openWithMap({places: fewKinds});
    for (const width of [780, 500, 745, 320, 780]) {
      shops.box.style.width = `${width}px`;
      await shops.settled();
      await until(() => shops.element.offsetWidth === width, 'the new width');
    }
    await shops.mapRests();
    expect(uncaught).to.be.empty;
    expect(shops.placesOnMap).to.equal(fewKinds.length);
  });
});
