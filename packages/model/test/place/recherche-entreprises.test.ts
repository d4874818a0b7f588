import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readPlaces} from '../../src/place/read-places.js';

const establishment = {
  siret: '12345678900011',
  activite_principale: '10.71C',
  adresse: '3 BIS RUE DU PORT 56000 VANNES',
  code_postal: '56000',
  libelle_commune: 'VANNES',
  etat_administratif: 'A',
  statut_diffusion_etablissement: 'O',
  latitude: '47.6559',
  longitude: '-2.7603',
  liste_enseignes: ['AU BON LEVAIN'],
  liste_id_bio: null,
  nom_commercial: null,
};
const company = {
  siren: '123456789',
  nom_complet: 'SARL LEVAIN (AU BON LEVAIN) (SL)',
  nom_raison_sociale: 'SARL LEVAIN',
  activite_principale: '64.20Z',
  date_mise_a_jour: '2026-01-01T00:00:00',
  dirigeants: [{nom: 'DIRIGEANTE', prenoms: 'ANNE'}],
  siege: {...establishment, siret: '12345678900099'},
  matching_etablissements: [establishment],
};
const read = (...results: unknown[]) => readPlaces({results, total_results: results.length});
const one = (more: object) =>
  read({...company, matching_etablissements: [{...establishment, ...more}]});

describe('the reader of Recherche d’entreprises', () => {
  it('reads an establishment', () => {
    const {places, rejected, format} = read(company);
    assert.equal(format, 'recherche-entreprises');
    assert.deepEqual(rejected, []);
    assert.deepEqual(places, [
      {
        id: '12345678900011',
        name: 'Au Bon Levain',
        geo: {longitude: -2.7603, latitude: 47.6559},
        categories: ['bakery'],
        address: {
          streetAddress: '3 Bis Rue du Port',
          postalCode: '56000',
          addressLocality: 'Vannes',
        },
        siret: '12345678900011',
        source: {
          name: 'Annuaire des entreprises',
          url: 'https://annuaire-entreprises.data.gouv.fr/etablissement/12345678900011',
          dateModified: '2026-01-01T00:00:00',
        },
      },
    ]);
    assert.doesNotMatch(JSON.stringify(places), /dirigeante/i);
  });

  it('takes the seat when nothing else matched', () => {
    assert.equal(
      read({...company, matching_etablissements: []}).places[0]!.siret,
      '12345678900099',
    );
    const minimal = {nom_complet: company.nom_complet, siege: company.siege};
    assert.equal(read(minimal).places[0]!.siret, '12345678900099');
  });

  it('passes over what is closed or may not be shown', () => {
    for (const more of [{etat_administratif: 'F'}, {statut_diffusion_etablissement: 'P'}]) {
      const {places, rejected} = one(more);
      assert.deepEqual([places, rejected], [[], []]);
    }
  });

  it('names a place by its sign, its trade name, its company without the parentheses', () => {
    const name = (more: object) => one({liste_enseignes: null, ...more}).places[0]!.name;
    assert.equal(name({nom_commercial: 'Le Levain'}), 'Le Levain');
    assert.equal(name({}), 'SARL Levain');
    const street = one({numero_voie: '3', type_voie: 'RUE', libelle_voie: 'DU PORT'}).places[0]!;
    assert.equal(street.address?.streetAddress, '3 Rue du Port');
    assert.deepEqual(one({liste_id_bio: ['77']}).places[0]!.labels, ['Bio']);
  });

  it('falls back on the activity of the company, and names what has no position', () => {
    const {places} = one({activite_principale: null});
    assert.deepEqual(places[0]!.categories, ['other']);
    const {rejected} = read(one, {
      ...company,
      matching_etablissements: [{...establishment, latitude: null, longitude: null}],
    });
    assert.deepEqual(
      rejected.map(({at, reason}) => `${at} ${reason}`),
      ['0 not-a-place', '1 no-position'],
    );
    assert.deepEqual(read().places, []);
  });
});
