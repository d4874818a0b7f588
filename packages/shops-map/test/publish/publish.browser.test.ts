import {expect} from '@open-wc/testing';
import {until} from '../harness.js';
import {bakery, farm, manyPlaces} from '../places.js';
import {published, putPublisher, type PublishHost} from './publish-host.js';

interface List {
  readonly numberOfItems: number;
  readonly itemListElement: readonly {
    readonly item: {readonly '@id': string; readonly name: string};
  }[];
}

/** What a page in a frame tells about itself. */
interface PublishingPage extends Window {
  readonly violations: readonly string[];
  readonly said: readonly string[];
  readonly published: typeof published;
  showMore(): void;
}

let host: PublishHost | undefined;

const lists = (): List[] => published().map(text => JSON.parse(text) as List);
const names = (): string[] =>
  lists().flatMap(list => list.itemListElement.map(({item}) => item.name));

async function openPage(query = ''): Promise<{page: PublishingPage; frame: HTMLIFrameElement}> {
  const frame = document.createElement('iframe');
  const loading = new Promise(resolve => frame.addEventListener('load', resolve));
  frame.src = new URL(`pages/trusted-types.html${query}`, import.meta.url).href;
  document.body.append(frame);
  await loading;
  return {page: frame.contentWindow as PublishingPage, frame};
}

describe('what <local-shops-map json-ld> publishes', () => {
  afterEach(() => host?.remove());

  it('is nothing of an element that left before its last update', async () => {
    ({host} = putPublisher([farm, bakery]));
    await until(() => published().length === 1, 'it is published');
    host.show([farm]);
    host.remove();
    await host.updateComplete;
    // timers of the same length go off in their order: the publisher's would have been first
    await new Promise(resolve => setTimeout(resolve));
    expect(published()).to.deep.equal([]);
  });

  it('is the list that is shown, in its order', async () => {
    ({host} = putPublisher([farm, bakery]));
    await until(() => published().length, 'a list');
    expect(names()).to.deep.equal([bakery.name, farm.name]);
  });

  it('follows the filters in one and the same script', async () => {
    ({host} = putPublisher([farm, bakery]));
    await until(() => published().length, 'a list');
    const script = document.querySelector('head script[data-published-by]');
    host.shops.filter({categories: new Set(['farm'] as const)});
    await until(() => names().length === 1, 'the farm alone');
    expect(document.querySelectorAll('head script[data-published-by]')).to.have.length(1);
    expect(document.querySelector('head script[data-published-by]')).to.equal(script);
  });

  it('is nothing when nothing is shown', async () => {
    ({host} = putPublisher([farm]));
    await until(() => published().length, 'a list');
    host.show([]);
    await until(() => !published().length, 'no list');
  });

  it('ends at a hundred places', async () => {
    ({host} = putPublisher(manyPlaces(130)));
    await until(() => published().length, 'a list');
    expect(lists()[0]?.itemListElement).to.have.length(100);
  });

  it('cannot end its script early, nor run', async () => {
    const name = '</script><script>window.hacked = true</script><!--';
    ({host} = putPublisher([{...farm, name}]));
    await until(() => published().length, 'a list');
    expect(published()[0]).not.to.contain('<');
    expect(names()).to.deep.equal([name]);
    expect('hacked' in window).to.equal(false);
  });

  it('names places by the canonical address of the page', async () => {
    const link = document.createElement('link');
    link.rel = 'canonical';
    link.href = 'https://town.example/shops';
    document.head.append(link);
    ({host} = putPublisher([farm]));
    await until(() => published().length, 'a list');
    link.remove();
    expect(lists()[0]?.itemListElement[0]?.item['@id']).to.equal('https://town.example/shops#farm');
  });

  it('goes with the element, and comes back with it', async () => {
    ({host} = putPublisher([farm]));
    await until(() => published().length, 'a list');
    host.remove();
    expect(published()).to.be.empty;
    document.body.append(host);
    await until(() => published().length, 'the list again');
  });

  it('is taken back when the page no longer wants it', async () => {
    ({host} = putPublisher([farm]));
    await until(() => published().length, 'a list');
    host.jsonLd = false;
    host.requestUpdate();
    await host.updateComplete;
    expect(published()).to.be.empty;
    host.shops.filter({categories: new Set(['farm'] as const)});
    await host.updateComplete;
    expect(published()).to.be.empty;
  });

  it('needs no policy, and violates none, where Trusted Types are required', async () => {
    const {page, frame} = await openPage();
    await until(() => page.published().length, 'a list');
    page.showMore();
    await until(() => page.published()[0]?.includes(farm.name), 'the farm as well');
    expect(page.violations).to.be.empty;
    frame.remove();
  });

  it('is nothing, without a violation, where no script that ran is left to copy', async () => {
    const {page, frame} = await openPage('?bare');
    if ('trustedTypes' in window) await until(() => page.said.length, 'a word in the console');
    else await until(() => page.published().length, 'a list');
    page.showMore();
    expect(page.said.length).to.be.at.most(1);
    expect(page.violations).to.be.empty;
    frame.remove();
  });
});
