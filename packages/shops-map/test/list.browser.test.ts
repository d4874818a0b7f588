import {expect} from '@open-wc/testing';
import {clockAt, hear, open, put, warnings} from './harness.js';
import {
  bakery,
  beekeeper,
  bookshop,
  CENTER,
  cheeseMaker,
  fewKinds,
  manyPlaces,
  townPlaces,
} from './places.js';

describe('the list of <local-shops-map>', () => {
  it('is accessible', async () => {
    const shops = await open({places: townPlaces, attributes: {center: CENTER}});
    await expect(shops.element).to.be.accessible();
  });

  it('shows the nearest first, with distances as people say them', async () => {
    const shops = await open({places: townPlaces, attributes: {center: CENTER}});
    const metas = Object.fromEntries(shops.rows.map(({name, meta}) => [name, meta]));
    expect(shops.names).to.deep.equal([
      'Librairie L’Écritoire',
      'Café de la Halle',
      'Marché de producteurs',
      'Boulangerie du Pont',
      'Épicerie Sablon',
      'Fleurs d’Anaïs',
      'Salon Noëlle',
      'Atelier Grès & Cie',
      'Rucher de Maëlle',
      'Jardin des Œillets',
      'Chèvrerie d’Ébène',
      'Ferme des Alizés',
      'Musée du Sabot',
      'Brasserie du Gué',
    ]);
    expect(metas['Boulangerie du Pont']).to.equal('Boulangerie · Val-Orbelle · 150 m');
    expect(metas['Ferme des Alizés']).to.equal('Ferme maraîchère · Saint-Ébré · 3,2 km');
    expect(metas['Brasserie du Gué']).to.equal('Brasserie artisanale · Le Gué · 12 km');
    expect(shops.status).to.equal('14 adresses, de la plus proche à la plus éloignée');
    expect(warnings).to.be.empty;
  });

  it('goes by name without a centre, accents or not, and shows no distance', async () => {
    const shops = await open({places: townPlaces});
    expect(shops.names).to.deep.equal([
      'Atelier Grès & Cie',
      'Boulangerie du Pont',
      'Brasserie du Gué',
      'Café de la Halle',
      'Chèvrerie d’Ébène',
      'Épicerie Sablon',
      'Ferme des Alizés',
      'Fleurs d’Anaïs',
      'Jardin des Œillets',
      'Librairie L’Écritoire',
      'Marché de producteurs',
      'Musée du Sabot',
      'Rucher de Maëlle',
      'Salon Noëlle',
    ]);
    expect(shops.rows[1]?.meta).to.equal('Boulangerie · Val-Orbelle');
    expect(shops.status).to.equal('14 adresses, par ordre alphabétique');
  });

  it('says what is open, until when, and what opens next', async () => {
    const shops = await open({places: townPlaces, attributes: {center: CENTER}});
    const openings = Object.fromEntries(shops.rows.map(({name, opening}) => [name, opening]));
    expect(openings).to.deep.include({
      'Boulangerie du Pont': 'Ouvert · ferme à 13 h',
      'Café de la Halle': 'Ouvert · jour et nuit',
      'Fleurs d’Anaïs': 'Ouvert · ferme à 12 h 30',
      'Atelier Grès & Cie': 'Fermé · ouvre à 14 h',
      'Ferme des Alizés': 'Fermé · ouvre demain à 17 h',
      'Brasserie du Gué': 'Fermé · ouvre samedi à 10 h',
      'Musée du Sabot': 'Fermé · ouvre le 2 mars à 10 h',
    });
  });

  it('says when a place opens again after an exceptional day, and why it is closed', async () => {
    const shops = await open({places: [cheeseMaker, bakery]});
    expect(shops.rows[1]?.opening).to.equal('Fermé · ouvre demain à 9 h, congés');
  });

  it('never shows hours that nobody knows as closed', async () => {
    const shops = await open({places: townPlaces, attributes: {center: CENTER}});
    const openings = Object.fromEntries(shops.rows.map(({name, opening}) => [name, opening]));
    expect(openings).to.deep.include({
      'Rucher de Maëlle': 'Horaires non renseignés',
      'Jardin des Œillets': 'Horaires à vérifier · sur rendez-vous',
      'Marché de producteurs': 'Horaires à vérifier',
    });
  });

  it('does not repeat that hours are unknown when no place tells any', async () => {
    const shops = await open({places: [beekeeper, {...beekeeper, id: 'other'}]});
    // the card comes with the words for hours
    await shops.choose('Rucher de Maëlle');
    await shops.press('Retour à la liste');
    expect(shops.rows.map(({opening}) => opening)).to.deep.equal(['', '']);
    expect(shops.openNow === undefined).to.equal(true);
  });

  it('follows the clock', async () => {
    const shops = await open({places: [bakery, bookshop]});
    shops.element.clock = clockAt(new Date('2026-11-24T13:00:00+01:00'));
    await shops.settled();
    expect(shops.rows[0]?.opening).to.equal('Fermé · ouvre à 15 h 30');
    shops.element.clock = clockAt(new Date('2026-11-24T23:30:00+01:00'));
    await shops.settled();
    expect(shops.rows.map(({opening}) => opening)).to.deep.equal([
      'Fermé · ouvre demain à 7 h',
      'Fermé · ouvre demain à 10 h',
    ]);
  });

  it('reads hours in the time zone of the places', async () => {
    const attributes = {'time-zone': 'Indian/Reunion'};
    const shops = await open({places: [bakery], attributes});
    expect(shops.rows[0]?.opening).to.equal('Fermé · ouvre à 15 h 30');
  });

  it('keeps the line of the hours free until they are worked out', async () => {
    const shops = put({places: [bakery]});
    await shops.settled();
    expect(shops.rows[0]?.opening).to.equal('');
    const {height} = shops.one('.opening').getBoundingClientRect();
    await shops.listed();
    expect(shops.rows[0]?.opening).to.contain('Ouvert');
    expect(shops.one('.opening').getBoundingClientRect().height).to.be.closeTo(height, 1);
  });

  it('has a telephone link in each row with a number, named after both', async () => {
    const shops = await open({places: fewKinds});
    const phones = shops.rows.map(({phone}) => phone);
    expect(phones.map(phone => phone?.getAttribute('href'))).to.deep.equal([
      undefined,
      'tel:0261911407',
      undefined,
      undefined,
      'tel:0261916677',
    ]);
    expect(phones[1]?.getAttribute('aria-label')).to.equal(
      'Appeler le 02 61 91 14 07, Boulangerie du Pont',
    );
  });

  it('shows the category of each place in words when the source has none of its own', async () => {
    const shops = await open({places: fewKinds});
    expect(shops.rows.map(({meta}) => meta.split(' · ')[0])).to.deep.equal([
      'Métiers d’art',
      'Boulangerie',
      'Café',
      'Librairie et presse',
      'Apiculteur',
    ]);
  });

  describe('with many places', () => {
    const places = manyPlaces(45);

    it('shows twenty a page and says which page', async () => {
      const shops = await open({places});
      expect(shops.rows.length).to.equal(20);
      expect(shops.status).to.equal('45 adresses, par ordre alphabétique, page 1 sur 3');
      await shops.press('Suivant');
      expect(shops.names[0]).to.equal('Adresse 0021');
      expect(shops.status).to.contain('page 2 sur 3');
      await shops.press('Suivant');
      expect(shops.names).to.deep.equal([
        'Adresse 0041',
        'Adresse 0042',
        'Adresse 0043',
        'Adresse 0044',
        'Adresse 0045',
      ]);
      await shops.press('Précédent');
      expect(shops.names[0]).to.equal('Adresse 0021');
    });

    it('gives the keyboard to the first row of a new page', async () => {
      const shops = await open({places});
      shops.button('Suivant').focus();
      await shops.press('Suivant');
      expect(shops.focused).to.equal('Adresse 0021');
      await shops.press('Précédent');
      expect(shops.focused).to.equal('Adresse 0001');
    });

    it('keeps the buttons at both ends in reach of the keyboard, without effect', async () => {
      const shops = await open({places});
      const previous = shops.button('Précédent');
      expect(previous.getAttribute('aria-disabled')).to.equal('true');
      expect(previous.disabled).to.equal(false);
      previous.focus();
      await shops.press('Précédent');
      expect(shops.focused).to.equal('Précédent');
      expect(shops.names[0]).to.equal('Adresse 0001');
      await shops.press('Suivant');
      await shops.press('Suivant');
      const next = shops.button('Suivant');
      expect(next.getAttribute('aria-disabled')).to.equal('true');
      await shops.press('Suivant');
      expect(shops.names[0]).to.equal('Adresse 0041');
    });

    it('never has more than fifty rows in the page, however many places there are', async () => {
      const shops = await open({places: manyPlaces(5000)});
      expect(shops.all('li').length).to.be.at.most(50);
      expect(shops.rows.length).to.equal(20);
      expect(shops.status).to.match(/^5 000 adresses, .*page 1 sur 250$/);
    });

    it('has no pages when all fit on one', async () => {
      const shops = await open({places: places.slice(0, 20)});
      expect(shops.findButton('Suivant') === undefined).to.equal(true);
      expect(shops.status).to.equal('20 adresses, par ordre alphabétique');
    });

    it('comes back to the first page when a filter changes', async () => {
      const shops = await open({places});
      await shops.press('Suivant');
      await shops.type('adresse 00');
      expect(shops.names[0]).to.equal('Adresse 0001');
    });
  });

  it('shows other places when it is given others', async () => {
    const shops = await open({places: [bakery]});
    shops.element.places = [bookshop, bakery];
    await shops.settled();
    expect(shops.names).to.deep.equal(['Boulangerie du Pont', 'Librairie L’Écritoire']);
    expect(shops.status).to.equal('2 adresses, par ordre alphabétique');
  });

  it('fires nothing by itself when it is given places', async () => {
    const shops = put({places: [bakery]});
    const selections = hear(shops, 'local-shop-select');
    const filters = hear(shops, 'local-shops-filter');
    await shops.listed();
    expect(selections).to.be.empty;
    expect(filters).to.be.empty;
  });
});
