import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {en} from '../src/locales/en.js';
import {middle, nameOf, openMap, until, type MapView} from './map/view-harness.js';
import {at, bakery, bookshop, florist, manyPlaces, SQUARE, townPlaces} from './places.js';

const focusedRowOf = ({model}: MapView): string | undefined =>
  model.hovered === undefined ? undefined : model.index.places[model.hovered]?.name;

describe('the map alone', () => {
  describe('its markers', () => {
    it('highlight their row with the keyboard as with the pointer', async () => {
      const map = await openMap([bakery, {...florist, geo: at(500, 500)}]);
      map.button('Boulangerie du Pont').focus();
      expect(focusedRowOf(map)).to.equal('Boulangerie du Pont');
      map.button('Zoomer').focus();
      expect(focusedRowOf(map)).to.equal(undefined);
      await sendMouse({type: 'move', position: middle(map.button('Fleurs'))});
      await until(() => focusedRowOf(map) === florist.name, 'the row of the florist');
      await sendMouse({type: 'move', position: middle(map.button('Zoomer'))});
      await until(() => focusedRowOf(map) === undefined, 'no row');
    });

    it('stand out while their row is pointed at', async () => {
      const map = await openMap([bakery, {...florist, geo: at(500, 500)}]);
      map.change({hovered: 1});
      await until(() => map.button('Fleurs').matches('.hovered'), 'the florist');
      expect(map.button('Boulangerie').matches('.hovered')).to.equal(false);
    });

    it('answer to a finger within 44 pixels, and look as small as before', async () => {
      const map = await openMap([bakery, {...bookshop, geo: at(3000, 0)}]);
      for (const button of map.all('.canvas .marker')) {
        const [x, y] = middle(button);
        expect(button.getBoundingClientRect().width).to.be.at.most(36.5);
        for (const [dx, dy] of [
          [21, 0],
          [-21, 0],
          [0, 21],
          [0, -21],
        ] as const) {
          expect(map.root.elementFromPoint(x + dx, y + dy) === button, `${dx} ${dy}`).to.equal(
            true,
          );
        }
        expect(map.root.elementFromPoint(x + 26, y) === button).to.equal(false);
      }
    });

    it('never lie over another one’s middle, in the streets neither', async () => {
      const places = Array.from({length: 120}, (_, i) => ({
        ...bakery,
        id: `b${i}`,
        geo: at((i % 12) * 9, Math.floor(i / 12) * 11),
      }));
      const map = await openMap(places, {start: {center: at(50, 50), zoom: 18}});
      const buttons = map.all('.canvas .marker');
      expect(buttons.length).to.be.above(5);
      for (const button of buttons) {
        const [x, y] = middle(button);
        const inSight = map.canvas.getBoundingClientRect();
        if (y < inSight.top || y > inSight.bottom || x > inSight.right - 70) continue;
        expect(map.root.elementFromPoint(x, y)?.closest('.marker') === button).to.equal(true);
      }
    });

    it('say how many of what they gather in French and in English', async () => {
      const places = [
        bakery,
        {...bookshop, geo: at(160, 5)},
        {...bakery, id: 'c', geo: at(170, 30)},
      ];
      const far = {...bookshop, id: 'far', geo: at(6000, 6000)};
      const map = await openMap([...places, far]);
      expect(map.button('3 adresses').getAttribute('aria-label')).to.equal(
        '3 adresses : commerces de bouche (2), boutiques (1). Zoomer',
      );
      map.change({messages: en, language: 'en'});
      await until(() => map.find('3 addresses'), 'English');
      expect(map.button('3 addresses').getAttribute('aria-label')).to.match(
        /^3 addresses: .+ \(2\), .+ \(1\)\. Zoom in$/,
      );
    });
  });

  describe('its buttons', () => {
    it('have names, room for a finger, and a ring around the focused one', async () => {
      const map = await openMap(townPlaces);
      const buttons = map.all('.map-controls button');
      expect(buttons.length).to.be.at.least(3);
      for (const button of buttons) {
        expect(nameOf(button)).to.match(/^\p{Lu}/u);
        const {width, height} = button.getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(43.9);
      }
      map.button('Passer la carte').focus();
      await sendKeys({press: 'Tab'});
      expect(map.focused).to.equal('Zoomer');
      expect(parseFloat(getComputedStyle(map.button('Zoomer')).outlineWidth)).to.be.at.least(2);
    });

    it('say when the map is as close or as far as it gets', async () => {
      const map = await openMap(townPlaces, {start: {center: SQUARE, zoom: 18}});
      const zoomIn = map.button('Zoomer');
      expect(zoomIn.hasAttribute('aria-disabled')).to.equal(false);
      zoomIn.focus();
      await sendKeys({press: 'Enter'});
      await map.rests();
      expect(map.focused).to.equal('Zoomer (au plus près)');
      expect(zoomIn.getAttribute('aria-disabled')).to.equal('true');
      await sendKeys({press: 'Enter'});
      await map.rests();
      expect(map.view.view().zoom).to.equal(19);
      map.view.show(SQUARE, 3);
      await map.rests();
      expect(map.button('Dézoomer').getAttribute('aria-label')).to.equal('Dézoomer (au plus loin)');
      expect(nameOf(zoomIn)).to.equal('Zoomer');
      await expect(map.element).to.be.accessible();
    });

    it('fill the screen and give it back, where the browser can', async function () {
      const map = await openMap(townPlaces);
      if (!document.fullscreenEnabled) {
        expect(map.find('Plein écran') === undefined).to.equal(true);
        this.skip();
      }
      const {width} = map.canvas.getBoundingClientRect();
      map.button('Plein écran').focus();
      await sendKeys({press: 'Enter'});
      await until(() => map.find('Quitter le plein écran'), 'the full screen');
      expect(map.root.fullscreenElement === map.one('.map')).to.equal(true);
      expect(map.focused).to.equal('Quitter le plein écran');
      await until(() => map.canvas.getBoundingClientRect().width !== width, 'another width');
      await sendKeys({press: 'Enter'});
      await until(() => map.find('Plein écran'), 'the page again');
      expect(map.focused).to.equal('Plein écran');
    });

    it('leave the full screen for what stands beside the map', async function () {
      if (!document.fullscreenEnabled) this.skip();
      const map = await openMap([bakery]);
      map.button('Plein écran').focus();
      await sendKeys({press: 'Enter'});
      await until(() => map.find('Quitter le plein écran'), 'the full screen');
      map.button('Boulangerie').click();
      await until(() => map.find('Plein écran'), 'the page again');
      expect(map.chosen).to.deep.equal(['Boulangerie du Pont']);
    });

    it('do not offer what the browser refuses', async () => {
      Object.defineProperty(document, 'fullscreenEnabled', {value: false, configurable: true});
      try {
        const map = await openMap([bakery]);
        expect(map.find('Plein écran') === undefined).to.equal(true);
      } finally {
        Reflect.deleteProperty(document, 'fullscreenEnabled');
      }
    });
  });

  describe('its view', () => {
    it('is told once at the start, once after each move, never for a drawing', async () => {
      const map = await openMap(townPlaces);
      expect(map.views).to.have.lengthOf(1);
      expect(map.views[0]!.zoom).to.equal(map.view.view().zoom);
      map.change({hovered: 1});
      await map.rests();
      expect(map.views).to.have.lengthOf(1);
      map.button('Zoomer').click();
      await map.rests();
      expect(map.views).to.have.lengthOf(2);
      const [before, after] = map.views;
      expect(after!.zoom).to.equal(before!.zoom + 1);
      expect(after!.bounds.west).to.be.above(before!.bounds.west);
    });

    it('is the one of a link before the one on the places', async () => {
      const center = at(900, 900);
      const map = await openMap(townPlaces, {start: {center, zoom: 15}});
      const {zoom, center: shown} = map.view.view();
      expect(zoom).to.equal(15);
      expect(shown.latitude).to.be.closeTo(center.latitude, 1e-4);
      expect(shown.longitude).to.be.closeTo(center.longitude, 1e-4);
      expect(map.views).to.have.lengthOf(1);
      map.button('Revenir à la vue de départ').click();
      await map.rests();
      expect(map.view.view().zoom).to.not.equal(15);
    });

    it('can be given back', async () => {
      const map = await openMap(townPlaces);
      const {center, zoom} = map.view.view();
      map.view.show(at(5000, 0), 12);
      await map.rests();
      expect(map.view.view().zoom).to.equal(12);
      map.view.show(center, zoom);
      await map.rests();
      expect(map.view.view().center.longitude).to.be.closeTo(center.longitude, 1e-4);
    });

    it('stays when the places come for it', async () => {
      const map = await openMap(townPlaces, {
        byView: true,
        start: {center: at(90_000, 0), zoom: 14},
      });
      const {center} = map.view.view();
      map.change({indices: [0, 1]});
      await map.rests();
      expect(map.view.view().center).to.deep.equal(center);
    });
  });

  describe('the position of the visitor', () => {
    const origin = {geo: at(200, 100), label: 'Votre position'};

    it('is a sign with a name, in the middle of the distance', async () => {
      const map = await openMap(townPlaces, {origin, center: SQUARE, radius: 1000});
      const sign = map.one('.origin');
      expect(sign.getAttribute('role')).to.equal('img');
      expect(sign.getAttribute('aria-label')).to.equal('Votre position');
      const [x, y] = middle(sign);
      const [cx, cy] = middle(map.one('circle.radius'));
      expect(Math.hypot(x - cx, y - cy)).to.be.below(3);
      expect(map.root.elementFromPoint(x, y) === sign).to.equal(false);
      await expect(map.element).to.be.accessible();
    });

    it('moves the map there, and goes away', async () => {
      const map = await openMap(townPlaces, {start: {center: at(50_000, 0), zoom: 15}});
      map.change({origin});
      await map.rests();
      const {bounds} = map.view.view();
      expect(origin.geo.longitude).to.be.within(bounds.west, bounds.east);
      map.change({origin: undefined});
      await map.rests();
      expect(map.all('.origin')).to.be.empty;
    });
  });

  it('draws nothing anew while rows are pointed at', async () => {
    const map = await openMap(manyPlaces(3000));
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver(records => changes.push(...records));
    observer.observe(map.canvas, {subtree: true, childList: true, characterData: true});
    for (const hovered of [1, 2, 3]) {
      map.change({hovered});
      await new Promise(requestAnimationFrame);
    }
    observer.disconnect();
    expect(changes).to.be.empty;
  });
});
