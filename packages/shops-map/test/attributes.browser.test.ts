import {expect} from '@open-wc/testing';
import {open, openWithMap, put, until, warnings, WIDE} from './harness.js';
import {bakery, CENTER, fewKinds, townPlaces} from './places.js';

describe('the attributes of <local-shops-map>', () => {
  const mistakes: [string, Record<string, string>, RegExp][] = [
    [
      'a centre with latitude first',
      {center: '48.4086,0.5247'},
      /center="48\.4086,0\.5247" looks swapped: longitude/,
    ],
    ['a centre that is no position', {center: 'Paris'}, /center="Paris" is ignored: longitude/],
    ['a radius that is no number', {'radius-km': 'abc'}, /radius-km="abc" is ignored: a positive/],
    ['a negative radius', {'radius-km': '-3'}, /radius-km="-3" is ignored/],
    ['an unknown category', {categories: 'bakery bakrey'}, /no category is called bakrey\./],
    ['a height that is no length', {height: 'tall'}, /height="tall" is ignored: a CSS length/],
    ['an unknown time zone', {'time-zone': 'Europe/Pariss'}, /time-zone="Europe\/Pariss"/],
    ['an unknown calendar of holidays', {holidays: 'Mars'}, /holidays="Mars"/],
    ['a heading level that is none', {'heading-level': 'big'}, /heading-level/],
  ];
  for (const [what, attributes, warning] of mistakes) {
    it(`tell the webmaster about ${what}, once, and stay whole`, async () => {
      const shops = put({places: fewKinds, attributes});
      await until(() => shops.rows.length > 0, 'a list');
      // some attributes are judged by the details, which come after the list
      await until(() => warnings.length > 0, 'a warning');
      await shops.settled();
      expect(warnings.join('\n')).to.match(warning);
      expect(warnings).to.have.lengthOf(1);
      expect(warnings[0]).to.match(/^<local-shops-map> /);
    });
  }

  it('tell the webmaster about unknown tiles, once, and draw a sketch', async () => {
    const shops = await openWithMap({places: fewKinds, attributes: {tiles: 'google'}});
    // what judges addresses comes in a file of its own
    await until(() => warnings.length > 0, 'a warning');
    expect(warnings).to.deep.equal([
      '<local-shops-map> tiles="google" is neither one of ign, ign-photo, osm-france, none nor a template with {z}, {x}, {y} nor a .pmtiles file.',
    ]);
    expect(shops.all('.leaflet-tile').length).to.equal(0);
    expect(shops.placesOnMap).to.equal(fewKinds.length);
  });

  it('say nothing when they are right', async () => {
    await open({
      places: townPlaces,
      attributes: {
        center: CENTER,
        'radius-km': '2,5',
        categories: 'food, producers',
        height: '32rem',
        'time-zone': 'Europe/Paris',
        holidays: 'FR-alsace-moselle',
        'heading-level': '2',
      },
    });
    expect(warnings).to.be.empty;
  });

  it('say nothing when they are empty', async () => {
    const names = ['center', 'radius-km', 'categories', 'height', 'src', 'format'];
    const attributes = Object.fromEntries(names.map(name => [name, '']));
    const shops = await open({places: fewKinds, attributes});
    expect(shops.rows.length).to.equal(5);
    expect(warnings).to.be.empty;
  });

  it('take a radius with a decimal comma', async () => {
    const attributes = {center: CENTER, 'radius-km': '0,1'};
    const shops = await open({places: townPlaces, attributes});
    expect(shops.names).to.deep.equal([
      'Librairie L’Écritoire',
      'Café de la Halle',
      'Marché de producteurs',
    ]);
  });

  it('change while the element is in the page', async () => {
    const shops = await open({places: townPlaces});
    shops.element.center = CENTER;
    await shops.settled();
    expect(shops.names[0]).to.equal('Librairie L’Écritoire');
    shops.element.radiusKm = '1';
    await shops.settled();
    expect(shops.names).to.not.include('Brasserie du Gué');
    shops.element.setAttribute('center', '');
    await shops.settled();
    expect(shops.names[0]).to.equal('Atelier Grès & Cie');
    expect(shops.rows.length).to.equal(14);
  });

  describe('height', () => {
    it('is the height of list and map side by side', async () => {
      const shops = await openWithMap({places: townPlaces, attributes: {height: '300px'}});
      expect(shops.one('.body').getBoundingClientRect().height).to.equal(300);
      expect(shops.one('.map').getBoundingClientRect().height).to.equal(300);
    });

    for (const nonsense of ['tall', '12', 'red', '300px; color: red', 'url(x)', '-5px']) {
      it(`refuses ${nonsense}`, async () => {
        const usual = await open({places: townPlaces, width: WIDE});
        const {height} = usual.one('.body').getBoundingClientRect();
        const shops = await open({places: townPlaces, width: WIDE, attributes: {height: nonsense}});
        expect(shops.one('.body').getBoundingClientRect().height).to.equal(height);
        expect(warnings).to.have.lengthOf(1);
      });
    }

    it('goes back to the usual one when it is taken away', async () => {
      const shops = await open({places: townPlaces, width: WIDE});
      const before = shops.one('.body').getBoundingClientRect().height;
      shops.element.height = '250px';
      await shops.settled();
      expect(shops.one('.body').getBoundingClientRect().height).to.equal(250);
      shops.element.height = '';
      await shops.settled();
      expect(shops.one('.body').getBoundingClientRect().height).to.equal(before);
    });
  });

  it('prefer places over a source', async () => {
    const shops = await open({places: [bakery], attributes: {src: '/__feeds/geojson?n=5'}});
    expect(shops.names).to.deep.equal(['Boulangerie du Pont']);
  });
});
