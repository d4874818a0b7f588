import {expect} from '@open-wc/testing';
import {html} from 'lit';
import type {Place} from '@local-widgets/model';
import {open, put, textOf, until, warnings, type ShopsHarness} from './harness.js';
import {bakery, beekeeper, CENTER, farm} from './places.js';

const places = [bakery, beekeeper, farm];
const HOSTILE: Place = {
  ...bakery,
  id: 'hostile',
  name: '<img src=x onerror=alert(1)>',
  description: '<script>alert(1)</script>',
  telephone: 'javascript:alert(1)',
  url: 'javascript:alert(1)',
  email: 'a@b.example?bcc=c@d.example',
  image: {url: 'data:image/svg+xml,<svg onload=alert(1)>', caption: '" onerror="alert(1)'},
};

/** A page's `<template>` inside the element, as its author writes it. */
async function openWith(inside: string): Promise<ShopsHarness> {
  const shops = put({attributes: {center: CENTER}});
  shops.element.innerHTML = inside;
  shops.element.places = places;
  await shops.listed();
  await until(() => shops.all('.own').length, 'rows of the page’s own');
  return shops;
}

const own = (shops: ShopsHarness): string[] => shops.all('.row .own').map(textOf);

const ITEM = `<template slot="item">
  <p><b data-field="addressLocality"></b> <i data-field="distance"></i></p>
  <a data-field="telephone"></a>
  <span data-field="opening"></span> <span data-field="nonsense">?</span>
</template>`;

const CARD = `<template slot="card">
  <p class="mine" data-field="description"></p>
  <a class="site" data-field="url"></a>
  <a class="phone-link" data-field="telephone"></a>
  <a class="mail" data-field="email"></a>
  <a class="named" data-field="name"></a>
  <img data-field="image">
</template>`;

describe('<local-shops-map> with templates of the page', () => {
  it('fills its lines with what is known, and leaves out what is not', async () => {
    const shops = await openWith(ITEM);
    expect(own(shops)).to.deep.equal([
      'Val-Orbelle 150 m 02 61 91 14 07 Ouvert',
      'Val-Orbelle 850 m 02 61 91 66 77 Horaires non renseignés',
      'Saint-Ébré 3,2 km +33 2 61 91 22 33 Fermé',
    ]);
    expect(shops.all<HTMLAnchorElement>('.own a')[0]?.href).to.equal('tel:0261911407');
    expect(shops.names).to.deep.equal(places.map(({name}) => name));
    expect(shops.all('[data-field=nonsense]')).to.be.empty;
    await expect(shops.element).to.be.accessible();
  });
});

describe('the card of <local-shops-map> with a template of the page', () => {
  async function openCard(place: Place): Promise<ShopsHarness> {
    const shops = await open({places: [place, beekeeper]});
    shops.element.innerHTML = CARD;
    await shops.choose(place.name);
    await until(() => shops.all('.card .own').length, 'the page’s own card');
    return shops;
  }

  it('has the page’s own middle, with the name, the way there and the sources around it', async () => {
    const shops = await openCard(farm);
    expect(textOf(shops.one('.own .mine'))).to.equal(farm.description);
    expect((shops.one('.own .site') as HTMLAnchorElement).href).to.equal(farm.url);
    expect((shops.one('.own .site') as HTMLAnchorElement).rel).to.contain('ugc');
    expect((shops.one('.own .mail') as HTMLAnchorElement).href).to.equal(`mailto:${farm.email}`);
    expect((shops.one('.own img') as HTMLImageElement).alt).to.equal(farm.image?.caption);
    expect(shops.text).to.contain('Itinéraire').and.to.contain('Bienvenue au marché');
    expect(shops.all('.card .week')).to.be.empty;
  });

  it('shows hostile text as text, and hostile addresses not at all', async () => {
    const shops = await openCard(HOSTILE);
    expect(textOf(shops.one('.own .mine'))).to.equal(HOSTILE.description);
    expect(shops.all('.own script, .own [onerror], .own img')).to.be.empty;
    const hrefs = shops.all('.own a').map(link => link.getAttribute('href'));
    expect(hrefs.filter(href => href !== null)).to.be.empty;
  });
});

describe('<local-shops-map> with templates as properties', () => {
  it('renders what they make of a place', async () => {
    const shops = put({attributes: {center: CENTER}});
    shops.element.itemTemplate = ({name, distance}) => html`<em>${name}: ${distance}</em>`;
    shops.element.cardTemplate = ({description}) => `mine: ${description}`;
    shops.element.places = places;
    await shops.listed();
    await until(() => shops.all('.row em').length, 'rows of the page’s own');
    expect(textOf(shops.all('.row em')[0]!)).to.equal('Boulangerie du Pont: 150 m');
    await shops.choose(farm.name);
    await shops.shows(`mine: ${farm.description}`);
  });

  it('takes another one at once, and goes back to its own rows without', async () => {
    const shops = await open({places, attributes: {center: CENTER}});
    shops.element.itemTemplate = ({name}) => html`<em>one ${name}</em>`;
    await until(() => shops.all('.row em').length, 'rows of the page’s own');
    shops.element.itemTemplate = ({name}) => html`<em>two ${name}</em>`;
    await shops.settled();
    expect(textOf(shops.all('.row em')[0]!)).to.equal('two Boulangerie du Pont');
    shops.element.itemTemplate = undefined;
    await shops.settled();
    expect(shops.all('.row em')).to.be.empty;
    expect(shops.rows[0]?.meta).to.contain('Boulangerie');
  });

  it('does not render strings as markup', async () => {
    const shops = await open({places: [HOSTILE, farm]});
    shops.element.itemTemplate = ({name}) => `<b>${name}</b>`;
    await shops.shows('<b><img src=x onerror=alert(1)></b>');
    expect(shops.all('.row b, .row img')).to.be.empty;
  });

  it('falls back to its own rows when one throws, and says so once', async () => {
    const shops = await open({places, attributes: {center: CENTER}});
    shops.element.itemTemplate = () => {
      throw new Error('mine');
    };
    await until(() => warnings.length, 'a warning');
    await shops.settled();
    expect(shops.rows.map(({meta}) => meta)[0]).to.equal('Boulangerie · Val-Orbelle · 150 m');
    expect(warnings[0]).to.contain('the page\'s template for "item" failed.');
    for (let i = 0; i < 3; i++) {
      shops.element.requestUpdate();
      await shops.settled();
    }
    expect(warnings).to.have.lengthOf(1);
  });

  it('survives a date that is none', async () => {
    const source = {name: 'Mairie', dateModified: 'soon'};
    const shops = await open({places: [{...bakery, source}, farm]});
    const updated: unknown[] = [];
    shops.element.itemTemplate = data => {
      updated.push(data.updated);
      return html`<em>${data.name}</em>`;
    };
    await until(() => shops.all('.row em').length, 'rows of the page’s own');
    expect(updated[0]).to.equal(undefined);
  });

  it('speaks the language of the page, also after that changes', async () => {
    const shops = await openWith(ITEM);
    shops.element.lang = 'en';
    await until(() => own(shops)[0]?.includes('Open'), 'English');
    expect(own(shops)[0]).to.equal('Val-Orbelle 150 m 02 61 91 14 07 Open');
  });
});
