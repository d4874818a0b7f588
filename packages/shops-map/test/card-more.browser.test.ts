import {expect} from '@open-wc/testing';
import type {Place} from '@local-widgets/model';
import {hear, normal, open, textOf, until, type PageOptions, type ShopsHarness} from './harness.js';
import {bakery, CENTER, farm} from './places.js';

/** Elements that the tests put beside the map; what they are does not matter here. */
const beside: HTMLElement[] = [];

function putBeside(tag: string, shop?: string): void {
  const element = document.createElement(tag);
  if (shop !== undefined) element.setAttribute('shop', shop);
  beside.push(element);
  document.body.append(element);
}

async function openCard(place: Place, options: PageOptions = {}): Promise<ShopsHarness> {
  const attributes = {center: CENTER, ...options.attributes};
  const shops = await open({...options, places: [place, farm], attributes});
  await shops.choose(place.name);
  return shops;
}

const tables = (shops: ShopsHarness): Record<string, string[]> =>
  Object.fromEntries(
    shops
      .all('.card table')
      .map(table => [
        textOf(table.querySelector('caption')),
        [...table.querySelectorAll('tr')].map(textOf),
      ]),
  );

const hrefs = (shops: ShopsHarness): string[] =>
  shops.all<HTMLAnchorElement>('.card a').map(({href}) => href);

describe('the card of <local-shops-map>, further down', () => {
  afterEach(() => {
    for (const element of beside.splice(0)) element.remove();
  });

  describe('exceptional days', () => {
    const openingHours =
      'Mo-Sa 09:00-12:00; PH off; 2026 Dec 24 09:00-11:00; 2026 Dec 27-2027 Jan 03 off';

    it('stand below the week with their dates', async () => {
      const now = new Date('2026-12-21T10:00:00+01:00');
      const shops = await openCard({...bakery, openingHours}, {now});
      const days = tables(shops)['Jours exceptionnels'] ?? [];
      expect(days[0]).to.contain('jeudi 24 décembre').and.to.contain('11 h');
      expect(days[1]).to.contain('vendredi 25 décembre (férié) Fermé');
      expect(days[2]).to.match(/du 27 décembre.* au 3 janvier.* Fermé/);
      await expect(shops.element).to.be.accessible();
    });

    it('are not mentioned when there are none', async () => {
      const shops = await openCard({...bakery, openingHours: 'Mo-Sa 09:00-12:00'});
      expect(Object.keys(tables(shops))).to.deep.equal(['Horaires de la semaine']);
    });
  });

  it('saves the place as a contact', async () => {
    const shops = await openCard(bakery);
    const createObjectURL = URL.createObjectURL.bind(URL);
    const saved: Blob[] = [];
    URL.createObjectURL = data => {
      saved.push(data as Blob);
      return createObjectURL(data);
    };
    try {
      await shops.press('Ajouter aux contacts');
      await until(() => saved.length, 'a file');
    } finally {
      URL.createObjectURL = createObjectURL;
    }
    const text = await saved[0]!.text();
    expect(text).to.match(/^BEGIN:VCARD\r\n/);
    expect(text).to.contain('FN:Boulangerie du Pont').and.to.contain('END:VCARD');
    expect(saved).to.have.lengthOf(1);
  });

  describe('with other elements on the page', () => {
    it('offers nothing when there are none', async () => {
      const shops = await openCard(bakery);
      expect(shops.findButton('Commander') === undefined).to.equal(true);
      expect(shops.findButton('Discuter') === undefined).to.equal(true);
      expect(shops.findButton('Agenda du lieu') === undefined).to.equal(true);
    });

    it('offers what they do for this place, and tells them with one event', async () => {
      putBeside('local-collect-button', 'bakery');
      putBeside('local-chat');
      putBeside('local-event-calendar', 'farm');
      const shops = await openCard(bakery);
      const heard = hear(shops, 'local-shop-action');
      expect(shops.findButton('Agenda du lieu') === undefined).to.equal(true);
      await shops.press('Commander');
      await shops.press('Discuter');
      expect(heard.map(({detail}) => [detail.action, detail.id])).to.deep.equal([
        ['order', 'bakery'],
        ['chat', 'bakery'],
      ]);
      const [event] = heard;
      expect(event?.detail.place).to.equal(shops.element.places?.[0]);
      expect(event?.bubbles && event.composed).to.equal(true);
      expect(event?.target).to.equal(shops.element);
      await expect(shops.element).to.be.accessible();
    });
  });

  describe('the way to report a mistake', () => {
    const report = async (value: string, place = bakery): Promise<ShopsHarness> =>
      openCard(place, {attributes: {report: value}});

    it('is a letter, a page, or nothing, as the page says', async () => {
      const letter = await report('mairie@val.example');
      expect(letter.link('Signaler une erreur').href).to.match(/^mailto:mairie@val\.example\?/);
      const page = await report('https://val.example/{id}');
      expect(page.link('Signaler une erreur').href).to.equal('https://val.example/bakery');
      expect(page.link('Signaler une erreur').rel).to.contain('noopener');
      const none = await report('');
      expect(none.text).to.not.contain('Signaler');
    });

    it('is a note for what comes from OpenStreetMap', async () => {
      const source = {name: 'OpenStreetMap', url: 'https://www.openstreetmap.org/node/1'};
      const shops = await report('', {...bakery, source});
      const {href} = shops.link('Signaler une erreur à OpenStreetMap');
      expect(href).to.match(/^https:\/\/www\.openstreetmap\.org\/note\/new#map=/);
    });

    it('is never a script', async () => {
      const shops = await report('javascript:alert({id})');
      expect(hrefs(shops).filter(href => !/^(https?|tel|mailto|geo):/.test(href))).to.be.empty;
      expect(shops.text).to.not.contain('Signaler');
    });
  });

  describe('the sources', () => {
    it('are all named, with their dates and links', async () => {
      const shops = await openCard({
        ...bakery,
        source: {name: 'Mairie', url: 'https://val.example/a', dateModified: '2026-05-01'},
        otherSources: [{name: 'OpenStreetMap'}, {name: 'Agence Bio', dateModified: '2025-12-31'}],
      });
      expect(normal(shops.one('.card .source').textContent)).to.equal(
        'Sources : Mairie (mis à jour le 1er mai 2026), OpenStreetMap, ' +
          'Agence Bio (mis à jour le 31 décembre 2025)',
      );
      expect(shops.link('Mairie').rel).to.contain('ugc');
    });

    it('are said in the singular for one, and left out for none', async () => {
      const one = await openCard({...bakery, source: {name: 'Mairie'}});
      expect(normal(one.one('.card .source').textContent)).to.equal('Source : Mairie');
      const none = await openCard(bakery);
      expect(none.all('.card .source')).to.be.empty;
    });

    it('may lie about links and dates without harm', async () => {
      const source = {name: 'Evil', url: 'javascript:alert(1)', dateModified: 'soon'};
      const shops = await openCard({...bakery, source});
      expect(normal(shops.one('.card .source').textContent)).to.equal('Source : Evil');
      expect(shops.all('.card .source a')).to.be.empty;
    });
  });
});
