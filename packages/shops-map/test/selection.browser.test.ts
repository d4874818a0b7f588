import {expect} from '@open-wc/testing';
import {hear, normal, open, openWithMap, until, WIDE} from './harness.js';
import {at, bakery, brewery, CENTER, fewKinds, manyPlaces, townPlaces} from './places.js';

describe('choosing a place in <local-shops-map>', () => {
  it('opens its card, with the keyboard on its name', async () => {
    const shops = await open({places: townPlaces});
    await shops.choose('Ferme des Alizés');
    expect(shops.focused).to.equal('Ferme des Alizés');
    expect(shops.rows.length).to.equal(0);
  });

  it('tells the page which, with the place itself', async () => {
    const shops = await open({places: townPlaces});
    const events = hear(shops, 'local-shop-select');
    await shops.choose('Boulangerie du Pont');
    await shops.press('Retour à la liste');
    expect(events.map(({detail}) => detail)).to.deep.equal([
      {id: 'bakery', place: bakery},
      {id: null, place: null},
    ]);
    expect(events[0]?.bubbles && events[0].composed).to.equal(true);
  });

  it('gives the keyboard back to the row', async () => {
    const shops = await open({places: townPlaces});
    await shops.choose('Ferme des Alizés');
    await shops.press('Retour à la liste');
    expect(shops.cardName).to.equal(undefined);
    expect(shops.focused).to.equal('Ferme des Alizés');
  });

  it('comes back to the page of the list that it left', async () => {
    const shops = await open({places: manyPlaces(45)});
    await shops.press('Suivant');
    await shops.choose('Adresse 0033');
    await shops.press('Retour à la liste');
    expect(shops.names[0]).to.equal('Adresse 0021');
    expect(shops.focused).to.equal('Adresse 0033');
  });

  it('keeps an id with strange characters apart', async () => {
    const id = 'a"b]\\c\nd é';
    const shops = await open({places: [{...bakery, id}, ...fewKinds.slice(1)]});
    await shops.choose('Boulangerie du Pont');
    await shops.press('Retour à la liste');
    expect(shops.focused).to.equal('Boulangerie du Pont');
  });

  describe('by its id', () => {
    it('opens the card and tells the page', async () => {
      const shops = await open({places: townPlaces});
      const events = hear(shops, 'local-shop-select');
      shops.element.selectPlace('cafe');
      await shops.carded('Café de la Halle');
      expect(events.map(({detail}) => detail.id)).to.deep.equal(['cafe']);
      shops.element.selectPlace(null);
      await shops.settled();
      expect(shops.cardName).to.equal(undefined);
      expect(events.map(({detail}) => detail.id)).to.deep.equal(['cafe', null]);
    });

    it('does nothing for an id that nobody has, or the same again', async () => {
      const shops = await open({places: townPlaces});
      const events = hear(shops, 'local-shop-select');
      shops.element.selectPlace('nobody');
      shops.element.selectPlace(null);
      await shops.settled();
      expect(shops.cardName).to.equal(undefined);
      expect(events).to.be.empty;
      shops.element.selectPlace('cafe');
      shops.element.selectPlace('cafe');
      await shops.carded('Café de la Halle');
      expect(events).to.have.lengthOf(1);
    });

    it('leads back to the row of a place on another page', async () => {
      const shops = await open({places: manyPlaces(45)});
      shops.element.selectPlace('place-33');
      await shops.carded('Adresse 0033');
      await shops.press('Retour à la liste');
      expect(shops.focused).to.equal('Adresse 0033');
    });
  });

  describe('on the map', () => {
    it('opens its card and marks its marker', async () => {
      const shops = await openWithMap({places: fewKinds, attributes: {center: CENTER}});
      const events = hear(shops, 'local-shop-select');
      await shops.chooseMarker('Rucher de Maëlle');
      expect(shops.focused).to.equal('Rucher de Maëlle');
      expect(events.map(({detail}) => detail.id)).to.deep.equal(['beekeeper']);
      const current = shops.markers.filter(({isCurrent}) => isCurrent);
      expect(current.map(({name}) => normal(name))).to.deep.equal([
        'Rucher de Maëlle, Apiculteur, 850 m',
      ]);
      await shops.press('Retour à la liste');
      expect(shops.markers.some(({isCurrent}) => isCurrent)).to.equal(false);
      expect(shops.focused).to.equal('Rucher de Maëlle');
    });

    it('marks the marker of a place that was chosen in the list', async () => {
      const shops = await openWithMap({places: fewKinds});
      await shops.choose('Atelier Grès & Cie');
      expect(shops.marker('Atelier Grès & Cie').isCurrent).to.equal(true);
    });

    it('takes the chosen place out of its cluster', async () => {
      const shops = await openWithMap({places: townPlaces});
      await shops.choose('Salon Noëlle');
      expect(shops.marker('Salon Noëlle').isCurrent).to.equal(true);
      expect(shops.placesOnMap).to.equal(townPlaces.length);
    });

    it('brings a chosen place into sight', async () => {
      const shops = await openWithMap({places: townPlaces, attributes: {center: CENTER}});
      for (let i = 0; i < 4; i++) {
        await shops.press('Zoomer');
        await shops.mapRests();
      }
      await shops.choose('Brasserie du Gué');
      const frame = shops.canvas.getBoundingClientRect();
      await until(() => {
        const {left, top, right, bottom} = shops
          .marker('Brasserie du Gué')
          .button.getBoundingClientRect();
        return (
          left >= frame.left && top >= frame.top && right <= frame.right && bottom <= frame.bottom
        );
      }, 'the marker within the frame');
    });

    it('leads back to the row of a place on another page of the list', async () => {
      const close = manyPlaces(21).map((place, i) => ({...place, geo: at(i * 3, 0)}));
      const far = {...brewery, name: 'Zinguerie'};
      const shops = await openWithMap({places: [...close, far]});
      expect(shops.names).to.not.include('Zinguerie');
      await shops.chooseMarker('Zinguerie');
      await shops.press('Retour à la liste');
      expect(shops.focused).to.equal('Zinguerie');
    });

    it('leads back to the list where only one of both is in sight', async () => {
      const shops = await openWithMap({places: fewKinds, width: 400});
      await shops.chooseMarker('Rucher de Maëlle');
      expect(shops.focused).to.equal('Rucher de Maëlle');
      await shops.press('Retour à la liste');
      expect(shops.isVisible(shops.rows[0]!.button)).to.equal(true);
      expect(shops.focused).to.equal('Rucher de Maëlle');
    });

    it('raises the marker of the row under the pointer', async () => {
      const shops = await openWithMap({places: fewKinds, width: WIDE});
      const row = shops.rows.find(({name}) => name === 'Rucher de Maëlle')!.button.closest('li')!;
      row.dispatchEvent(new PointerEvent('pointerenter'));
      await shops.settled();
      expect(shops.marker('Rucher de Maëlle').button.className).to.contain('hovered');
      row.dispatchEvent(new PointerEvent('pointerleave'));
      await shops.settled();
      expect(shops.marker('Rucher de Maëlle').button.className).to.not.contain('hovered');
    });
  });

  it('forgets the choice when there are other places', async () => {
    const shops = await open({places: townPlaces});
    await shops.choose('Café de la Halle');
    shops.element.places = fewKinds;
    await shops.settled();
    expect(shops.cardName).to.equal(undefined);
    expect(shops.rows.length).to.equal(fewKinds.length);
  });
});
