import {expect} from '@open-wc/testing';
import {hear, open, put, until, type ShopsHarness} from './harness.js';
import {bakery, beekeeper, CENTER, cheeseMaker, farm, fewKinds, townPlaces} from './places.js';

const idsOf = (names: readonly string[]): string[] =>
  names.map(name => townPlaces.find(place => place.name === name)!.id);

describe('the filters of <local-shops-map>', () => {
  let shops: ShopsHarness;

  beforeEach(async () => {
    shops = await open({places: townPlaces, attributes: {center: CENTER}});
  });

  it('are accessible, with a group opened', async () => {
    await shops.tick('Producteurs');
    await expect(shops.element).to.be.accessible();
  });

  describe('by text', () => {
    it('find a name without its accents', async () => {
      await shops.type('ecritoire');
      expect(shops.names).to.deep.equal(['Librairie L’Écritoire']);
      expect(shops.status).to.equal('Une adresse');
    });

    it('answer who was faster than what answers them, and tell the page then', async () => {
      const early = put({places: townPlaces});
      const events = hear(early, 'local-shops-filter');
      await until(() => early.all('#search').length > 0, 'a field');
      early.search.value = 'ecritoire';
      early.search.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
      await until(() => early.rows.length === 1, 'the answer');
      expect(early.names).to.deep.equal(['Librairie L’Écritoire']);
      await until(() => events.length > 0, 'an event');
      expect(events.map(({detail}) => detail.ids)).to.deep.equal([idsOf(early.names)]);
    });

    it('forgive a slip of the finger', async () => {
      await shops.type('boulangrie');
      expect(shops.names).to.deep.equal(['Boulangerie du Pont']);
    });

    it('find products, towns and kinds', async () => {
      await shops.type('poireaux');
      expect(shops.names).to.deep.equal(['Ferme des Alizés']);
      await shops.type('saint-ebre');
      expect(shops.names).to.have.members(['Ferme des Alizés', 'Chèvrerie d’Ébène']);
      await shops.type('musee');
      expect(shops.names).to.deep.equal(['Musée du Sabot']);
    });

    it('want every word', async () => {
      await shops.type('ferme carottes');
      expect(shops.names).to.deep.equal(['Ferme des Alizés']);
      await shops.type('ferme brioche');
      expect(shops.rows.length).to.equal(0);
    });

    it('take anything that people type', async () => {
      await shops.type('   ');
      expect(shops.rows.length).to.equal(14);
      await shops.type('€€€ (((');
      expect(shops.rows.length).to.equal(14);
      await shops.type('.*');
      expect(shops.rows.length).to.equal(14);
    });

    it('keep the keyboard in the field, and do not leave the page on Enter', async () => {
      shops.search.focus();
      await shops.type('café');
      expect(shops.focused).to.equal('Rechercher');
      const submit = new SubmitEvent('submit', {cancelable: true, bubbles: true});
      expect(shops.one('form').dispatchEvent(submit)).to.equal(false);
    });
  });

  describe('by category', () => {
    it('offer the groups first, with how many places each would leave', () => {
      expect(shops.categoryRows).to.deep.equal([
        [
          'Producteurs 5',
          'Commerces de bouche 3',
          'Manger et boire 1',
          'Boutiques 2',
          'Artisans 1',
          'Services 1',
          'Culture et vie locale 1',
        ],
      ]);
    });

    it('open a chosen group into its categories', async () => {
      await shops.tick('Producteurs');
      expect(shops.names).to.have.members([
        'Ferme des Alizés',
        'Chèvrerie d’Ébène',
        'Rucher de Maëlle',
        'Jardin des Œillets',
        'Brasserie du Gué',
      ]);
      expect(shops.categoryRows[1]).to.deep.equal([
        'Ferme 1',
        'Maraîcher 2',
        'Fromager fermier 1',
        'Apiculteur 1',
        'Brasserie artisanale 1',
      ]);
    });

    it('narrow a group to one of its categories, and widen it again', async () => {
      await shops.tick('Producteurs');
      await shops.tick('Maraîcher');
      expect(shops.names).to.have.members(['Ferme des Alizés', 'Jardin des Œillets']);
      await shops.tick('Fromager fermier');
      expect(shops.rows.length).to.equal(3);
      await shops.tick('Maraîcher');
      expect(shops.names).to.deep.equal(['Chèvrerie d’Ébène']);
      await shops.tick('Producteurs');
      expect(shops.rows.length).to.equal(14);
      expect(shops.categoryRows).to.have.lengthOf(1);
    });

    it('add up over several groups', async () => {
      await shops.tick('Artisans');
      await shops.tick('Services');
      expect(shops.names).to.deep.equal(['Salon Noëlle', 'Atelier Grès & Cie']);
    });

    it('do not count themselves, only the other filters', async () => {
      await shops.tick('Artisans');
      expect(shops.categoryRows[0]).to.include('Producteurs 5');
      await shops.type('saint-ebre');
      expect(shops.categoryRows[0]).to.include('Producteurs 2').and.to.include('Artisans 0');
    });

    it('keep the keyboard on the category that was chosen', async () => {
      shops.checkbox('Producteurs').focus();
      await shops.tick('Producteurs');
      expect(shops.root.activeElement === shops.checkbox('Producteurs')).to.equal(true);
    });

    it('tell screen readers the count in words', () => {
      const label = shops.checkbox('Producteurs').labels?.[0];
      expect(label?.querySelector('.visually-hidden')?.textContent).to.equal(', 5 adresses');
      expect(label?.querySelector('.count')?.getAttribute('aria-hidden')).to.equal('true');
    });

    it('offer the categories themselves when they are few', async () => {
      const few = await open({places: fewKinds});
      expect(few.categoryRows).to.deep.equal([
        ['Apiculteur 1', 'Boulangerie 1', 'Café 1', 'Librairie et presse 1', 'Métiers d’art 1'],
      ]);
    });

    it('offer nothing when all places are of one kind', async () => {
      const alike = await open({places: [bakery, {...bakery, id: 'other'}]});
      expect(alike.categoryRows.flat().length).to.be.at.most(1);
    });
  });

  describe('by distance', () => {
    it('offer useful distances only', () => {
      expect(shops.radii).to.deep.equal([
        'Partout',
        'Moins de 1 km',
        'Moins de 2 km',
        'Moins de 5 km',
        'Moins de 10 km',
      ]);
    });

    it('leave what is near enough', async () => {
      await shops.chooseRadius('Moins de 1 km');
      expect(shops.names).to.include('Jardin des Œillets').and.to.not.include('Chèvrerie d’Ébène');
      await shops.chooseRadius('Moins de 5 km');
      expect(shops.names).to.include('Musée du Sabot').and.to.not.include('Brasserie du Gué');
      await shops.chooseRadius('Partout');
      expect(shops.rows.length).to.equal(14);
    });

    it('cannot leave the limit of the page', async () => {
      const attributes = {center: CENTER, 'radius-km': '4'};
      const limited = await open({places: townPlaces, attributes});
      expect(limited.names).to.include('Musée du Sabot').and.to.not.include('Brasserie du Gué');
      expect(limited.radii).to.deep.equal(['Moins de 4 km', 'Moins de 1 km', 'Moins de 2 km']);
      await limited.chooseRadius('Moins de 1 km');
      await limited.chooseRadius('Moins de 4 km');
      expect(limited.rows.length).to.equal(13);
    });

    it('have no place without a centre', async () => {
      const nowhere = await open({places: townPlaces, attributes: {'radius-km': '4'}});
      expect(nowhere.all('#radius').length).to.equal(0);
      expect(nowhere.rows.length).to.equal(14);
    });
  });

  describe('by what is open now', () => {
    it('put those with unknown hours last and count them', async () => {
      await shops.tick('Ouvert maintenant');
      expect(shops.names).to.deep.equal([
        'Librairie L’Écritoire',
        'Café de la Halle',
        'Boulangerie du Pont',
        'Épicerie Sablon',
        'Fleurs d’Anaïs',
        'Salon Noëlle',
        'Marché de producteurs',
        'Rucher de Maëlle',
        'Jardin des Œillets',
      ]);
      expect(shops.status).to.equal(
        '9 adresses, dont 3 aux horaires inconnus, de la plus proche à la plus éloignée',
      );
    });

    it('are not offered when no place tells its hours', async () => {
      const unknown = await open({places: [beekeeper]});
      await unknown.choose('Rucher de Maëlle');
      expect(unknown.openNow === undefined).to.equal(true);
    });
  });

  it('work together', async () => {
    await shops.chooseRadius('Moins de 2 km');
    await shops.tick('Producteurs');
    await shops.tick('Ouvert maintenant');
    expect(shops.names).to.deep.equal(['Rucher de Maëlle', 'Jardin des Œillets']);
    await shops.type('miel rucher');
    expect(shops.rows.length).to.equal(0);
    await shops.type('rucher');
    expect(shops.names).to.deep.equal(['Rucher de Maëlle']);
    expect(shops.status).to.equal('Une adresse, dont une aux horaires inconnus');
  });

  it('tell the page the ids of what the list shows, in its order', async () => {
    const events = hear(shops, 'local-shops-filter');
    await shops.type('e');
    await shops.tick('Producteurs');
    await shops.chooseRadius('Moins de 5 km');
    await shops.tick('Ouvert maintenant');
    await until(() => events.length === 4, 'an event for each of four');
    expect(events.at(-1)?.detail.ids).to.deep.equal(idsOf(shops.names));
    expect(events.at(-1)?.bubbles && events.at(-1)?.composed).to.equal(true);
  });

  it('close the card, so that the list answers', async () => {
    await shops.choose('Café de la Halle');
    await shops.type('boulangerie');
    expect(shops.cardName).to.equal(undefined);
    expect(shops.names).to.deep.equal(['Boulangerie du Pont']);
  });

  it('tell the page that a card closes because of them', async () => {
    await shops.choose('Café de la Halle');
    const selections = hear(shops, 'local-shop-select');
    await shops.type('boulangerie');
    expect(selections.map(({detail}) => detail.id)).to.deep.equal([null]);
  });

  describe('by the page, with the attribute categories', () => {
    it('leave groups and categories, and nothing else to choose', async () => {
      const attributes = {categories: 'producers bakery', center: CENTER};
      const restricted = await open({places: townPlaces, attributes});
      expect(restricted.names).to.deep.equal([
        'Boulangerie du Pont',
        'Rucher de Maëlle',
        'Jardin des Œillets',
        'Chèvrerie d’Ébène',
        'Ferme des Alizés',
        'Brasserie du Gué',
      ]);
      expect(restricted.categoryRows).to.deep.equal([
        [
          'Ferme 1',
          'Maraîcher 2',
          'Fromager fermier 1',
          'Apiculteur 1',
          'Brasserie artisanale 1',
          'Boulangerie 1',
        ],
      ]);
    });

    it('change while the element is in the page', async () => {
      const restricted = await open({places: [bakery, farm, cheeseMaker]});
      restricted.element.categories = 'food';
      await restricted.settled();
      expect(restricted.names).to.deep.equal(['Boulangerie du Pont']);
      restricted.element.categories = '';
      await restricted.settled();
      expect(restricted.rows.length).to.equal(3);
    });
  });
});
