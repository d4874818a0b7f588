import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readPlaces} from '../../src/place/read-places.js';
import {UnreadableFeedError} from '../../src/place/unreadable-feed-error.js';

const HEADER = 'nom;latitude;longitude';
const names = (text: string) => readPlaces(text).places.map(({name}) => name);
const rejections = (text: string) =>
  readPlaces(text).rejected.map(({at, unit, reason}) => `${unit} ${at} ${reason}`);

describe('the CSV reader', () => {
  it('reads a French spreadsheet with all its columns', () => {
    const text = [
      'Raison sociale;Enseigne;Catégorie;Adresse;Code postal;Ville;Téléphone;Courriel;Site web;' +
        'Horaires;Description;SIRET;Produits;Labels;Paiement;Photo;Livraison;Click & collect;Lat;Long',
      'GAEC DU BOIS;Ferme du Bois;Fromager affineur;3 chemin du Bois;01000;Bourg;02 97 00 00 00;' +
        'a@b.fr;ferme.fr;Mo-Sa 09:00-12:00;"Tommes; lait ""cru""\nle samedi";123 456 789 00011;' +
        'Tomme, Lait;AB | Fermier;Espèces,Carte;ferme.jpg;oui;non;46,2;5,2',
    ].join('\r\n');
    const {places, rejected, format} = readPlaces(text, {baseUrl: 'https://m.example/d/f.csv'});
    assert.equal(format, 'csv');
    assert.deepEqual(rejected, []);
    assert.deepEqual(places, [
      {
        id: '12345678900011',
        name: 'Ferme du Bois',
        geo: {longitude: 5.2, latitude: 46.2},
        categories: ['cheese-maker'],
        categoryLabel: 'Fromager affineur',
        description: 'Tommes; lait "cru" le samedi',
        address: {streetAddress: '3 chemin du Bois', postalCode: '01000', addressLocality: 'Bourg'},
        telephone: '02 97 00 00 00',
        email: 'a@b.fr',
        url: 'http://ferme.fr/',
        image: {url: 'https://m.example/d/ferme.jpg'},
        openingHours: 'Mo-Sa 09:00-12:00',
        services: {collect: false, delivery: true},
        labels: ['AB', 'Fermier'],
        paymentAccepted: ['Espèces', 'Carte'],
        products: ['Tomme', 'Lait'],
        siret: '12345678900011',
      },
    ]);
  });

  for (const [what, text] of [
    ['semicolons', 'nom;lat;lon\nA;47,66;-2,76'],
    ['commas', 'name,latitude,longitude\nA,47.66,-2.76'],
    ['tabs', 'NOM\tY\tX\nA\t47,66\t-2,76'],
    ['the sep= line of Excel', 'sep=,\r\nnom,lat,lng\r\nA,47.66,-2.76\r\n'],
    ['CR line ends', 'nom;lat;lon\rA;47.66;-2.76\r'],
    ['a byte order mark', '\ufeffnom;lat;lon\nA;47.66;-2.76'],
    ['blank lines and rows of delimiters', '\n\nnom;lat;lon\n\n;;\nA;47.66;-2.76\n \n;;\n'],
    ['quoted headers and cells', '"nom";"lat";"lon"\n"A";"47.66";"-2.76"'],
    ['spaces around numbers', 'nom;lat;lon\nA; 47.66 ; -2.76'],
    ['a column with both', 'nom;coordonnées\nA;"47.66, -2.76"'],
    ['a column with both and decimal commas', 'nom,geo_point_2d\nA,"47,66;-2,76"'],
    ['Lambert columns beside degrees', 'x;y;nom;lat;lon\n268000;6744000;A;47.66;-2.76'],
  ] as const) {
    it(`understands ${what}`, () => {
      const {places, rejected} = readPlaces(text);
      assert.deepEqual(
        places.map(({name, geo}) => ({name, geo})),
        [{name: 'A', geo: {longitude: -2.76, latitude: 47.66}}],
      );
      assert.deepEqual(rejected, []);
    });
  }

  it('decodes UTF-8, Windows-1252 and UTF-16', () => {
    const text = 'Nom;Latitude;Longitude\nCrêperie « Œuf » à 5 €;47.66;-2.76';
    const cp1252: Readonly<Record<string, number>> = {Œ: 0x8c, '€': 0x80};
    for (const bytes of [
      new TextEncoder().encode(text),
      Uint8Array.from(text, c => cp1252[c] ?? c.charCodeAt(0)),
      new Uint8Array(Uint16Array.from('\ufeff' + text, c => c.charCodeAt(0)).buffer),
    ]) {
      assert.equal(readPlaces(bytes).places[0]!.name, 'Crêperie « Œuf » à 5 €');
      assert.equal(readPlaces(bytes.slice().buffer).places.length, 1);
    }
  });

  it('joins house number and street', () => {
    const text = 'nom;numéro;rue;cp;lat;lon\nA;3 bis;rue du Port;56000;47.66;-2.76';
    assert.deepEqual(readPlaces(text).places[0]!.address, {
      streetAddress: '3 bis rue du Port',
      postalCode: '56000',
    });
  });

  it('keeps an unquoted quote as a character', () => {
    assert.deepEqual(names(`${HEADER}\nLe 5" rond;47.66;-2.76\nB;47.6;-2.7`), ['Le 5" rond', 'B']);
  });

  it('gives physical line numbers, across quoted line ends and blank lines', () => {
    const text = [HEADER, '', '"A\nencore";47.66;-2.76', ';47;2', 'C;;', '"D\r\n";91;x', 'E;47;2'];
    assert.deepEqual(rejections(text.join('\n')), [
      'line 5 no-name',
      'line 6 no-position',
      'line 7 bad-position',
    ]);
    assert.deepEqual(names(text.join('\n')), ['A encore', 'E']);
  });

  it('loses only the row of an unclosed quote', () => {
    const rows = ['A;47;2', '"B;47;2', 'C;47;2', '"D";47;2', '"E;47;2'];
    const text = [HEADER, ...rows].join('\n');
    assert.deepEqual(names(text), ['A', 'C', 'D']);
    assert.deepEqual(rejections(text), ['line 3 bad-row', 'line 6 bad-row']);
  });

  it('does not let an unclosed quote swallow rows up to a quoted cell that starts with a delimiter', () => {
    const text = [HEADER, 'A;47;"2', 'B;47;2', 'C;47;";2"', 'D;47;2'].join('\n');
    assert.deepEqual(names(text), ['B', 'D']);
    assert.deepEqual(rejections(text), ['line 2 bad-row', 'line 4 bad-position']);
  });

  it('rejects a row with more cells than columns, whose cells may be shifted', () => {
    const text = `${HEADER}\nA;rue du Port;47;2\nB;47;2;;\nC;47`;
    assert.deepEqual(names(text), ['B']);
    assert.deepEqual(rejections(text), ['line 2 bad-row', 'line 4 bad-position']);
  });

  it('says which columns are missing', () => {
    assert.throws(
      () => readPlaces('nom;adresse;ville\nA;B;C'),
      (error: unknown) =>
        error instanceof UnreadableFeedError &&
        error.code === 'missing-columns' &&
        error.detail === 'no column for latitude and longitude among "nom", "adresse", "ville"',
    );
    assert.throws(() => readPlaces('ville;lat;lon\nA;1;2'), {code: 'missing-columns'});
  });

  it('reads many unclosed quotes without reading them over and over', () => {
    const {rejected, places} = readPlaces(`${HEADER}\n${'"""\n'.repeat(50_000)}A;47;2`);
    assert.equal(places.length, 1);
    assert.equal(rejected[0]!.reason, 'bad-row');
  });
});
