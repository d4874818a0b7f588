import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {openWithMap, textOf, until, WIDE, type ShopsHarness} from './harness.js';
import {
  at,
  bakery,
  bookshop,
  CENTER,
  fewKinds,
  florist,
  hairdresser,
  manyPlaces,
  townPlaces,
} from './places.js';

/** Far enough out that every place is in sight. */
async function zoomOut(shops: ShopsHarness, times = 4): Promise<void> {
  for (let i = 0; i < times; i++) {
    shops.button('Dézoomer').click();
    await shops.mapRests();
  }
}

const middle = (element: Element): [number, number] => {
  const {left, top, width, height} = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};

describe('the map of <local-shops-map>', () => {
  it('is accessible', async () => {
    const attributes = {tiles: '/__tiles/{z}/{x}/{y}.png', 'tiles-attribution': '© Nous'};
    const shops = await openWithMap({places: townPlaces, attributes});
    await until(() => shops.all('.leaflet-tile-loaded').length > 3, 'tiles');
    await expect(shops.element).to.be.accessible();
  });

  it('has a name, and is an application because arrows move it', async () => {
    const shops = await openWithMap({places: fewKinds});
    expect(shops.canvas.getAttribute('role')).to.equal('application');
    expect(shops.canvas.getAttribute('aria-label')).to.match(/^Carte des adresses\./);
    expect(shops.canvas.tabIndex).to.equal(0);
  });

  describe('shows the same places as the list', () => {
    let shops: ShopsHarness;

    beforeEach(async () => {
      shops = await openWithMap({places: townPlaces, attributes: {center: CENTER}});
      await zoomOut(shops, 2);
    });

    async function compare(): Promise<void> {
      await shops.mapRests();
      const names = await shops.allNames();
      expect(shops.placesOnMap).to.equal(names.length);
      for (const {name, isCluster} of shops.markers) {
        if (!isCluster) expect(names.some(each => name.startsWith(each))).to.equal(true, name);
      }
    }

    it('without a filter', compare);

    it('with a search', async () => {
      await shops.type('saint-ebre');
      await compare();
    });

    it('with categories', async () => {
      await shops.tick('Producteurs');
      await compare();
      await shops.tick('Maraîcher');
      await compare();
    });

    it('with a distance and opening hours', async () => {
      await shops.chooseRadius('Moins de 2 km');
      await compare();
      await shops.tick('Ouvert maintenant');
      await compare();
    });

    it('with filters taken back', async () => {
      await shops.type('xylophone');
      expect(shops.markers.length).to.equal(0);
      await shops.press('Effacer les filtres');
      await compare();
    });

    it('with other places', async () => {
      shops.element.places = fewKinds;
      await shops.settled();
      await compare();
    });
  });

  it('shows the same places as all pages of a long list', async () => {
    const shops = await openWithMap({places: manyPlaces(130)});
    expect(shops.placesOnMap).to.equal(130);
    await shops.tick('Boulangerie');
    await shops.mapRests();
    expect(await shops.allNames()).to.have.lengthOf(shops.placesOnMap);
    expect(shops.placesOnMap).to.equal(22);
  });

  it('names each marker after its place, kind and distance', async () => {
    const shops = await openWithMap({places: fewKinds, attributes: {center: CENTER}});
    const names = shops.markers.map(({name}) => name.replace(/\s/g, ' '));
    expect(names).to.include('Boulangerie du Pont, Boulangerie, 150 m');
    expect(new Set(names).size).to.equal(names.length);
  });

  it('goes through its markers from north to south', async () => {
    const shops = await openWithMap({places: fewKinds});
    const tops = shops.markers.map(({button}) => middle(button)[1]);
    expect(tops).to.deep.equal([...tops].sort((a, b) => a - b));
  });

  it('never has more than two hundred buttons, and loses no place', async () => {
    const shops = await openWithMap({places: manyPlaces(5000)});
    expect(shops.markers.length).to.be.at.most(200);
    expect(shops.placesOnMap).to.equal(5000);
    await shops.press('Zoomer');
    await shops.mapRests();
    expect(shops.markers.length).to.be.above(5).and.at.most(200);
  });

  describe('gathers places that are close', () => {
    const near = [bakery, bookshop, {...bakery, id: 'b2', name: 'Autre', geo: at(190, 60)}];

    it('into a button that says how many and what', async () => {
      const far = {...bookshop, id: 'far', geo: at(6000, 6000)};
      const shops = await openWithMap({places: [...near, far]});
      const cluster = shops.markers.find(({isCluster}) => isCluster);
      expect(cluster?.name).to.equal('3 adresses : commerces de bouche (2), boutiques (1). Zoomer');
      expect(textOf(cluster!.button)).to.equal('3');
    });

    it('and takes them apart with Enter, keeping the keyboard on the map', async () => {
      const far = {...bookshop, id: 'far', geo: at(6000, 6000)};
      const shops = await openWithMap({places: [...near, far]});
      const cluster = shops.markers.find(({isCluster}) => isCluster)!;
      cluster.button.focus();
      await sendKeys({press: 'Enter'});
      await until(() => shops.markers.some(({name}) => name.startsWith('Autre')), 'its members');
      await shops.mapRests();
      expect(shops.markers.some(({button}) => button === shops.root.activeElement)).to.equal(true);
      expect(shops.cardName).to.equal(undefined);
    });

    it('and spreads those that no zoom can take apart, to be chosen as any other', async () => {
      const shops = await openWithMap({places: [florist, hairdresser], width: WIDE});
      const [cluster] = shops.markers;
      expect(cluster?.name).to.equal('2 adresses ici : boutiques (1), services (1). Déployer');
      cluster!.button.focus();
      await sendKeys({press: 'Enter'});
      await shops.mapRests();
      expect(shops.focused).to.match(/^(Fleurs d’Anaïs|Salon Noëlle), /);
      await shops.chooseMarker('Salon Noëlle');
      expect(shops.marker('Salon Noëlle').isCurrent).to.equal(true);
      expect(shops.marker('Fleurs d’Anaïs').isCurrent).to.equal(false);
    });

    describe('and lists those that are too many to spread', () => {
      const stalls = Array.from({length: 25}, (_, i) => ({
        ...florist,
        id: `stall-${i}`,
        name: `Étal ${String(i + 1).padStart(2, '0')}`,
      }));

      it('with the keyboard on the first', async () => {
        const shops = await openWithMap({places: [...stalls, bakery], width: WIDE});
        const {button, name} = shops.marker('25 adresses ici');
        expect(name).to.equal('25 adresses ici : boutiques (25). Voir la liste');
        button.focus();
        await sendKeys({press: 'Enter'});
        await shops.shows('25 adresses au même endroit');
        expect(shops.names).to.not.include('Boulangerie du Pont');
        expect(shops.focused).to.equal('Étal 01');
        expect(shops.status).to.match(/^25 adresses/);
        await shops.press('Tout afficher');
        await shops.says('26 adresses');
        expect(shops.focused).to.equal(shops.names[0]);
      });

      it('also where only one of both is in sight', async () => {
        const shops = await openWithMap({places: stalls, width: 400});
        shops.marker('25 adresses ici').button.click();
        await shops.shows('25 adresses au même endroit');
        expect(shops.isVisible(shops.rows[0]!.button)).to.equal(true);
        expect(shops.focused).to.equal('Étal 01');
      });

      it('and comes back to that list from a card', async () => {
        const shops = await openWithMap({places: [...stalls, bakery]});
        shops.marker('25 adresses ici').button.click();
        await shops.shows('25 adresses au même endroit');
        await shops.choose('Étal 02');
        await shops.press('Retour à la liste');
        expect(shops.names).to.include('Étal 03').and.not.include('Boulangerie du Pont');
        expect(shops.focused).to.equal('Étal 02');
      });
    });
  });

  describe('its buttons', () => {
    it('zoom in, out and back to the first view', async () => {
      const shops = await openWithMap({places: townPlaces});
      const all = shops.placesOnMap;
      for (let i = 0; i < 4; i++) {
        shops.button('Zoomer').click();
        await shops.mapRests();
      }
      expect(shops.placesOnMap).to.be.below(all);
      shops.button('Revenir à la vue de départ').click();
      await shops.mapRests();
      expect(shops.placesOnMap).to.equal(all);
      shops.button('Dézoomer').click();
      await shops.mapRests();
      expect(shops.placesOnMap).to.equal(all);
    });

    it('keep the keyboard', async () => {
      const shops = await openWithMap({places: townPlaces});
      shops.button('Zoomer').focus();
      await sendKeys({press: 'Enter'});
      await shops.mapRests();
      expect(shops.focused).to.equal('Zoomer');
    });

    it('begin with a way past the map', async () => {
      const shops = await openWithMap({places: townPlaces});
      const after = document.createElement('button');
      shops.box.append(after);
      shops.button('Passer la carte').focus();
      expect(shops.isVisible(shops.button('Passer la carte'))).to.equal(true);
      await sendKeys({press: 'Enter'});
      await sendKeys({press: 'Tab'});
      expect(document.activeElement === after).to.equal(true);
    });
  });

  it('moves with the arrow keys', async () => {
    const shops = await openWithMap({places: fewKinds});
    const before = middle(shops.marker('Boulangerie du Pont').button);
    shops.canvas.focus();
    await sendKeys({press: 'ArrowRight'});
    await until(() => middle(shops.marker('Boulangerie').button)[0] < before[0], 'a move');
    await shops.mapRests();
  });

  it('moves with the pointer, and does not take the end of a drag for a click', async () => {
    const shops = await openWithMap({places: fewKinds});
    const {button} = shops.marker('Boulangerie du Pont');
    const [x, y] = middle(button);
    await sendMouse({type: 'move', position: [x, y]});
    await sendMouse({type: 'down'});
    await sendMouse({type: 'move', position: [x - 30, y - 20]});
    await sendMouse({type: 'move', position: [x - 60, y - 40]});
    await sendMouse({type: 'up'});
    await shops.mapRests();
    expect(shops.markers.some(each => String(middle(each.button)) === String([x, y]))).to.equal(
      false,
    );
    expect(shops.cardName).to.equal(undefined);
    shops.button('Revenir à la vue de départ').click();
    await shops.mapRests();
    await sendMouse({
      type: 'click',
      position: middle(shops.marker('Boulangerie du Pont').button),
    });
    await shops.carded('Boulangerie du Pont');
  });

  it('leaves the wheel to the page, and zooms with Ctrl', async () => {
    const shops = await openWithMap({places: townPlaces});
    const turn = (ctrlKey: boolean): boolean => {
      const [clientX, clientY] = middle(shops.canvas);
      const options = {ctrlKey, deltaY: -100, clientX, clientY, bubbles: true, cancelable: true};
      return shops.canvas.dispatchEvent(new WheelEvent('wheel', options));
    };
    const all = shops.placesOnMap;
    const before = shops.markers.map(({name}) => name);
    expect(turn(false)).to.equal(true);
    await shops.mapRests();
    expect(shops.markers.map(({name}) => name)).to.deep.equal(before);
    expect(turn(true)).to.equal(false);
    await shops.mapRests();
    expect(shops.markers.map(({name}) => name)).to.not.deep.equal(before);
    expect(shops.placesOnMap).to.be.at.most(all);
  });

  it('names who made the base map, as text', async () => {
    const attributes = {
      tiles: '/__tiles/{z}/{x}/{y}.png',
      'tiles-attribution': '© <b>Nous</b> & Cie',
    };
    const shops = await openWithMap({places: fewKinds, attributes});
    await shops.shows('© <b>Nous</b> & Cie');
    expect(shops.all('.attribution b').length).to.equal(0);
  });

  it('asks nobody for tiles without a base map, and draws a sketch with towns and distances', async () => {
    const shops = await openWithMap({places: townPlaces, attributes: {center: CENTER}});
    expect(shops.all('.leaflet-tile, .attribution').length).to.equal(0);
    expect(shops.all('.town').map(textOf)).to.include('Val-Orbelle');
    expect(shops.all('.ring').length).to.be.above(0);
    expect(shops.one('.underlay').getAttribute('aria-hidden')).to.equal('true');
  });

  it('draws the distance that is asked for', async () => {
    const shops = await openWithMap({places: townPlaces, attributes: {center: CENTER}});
    expect(shops.all('circle.radius').length).to.equal(0);
    await shops.chooseRadius('Moins de 2 km');
    await shops.mapRests();
    expect(shops.all('circle.radius').length).to.equal(1);
  });

  it('stays where it is after a filter while something is in sight, else goes there', async () => {
    const shops = await openWithMap({places: townPlaces, attributes: {center: CENTER}});
    for (let i = 0; i < 3; i++) {
      shops.button('Zoomer').click();
      await shops.mapRests();
    }
    await shops.type('brasserie du gué');
    await until(() => shops.markers.length === 1, 'the brewery');
    expect(shops.marker('Brasserie du Gué').count).to.equal(1);
  });

  it('fills its frame again after the page has changed its size', async () => {
    const attributes = {tiles: '/__tiles/{z}/{x}/{y}.png'};
    const shops = await openWithMap({places: fewKinds, attributes});
    shops.element.height = '500px';
    await until(() => shops.canvas.getBoundingClientRect().height > 470, 'the new height');
    await shops.mapRests();
    const bottoms = (): number[] =>
      shops.all('.leaflet-tile').map(tile => tile.getBoundingClientRect().bottom);
    await until(
      () => Math.max(...bottoms()) >= shops.canvas.getBoundingClientRect().bottom,
      'tiles down to the edge',
    );
  });
});
