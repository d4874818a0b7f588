import {expect} from '@open-wc/testing';
import type {Geocoder} from '@local-widgets/core';
import {
  hear,
  open,
  openWithMap,
  until,
  warnings,
  type PageOptions,
  type ShopsHarness,
} from './harness.js';
import {
  chips,
  openPanel,
  optionsOf,
  panelOf,
  pick,
  placeField,
  pressKey,
  selectOf,
  suggestions,
  takeSuggestion,
  write,
} from './more-harness.js';
import {at, CENTER, townPlaces} from './places.js';

const options: PageOptions = {places: townPlaces, attributes: {center: CENTER}};
const NEAR = 'Autour de…';

/** A device that says where it is, or why not, and how often it was asked. */
function device(answer: {geo?: {longitude: number; latitude: number}; code?: number}): {
  asked: number;
  leave: () => void;
} {
  const record = {asked: 0, leave: () => Reflect.deleteProperty(navigator, 'geolocation')};
  const getCurrentPosition: Geolocation['getCurrentPosition'] = (found, failed) => {
    record.asked++;
    if (answer.geo) found({coords: answer.geo} as GeolocationPosition);
    else failed?.({code: answer.code} as GeolocationPositionError);
  };
  Object.defineProperty(navigator, 'geolocation', {
    value: {getCurrentPosition},
    configurable: true,
  });
  return record;
}

/** Addresses that the page asks the network for. */
async function requestsDuring(work: () => Promise<void>): Promise<string[]> {
  const fetch = window.fetch.bind(window);
  const asked: string[] = [];
  window.fetch = (input, init) => {
    asked.push(new Request(input).url);
    return fetch(input, init);
  };
  try {
    await work();
  } finally {
    window.fetch = fetch;
  }
  return asked;
}

const goTo = async (shops: ShopsHarness, text: string, start: string): Promise<void> => {
  await write(shops, placeField(shops), text);
  await takeSuggestion(shops, start);
};

describe('where <local-shops-map> is near to', () => {
  it('is a town of the list itself, found without any request', async () => {
    const shops = await open(options);
    const asked = await requestsDuring(async () => {
      await openPanel(shops, NEAR);
      await write(shops, placeField(shops), 'saint');
      await until(() => suggestions(shops).length > 1, 'suggestions');
      expect(suggestions(shops)[0]).to.equal('Saint-Ébré 61998 2 résultats');
      await expect(shops.element).to.be.accessible();
      await takeSuggestion(shops, 'Saint-Ébré');
    });
    expect(asked).to.be.empty;
    expect(chips(shops)).to.deep.equal(['Près de Saint-Ébré']);
    expect(shops.names.slice(0, 2)).to.have.members(['Ferme des Alizés', 'Chèvrerie d’Ébène']);
    expect(shops.status).to.contain('de la plus proche à la plus éloignée');
  });

  it('is found by postal code, and taken with the keyboard alone', async () => {
    const shops = await open(options);
    await openPanel(shops, NEAR);
    await until(() => shops.root.activeElement === placeField(shops), 'the keyboard in the field');
    await write(shops, placeField(shops), '61998');
    await until(() => suggestions(shops).some(text => text.startsWith('Saint-Ébré')), 'the town');
    pressKey(placeField(shops), 'ArrowDown');
    await shops.settled();
    pressKey(placeField(shops), 'Enter');
    await until(() => chips(shops).join() === 'Près de Saint-Ébré', 'the choice');
    expect(placeField(shops).value).to.equal('Saint-Ébré');
  });

  it('makes distances, radius, map and event follow', async () => {
    const shops = await openWithMap(options);
    const heard = hear(shops, 'local-shops-filter');
    const before = shops.rows.find(({name}) => name === 'Ferme des Alizés')?.meta;
    await openPanel(shops, NEAR);
    await goTo(shops, 'saint-e', 'Saint-Ébré');
    const after = shops.rows.find(({name}) => name === 'Ferme des Alizés')?.meta;
    expect(after).to.not.equal(before);
    await pick(shops, selectOf(shops, 'radius'), 'Moins de 2 km');
    await until(() => shops.rows.length < 14, 'fewer places');
    expect(shops.names).to.include('Chèvrerie d’Ébène').and.to.not.include('Épicerie Sablon');
    await until(() => heard.at(-1)?.detail.ids.length === shops.rows.length, 'the event');
    await shops.mapRests();
    expect(shops.all('.canvas circle.radius')).to.have.lengthOf(1);
    expect(shops.placesOnMap).to.equal(shops.rows.length);
  });

  it('brings distances to a page without a centre', async () => {
    const shops = await open({places: townPlaces});
    expect(shops.all('#radius')).to.be.empty;
    await openPanel(shops, NEAR);
    await goTo(shops, 'val', 'Val-Orbelle');
    expect(shops.all('#radius')).to.have.lengthOf(1);
    expect(shops.rows[0]?.meta).to.match(/\d m$/);
    await shops.press('Retirer le filtre : Près de Val-Orbelle');
    expect(shops.all('#radius')).to.be.empty;
    expect(shops.rows[0]?.meta).to.not.match(/\d m$/);
  });

  it('leaves the limit of the page around the page’s own centre', async () => {
    const attributes = {center: CENTER, 'radius-km': '4'};
    const shops = await open({places: townPlaces, attributes});
    expect(shops.rows).to.have.lengthOf(13);
    expect(optionsOf(selectOf(shops, 'radius'))[0]).to.equal('Moins de 4 km');
    await openPanel(shops, NEAR);
    await goTo(shops, 'saint-e', 'Saint-Ébré');
    expect(shops.rows).to.have.lengthOf(13);
    expect(shops.names).to.not.include('Brasserie du Gué');
    expect(optionsOf(selectOf(shops, 'radius'))[0]).to.equal('Partout');
  });

  it('is forgotten in the field when its button takes it back', async () => {
    const shops = await open(options);
    const before = shops.names.join();
    await openPanel(shops, NEAR);
    await goTo(shops, 'saint-e', 'Saint-Ébré');
    await shops.press('Retirer le filtre : Près de Saint-Ébré');
    expect(chips(shops)).to.be.empty;
    expect(shops.names.join()).to.equal(before);
    await until(() => placeField(shops).value === '', 'an empty field');
  });

  it('is taken back in the field as well', async () => {
    const shops = await open(options);
    await openPanel(shops, NEAR);
    await goTo(shops, 'saint-e', 'Saint-Ébré');
    await shops.press('Effacer le lieu');
    expect(chips(shops)).to.be.empty;
    expect(placeField(shops).value).to.equal('');
  });

  it('stands in the field when the panel is opened again', async () => {
    const shops = await open(options);
    await openPanel(shops, NEAR);
    await goTo(shops, 'saint-e', 'Saint-Ébré');
    await shops.press('Fermer');
    await openPanel(shops, NEAR);
    expect(placeField(shops).value).to.equal('Saint-Ébré');
  });

  it('shows names of towns as text', async () => {
    const addressLocality = '<b>Bourg</b>';
    const [place] = townPlaces;
    const shops = await open({places: [{...place!, address: {addressLocality}}]});
    await openPanel(shops, NEAR);
    await goTo(shops, 'bourg', addressLocality);
    expect(chips(shops)).to.deep.equal([`Près de ${addressLocality}`]);
  });

  describe('when the device is asked', () => {
    let left: (() => void) | undefined;

    afterEach(() => left?.());

    it('asks on request only, and never says where it is by name', async () => {
      const gps = device({geo: at(9000, 8000)});
      left = gps.leave;
      const shops = await open(options);
      const asked = await requestsDuring(async () => {
        await openPanel(shops, NEAR);
        await write(shops, placeField(shops), 'val');
        expect(gps.asked).to.equal(0);
        await takeSuggestion(shops, 'Autour de moi');
        await until(() => chips(shops).join() === 'Près de ma position', 'the position');
      });
      expect(gps.asked).to.equal(1);
      expect(asked).to.be.empty;
      expect(shops.names[0]).to.equal('Brasserie du Gué');
      await shops.shows('Votre position ne quitte pas cette page.');
    });

    it('says so when the visitor does not want it, and lists all as before', async () => {
      const gps = device({code: 1});
      left = gps.leave;
      const shops = await open(options);
      const before = shops.names.join();
      await openPanel(shops, NEAR);
      pressKey(placeField(shops), 'ArrowDown');
      await takeSuggestion(shops, 'Autour de moi');
      await until(
        () => panelOf(shops)?.textContent.includes('Votre position n’est pas autorisée'),
        'the sentence',
      );
      expect(chips(shops)).to.be.empty;
      expect(shops.names.join()).to.equal(before);
      await expect(shops.element).to.be.accessible();
    });
  });

  describe('with a geocoder', () => {
    const flers = {label: '12 rue du Pont, Flers', geo: at(9000, 8000), kind: 'address'} as const;

    it('asks the one that a page plugs in, after what the list itself knows', async () => {
      const queries: string[] = [];
      const geocoder: Geocoder = {
        name: 'Annuaire de la commune',
        search: ({text}) => {
          queries.push(text);
          return Promise.resolve([flers]);
        },
      };
      const shops = await open(options);
      shops.element.geocoder = geocoder;
      await openPanel(shops, NEAR);
      await write(shops, placeField(shops), 'rue du pont');
      await until(() => suggestions(shops).some(text => text.startsWith('12 rue')), 'the address');
      expect(queries).to.deep.equal(['rue du pont']);
      expect(panelOf(shops)?.textContent).to.contain('Recherche : Annuaire de la commune');
      await expect(shops.element).to.be.accessible();
      await takeSuggestion(shops, '12 rue');
      expect(chips(shops)).to.deep.equal(['Près de 12 rue du Pont, Flers']);
      expect(shops.names[0]).to.equal('Brasserie du Gué');
    });

    it('says so when it does not answer, to the visitor and to the webmaster', async () => {
      const geocoder: Geocoder = {
        name: 'Annuaire en panne',
        search: () => Promise.reject(new Error('broken')),
      };
      const shops = await open(options);
      shops.element.geocoder = geocoder;
      await openPanel(shops, NEAR);
      await write(shops, placeField(shops), 'val-orb');
      await until(
        () => panelOf(shops)?.textContent.includes('Le service d’adresses ne répond pas'),
        'the sentence',
      );
      await until(() => warnings.some(text => text.includes('broken')), 'a warning');
      expect(suggestions(shops).some(text => text.startsWith('Val-Orbelle'))).to.equal(true);
    });

    it('names one that is none to the webmaster, once', async () => {
      const attributes = {center: CENTER, geocoder: 'javascript:{query}'};
      const shops = await open({places: townPlaces, attributes});
      await openPanel(shops, NEAR);
      await write(shops, placeField(shops), 'val');
      await write(shops, placeField(shops), 'val-o');
      expect(warnings.filter(text => text.includes('geocoder='))).to.have.lengthOf(1);
      expect(suggestions(shops)[0]).to.contain('Val-Orbelle');
    });
  });
});
