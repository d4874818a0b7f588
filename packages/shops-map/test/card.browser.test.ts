import {expect} from '@open-wc/testing';
import type {Place} from '@local-widgets/model';
import {normal, open, textOf, WIDE, type PageOptions, type ShopsHarness} from './harness.js';
import {
  bakery,
  beekeeper,
  cafe,
  CENTER,
  cheeseMaker,
  farm,
  gardener,
  townPlaces,
} from './places.js';

/** Opens the card of a place. */
async function card(place: Place, options: PageOptions = {}): Promise<ShopsHarness> {
  const shops = await open({places: [place], ...options});
  await shops.choose(place.name);
  return shops;
}

/** The week as read out: `mardi (aujourd’hui) : 7 h – 13 h`. */
function week(shops: ShopsHarness): string[] {
  return shops
    .all('table tr')
    .map(row => `${textOf(row.querySelector('th'))} : ${textOf(row.querySelector('td'))}`);
}

/** The facts of a card: `Labels : AB`. */
function facts(shops: ShopsHarness): string[] {
  return shops
    .all('dl div')
    .map(row => `${textOf(row.querySelector('dt'))} : ${textOf(row.querySelector('dd'))}`);
}

describe('the card of <local-shops-map>', () => {
  it('is accessible', async () => {
    const shops = await card(farm, {attributes: {center: CENTER}});
    await expect(shops.element).to.be.accessible();
  });

  it('is accessible side by side with the map', async () => {
    const shops = await card(farm, {width: WIDE});
    await shops.mapped();
    await expect(shops.element).to.be.accessible();
  });

  it('says what, where and how far', async () => {
    const shops = await card(farm, {attributes: {center: CENTER}});
    expect(textOf(shops.one('.card .meta'))).to.equal('Ferme maraîchère, à 3,2 km');
    expect(facts(shops)).to.deep.equal([
      'Adresse : Les Alizés, 61998 Saint-Ébré',
      'Services : Commande à retirer, Accessible en fauteuil roulant',
      'Produits : carottes, poireaux',
      'Labels : AB',
      'Paiement : espèces, chèques',
    ]);
    await shops.shows('Légumes de saison, cueillis le matin.');
  });

  it('leaves out what nobody knows', async () => {
    const shops = await card({id: 'x', name: 'Nom seul', geo: bakery.geo, categories: ['other']});
    expect(facts(shops)).to.be.empty;
    expect(shops.all('.card img, .card table, .card .source, .card .description').length).to.equal(
      0,
    );
    expect(textOf(shops.one('.card .meta'))).to.equal('Autres');
    await expect(shops.element).to.be.accessible();
  });

  describe('the week', () => {
    it('goes from Monday to Sunday and marks today', async () => {
      const shops = await card(bakery);
      expect(week(shops)).to.deep.equal([
        'lundi : Fermé',
        'mardi (aujourd’hui) : 7 h – 13 h 15 h 30 – 19 h',
        'mercredi : 7 h – 13 h 15 h 30 – 19 h',
        'jeudi : 7 h – 13 h 15 h 30 – 19 h',
        'vendredi : 7 h – 13 h 15 h 30 – 19 h',
        'samedi : 7 h – 13 h 15 h 30 – 19 h',
        'dimanche : 7 h – 13 h',
      ]);
      const today = shops.all('tr[aria-current=date]');
      expect(today.map(row => textOf(row.querySelector('th')))).to.deep.equal([
        'mardi (aujourd’hui)',
      ]);
      expect(textOf(shops.one('caption'))).to.equal('Horaires de la semaine');
    });

    it('shows an exceptional day as what it is', async () => {
      const shops = await card(cheeseMaker);
      expect(week(shops).slice(0, 3)).to.deep.equal([
        'lundi : 9 h – 12 h',
        'mardi (aujourd’hui) : Fermé',
        'mercredi : 9 h – 12 h',
      ]);
    });

    it('names public holidays', async () => {
      const now = new Date('2026-11-11T10:30:00+01:00');
      const shops = await card(farm, {now});
      expect(week(shops).slice(1, 3)).to.deep.equal([
        'mardi : Fermé',
        'mercredi (aujourd’hui, férié) : Fermé',
      ]);
    });

    it('names no holidays when the page says that there are none', async () => {
      const now = new Date('2026-11-11T10:30:00+01:00');
      const shops = await card(bakery, {now, attributes: {holidays: 'none'}});
      expect(week(shops)[2]).to.match(/^mercredi \(aujourd’hui\) : 7 h/);
    });

    it('is not shown when hours are unknown', async () => {
      const shops = await card(beekeeper);
      expect(shops.all('table').length).to.equal(0);
    });

    it('does not say day and night for hours that are only a comment', async () => {
      const shops = await card(gardener);
      await shops.shows('sur rendez-vous');
      expect(normal(shops.text)).to.not.contain('0 h – 24 h');
    });

    it('tells hours that are not sure from those that are', async () => {
      const shops = await card({...bakery, openingHours: 'Mo-Fr 09:00-12:00 unknown'});
      expect(week(shops)[0]).to.match(/9 h – 12 h.*à vérifier/i);
    });

    it('shows closing after midnight on the day that it belongs to', async () => {
      const shops = await card({...cafe, openingHours: 'Tu 18:00-02:00'});
      expect(week(shops)[1]).to.equal('mardi (aujourd’hui) : 18 h – 2 h');
    });
  });

  describe('its links', () => {
    it('begin with the telephone', async () => {
      const shops = await card(farm);
      const spot = `${farm.geo.latitude},${farm.geo.longitude}`;
      const links = shops.all<HTMLAnchorElement>('.card a');
      expect(links.map(link => link.getAttribute('href'))).to.deep.equal([
        'tel:+33261912233',
        'mailto:bonjour@alizes.example',
        'https://www.alizes.example/vente',
        `geo:${spot}?q=${spot}(Ferme%20des%20Aliz%C3%A9s)`,
        `https://www.openstreetmap.org/directions?route=;${spot}`,
        `https://www.google.com/maps/dir/?api=1&destination=${spot}`,
        `https://maps.apple.com/?daddr=${spot}`,
        'https://marche.example/alizes',
      ]);
      expect(shops.link('Appeler le +33 2 61 91 22 33') === links[0]).to.equal(true);
      expect(shops.link('Site : alizes.example') === links[2]).to.equal(true);
    });

    it('hand no opener, referrer or endorsement to other sites', async () => {
      const shops = await card(farm);
      const outside = shops
        .all<HTMLAnchorElement>('.card a')
        .filter(({protocol}) => protocol === 'https:');
      expect(outside).to.have.lengthOf(5);
      for (const {rel, target} of outside) {
        expect(rel.split(' ')).to.include.members(['noopener', 'noreferrer']);
        expect(target).to.equal('');
      }
      expect(shops.link('Site : alizes.example').rel).to.contain('ugc').and.to.contain('nofollow');
      expect(shops.link('Bienvenue au marché').rel).to.contain('ugc').and.to.contain('nofollow');
    });

    for (const bad of [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:x',
      'file:///etc/passwd',
      'https://town.fr@evil.example/',
      'http://[broken',
    ]) {
      it(`are never made of ${bad}`, async () => {
        const shops = await card({
          ...bakery,
          telephone: bad,
          email: bad,
          url: bad,
          image: {url: bad},
          source: {name: 'Source', url: bad},
        });
        const links = shops.all<HTMLAnchorElement>('.card a').map(({protocol}) => protocol);
        // those to plan a way, made of the position alone
        expect(links).to.deep.equal(['geo:', 'https:', 'https:', 'https:']);
        expect(shops.all('.card img').length).to.equal(0);
        await shops.shows('Source : Source');
      });
    }
  });

  it('shows the picture with its text, or without when it has none', async () => {
    const shops = await card(farm);
    expect(shops.one('.card img').getAttribute('alt')).to.equal('Le hangar de la ferme');
    const silent = await card({...farm, image: {url: 'https://alizes.example/photo.jpg'}});
    expect(silent.one('.card img').getAttribute('alt')).to.equal('');
  });

  it('says where the entry comes from and how old it is', async () => {
    const shops = await card(farm);
    expect(textOf(shops.one('.source'))).to.equal(
      'Source : Bienvenue au marché (mis à jour le 1er mai 2026)',
    );
    const undated = await card({...farm, source: {name: 'Annuaire', dateModified: 'hier'}});
    expect(textOf(undated.one('.source'))).to.equal('Source : Annuaire');
  });

  describe('its heading', () => {
    const level = (shops: ShopsHarness): string | null =>
      shops.one('.card [role=heading]').getAttribute('aria-level');

    it('is of level 3, or of the level that the page wants', async () => {
      const shops = await card(bakery);
      expect(level(shops)).to.equal('3');
      shops.element.headingLevel = 5;
      await shops.settled();
      expect(level(shops)).to.equal('5');
    });

    it('stays a heading when the page asks for nonsense', async () => {
      const shops = await card(bakery, {attributes: {'heading-level': 'big'}});
      expect(level(shops)).to.equal('3');
      expect(shops.element.headingLevel).to.not.equal(undefined);
    });
  });

  it('says what the row says about opening', async () => {
    const shops = await open({places: townPlaces});
    const row = shops.rows.find(({name}) => name === 'Boulangerie du Pont');
    const opening = row?.opening;
    await shops.choose('Boulangerie du Pont');
    expect(textOf(shops.one('.card .opening'))).to.equal(opening);
  });

  it('follows the clock', async () => {
    const shops = await card(bakery);
    shops.element.clock = {now: () => new Date('2026-11-25T14:00:00+01:00')};
    await shops.settled();
    expect(textOf(shops.one('.card .opening'))).to.equal('Fermé · ouvre à 15 h 30');
    expect(week(shops)[2]).to.match(/^mercredi \(aujourd’hui\)/);
  });
});
