import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {foreignMarkup} from '../src/foreign-markup.js';
import {closePages, openPage, until, type Page} from '../src/frame.js';
import {all, one, rows, textOf} from '../src/parts.js';
import {needBuild, SCRIPTS} from '../src/town.js';

const TEXT = '"><img src=x onerror="window.__pwned=1"><script>window.__pwned=1</script>';
const LINK = 'javascript:window.__pwned=1';
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html local-widgets";

const TAGS = [
  'local-shops-map',
  'local-event-calendar',
  'local-collect-button',
  'local-chat',
] as const;

/** All four elements, with harm in their feeds and in their attributes. */
function page(): string {
  const markup = document.createElement('div');
  const add = (tag: string, attributes: Readonly<Record<string, string>>): void => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    markup.append(element);
  };
  const contact = {'shop-name': TEXT, phone: TEXT, email: TEXT, label: TEXT};
  add(TAGS[0], {src: '/__feeds/hostile', center: '7.22,43.7', tiles: 'none', report: TEXT});
  add(TAGS[1], {
    src: `/__feeds/hostile-calendar?now=${Date.now()}`,
    labels: TEXT,
    colors: TEXT,
    report: TEXT,
  });
  add(TAGS[2], {...contact, shop: TEXT, 'terms-url': LINK});
  add(TAGS[3], {...contact, shop: TEXT, 'opening-hours': TEXT, layout: 'inline'});
  const script = `<script type="module" src="${SCRIPTS}local-widgets.js"></script>`;
  return `<main>${markup.innerHTML}</main>${script}`;
}

async function openHostile(csp: string | undefined): Promise<Page> {
  await needBuild();
  const query = new URLSearchParams({html: page(), ...(csp !== undefined && {csp})});
  return openPage({src: `/__page/written/?${query.toString()}`});
}

describe('a page where everything means harm', () => {
  before(() => setViewport({width: 1200, height: 900}));
  afterEach(closePages);

  for (const [name, csp] of [
    ['under the strict policy with Trusted Types', POLICY],
    ['without a policy', undefined],
  ] as const) {
    it(`shows all four elements as text, and answers, ${name}`, async function () {
      const opened = await openHostile(csp);
      const {document, window, errors, violations} = opened;
      const element = (tag: string): HTMLElement => document.querySelector<HTMLElement>(tag)!;
      await until(
        () => TAGS.every(tag => element(tag).shadowRoot?.querySelector('*')),
        'all are alive',
      );
      element(TAGS[0]).scrollIntoView();
      await until(() => rows(element(TAGS[0])).length > 5, 'the list is there');
      const names = (): string[] => all(element(TAGS[1]), '.name').map(textOf);
      await until(() => {
        // what is above it may grow meanwhile
        element(TAGS[1]).scrollIntoView();
        return names().length > 5;
      }, 'the agenda is there');
      // the page goes on: frames are drawn, and a click is answered
      await new Promise(resolve =>
        window.requestAnimationFrame(() => window.requestAnimationFrame(resolve)),
      );
      rows(element(TAGS[0]))[0]?.click();
      await until(() => one(element(TAGS[0]), '.card'), 'the card is open');
      for (const tag of TAGS)
        expect(foreignMarkup(element(tag).shadowRoot!), tag).to.deep.equal([]);
      expect(Reflect.get(window, '__pwned')).to.equal(undefined);
      expect(Reflect.get(window.Object.prototype, 'polluted')).to.equal(undefined);
      expect(errors).to.deep.equal([]);
      // pictures of feeds lead elsewhere; nothing else was refused
      expect(violations.filter(violation => !violation.startsWith('img-src'))).to.deep.equal([]);
    }).timeout(60_000);
  }
});
