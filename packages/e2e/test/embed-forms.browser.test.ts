import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {closePages, until, type Page} from '../src/frame.js';
import {isShown, rows} from '../src/parts.js';
import {ask, loader, LOADER, loaderOf, pageOf, scriptsOf} from '../src/script-tag.js';

const SRC = '/__feeds/geojson?n=30';
const HUB = 'https://hub.example';
const FALLBACK = '<a href="liste.html">La liste</a>';
const query = (values: Record<string, string>): string =>
  new URLSearchParams(values).toString().replaceAll('&', '&amp;');

/** The same map, written in the three ways of a page. */
const FORMS: Readonly<Record<string, string>> = {
  'the element': `<local-shops-map src="${SRC}" tiles="none" radius-km="15">${FALLBACK}</local-shops-map>`,
  'a div': `<div class="alignwide" data-local-widget="shops-map" data-src="${SRC}" data-tiles="none" data-radius-km="15">${FALLBACK}</div>`,
  'a link': `<a class="local-widget alignwide" href="${HUB}/embed/shops-map?${query({src: SRC, tiles: 'none', 'radius-km': '15'})}">La liste</a>`,
};

const mapOf = ({document}: Page): Element | null => document.querySelector('local-shops-map');
const elementOf = ({document}: Page, name: string): Element =>
  document.querySelector(`local-${name}`)!;

describe('the ways to embed', () => {
  before(() => setViewport({width: 1200, height: 800}));
  afterEach(closePages);

  for (const [form, html] of Object.entries(FORMS)) {
    it(`${form} becomes a map, with the same attributes and its own content inside`, async () => {
      const page = await pageOf(html + loader());
      await until(() => mapOf(page) && rows(mapOf(page)!).length > 0, 'the list is there');
      const map = mapOf(page)!;
      expect(map.getAttribute('src')).to.equal(SRC);
      expect(map.getAttribute('radius-km')).to.equal('15');
      expect(map.querySelector('a')?.textContent).to.equal('La liste');
      expect(isShown(map.querySelector('a')), 'the list is in its place').to.equal(false);
      if (form !== 'the element') expect(map.classList.contains('alignwide')).to.equal(true);
      expect(page.document.querySelectorAll('local-shops-map')).to.have.lengthOf(1);
      expect([...page.warnings, ...page.errors]).to.deep.equal([]);
    });

    it(`${form} stays what it is for people without scripts`, async () => {
      const page = await pageOf(html);
      await until(() => page.document.readyState === 'complete', 'the page is complete');
      expect(isShown(page.document.querySelector('a'))).to.equal(true);
    });

    it(`${form} may come later`, async () => {
      const page = await pageOf(`<main></main>${loader()}`);
      await ask(page, 'core');
      page.document.querySelector('main')!.innerHTML = `<section>${html}</section>`;
      await until(() => mapOf(page) && rows(mapOf(page)!).length > 0, 'the list is there');
    });
  }

  it('take over no code and no style', async () => {
    const page = await pageOf(
      `<div data-local-widget="chat" data-onclick="alert(1)" data-style="color:red" data-on-x="1"
        data-phone="0261911000">x</div>
      <a class="local-widget" href="${HUB}/embed/collect-button?onfocus=alert(1)&amp;style=x&amp;phone=0261911407">x</a>
      ${loader()}`,
    );
    await until(() => elementOf(page, 'collect-button'), 'the button is there');
    const names = [
      ...elementOf(page, 'chat').attributes,
      ...elementOf(page, 'collect-button').attributes,
    ].map(({name}) => name);
    expect(names).to.include('phone');
    expect(names.filter(name => /^(on|style)/.test(name))).to.deep.equal([]);
  });

  it('take a link’s hub for the hub, unless it names another', async () => {
    const page = await pageOf(
      `<a class="local-widget" href="${HUB}/embed/chat?shop=mairie">x</a>
      <a class="local-widget" href="${HUB}/commune/embed/collect-button?shop=a&amp;hub=https://other.example">x</a>
      ${loader()}`,
    );
    await until(() => elementOf(page, 'collect-button'), 'the button is there');
    expect(elementOf(page, 'chat').getAttribute('hub')).to.equal(HUB);
    expect(elementOf(page, 'chat').getAttribute('shop')).to.equal('mairie');
    expect(elementOf(page, 'collect-button').getAttribute('hub')).to.equal('https://other.example');
  });

  it('leave alone what is not ours, in name or in class', async () => {
    const html =
      '<div data-local-widget="weather">x</div><a class="local-widget" href="/embed/constructor">x</a>' +
      '<a class="local-widget">x</a><a href="/embed/chat">x</a>';
    const page = await pageOf(`<main>${html}</main>${loader()}`);
    await ask(page, 'core');
    expect(page.document.querySelector('main')!.innerHTML).to.equal(html);
  });

  it('are set up by the script tag: hub and language, unless an element has its own', async () => {
    const page = await pageOf(
      `<div data-local-widget="chat" data-shop="a">x</div><local-collect-button hub="https://other.example" lang="fr">
      </local-collect-button>${loader(LOADER, `data-hub="${HUB}" data-lang="en"`)}`,
    );
    await until(() => page.document.querySelector('local-chat[hub]'), 'the chat is set up');
    expect(elementOf(page, 'chat').getAttribute('hub')).to.equal(HUB);
    expect(elementOf(page, 'chat').getAttribute('lang')).to.equal('en');
    expect(elementOf(page, 'collect-button').getAttribute('hub')).to.equal('https://other.example');
    expect(elementOf(page, 'collect-button').getAttribute('lang')).to.equal('fr');
  });

  it('a frame becomes as high as its page says, and no other frame', async () => {
    const page = await pageOf(
      `<iframe class="local-widget" id="a" src="/__page/frame/?height=321"></iframe>
      <iframe id="b" src="/__page/frame/?height=654"></iframe>${loader()}`,
    );
    const frame = (id: string): HTMLIFrameElement => page.document.querySelector(`#${id}`)!;
    await until(() => frame('a').style.height === '321px', 'it has its height');
    expect(frame('b').style.height).to.equal('');
  });
});

describe('what the script tag loads', () => {
  before(() => setViewport({width: 1200, height: 800}));
  afterEach(closePages);

  for (const [name, html] of Object.entries({
    'shops-map': FORMS['the element']!,
    'event-calendar':
      '<local-event-calendar src="/__page/town/data/agenda.ics"></local-event-calendar>',
    'collect-button': '<local-collect-button shop="a" phone="0261911407"></local-collect-button>',
    chat: '<local-chat shop-name="Mairie" phone="0261911000"></local-chat>',
  })) {
    it(`three files until a page with one ${name} shows it`, async () => {
      const page = await pageOf(html + loader());
      const {customElements} = page.window;
      let begun: string[] | undefined;
      await customElements.whenDefined(`local-${name}`).then(() => (begun = scriptsOf(page)));
      expect([...new Set(begun)]).to.have.members(['local-widgets', 'core', name]);
    });
  }

  it('asks for each file once, though it announces them', async function () {
    // Firefox takes for a module what was announced as a script from its cache, and counts that
    if (navigator.userAgent.includes('Firefox')) this.skip();
    const page = await pageOf(FORMS['the element']! + loader());
    await until(() => mapOf(page) && rows(mapOf(page)!).length > 0, 'the list is there');
    await ask(page, 'search');
    const scripts = scriptsOf(page);
    expect(scripts.length).to.equal(new Set(scripts).size);
  });

  it('nothing for a page without any of our elements', async () => {
    const page = await pageOf(`<p>x</p>${loader()}`);
    await until(() => page.document.readyState === 'complete', 'the page is complete');
    expect(scriptsOf(page)).to.deep.equal(['local-widgets']);
  });

  it('a map far below only when it comes near, in room that was kept', async () => {
    await setViewport({width: 1200, height: 400});
    const page = await pageOf(
      `<div style="height: 3000px"></div>${FORMS['the element']!}<p id="after">x</p>${loader()}`,
    );
    await ask(page, 'core');
    expect(scriptsOf(page)).not.to.include('shops-map');
    const after = page.document.querySelector('#after')!;
    expect(after.getBoundingClientRect().top + page.window.scrollY).to.be.greaterThan(3400);
    mapOf(page)!.scrollIntoView();
    await until(() => rows(mapOf(page)!).length > 0, 'the list is there');
    await setViewport({width: 1200, height: 800});
  });

  it('one release: a second of another version says so and does nothing', async () => {
    const page = await pageOf(
      `${loader()}${loader(loaderOf('release', '9.9.9'))}${FORMS['the element']}`,
    );
    await until(() => mapOf(page) && rows(mapOf(page)!).length > 0, 'the list is there');
    await until(() => page.warnings.length > 0, 'it says so');
    expect(page.warnings).to.have.lengthOf(1);
    expect(page.warnings[0]).to.match(
      /^local-widgets: (0\.0\.0 runs here already, not 9\.9\.9|9\.9\.9 runs here already, not 0\.0\.0)\.$/,
    );
    expect(scriptsOf(page).filter(name => name === 'core')).to.have.lengthOf(1);
  });

  it('nothing under Trusted Types that do not know it: the page stays, the console has the word', async function () {
    if (!('trustedTypes' in window)) this.skip();
    const policy = "require-trusted-types-for 'script'; trusted-types lit-html";
    const page = await pageOf(
      FORMS['the element']! + loader(),
      `<meta http-equiv="content-security-policy" content="${policy}">`,
    );
    await until(() => page.errors.length > 0 || page.violations.length > 0, 'the browser says so');
    expect([...page.errors, ...page.violations].join()).to.contain('local-widgets');
    expect(isShown(page.document.querySelector('a'))).to.equal(true);
  });

  it('under a policy of nonces with the nonce of its own tag', async () => {
    const page = await pageOf(
      FORMS['the element']! + loader(LOADER, 'nonce="abc"'),
      `<meta http-equiv="content-security-policy" content="script-src 'nonce-abc' 'strict-dynamic'">`,
    );
    await until(() => mapOf(page) && rows(mapOf(page)!).length > 0, 'the list is there');
    expect(page.violations).to.deep.equal([]);
  });
});
