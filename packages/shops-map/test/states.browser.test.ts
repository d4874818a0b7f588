import {expect} from '@open-wc/testing';
import {FeedError, formatMoment, type FeedErrorCode} from '@local-widgets/core';
import {
  hear,
  impatient,
  network,
  open,
  openWithMap,
  put,
  until,
  warnings,
  WIDE,
} from './harness.js';
import {earlyPlaces} from '../src/source/early-places.js';
import {earlyPositions} from '../src/source/early-positions.js';
import {bakery, CENTER, fewKinds, manyPlaces, townPlaces} from './places.js';

/** Never answers, until the request is given up. */
const silent = network(
  (_url, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
    }),
);

/** GeoJSON of some bakeries by name; a name that is empty makes a row that cannot be read. */
function bakeries(...names: string[]): Response {
  const features = names.map((name, i) => ({
    type: 'Feature',
    geometry: {type: 'Point', coordinates: [0.52 + i / 1000, 48.41]},
    properties: {name, category: 'bakery'},
  }));
  return Response.json({type: 'FeatureCollection', features});
}

describe('the states of <local-shops-map>', () => {
  describe('while the source is on its way', () => {
    it('is accessible, says so, and shows where the list will be', async () => {
      const shops = put({attributes: {src: '/list'}, feedEnvironment: silent});
      await shops.says('Chargement des adresses…');
      expect(shops.rows.length).to.equal(0);
      expect(shops.all('[aria-hidden=true] .skeleton').length).to.equal(5);
      await expect(shops.element).to.be.accessible();
    });

    it('loads nothing for an element without source, and shows what the page wrote', async () => {
      const shops = put({fallback: 'Toutes les adresses'});
      await shops.settled();
      expect(shops.status).to.equal('');
      expect(shops.isVisible(shops.element.querySelector('a')!)).to.equal(true);
      expect(warnings).to.be.empty;
    });
  });

  it('shows a list from its source and says how many places there are', async () => {
    const attributes = {src: '/__feeds/geojson?n=30'};
    const shops = put({attributes, fallback: 'Toutes les adresses'});
    const loads = hear(shops, 'local-shops-load');
    await shops.listed();
    expect(shops.rows.length).to.equal(20);
    expect(shops.status).to.equal('30 adresses, par ordre alphabétique, page 1 sur 2');
    expect(loads.map(({detail}) => detail)).to.deep.equal([{count: 30, rejected: 0}]);
    expect(shops.isVisible(shops.element.querySelector('a')!)).to.equal(false);
    expect(warnings).to.be.empty;
  });

  it('loads again when the source changes, and drops the answer to the old one', async () => {
    const feedEnvironment = network(async url => {
      if (url.includes('slow')) await until(() => shops.names.includes('Nouvelle'), 'new list');
      return bakeries(url.includes('slow') ? 'Ancienne' : 'Nouvelle');
    });
    const shops = put({attributes: {src: '/slow'}, feedEnvironment});
    await shops.says('Chargement');
    shops.element.src = '/fast';
    await until(() => shops.names.includes('Nouvelle'), 'the new list');
    await new Promise(resolve => setTimeout(resolve));
    expect(shops.names).to.deep.equal(['Nouvelle']);
  });

  it('keeps no early places of a list that does not come', async () => {
    let fail = (): void => undefined;
    const failing = new Promise<Response>(resolve => {
      fail = () => resolve(new Response('', {status: 404}));
    });
    const shops = put({attributes: {src: '/large'}, feedEnvironment: network(() => failing)});
    await shops.says('Chargement');
    // as a worker tells them while the list is on its way
    const source = shops.element['source'];
    source.early = earlyPlaces(earlyPositions(townPlaces, undefined));
    fail();
    await until(() => source.failure, 'the failure');
    expect(source.early).to.equal(undefined);
  });

  it('goes back to what the page wrote when the source is taken away', async () => {
    const feedEnvironment = network(() => bakeries('Au bon pain'));
    const shops = await open({attributes: {src: '/list'}, feedEnvironment, fallback: 'Voir'});
    shops.element.src = '';
    await shops.settled();
    expect(shops.rows.length).to.equal(0);
    expect(shops.isVisible(shops.element.querySelector('a')!)).to.equal(true);
  });

  describe('with an empty source', () => {
    it('is accessible, says so, and shows what the page wrote', async () => {
      const shops = put({attributes: {src: '/__feeds/no-places'}, fallback: 'Voir ailleurs'});
      await shops.says('Aucune adresse n’est publiée ici pour le moment.');
      expect(shops.isVisible(shops.element.querySelector('a')!)).to.equal(true);
      expect(shops.categoryRows).to.be.empty;
      await expect(shops.element).to.be.accessible();
    });
  });

  describe('when nothing matches', () => {
    it('is accessible, says so, and offers to clear the filters', async () => {
      const shops = await open({places: townPlaces});
      await shops.type('xylophone');
      expect(shops.status).to.equal('Aucune adresse ne correspond à ces filtres.');
      expect(shops.rows.length).to.equal(0);
      await shops.shows('Élargissez la distance ou retirez un filtre.');
      await expect(shops.element).to.be.accessible();
    });

    it('shows all again after clearing, with the keyboard in the search', async () => {
      const shops = await open({places: townPlaces, attributes: {center: CENTER}});
      const filters = hear(shops, 'local-shops-filter');
      await shops.chooseRadius('Moins de 2 km');
      await shops.tick('Boutiques');
      await shops.tick('Ouvert maintenant');
      await shops.type('xylophone');
      await until(() => filters.length === 4, 'an event for each of four');
      await shops.press('Effacer les filtres');
      expect(shops.rows.length).to.equal(14);
      expect(shops.focused).to.equal('Rechercher');
      expect(shops.search.value).to.equal('');
      expect(shops.radius.selectedOptions[0]?.label).to.equal('Partout');
      expect(shops.checkbox('Boutiques').checked).to.equal(false);
      expect(shops.openNow?.checked).to.equal(false);
      await until(() => filters.length > 4, 'an event');
      expect(filters.slice(4).map(({detail}) => detail.ids.length)).to.deep.equal([14]);
    });

    it('clears the distance also when it was chosen and left before', async () => {
      const shops = await open({places: townPlaces, attributes: {center: CENTER}});
      await shops.chooseRadius('Moins de 2 km');
      await shops.chooseRadius('Partout');
      await shops.chooseRadius('Moins de 2 km');
      await shops.type('xylophone');
      await shops.press('Effacer les filtres');
      expect(shops.rows.length).to.equal(14);
      expect(shops.radius.selectedOptions[0]?.label).to.equal('Partout');
    });
  });

  describe('when the source cannot be had', () => {
    const refuse = (): never => {
      throw new TypeError('Failed to fetch');
    };
    const throwing = (code: FeedErrorCode) =>
      network(() => {
        throw new FeedError(code, 'told by the test');
      });
    const answering = (status: number, headers: Record<string, string> = {}) =>
      network(() => new Response('', {status, headers}));
    /** Refuses to be read, but answers the question whether somebody is there. */
    const withoutCors = network(async (_url, init) => {
      if (init?.mode !== 'no-cors') refuse();
      const origin = await (await fetch('/__feeds/other-origin')).text();
      return fetch(`${origin}/no-cors/places.geojson`, {mode: 'no-cors'});
    });
    /** The page's policy stands in the way, and the browser reports it. */
    const forbidden = network(url => {
      const {origin} = new URL(url);
      const violation = {
        disposition: 'enforce',
        effectiveDirective: 'connect-src',
        violatedDirective: 'connect-src',
        originalPolicy: "connect-src 'none'",
        documentURI: location.href,
        blockedURI: origin,
        statusCode: 200,
      } as const;
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', violation),
      );
      return refuse();
    });

    const cases: [FeedErrorCode, string, ReturnType<typeof network>, string?][] = [
      ['bad-address', 'L’adresse de la liste n’est pas valide.', network(refuse), 'ftp://x/y'],
      ['unreachable', 'La liste est injoignable pour le moment.', network(refuse)],
      ['refused-cors', 'La liste ne peut pas être lue depuis ce site.', withoutCors],
      ['refused-csp', 'La liste ne peut pas être lue depuis ce site.', forbidden],
      ['timeout', 'La liste met trop de temps à répondre.', throwing('timeout')],
      ['not-found', 'La liste est introuvable', impatient, '/__feeds/404'],
      ['busy', 'Trop de demandes en ce moment.', answering(429, {'retry-after': '60'})],
      ['http', 'Le serveur de la liste rencontre un problème.', impatient, '/__feeds/500'],
      [
        'too-large',
        'La liste est trop volumineuse pour être affichée ici.',
        impatient,
        '/__feeds/huge-declared',
      ],
      ['unreadable', 'La liste reçue est illisible.', impatient, '/__feeds/html'],
    ];
    for (const [code, sentence, feedEnvironment, src = '/list'] of cases) {
      it(`says in words what a visitor can do: ${code}`, async () => {
        const shops = put({attributes: {src}, feedEnvironment, fallback: 'Liste à part'});
        const errors = hear(shops, 'local-shops-error');
        await shops.shows(sentence);
        expect(shops.one('[role=alert]').textContent).to.contain(sentence);
        expect(shops.isVisible(shops.button('Réessayer'))).to.equal(true);
        expect(shops.isVisible(shops.element.querySelector('a')!)).to.equal(true);
        expect(errors.map(({detail}) => detail.code)).to.deep.equal([code]);
        expect(errors[0]?.detail.message).to.have.length.above(10);
        expect(warnings).to.have.lengthOf(1);
        expect(warnings[0]).to.contain(errors[0]?.detail.message);
      });
    }

    it('says that the visitor is offline', async () => {
      Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
      try {
        const shops = put({attributes: {src: '/list'}, feedEnvironment: network(refuse)});
        await shops.shows('Vous semblez hors connexion.');
      } finally {
        Reflect.deleteProperty(navigator, 'onLine');
      }
    });

    for (const feed of ['not-json', 'truncated', 'empty', 'html', 'cut-connection']) {
      it(`stays whole with a feed that goes wrong: ${feed}`, async () => {
        const attributes = {src: `/__feeds/${feed}`};
        const shops = put({attributes, feedEnvironment: impatient, fallback: 'Liste à part'});
        await until(() => shops.findButton('Réessayer'), 'a way out');
        expect(shops.isVisible(shops.element.querySelector('a')!)).to.equal(true);
      });
    }

    it('is accessible', async () => {
      const shops = put({attributes: {src: '/__feeds/404'}, fallback: 'Liste à part', width: WIDE});
      await until(() => shops.findButton('Réessayer'), 'a way out');
      await expect(shops.element).to.be.accessible();
    });

    it('shows the list once a new try succeeds', async () => {
      let tries = 0;
      const feedEnvironment = network(() =>
        ++tries === 1 ? new Response('', {status: 404}) : bakeries('Au bon pain'),
      );
      const shops = put({attributes: {src: '/list'}, feedEnvironment});
      await until(() => shops.findButton('Réessayer'), 'a way out');
      await shops.press('Réessayer');
      await shops.listed();
      expect(shops.names).to.deep.equal(['Au bon pain']);
      expect(shops.all('[role=alert]').length).to.equal(0);
    });

    it('keeps the keyboard where it was when a new try fails as well', async () => {
      const shops = put({attributes: {src: '/__feeds/404'}});
      await until(() => shops.findButton('Réessayer'), 'a way out');
      const errors = hear(shops, 'local-shops-error');
      shops.button('Réessayer').focus();
      await shops.press('Réessayer');
      await until(() => errors.length > 0 && shops.findButton('Réessayer'), 'the second failure');
      await shops.settled();
      expect(shops.focused).to.equal('Réessayer');
    });

    it('shows nothing of a map that has no places', async () => {
      const shops = put({attributes: {src: '/__feeds/404'}, width: WIDE});
      await until(() => shops.findButton('Réessayer'), 'a way out');
      expect(shops.markers.length).to.equal(0);
      expect(shops.all('.leaflet-pane').length).to.equal(0);
    });
  });

  it('keeps the last list and says so when loading it again fails', async () => {
    let tries = 0;
    const feedEnvironment = network(() =>
      ++tries === 1 ? bakeries('Au bon pain', 'La miche') : new Response('', {status: 404}),
    );
    const shops = await open({attributes: {src: '/list'}, feedEnvironment, fallback: 'Voir'});
    const errors = hear(shops, 'local-shops-error');
    const when = formatMoment(shops.element.clock.now(), 'fr').replace(/\s/g, ' ');
    shops.element.reload();
    await shops.shows(`La mise à jour a échoué ; voici la liste reçue le ${when}.`);
    expect(when).to.match(/^24 novembre à \d+.h.\d\d$/);
    expect(shops.names).to.deep.equal(['Au bon pain', 'La miche']);
    expect(errors.map(({detail}) => detail.code)).to.deep.equal(['not-found']);
    expect(shops.isVisible(shops.element.querySelector('a')!)).to.equal(false);
    await expect(shops.element).to.be.accessible();
  });

  it('takes the newer list when loading it again succeeds', async () => {
    let tries = 0;
    const feedEnvironment = network(() => bakeries(++tries === 1 ? 'Avant' : 'Après'));
    const shops = await open({attributes: {src: '/list'}, feedEnvironment});
    shops.element.reload();
    await until(() => shops.names.includes('Après'), 'the newer list');
    expect(shops.names).to.deep.equal(['Après']);
  });

  it('says that some entries are missing, and names each in the console', async () => {
    const feedEnvironment = network(() => bakeries('Au bon pain', '', 'La miche', ''));
    const shops = put({attributes: {src: '/list'}, feedEnvironment});
    const loads = hear(shops, 'local-shops-load');
    await shops.listed();
    await shops.shows('2 fiches illisibles ne sont pas affichées.');
    expect(loads.map(({detail}) => detail)).to.deep.equal([{count: 2, rejected: 2}]);
    // the report comes in a file of its own
    await until(() => warnings.length > 0, 'a warning');
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.contain('2 rows left out, 2 shown');
    expect(warnings[0])
      .to.match(/item 1: no-name/)
      .and.to.match(/item 3: no-name/);
    expect(shops.names).to.deep.equal(['Au bon pain', 'La miche']);
  });

  it('names at most twenty unreadable rows in the console, and counts the rest', async () => {
    const names = ['Au bon pain', ...Array.from({length: 30}, () => '')];
    const feedEnvironment = network(() => bakeries(...names));
    await open({attributes: {src: '/list'}, feedEnvironment});
    await until(() => warnings.length > 0, 'a warning');
    expect(warnings[0]?.split('\n')).to.have.lengthOf(22);
    expect(warnings[0]).to.contain('… and 10 more');
  });

  describe('when no tile of the base map answers', () => {
    it('says so on the map and keeps list and markers whole', async () => {
      const attributes = {tiles: '/__tiles/broken/{z}/{x}/{y}.png', center: CENTER};
      const shops = await openWithMap({places: fewKinds, attributes});
      await shops.shows('Le fond de carte ne répond pas');
      expect(shops.rows.length).to.equal(fewKinds.length);
      expect(shops.placesOnMap).to.equal(fewKinds.length);
      expect(warnings).to.deep.equal([
        '<local-shops-map> no tile of the base map could be loaded; a sketch takes its place.',
      ]);
      await expect(shops.element).to.be.accessible();
    });

    it('says so on the smallest map as well', async () => {
      const attributes = {tiles: '/__tiles/broken/{z}/{x}/{y}.png', height: '8rem'};
      const shops = await openWithMap({places: [bakery], attributes, width: 240});
      await shops.shows('Le fond de carte ne répond pas');
    });

    it('tries again with other tiles', async () => {
      const attributes = {tiles: '/__tiles/broken/{z}/{x}/{y}.png'};
      const shops = await openWithMap({places: fewKinds, attributes});
      await shops.shows('Le fond de carte ne répond pas');
      shops.element.tiles = '/__tiles/{z}/{x}/{y}.png';
      await until(() => shops.all('.leaflet-tile-loaded').length > 0, 'tiles');
      expect(shops.text).to.not.contain('Le fond de carte ne répond pas');
    });
  });

  it('says that the map is on its way, and shows the list meanwhile', async () => {
    const shops = put({places: manyPlaces(3), width: WIDE});
    await shops.listed();
    await shops.mapped();
    await until(() => !shops.text.includes('Chargement de la carte…'), 'the end of loading');
    expect(shops.rows.length).to.equal(3);
  });
});
