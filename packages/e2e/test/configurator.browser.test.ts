import {expect} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {axeViolations} from '../src/axe.js';
import {
  attributesOf,
  field,
  openConfigurator,
  output,
  press,
  previewed,
  write,
} from '../src/configuring.js';
import {closePages, openPage, until, type Page} from '../src/frame.js';
import {rows} from '../src/parts.js';
import {describeWithHub} from '../src/with-hub.js';

/** Each widget with attributes of several types, and what shows that it lives. */
const SET_UP: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'shops-map': {
    src: '/__feeds/geojson?n=30&seed=1',
    center: '7.26,43.71',
    'radius-km': '15',
    tiles: 'none',
    compact: '',
    categories: 'bakery farm',
    'tiles-attribution': 'A "B" & <c>',
  },
  'event-calendar': {src: '/__page/town/data/agenda.ics', view: 'month', compact: ''},
  'collect-button': {
    'shop-name': 'Le Fournil « du Perche »',
    phone: '02 33 00 00 00',
    label: 'Commander & retirer',
  },
  chat: {layout: 'button', phone: '02 33 00 00 00', 'shop-name': 'Mairie'},
};

const SITE_FIELDS = {
  page: `${location.origin}/page.html`,
  files: '/__page/town/local-widgets/',
  hub: location.origin,
};

const fragmentOf = (name: string, all = SET_UP): string => {
  const values = Object.entries(all[name]!).map(([key, value]) => [`a.${key}`, value]);
  return new URLSearchParams([
    ['widget', name],
    ...Object.entries(SITE_FIELDS),
    ...values,
  ]).toString();
};

/** A page that is nothing but what was copied, under nothing but the policy that was copied. */
async function paste(html: string, policy: string): Promise<Page> {
  const query = new URLSearchParams({html, csp: `default-src 'none'; ${policy}`});
  return openPage({src: `/__page/written/?${query.toString()}`});
}

/** The same widgets with what a hub has. */
const AT_HUB: typeof SET_UP = {
  ...SET_UP,
  'event-calendar': {hub: location.origin, calendar: 'sainte-aubrette', view: 'month'},
  'collect-button': {hub: location.origin, shop: 'boulangerie-lecourbe'},
  chat: {hub: location.origin, shop: 'boulangerie-lecourbe', layout: 'button'},
};

/** What the loader, or the element itself, adds to what was set up. */
const ADDED = new Set(['layout', 'local-widget', 'hub', 'height', 'heading-level']);

/** What was set up, with whole addresses; and nothing else is there. */
function setUpOf(
  element: Element,
  wanted: Readonly<Record<string, string>>,
): Record<string, string> {
  const kept = Object.entries(attributesOf(element)).filter(
    ([key]) => key in wanted || !ADDED.has(key),
  );
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      value.startsWith('/__') ? new URL(value, location.href).href : value,
    ]),
  );
}

const text = ({document}: Page, selector: string): string =>
  document.querySelector(selector)?.textContent.replace(/\s+/g, ' ') ?? '';

const isAlive = (element: Element | null): boolean =>
  Boolean(element?.shadowRoot?.querySelector('.root, [part], button'));

const CSV = `Nom;Latitude;Longitude
Boulangerie Lecourbe;48,40843;0,52484
;48,4;0,52
Ferme du Bois;ici;là
`;

describe('the configurator', () => {
  before(() => setViewport({width: 1280, height: 900}));
  afterEach(closePages);

  for (const name of Object.keys(SET_UP)) {
    it(`has a form for ${name}, and shows the widget while somebody writes`, async () => {
      const page = await openConfigurator();
      press(page, `#widget-${name}`);
      await until(() => previewed(page)?.localName === `local-${name}`, 'the widget is chosen');
      await until(() => isAlive(previewed(page)), 'it lives with example data');
      write(page, 'site-page', SITE_FIELDS.page);
      for (const [key, value] of Object.entries(SET_UP[name]!)) {
        const input = page.document.querySelector<HTMLInputElement>(`#set-${key}`);
        if (!input) continue;
        if (input.type === 'checkbox') input.click();
        else write(page, `set-${key}`, value);
      }
      const expected = SET_UP[name]!;
      await until(
        () =>
          Object.entries(expected).every(
            ([key, value]) =>
              key === 'categories' ||
              previewed(page)?.getAttribute(key)?.replace(location.origin, '') === value,
          ),
        'the preview has all attributes',
      );
      await until(() => isAlive(previewed(page)), 'it lives with these settings');
      expect(page.violations).to.deep.equal([]);
      expect(page.errors).to.deep.equal([]);
    });

    for (const form of ['element', 'div', ...('src' in SET_UP[name]! ? ['link'] : [])]) {
      it(`${name} as ${form} makes the same widget on a fresh page, under the policy given`, async () => {
        const page = await openConfigurator(fragmentOf(name));
        const preview = setUpOf(previewed(page)!, SET_UP[name]!);
        const [script, markup] = [output(page, 'script'), output(page, form)];
        expect(script).to.include('integrity="sha384-');
        expect(markup).to.not.equal('');
        const fresh = await paste(markup + script, output(page, 'csp'));
        const find = (): Element | null => fresh.document.querySelector(`local-${name}`);
        await until(() => isAlive(find()), 'the widget lives');
        expect(setUpOf(find()!, SET_UP[name]!)).to.deep.equal(preview);
        if (name === 'shops-map') await until(() => rows(find()!).length > 0, 'it has its list');
        expect(fresh.violations).to.deep.equal([]);
        expect(fresh.errors).to.deep.equal([]);
      });
    }
  }

  it('needs every directive of the policy that it gives', async () => {
    const page = await openConfigurator(fragmentOf('shops-map'));
    const policy = output(page, 'csp')
      .split('; ')
      .filter(line => !line.startsWith('connect-src'));
    const fresh = await paste(output(page, 'element') + output(page, 'script'), policy.join('; '));
    await until(() => fresh.violations.length > 0, 'the list is refused');
    expect(fresh.violations.join()).to.include('connect-src');
  });

  it('reads a pasted file, says what is refused and why, and shows the rest', async () => {
    const page = await openConfigurator('widget=shops-map&a.tiles=none');
    write(page, 'file-text', CSV);
    press(page, '.file .actions button');
    const report = (): string => text(page, '.file');
    await until(() => /1 lieu lu, 2 lignes refusées/.test(report()), 'the report is there');
    expect(report()).to.match(/Ligne 3.+Il manque le nom/);
    expect(report()).to.match(/Ligne 4.+position/);
    press(page, '.report button');
    await until(() => previewed(page) && rows(previewed(page)!).length === 1, 'the place is shown');
  });

  it('takes a file that is dropped', async () => {
    const page = await openConfigurator('widget=shops-map&a.tiles=none', 'en');
    const {window} = page;
    const dataTransfer = new window.DataTransfer();
    dataTransfer.items.add(new window.File([CSV], 'shops.csv'));
    const drop = new window.DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true});
    page.document.querySelector('.file')!.dispatchEvent(drop);
    await until(
      () => /1 place read, 2 lines refused/.test(text(page, '.file')),
      'the report is there, in English',
    );
  });

  it('says what is wrong with a setting, beside it', async () => {
    const page = await openConfigurator('widget=shops-map');
    write(page, 'set-center', '48.4086,0.5247');
    const input = field(page, 'set-center');
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    const ids = input.getAttribute('aria-describedby')!.split(' ');
    expect(ids.map(id => text(page, `#${id}`)).join()).to.include('inversées');
    write(page, 'set-center', '0.5247,48.4086');
    expect(input.hasAttribute('aria-invalid')).to.equal(false);
  });

  it('keeps everything in its address, so that it can be shared', async () => {
    const page = await openConfigurator('widget=event-calendar');
    write(page, 'set-src', '/agenda.ics');
    const again = await openConfigurator(page.window.location.hash.slice(1));
    expect(field(again, 'set-src').value).to.equal('/agenda.ics');
    expect(output(again, 'element')).to.equal(output(page, 'element'));
  });

  it('copies what it shows', async () => {
    const page = await openConfigurator(fragmentOf('chat'));
    const copied: string[] = [];
    Object.defineProperty(page.window.navigator, 'clipboard', {
      value: {writeText: (text: string) => Promise.resolve(void copied.push(text))},
    });
    for (const name of ['script', 'element', 'div', 'link', 'iframe', 'csp', 'privacy', 'spip']) {
      press(page, `[data-output=${name}] button`);
      await until(() => copied.at(-1) === output(page, name), `${name} is copied`);
    }
    await until(() => /Copié/.test(text(page, '.outputs [role=status]')), 'it says so');
  });

  it('is done by keyboard, from the widget to the code', async () => {
    const page = await openConfigurator('widget=shops-map');
    const {document} = page;
    field(page, 'widget-shops-map').focus();
    await sendKeys({press: 'ArrowDown'});
    await until(() => previewed(page)?.localName === 'local-event-calendar', 'the next is chosen');
    expect(document.activeElement?.id).to.equal('widget-event-calendar');
    await sendKeys({press: 'Tab'});
    expect(document.activeElement?.id).to.equal('set-src');
    await sendKeys({type: '/agenda.ics'});
    await until(() => output(page, 'element').includes('src="/agenda.ics"'), 'the code has it');
  });

  for (const [width, lang] of [
    [360, 'fr'],
    [1280, 'en'],
  ] as const) {
    for (const name of Object.keys(SET_UP)) {
      it(`has nothing for axe, and fits, at ${width} pixels: ${name}`, async () => {
        await setViewport({width, height: 900});
        const page = await openConfigurator(fragmentOf(name), lang);
        for (const fold of page.document.querySelectorAll('details')) fold.open = true;
        previewed(page)!.scrollIntoView({behavior: 'instant'});
        await until(() => isAlive(previewed(page)), 'the preview lives');
        expect(await axeViolations(page)).to.deep.equal([]);
        const {scrollWidth, clientWidth} = page.document.documentElement;
        expect(scrollWidth).to.be.at.most(clientWidth);
      });
    }
  }

  it('warns beside the code while a setting is wrong or missing', async () => {
    const page = await openConfigurator('widget=shops-map');
    const warning = page.document.querySelector<HTMLElement>('.outputs > .fault')!;
    expect(warning.hidden).to.equal(false);
    write(page, 'set-src', '/commerces.csv');
    expect(warning.hidden).to.equal(true);
    write(page, 'site-page', 'ma page');
    expect(warning.hidden).to.equal(false);
  });

  it('gives no hash to an address that moves', async () => {
    const page = await openConfigurator('widget=shops-map');
    expect(output(page, 'script')).to.include('integrity=');
    write(page, 'site-files', 'https://hub.example/v/latest/');
    expect(output(page, 'script')).to.not.include('integrity=');
    expect(text(page, '[data-output=script] .help')).to.include('change');
  });
});

describeWithHub('what the configurator gives for a hub', {databases: ['sqlite']}, hub => {
  for (const name of Object.keys(AT_HUB)) {
    it(`is a frame that shows the same widget there: ${name}`, async () => {
      const page = await openConfigurator(fragmentOf(name, AT_HUB));
      // a frame is always a place in the flow of the page, at the hub that serves it
      const all = Object.entries(setUpOf(previewed(page)!, AT_HUB[name]!));
      const preview = Object.fromEntries(all.filter(([key]) => !/^(?:layout|hub)$/.test(key)));
      const frame = new DOMParser()
        .parseFromString(output(page, 'iframe'), 'text/html')
        .querySelector('iframe')!;
      expect(frame.title).to.not.equal('');
      const fresh = await openPage({src: frame.src, before: hub().before});
      const find = (): Element | null => fresh.document.querySelector(`local-${name}`);
      await until(() => isAlive(find()), 'the widget lives');
      expect(attributesOf(find()!)).to.include(preview);
      expect(fresh.violations).to.deep.equal([]);
    });

    it(`is a link that becomes the same widget: ${name}`, async () => {
      const page = await openConfigurator(fragmentOf(name, AT_HUB));
      const preview = setUpOf(previewed(page)!, AT_HUB[name]!);
      const fresh = await paste(output(page, 'link') + output(page, 'script'), output(page, 'csp'));
      const find = (): Element | null => fresh.document.querySelector(`local-${name}`);
      await until(() => isAlive(find()), 'the widget lives');
      expect(setUpOf(find()!, AT_HUB[name]!)).to.deep.equal(preview);
      expect(fresh.violations).to.deep.equal([]);
    });
  }
});
