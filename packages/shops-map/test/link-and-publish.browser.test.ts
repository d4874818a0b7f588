import {expect, oneEvent} from '@open-wc/testing';
import {open, openWithMap, put, until, type PageOptions, type ShopsHarness} from './harness.js';
import {
  chips,
  offeringPlaces,
  openPanel,
  pick,
  placeField,
  selectOf,
  takeSuggestion,
  write,
} from './more-harness.js';
import {CENTER} from './places.js';

const start = location.href;
/** The page's own parameters, which the test runner needs. */
const own = location.search.slice(1);

const written = (): string => location.search.slice(1).replace(own, '').replace(/^&/, '');

const visit = (query: string): void =>
  history.replaceState(null, '', `?${[own, query].filter(Boolean).join('&')}`);

const page = (more: Record<string, string> = {}): PageOptions => ({
  places: offeringPlaces,
  attributes: {center: CENTER, 'url-state': 'carte', ...more},
});

/** Everything that the list showed from the first moment on, with the card as one entry. */
function paintings(shops: ShopsHarness): string[] {
  const seen: string[] = [];
  const look = (): void => {
    const now = shops.cardName ?? shops.names.join('|');
    if (now && now !== seen.at(-1)) seen.push(now);
  };
  void shops.settled().then(() => {
    look();
    const observer = new MutationObserver(look);
    observer.observe(shops.root, {childList: true, subtree: true, characterData: true});
  });
  return seen;
}

interface List {
  readonly itemListElement: readonly {readonly item: {readonly name: string}}[];
}

const scripts = (): Element[] => [
  ...document.querySelectorAll('head script[data-published-by=local-shops-map]'),
];

const published = (): string[] =>
  scripts().flatMap(({textContent}) =>
    (JSON.parse(textContent) as List).itemListElement.map(({item}) => item.name),
  );

describe('<local-shops-map url-state> and the address of its page', () => {
  afterEach(() => history.replaceState(null, '', start));

  it('writes nothing before a person acts', async () => {
    const shops = await open(page());
    await shops.settled();
    expect(written()).to.equal('');
  });

  it('writes what a person asks for, which another element then shows at once', async () => {
    const shops = await open(page());
    await shops.type('e');
    await openPanel(shops, 'Filtres');
    await shops.tick('Livraison');
    await shops.press('Fermer');
    await openPanel(shops, 'Autour de…');
    await write(shops, placeField(shops), 'saint-e');
    await takeSuggestion(shops, 'Saint-Ébré');
    await pick(shops, selectOf(shops, 'sort'), 'Tri : nom');
    await until(() => written().includes('carte-sort=name'), 'the address');
    expect(written()).to.contain('carte-text=e&').and.to.contain('carte-with=service:delivery');
    const {names, status} = shops;
    expect(names.length).to.be.within(2, 5);
    shops.element.remove();

    const again = put(page());
    const seen = paintings(again);
    await again.listed();
    await until(() => chips(again).length === 2, 'the filters in force');
    expect(seen).to.deep.equal([names.join('|')]);
    expect(again.status).to.equal(status);
    expect(again.search.value).to.equal('e');
    expect(chips(again)).to.deep.equal(['Près de Saint-Ébré', 'Livraison']);
    expect(selectOf(again, 'sort').value).to.equal('name');
    await openPanel(again, 'Autour de…');
    expect(placeField(again).value).to.equal('Saint-Ébré');
  });

  it('restores the moment at which places must be open', async () => {
    visit('carte-open=2026-11-25T17:30');
    const shops = await open(page());
    await until(() => chips(shops).length, 'the filter');
    expect(chips(shops)).to.deep.equal(['Ouvert mercredi 17 h 30']);
    expect(shops.names).to.include('Ferme des Alizés').and.to.not.include('Musée du Sabot');
    await openPanel(shops, 'Filtres (1)');
    expect((shops.one('.moment select') as HTMLSelectElement).value).to.equal('2026-11-25');
  });

  it('opens the card of its place with the first painting', async () => {
    visit('carte-place=farm');
    const shops = put(page());
    const seen = paintings(shops);
    await shops.carded('Ferme des Alizés');
    expect(seen).to.deep.equal(['Ferme des Alizés']);
  });

  it('closes the card on Back, and opens it on Forward', async () => {
    const shops = await open(page());
    await shops.choose('Ferme des Alizés');
    await until(() => written() === 'carte-place=farm', 'the address');
    history.back();
    await until(() => !shops.card, 'the list');
    expect(shops.rows).to.have.lengthOf(14);
    expect(written()).to.equal('');
    history.forward();
    await shops.carded('Ferme des Alizés');
    const popped = oneEvent(window, 'popstate');
    await shops.press('Retour à la liste');
    await popped;
    expect(written()).to.equal('');
  });

  it('restores which of map and list is in sight, and the view of the map', async function () {
    this.timeout(30_000);
    visit('carte-view=16/48.4086/0.5247&carte-pane=map');
    const shops = await open(page());
    await shops.mapped();
    await shops.mapRests();
    expect(shops.isVisible(shops.one('.map'))).to.equal(true);
    expect(shops.isVisible(shops.rows[0]!.button)).to.equal(false);
    expect(shops.markers.map(({name}) => name).join()).to.not.contain('Brasserie du Gué');
    await shops.press('Liste');
    await until(() => !written().includes('pane'), 'the address without the map');
  });

  it('says the view that a person looked for', async function () {
    this.timeout(30_000);
    const shops = await openWithMap(page());
    expect(written()).to.equal('');
    const zoom = shops.button('Zoomer');
    zoom.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true, composed: true}));
    zoom.click();
    await until(() => written().startsWith('carte-view='), 'the view');
  });

  it('says nothing of the page’s own order, only of another one', async () => {
    const shops = await open(page({sort: 'name'}));
    await pick(shops, selectOf(shops, 'sort'), 'Tri : distance');
    await until(() => written() === 'carte-sort=distance', 'the other order');
    await pick(shops, selectOf(shops, 'sort'), 'Tri : nom');
    await until(() => written() === '', 'nothing');
  });

  it('takes nothing from an address that is not meant for it', async () => {
    visit('carte-text=%3Cimg%20src%3Dx%3E&carte-sort=evil&carte-with=service:hack&carte-near=x');
    const shops = put(page());
    await shops.shows('Aucune adresse ne correspond à ces filtres.');
    expect(shops.search.value).to.equal('<img src=x>');
    expect(chips(shops)).to.be.empty;
    expect(shops.all('img')).to.be.empty;
    await shops.press('Effacer les filtres');
    expect(shops.rows).to.have.lengthOf(14);
  });
});

describe('<local-shops-map json-ld> and the head of its page', () => {
  it('publishes what the list shows, in its order, and takes it back', async () => {
    const shops = await open({
      places: offeringPlaces,
      attributes: {center: CENTER, 'json-ld': ''},
    });
    await until(() => published().length === 14, 'all places');
    expect(published()).to.deep.equal(shops.names);
    await shops.type('saint-ebre');
    await until(() => published().length === 2, 'the answer');
    expect(published()).to.deep.equal(shops.names);
    await pick(shops, selectOf(shops, 'sort'), 'Tri : nom');
    await until(() => published().join() === shops.names.join(), 'the other order');
    expect(scripts()).to.have.lengthOf(1);
    shops.element.removeAttribute('json-ld');
    await until(() => scripts().length === 0, 'nothing');
    shops.element.setAttribute('json-ld', '');
    await until(() => scripts().length === 1, 'the list again');
    shops.element.remove();
    expect(scripts()).to.be.empty;
  });

  it('publishes nothing unless the page wants it', async () => {
    const shops = await open({places: offeringPlaces});
    await shops.settled();
    expect(scripts()).to.be.empty;
  });
});
