import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readPlaces} from '../../src/place/read-places.js';

const address = {
  id: 1,
  lieu: '5 LE BOURG',
  codePostal: '56610',
  ville: 'ARRADON',
  lat: 47.62,
  long: -2.82,
  active: true,
  typeAdresseOperateurs: ["Lieu d'activité"],
};
const operator = {
  id: 9,
  raisonSociale: 'EARL DU PRE',
  denominationcourante: 'LA FERME DU PRE',
  siret: '12345678900011',
  numeroBio: 4321,
  telephone: '0297000000',
  email: 'pre@ferme.example',
  codeNAF: '01.13Z',
  gerant: 'Nom Prénom',
  dateMaj: '2026-04-02',
  telephoneCommerciale: null,
  categories: [{id: 1, nom: 'Vente directe'}],
  siteWebs: [{id: 2, url: 'https://pre.example/', active: true}],
  adressesOperateurs: [address],
  productions: [
    {id: 3, code: '01.13', nom: 'Légumes, melons, racines et tubercules'},
    {id: 4, code: '01.49.21', nom: 'Miel naturel'},
  ],
  activites: [{id: 1, nom: 'Production'}],
  certificats: [{organisme: 'X', etatCertification: 'ENGAGEE'}],
};
const read = (...items: unknown[]) => readPlaces({nbTotal: items.length, items});
const categories = (more: object) => read({...operator, ...more}).places[0]!.categories;

describe('the Agence Bio reader', () => {
  it('reads an operator in activity', () => {
    const {places, rejected, format} = read(operator);
    assert.equal(format, 'agence-bio');
    assert.deepEqual(rejected, []);
    assert.deepEqual(places, [
      {
        id: 'bio-4321',
        name: 'La Ferme du Pre',
        geo: {longitude: -2.82, latitude: 47.62},
        categories: ['market-gardener', 'honey'],
        address: {streetAddress: '5 le Bourg', postalCode: '56610', addressLocality: 'Arradon'},
        telephone: '0297000000',
        email: 'pre@ferme.example',
        url: 'https://pre.example/',
        labels: ['AB'],
        products: ['Légumes, melons, racines et tubercules', 'Miel naturel'],
        siret: '12345678900011',
        source: {name: 'Agence Bio', dateModified: '2026-04-02'},
      },
    ]);
  });

  it('passes over operators without a certificate in force', () => {
    for (const state of ['ARRETEE', 'SUSPENDUE', 'NON ENGAGEE', null]) {
      const {places, rejected} = read({...operator, certificats: [{etatCertification: state}]});
      assert.deepEqual([places, rejected], [[], []]);
    }
    const both = [{etatCertification: 'ARRETEE'}, {etatCertification: 'ENGAGEE'}];
    assert.equal(read({...operator, certificats: both}).places.length, 1);
  });

  it('tells number and address only of those who sell to people, and never the manager', () => {
    const {places} = read({...operator, categories: [{nom: 'Grossistes'}]});
    assert.equal(places[0]!.telephone, undefined);
    assert.equal(places[0]!.email, undefined);
    assert.ok(read({...operator, categories: ['Vente aux consommateurs']}).places[0]!.telephone);
    assert.doesNotMatch(JSON.stringify(read(operator)), /Prénom/);
  });

  it('makes a place of each address where they work, not of a mere head office', () => {
    const office = {...address, lat: 48.8, long: 2.3, typeAdresseOperateurs: ['Siège social']};
    const closed = {...address, lat: 47, active: false};
    const latitudes = (...adressesOperateurs: unknown[]) =>
      read({...operator, adressesOperateurs}).places.map(({geo}) => geo.latitude);
    assert.deepEqual(latitudes(office, address, {...address, lat: 47.7}, closed), [47.62, 47.7]);
    assert.deepEqual(latitudes(office), [48.8]);
    assert.deepEqual(latitudes(closed, {...office, lat: null}), []);
    const twice = read({...operator, adressesOperateurs: [address, address]}).places;
    assert.deepEqual(
      twice.map(({id}) => id),
      ['bio-4321', 'bio-4321-2'],
    );
  });

  it('finds categories by product, activity and NAF code', () => {
    const only = (...nom: string[]) => ({activites: nom.map(one => ({nom: one}))});
    const grows = (nom: string) => categories({productions: [{nom}]})[0];
    assert.equal(grows('Vaches laitières'), 'dairy');
    assert.equal(grows('Fromages de chèvre'), 'cheese-maker');
    assert.equal(grows('Pommes'), 'fruit-grower');
    assert.equal(grows('Raisin de cuve'), 'wine-grower');
    assert.equal(grows('Poules pondeuses'), 'eggs');
    assert.deepEqual(categories({productions: []}), ['producers']);
    assert.deepEqual(categories({...only('Distribution'), codeNAF: ''}), ['organic']);
    assert.deepEqual(categories({...only('Préparation'), codeNAF: '10.71C'}), ['bakery']);
    assert.deepEqual(categories({...only('Distribution', 'Préparation'), codeNAF: '10.71C'}), [
      'bakery',
      'organic',
    ]);
  });

  it('names operators that cannot be shown', () => {
    const {rejected} = read(operator, null, {...operator, adressesOperateurs: []}, {id: 3});
    assert.deepEqual(
      rejected.map(({at, reason}) => `${at} ${reason}`),
      ['1 not-a-place', '2 no-position', '3 not-a-place'],
    );
    assert.deepEqual(read().places, []);
  });
});
