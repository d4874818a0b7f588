import {expect} from '@open-wc/testing';
import {
  LocalChat,
  LocalCollectButton,
  LocalEventCalendar,
  LocalShopsMap,
  type LocalShopSelectEvent,
  type LocalShopsLoadEvent,
  type LocalShopsMapElement,
  type LocalShopsMapProps,
} from '@local-widgets/react';
import {LocalShopsMap as ShopsMapClass} from '@local-widgets/shops-map';
import React, {createElement as h, useState, type ReactNode} from 'react';
import {flushSync} from 'react-dom';
import {createRoot, type Root} from 'react-dom/client';

type Place = NonNullable<LocalShopsMapProps['places']>[number];

const baker: Place = {
  id: 'baker',
  name: 'Boulangerie Martin',
  categories: ['bakery'],
  geo: {longitude: 0.52, latitude: 48.4},
};
const places = [baker];

/** What React and our elements said in the console. */
let said: string[] = [];
let restore: (() => void)[] = [];
let root: Root;
let page: HTMLElement;

beforeEach(() => {
  said = [];
  restore = (['error', 'warn'] as const).map(level => {
    const {[level]: real} = console;
    console[level] = (...words: unknown[]) => void said.push(words.map(String).join(' '));
    return () => (console[level] = real);
  });
  page = document.createElement('div');
  document.body.append(page);
  root = createRoot(page);
});

afterEach(() => {
  root.unmount();
  page.remove();
  for (const undo of restore) undo();
  expect(said).to.deep.equal([]);
});

async function until(condition: () => unknown): Promise<void> {
  while (!condition()) await new Promise(resolve => requestAnimationFrame(resolve));
}

function show(node: ReactNode): void {
  flushSync(() => root.render(node));
}

const find = (tag: string): HTMLElement => page.querySelector<HTMLElement>(tag)!;
const findMap = (): LocalShopsMapElement => page.querySelector('local-shops-map')!;

describe('the React components', () => {
  it('render their elements, each registered once', async () => {
    show([
      h(LocalShopsMap, {key: 1, places, layout: 'list'}),
      h(LocalCollectButton, {key: 2, shop: 'baker', shopName: 'Martin', phone: '02 33 00 00 00'}),
      h(LocalChat, {key: 3, shop: 'baker', shopName: 'Martin', phone: '02 33 00 00 00'}),
      h(LocalEventCalendar, {key: 4, children: h('a', {href: '#all'}, 'Agenda')}),
    ]);
    for (const tag of ['local-shops-map', 'local-collect-button', 'local-chat']) {
      await until(() => find(tag).shadowRoot?.textContent.trim());
      expect(find(tag)).to.be.instanceOf(customElements.get(tag));
    }
    expect(find('local-event-calendar').textContent).to.equal('Agenda');
    await until(() => find('local-shops-map').shadowRoot?.textContent.includes(baker.name));
  });

  it('use the class that the package of the element gives, also to whoever defines it again', async () => {
    await import('@local-widgets/shops-map/define.js');
    expect(customElements.get('local-shops-map')).to.equal(ShopsMapClass);
  });

  it('set properties, not attributes, and take them back', () => {
    show(h(LocalShopsMap, {places, radiusKm: '12', headingLevel: 2, id: 'shops', lang: 'en'}));
    const map = findMap();
    expect(map.places).to.equal(places);
    expect(map.radiusKm).to.equal('12');
    expect(map.headingLevel).to.equal(2);
    expect(map.hasAttribute('radius-km')).to.equal(false);
    expect(map.id).to.equal('shops');

    show(h(LocalShopsMap, {src: undefined, layout: 'list'}));
    expect(find('local-shops-map')).to.equal(map);
    expect([map.places, map.radiusKm, map.headingLevel, map.src, map.layout]).to.deep.equal([
      undefined,
      '',
      3,
      '',
      'list',
    ]);
  });

  it('hand on typed events, to the newest listener', async () => {
    const heard: unknown[] = [];
    const first = (event: LocalShopSelectEvent): void => void heard.push('first', event.detail.id);
    const second = ({detail}: LocalShopSelectEvent): void => void heard.push(detail.place?.name);
    show(h(LocalShopsMap, {places, layout: 'list', onLocalShopSelect: first}));
    const map = findMap();
    await map.updateComplete;
    map.selectPlace('baker');
    await until(() => heard.length);
    show(h(LocalShopsMap, {places, layout: 'list', onLocalShopSelect: second}));
    map.selectPlace(null);
    await until(() => heard.length > 2);
    map.selectPlace('baker');
    await until(() => heard.length > 3);
    expect(heard).to.deep.equal(['first', 'baker', undefined, baker.name]);
  });

  it('tell what was loaded, and change the state of React', async () => {
    const feed = document.createElement('script');
    feed.type = 'application/geo+json';
    feed.id = 'feed';
    feed.textContent = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          id: 'b',
          geometry: {type: 'Point', coordinates: [0.5, 48.4]},
          properties: {name: 'Épicerie du Pont'},
        },
      ],
    });
    document.body.append(feed);
    const Page = (): ReactNode => {
      const [count, setCount] = useState(0);
      const onLocalShopsLoad = ({detail}: LocalShopsLoadEvent): void => setCount(detail.count);
      return h(
        React.Fragment,
        null,
        h('output', null, String(count)),
        h(LocalShopsMap, {src: '#feed', layout: 'list', onLocalShopsLoad}),
      );
    };
    show(h(Page));
    await until(() => page.querySelector('output')!.textContent === '1');
    feed.remove();
  });

  it('give the element to a ref', () => {
    const ref = React.createRef<LocalShopsMapElement>();
    show(h(LocalShopsMap, {ref, places}));
    expect(ref.current).to.equal(find('local-shops-map'));
    ref.current!.reload();
  });
});
