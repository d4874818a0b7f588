import {expect, oneEvent} from '@open-wc/testing';
import {until, warnings} from '../harness.js';
import {bakery, beekeeper, cheeseMaker, farm} from '../places.js';
import {putHost, type UrlPage} from './url-host.js';

const PLACES = [bakery, farm, cheeseMaker, beekeeper];
const start = location.href;
/** The page's own parameters, which the test runner needs. */
const own = location.search.slice(1);
const pages: UrlPage[] = [];

function visit(query: string, hash = ''): void {
  history.replaceState(null, '', `?${[own, query].filter(Boolean).join('&')}${hash}`);
}

/** What stands in the address beside the page's own parameters. */
function written(): string {
  return location.search.slice(1).replace(own, '').replace(/^&/, '');
}

function put(...args: Parameters<typeof putHost>): UrlPage {
  const page = putHost(...args);
  pages.push(page);
  return page;
}

async function list(page: UrlPage): Promise<void> {
  page.host.shops.setPlaces(PLACES, {});
  page.host.requestUpdate();
  await page.host.updateComplete;
}

/** The element with its list, at an address. */
async function open(query = '', urlState = 'carte'): Promise<UrlPage> {
  visit(query);
  const page = put(host => (host.urlState = urlState));
  await list(page);
  return page;
}

async function act(page: UrlPage, what: () => void): Promise<void> {
  what();
  page.host.requestUpdate();
  await page.host.updateComplete;
}

/** The page changes the attribute. */
function setAttribute(page: UrlPage, urlState: string | null): Promise<void> {
  return act(page, () => (page.host.urlState = urlState));
}

async function back(): Promise<void> {
  const popped = oneEvent(window, 'popstate');
  history.back();
  await popped;
}

describe('the address of a page with <local-shops-map url-state>', () => {
  afterEach(() => {
    for (const {host} of pages.splice(0)) host.remove();
    history.replaceState(null, '', start);
  });

  it('is not touched before a person acts', async () => {
    const query = 'carte-sort=evil&carte-text=%20pain&x=1';
    const {waits} = await open(query);
    expect(waits.count).to.equal(0);
    expect(written()).to.equal(query);
  });

  it('is in force before the list is painted for the first time', async () => {
    const {host} = await open('carte-categories=bakery&carte-sort=name');
    expect(host.painted).to.deep.equal([[bakery.name]]);
    expect(host.shops.sort).to.equal('name');
  });

  it('opens the card of its place with the first painting', async () => {
    const {host, waits} = await open('carte-place=farm');
    expect(host.painted).to.deep.equal([[`card: ${farm.name}`]]);
    expect(waits.count).to.equal(0);
  });

  it('waits for a place that comes later, until a person asks for something else', async () => {
    const page = await open('carte-place=cafe');
    expect(written()).to.equal('carte-place=cafe');
    await act(page, () => page.host.shops.filter({text: 'pain'}));
    page.waits.end();
    expect(written()).to.equal('carte-text=pain');
  });

  it('keeps the chosen place when the places are loaded anew', async () => {
    const page = await open();
    await act(page, () => page.host.select('farm'));
    page.host.shops.setPlaces(undefined, {});
    await act(page, () => page.host.requestUpdate());
    await list(page);
    expect(page.host.shops.selectedPlace?.id).to.equal('farm');
    expect(written()).to.equal('carte-place=farm');
  });

  it('gets filters by replacement, a moment after the last of them', async () => {
    const page = await open('x=1');
    const {length} = history;
    await act(page, () => page.host.shops.filter({text: 'pa'}));
    await act(page, () => page.host.shops.filter({text: 'pain'}));
    await act(page, () => page.host.shops.sortBy('name'));
    expect(written()).to.equal('x=1');
    expect(page.waits.count).to.equal(1);
    page.waits.end();
    expect(written()).to.equal('x=1&carte-text=pain&carte-sort=name');
    expect(history.length).to.equal(length);
    await act(page, () => page.host.shops.reset());
    await act(page, () => page.host.shops.sortBy(undefined));
    page.waits.end();
    expect(written()).to.equal('x=1');
  });

  it('begins its parameters with "shops" by default', async () => {
    const page = await open('', '');
    await act(page, () => page.host.shops.filter({radiusKm: 5}));
    page.waits.end();
    expect(written()).to.equal('shops-radius=5');
  });

  it('keeps the state that others left in the history', async () => {
    const page = await open();
    history.replaceState({router: 7}, '');
    await act(page, () => page.host.shops.filter({text: 'pain'}));
    page.waits.end();
    expect(history.state).to.deep.equal({router: 7});
    await act(page, () => page.host.select('farm'));
    expect((history.state as {router: number}).router).to.equal(7);
  });

  it('keeps the hash', async () => {
    visit('', '#plan');
    const page = put(host => (host.urlState = 'carte'));
    await list(page);
    await act(page, () => page.host.shops.filter({text: 'pain'}));
    page.waits.end();
    expect(location.hash).to.equal('#plan');
  });

  describe('when a place is chosen', () => {
    it('gets an entry of its own, so that Back closes the card and Forward opens it', async () => {
      const page = await open();
      await act(page, () =>
        page.host.shops.filter({categories: new Set(['bakery', 'farm'] as const)}),
      );
      await act(page, () => page.host.select('farm'));
      expect(written()).to.equal('carte-categories=bakery,farm&carte-place=farm');
      await back();
      await page.host.updateComplete;
      expect(page.host.shops.selected).to.equal(undefined);
      expect(page.host.shops.filters.categories.size).to.equal(2);
      expect(written()).to.equal('carte-categories=bakery,farm');
      history.forward();
      await until(() => page.host.shops.selectedPlace?.id === 'farm', 'the card again');
    });

    it('goes back when the card is closed, so that nothing is piled up', async () => {
      const page = await open();
      await act(page, () => page.host.select('farm'));
      const {length} = history;
      const popped = oneEvent(window, 'popstate');
      await act(page, () => page.host.select(null));
      await popped;
      expect(written()).to.equal('');
      expect(history.length).to.equal(length);
      expect(page.waits.count).to.equal(0);
    });

    it('replaces one chosen place by the next', async () => {
      const page = await open();
      await act(page, () => page.host.select('farm'));
      const {length} = history;
      await act(page, () => page.host.select('bakery'));
      page.waits.end();
      expect(written()).to.equal('carte-place=bakery');
      expect(history.length).to.equal(length);
      await back();
      expect(page.host.shops.selected).to.equal(undefined);
    });

    it('does not go back where filters have changed meanwhile', async () => {
      const page = await open();
      await act(page, () => page.host.select('farm'));
      await act(page, () => page.host.shops.filter({text: 'pain'}));
      page.waits.end();
      expect(written()).to.equal('carte-text=pain');
    });

    it('keeps the page of the list that stands below the card', async () => {
      const page = await open('carte-text=a');
      await act(page, () => page.host.select('farm'));
      const {filters} = page.host.shops;
      await back();
      expect(page.host.shops.filters).to.equal(filters);
    });
  });

  describe('about positions', () => {
    const here = {longitude: 0.52471234, latitude: 48.40865678};

    it('says a rounded position, and the name of a place that was chosen', async () => {
      const page = await open();
      await act(page, () => page.host.shops.setOrigin({geo: here, label: 'Flers'}));
      page.waits.end();
      expect(written()).to.equal('carte-near=0.525,48.409&carte-near-label=Flers');
    });

    it('gives no name to where the device is', async () => {
      const page = await open();
      await act(page, () => page.host.shops.setOrigin({geo: here, label: 'moi', isPrivate: true}));
      page.waits.end();
      expect(written()).to.equal('carte-near=0.525,48.409');
    });

    it('restores a position, with a word for one without a name', async () => {
      const page = await open('carte-near=0.525,48.409');
      expect(page.host.shops.origin?.label).to.equal('ce point');
      await act(page, () => page.host.shops.filter({text: 'pain'}));
      page.waits.end();
      expect(written()).to.equal('carte-text=pain&carte-near=0.525,48.409');
    });
  });

  describe('about the map', () => {
    const first = {center: {longitude: 0.5, latitude: 48.4}, zoom: 13};
    const other = {center: {longitude: 0.52, latitude: 48.41}, zoom: 15};

    it('says only a view that a person looked for', async () => {
      const page = await open();
      await act(page, () => (page.host.shown = first));
      expect(page.waits.count).to.equal(0);
      page.host.move(other);
      page.state.update();
      page.waits.end();
      expect(written()).to.equal('carte-view=15/48.41/0.52');
    });

    it('forgets the view when other places are asked for', async () => {
      const page = await open('carte-view=15/48.41/0.52');
      expect(page.host.shown).to.deep.equal(other);
      await act(page, () => page.host.shops.filter({text: 'pain'}));
      page.waits.end();
      expect(written()).to.equal('carte-text=pain');
    });

    it('shows map or list', async () => {
      const page = await open('carte-pane=map');
      expect(page.host.pane).to.equal('map');
      await act(page, () => (page.host.pane = 'list'));
      page.waits.end();
      expect(written()).to.equal('');
    });
  });

  it('says an order only where it is not that of the page', async () => {
    visit('carte-sort=distance');
    const page = put(host => {
      host.urlState = 'carte';
      host.defaultSort = host.shops.sort = 'open';
    });
    await list(page);
    expect(page.host.shops.sort).to.equal('distance');
    await act(page, () => page.host.shops.sortBy(undefined));
    page.waits.end();
    expect(written()).to.equal('carte-sort=best');
    await act(page, () => page.host.shops.sortBy('open'));
    page.waits.end();
    expect(written()).to.equal('');
  });

  it('does not take back what a person asked before this file came', async () => {
    visit('carte-text=pain');
    const page = put(host => {
      host.urlState = 'carte';
      host.shops.filter({text: 'miel'});
    });
    await list(page);
    expect(page.host.shops.filters.text).to.equal('miel');
    page.waits.end();
    expect(written()).to.equal('carte-text=miel');
  });

  it('is shared by several elements with prefixes of their own', async () => {
    const one = await open('a-text=pain&b-text=miel', 'a');
    const two = put(host => (host.urlState = 'b'));
    await list(two);
    expect(two.host.shops.filters.text).to.equal('miel');
    await act(one, () => one.host.shops.filter({text: 'lait'}));
    one.waits.end();
    expect(written()).to.equal('b-text=miel&a-text=lait');
    await act(one, () => one.host.select('farm'));
    await act(two, () => two.host.select('bakery'));
    await back();
    expect(one.host.shops.selectedPlace?.id).to.equal('farm');
    expect(two.host.shops.selected).to.equal(undefined);
  });

  it('belongs to the first of two elements with the same prefix, and the console says so', async () => {
    const one = await open();
    const two = put(host => (host.urlState = 'carte'));
    await list(two);
    expect(warnings.filter(text => text.includes('url-state="carte" is ignored'))).to.have.length(
      1,
    );
    await act(two, () => two.host.shops.filter({text: 'pain'}));
    expect(two.waits.count).to.equal(0);
    one.host.remove();
    // the page writes the attribute again
    await setAttribute(two, null);
    await setAttribute(two, 'carte');
    two.waits.end();
    expect(written()).to.equal('carte-text=pain');
  });

  it('is left alone by an element that has left the page, after what was still to write', async () => {
    const page = await open();
    await act(page, () => page.host.shops.filter({text: 'pain'}));
    page.host.remove();
    expect(written()).to.equal('carte-text=pain');
    visit('carte-text=miel');
    dispatchEvent(new PopStateEvent('popstate'));
    expect(page.host.shops.filters.text).to.equal('pain');
  });

  it('is read no more when the page takes the attribute away', async () => {
    const page = await open();
    await setAttribute(page, null);
    await act(page, () => page.host.shops.filter({text: 'pain'}));
    expect(page.waits.count).to.equal(0);
  });

  it('stays as it is in a page written into a frame; the console says so once', async () => {
    const frame = document.createElement('iframe');
    const script = new URL('pages/in-srcdoc.ts', import.meta.url).href;
    frame.srcdoc = `<script type="module" src="${script}"></script>`;
    const heard = oneEvent(window, 'message') as unknown as Promise<MessageEvent>;
    document.body.append(frame);
    const {said, text} = (await heard).data as {said: string[]; text: string};
    frame.remove();
    expect(said.filter(words => words.includes('url-state is off'))).to.have.length(1);
    expect(said).to.have.length(1);
    expect(text).to.equal('pont');
  });

  it('is written later when the browser finds that there were too many changes', async () => {
    const page = await open();
    await act(page, () => page.host.shops.filter({text: 'pain'}));
    page.waits.end();
    history.replaceState = () => {
      throw new DOMException('more than 100 times per 30 seconds', 'SecurityError');
    };
    try {
      await act(page, () => page.host.shops.filter({text: 'miel'}));
      page.waits.end();
    } finally {
      // that of the browser is inherited
      Reflect.deleteProperty(history, 'replaceState');
    }
    await act(page, () => page.host.shops.filter({radiusKm: 5}));
    page.waits.end();
    expect(written()).to.equal('carte-text=miel&carte-radius=5');
    expect(warnings).to.be.empty;
  });
});
