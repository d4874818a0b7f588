import {expect} from '@open-wc/testing';
import {hear, network, normal, put, until, warnings, type ShopsHarness} from './harness.js';

const feature = (name: string, more: object = {}, lon = 0.52): object => ({
  type: 'Feature',
  geometry: {type: 'Point', coordinates: [lon, 48.41]},
  properties: {name, category: 'bakery', ...more},
});

const collection = (title: string, ...features: object[]): object => ({
  type: 'FeatureCollection',
  name: title,
  features,
});

/** What stands at `/one` and `/two`; everything else is missing. */
const FILES: Readonly<Record<string, object>> = {
  '/one': collection('Mairie', feature('Au bon pain', {siret: '12345678900011'}), feature('Ici')),
  '/two': collection(
    'Marché',
    feature('AU BON PAIN', {siret: '12345678900011', phone: '02 61 91 00 00'}),
    feature('Ailleurs', {}, 0.6),
    feature(''),
  ),
};

const files = network(url => {
  const body = FILES[new URL(url).pathname];
  return body ? Response.json(body) : new Response('', {status: 404});
});

const putSources = (src: string): ShopsHarness => put({attributes: {src}, feedEnvironment: files});

describe('<local-shops-map> with several sources', () => {
  it('shows all places, duplicates once, with both sources on the card', async () => {
    const shops = putSources('/one /two');
    const loads = hear(shops, 'local-shops-load');
    await shops.listed();
    expect(shops.names).to.deep.equal(['Ailleurs', 'Au bon pain', 'Ici']);
    expect(loads.map(({detail}) => detail)).to.deep.equal([{count: 3, rejected: 1}]);
    await shops.choose('Au bon pain');
    const sources = normal(shops.one('.card .source').textContent);
    expect(sources).to.contain('Mairie').and.to.contain('Marché');
    expect(shops.link('Appeler le 02 61 91 00 00').href).to.equal('tel:0261910000');
  });

  it('names the rows that it could not read, with their source', async () => {
    const shops = putSources('/one /two');
    await shops.shows('Une fiche illisible n’est pas affichée.');
    await until(() => warnings.length, 'a warning');
    expect(warnings.join())
      .to.contain('1 rows left out, 3 shown')
      .and.to.contain('/two item 2: no-name');
  });

  it('names one that fails, and shows the others', async () => {
    const shops = putSources('/one /missing');
    await shops.listed();
    expect(shops.names).to.deep.equal(['Au bon pain', 'Ici']);
    await shops.shows('La liste de /missing n’a pas pu être chargée.');
    expect(warnings.join()).to.contain('404');
    await expect(shops.element).to.be.accessible();
  });

  it('says so when all fail, with a way out', async () => {
    const shops = putSources('/missing /gone');
    await shops.shows('La liste est introuvable');
    expect(shops.button('Réessayer').type).to.equal('button');
  });

  it('reads a script with data inside', async () => {
    const text = JSON.stringify(collection('Ici', feature('Dedans')));
    const shops = put({});
    shops.box.innerHTML = `<local-shops-map tiles="none">
      <script type="application/json">${text}</script></local-shops-map>`;
    const root = (): ShadowRoot => shops.box.querySelector('local-shops-map')!.shadowRoot!;
    await until(() => root().querySelector('.row .name'), 'a list');
    expect(normal(root().querySelector('.row .name')!.textContent)).to.equal('Dedans');
  });

  it('reads a script elsewhere in the page, beside a file', async () => {
    const block = document.createElement('script');
    block.type = 'application/json';
    block.id = 'places-here';
    block.textContent = JSON.stringify(collection('Ici', feature('Dedans', {}, 0.7)));
    document.body.append(block);
    const shops = putSources('/one #places-here');
    await shops.listed();
    block.remove();
    expect(shops.names).to.deep.equal(['Au bon pain', 'Dedans', 'Ici']);
  });

  it('reads the list that it shows without JavaScript', async () => {
    const shops = put({});
    shops.box.innerHTML = `<local-shops-map tiles="none"><ul>
      <li itemscope itemtype="https://schema.org/Bakery">
        <a itemprop="url" href="https://pain.example/"><b itemprop="name">Au bon pain</b></a>
        <span itemprop="geo" itemscope itemtype="https://schema.org/GeoCoordinates">
          <meta itemprop="latitude" content="48.41"><meta itemprop="longitude" content="0.52">
        </span></li></ul></local-shops-map>`;
    const root = (): ShadowRoot => shops.box.querySelector('local-shops-map')!.shadowRoot!;
    await until(() => root().querySelector('.row .name'), 'a list');
    expect(normal(root().querySelector('.row')!.textContent)).to.contain('Au bon pain');
    expect(normal(root().querySelector('.row')!.textContent)).to.contain('Boulangerie');
    expect(root().querySelector('slot')).to.equal(null);
  });
});
