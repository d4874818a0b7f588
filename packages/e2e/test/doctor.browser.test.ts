import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {axeViolations} from '../src/axe.js';
import {closePages, openPage, until, type Page} from '../src/frame.js';
import {loader, LOADER, loaderOf, scriptsOf} from '../src/script-tag.js';
import {needBuild} from '../src/town.js';
import {describeWithHub} from '../src/with-hub.js';

const SRC = '/__feeds/geojson?n=3';
const MAP = `<local-shops-map src="${SRC}" tiles="none"><a href="liste.html">La liste</a></local-shops-map>`;

interface Headers {
  readonly csp?: string;
  readonly permissions?: string;
}

/** A page that somebody wrote, opened with `?local-widget-doctor` unless a test says otherwise. */
async function open(
  html: string,
  headers: Headers = {},
  doctor = '&local-widget-doctor',
): Promise<Page> {
  await needBuild();
  const query = new URLSearchParams({html, ...headers});
  return openPage({src: `/__page/written/?${query.toString()}${doctor}`});
}

const panelOf = ({document}: Page): ShadowRoot | undefined =>
  [...document.body.children]
    .map(({shadowRoot}) => shadowRoot)
    .find(root => root?.querySelector('section[aria-label="local-widgets"]')) ?? undefined;

const said = (page: Page): string => panelOf(page)?.textContent ?? '';

/** What it says once it has looked at all. */
async function report(page: Page): Promise<{text: string; problems: string[]}> {
  await until(() => said(page).includes('Examen terminé'), 'it has looked at all', 20_000);
  const problems = [...panelOf(page)!.querySelectorAll('[data-kind=problem]')];
  return {text: said(page), problems: problems.map(({textContent}) => textContent)};
}

describe('the doctor', () => {
  before(() => setViewport({width: 1200, height: 800}));
  afterEach(closePages);

  it('is not there for visitors', async () => {
    const page = await open(MAP + loader(), {}, '');
    await until(() => page.document.querySelector('local-shops-map')?.shadowRoot, 'the map lives');
    expect(scriptsOf(page)).not.to.include('doctor');
    expect(panelOf(page)).to.equal(undefined);
  });

  it('finds nothing to mend on a page in good health, and says what it looked at', async () => {
    const page = await open(`<main><h1>Nos commerces</h1>${MAP}</main>${loader()}`);
    const {problems, text} = await report(page);
    expect(problems).to.deep.equal([]);
    expect(text)
      .to.contain(`La source ${SRC} répond.`)
      .and.to.contain(`The source ${SRC} answers.`);
    expect(await axeViolations(page)).to.deep.equal([]);
  });

  const ILL: Readonly<Record<string, [html: string, says: RegExp, headers?: Headers]>> = {
    'a page whose editor removed the tag': ['<p>Nos commerces</p>', /Cette page n’a aucun module/],
    'a tag that is shown as text': [
      `<p>&lt;local-shops-map src="x"&gt;</p>`,
      /affiché comme du texte/,
    ],
    'a name that there is not': [
      '<div data-local-widget="weather">x</div>',
      /"weather" ne désigne aucun module/,
    ],
    'a link to nowhere': [
      `${MAP}<a class="local-widget" href="/carte">Carte</a>`,
      /« Carte » ne mène pas à/,
    ],
    'an attribute that there is not': [
      MAP.replace(' tiles', ' raduis-km="15" tiles'),
      /ne connaît pas l’attribut « raduis-km »/,
    ],
    'a source that is not there': [
      MAP.replace(SRC, '/__feeds/nothing-here'),
      /répond par l’erreur 404/,
    ],
    'a source that allows no other site': [
      MAP.replace(SRC, 'OTHER/no-cors/places.geojson'),
      /n’autorise pas cette page \(CORS\)/,
    ],
    'a hub that is down': [
      '<local-chat hub="http://127.0.0.1:9" shop="a">x</local-chat>',
      /Le serveur http:\/\/127\.0\.0\.1:9 est injoignable/,
    ],
    'a policy that refuses a source': [
      MAP.replace(SRC, 'OTHER/places.geojson'),
      /\(CSP\) refuse .*connect-src http/s,
      {csp: "default-src 'self'; style-src 'self'; img-src 'self' data:"},
    ],
    'a header that forbids geolocation': [
      MAP,
      /Permissions-Policy interdit/,
      {permissions: 'geolocation=()'},
    ],
    'a frame without a title': [
      `${MAP}<iframe class="local-widget" src="/embed/chat"></iframe>`,
      /n’a pas de titre \(RGAA 2\.1\)/,
    ],
  };

  for (const [name, [html, says, headers]] of Object.entries(ILL)) {
    it(`tells of ${name}`, async () => {
      const other = await (await fetch('/__feeds/other-origin')).text();
      const page = await open(html.replace('OTHER', other) + loader(), headers);
      await report(page);
      await until(() => says.test(said(page)), `it says ${says}, not only ${said(page)}`);
    });
  }

  it('tells of a file that is not what was released', async () => {
    const page = await open(MAP + loader(loaderOf('tampered', 'shops-map')));
    const {problems} = await report(page);
    expect(problems.join()).to.match(/n’est pas celui qui a été publié : .*shops-map\.js/);
  });

  it('tells of a script tag that is there twice', async () => {
    const page = await open(MAP + loader() + loader(`${LOADER}?again`));
    expect((await report(page)).text).to.contain('Le script est appelé 2 fois');
  });

  it('can be closed', async () => {
    const page = await open(MAP + loader());
    await report(page);
    const buttons = [...panelOf(page)!.querySelectorAll('button')];
    buttons.find(({textContent}) => textContent.startsWith('Fermer'))?.click();
    expect(panelOf(page)).to.equal(undefined);
  });
});

describeWithHub('the doctor of a page with a hub', {databases: ['sqlite']}, hub => {
  it('finds the hub', async () => {
    const {hub: address} = hub();
    const page = await open(
      `<local-chat hub="${address}" shop="boulangerie-lecourbe">x</local-chat>${loader()}`,
    );
    const {problems, text} = await report(page);
    expect(text).to.contain(`Le serveur ${address} répond.`);
    expect(problems).to.deep.equal([]);
  });
});
