import {expect} from '@open-wc/testing';
import {axeViolations} from '../src/axe.js';
import {openPage, until, type Page} from '../src/frame.js';
import {all, one, textOf} from '../src/parts.js';
import {describeWithHub} from '../src/with-hub.js';

interface Widget {
  readonly query: string;
  /** Whether it shows what it is there for. */
  readonly isReady: (element: Element) => unknown;
}

const WIDGETS: Readonly<Record<string, Widget>> = {
  'shops-map': {
    query: 'src=/__feeds/geojson?n%3D12%26seed%3D1&tiles=none&title=Nos+commerces',
    isReady: element => all(element, '.name').length > 0,
  },
  'collect-button': {
    query: 'shop=boulangerie-lecourbe',
    isReady: element => one(element, 'button'),
  },
  chat: {
    query: 'shop=boulangerie-lecourbe',
    isReady: element => one(element, 'button, textarea'),
  },
  'event-calendar': {
    query: 'calendar=sainte-aubrette',
    isReady: element => all(element, '.name').length > 0,
  },
};

const addressOf = (name: string): string => `/embed/${name}?${WIDGETS[name]!.query}`;

const widgetIn = (document: Document): Element | null =>
  document.querySelector('main > :last-child');

const contentHeight = ({contentDocument}: HTMLIFrameElement): number =>
  Math.ceil(contentDocument!.documentElement.getBoundingClientRect().height);

/** What a frame told the page around it, last first. */
function hear(window: Window, frame: HTMLIFrameElement): number[] {
  const heights: number[] = [];
  window.addEventListener('message', ({source, data}: MessageEvent<unknown>) => {
    const {type, height} = Object(data) as {type?: unknown; height?: unknown};
    if (source !== frame.contentWindow || type !== 'local-widgets:height') return;
    if (typeof height === 'number') heights.unshift(height);
  });
  return heights;
}

/** A page as a webmaster writes it, who pasted what oEmbed gives for the widget. */
async function pasted(name: string): Promise<{page: Page; frame: HTMLIFrameElement}> {
  const url = encodeURIComponent(new URL(addressOf(name), location.href).href);
  const response = await fetch(`/oembed?format=json&url=${url}`);
  const {html} = (await response.json()) as {html: string};
  const srcdoc = `<!doctype html><html lang="fr"><title>Commune</title><body>${html}`;
  const page = await openPage({srcdoc});
  await until(() => page.document.querySelector('iframe'), 'the frame is in the page');
  return {page, frame: page.document.querySelector('iframe')!};
}

describeWithHub('a widget in a frame', {databases: ['sqlite']}, hub => {
  for (const [name, {isReady}] of Object.entries(WIDGETS)) {
    it(`is there, with nothing refused and nothing for axe: ${name}`, async () => {
      const page = await openPage({src: addressOf(name), before: hub().before});
      await until(() => {
        const element = widgetIn(page.document);
        return element?.shadowRoot && isReady(element);
      }, `${name} shows what it has`);
      expect(page.document.title).to.not.equal('');
      expect(await axeViolations(page)).to.deep.equal([]);
      expect([page.errors, page.warnings, page.violations]).to.deep.equal([[], [], []]);
    }).timeout(60_000);

    it(`has a link or words without scripts: ${name}`, async () => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-same-origin');
      frame.src = addressOf(name);
      document.body.append(frame);
      try {
        await until(() => frame.contentDocument?.querySelector('main a'), 'its fallback is there');
        expect(frame.contentDocument!.querySelector('h1 + * ')?.shadowRoot).to.equal(null);
        const box = frame.contentDocument!.querySelector('main a')!.getBoundingClientRect();
        expect(box.height).to.be.greaterThan(0);
      } finally {
        frame.remove();
      }
    }).timeout(30_000);

    it(`tells the page around its height until all of it is seen: ${name}`, async () => {
      const {page, frame} = await pasted(name);
      const heights = hear(page.window, frame);
      frame.scrollIntoView();
      await until(() => {
        const inner = frame.contentDocument?.querySelector('main > :last-child');
        return inner?.shadowRoot && isReady(inner);
      }, 'it is there');
      await until(() => {
        frame.height = String(heights[0] ?? 150);
        return contentHeight(frame) === heights[0];
      }, 'the last height is that of the content');
      const {scrollHeight} = frame.contentDocument!.documentElement;
      expect(scrollHeight).to.be.at.most(Number(frame.height));
    }).timeout(60_000);
  }

  it('grows when there is more to see, and asks for room for a dialog', async () => {
    const {page, frame} = await pasted('collect-button');
    const heights = hear(page.window, frame);
    const button = (): Element | null => widgetIn(frame.contentDocument!);
    const content = (): number => contentHeight(frame);
    await until(() => button()?.shadowRoot && one(button()!, 'button'), 'the button is there');
    await until(() => heights[0] === content(), 'its height was told');
    expect(content()).to.be.lessThan(200);
    one(button()!, 'button')!.click();
    await until(() => one(button()!, 'dialog[open]'), 'the dialog is open');
    await until(() => heights[0]! >= 600, 'it asks for room');
    one(button()!, 'dialog .close')!.click();
    await until(() => !one(button()!, 'dialog[open]'), 'the dialog is closed');
    await until(() => heights[0] === content() && content() < 200, 'it gives the room back');
  }).timeout(60_000);

  it('stands on another site under a strict policy, with a list of a third', async () => {
    const other = await (await fetch('/__feeds/other-origin')).text();
    const from = hub().hub;
    const src = `${from}/embed/shops-map?tiles=none&src=${encodeURIComponent(`${other}/places.geojson`)}`;
    const policy = `default-src 'none'; frame-src ${from}`;
    const page = await openPage({
      srcdoc: `<!doctype html><html lang="fr"><head><title>Commune</title>
        <meta http-equiv="Content-Security-Policy" content="${policy}"></head>
        <body><iframe title="Commerces" src="${src.replaceAll('&', '&amp;')}"></iframe>`,
    });
    await until(() => page.document.querySelector('iframe'), 'the frame is in the page');
    const heights = hear(page.window, page.document.querySelector('iframe')!);
    // the fallback is one line
    await until(() => heights[0]! > 300, 'the list is there, and its height was told');
    expect(page.violations).to.deep.equal([]);
  }).timeout(60_000);

  it('says what is wrong with its address', async () => {
    const page = await openPage({src: '/embed/shops-map'});
    await until(() => page.document.querySelector('[role=alert]'), 'the sentence is there');
    expect(textOf(page.document.querySelector('main') ?? undefined)).to.include('src');
    expect(await axeViolations(page)).to.deep.equal([]);
  });
});

describeWithHub('the moving alias', {databases: ['sqlite']}, hub => {
  it('loads the files of one version, on a page of another site', async () => {
    const from = hub().hub;
    const page = await openPage({
      srcdoc: `<!doctype html><html lang="fr"><title>Commune</title>
        <script type="module" crossorigin src="${from}/v/latest/local-widgets.js"></script>
        <local-shops-map src="${location.origin}/__feeds/geojson?n=3&amp;seed=1" tiles="none">
        </local-shops-map>`,
    });
    const map = (): Element => page.document.querySelector('local-shops-map')!;
    await until(() => map().shadowRoot && all(map(), '.name').length > 0, 'the list is there');
    const scripts = page.window.performance
      .getEntriesByType('resource')
      .map(({name}) => name)
      .filter(name => name.endsWith('.js'));
    const below = scripts.filter(name => new RegExp(`^${from}/v/\\d+\\.\\d+\\.\\d+/`).test(name));
    expect(
      below.some(name => name.endsWith('/core.js')),
      scripts.join(' '),
    ).to.equal(true);
    const rest = scripts.filter(name => !below.includes(name));
    expect(rest.filter(name => name !== `${from}/v/latest/local-widgets.js`)).to.deep.equal([]);
    expect([page.errors, page.warnings]).to.deep.equal([[], []]);
  }).timeout(60_000);
});
