import type {PlaceFormat} from '../../../src/index.js';
import type {Sample} from '../corpus/inputs.js';
import {csvTemplate, jsonTemplate, plainTemplate} from '../corpus/template.js';

const ROWS = [0, 1];
const lon = (at: number): number => 0.52 + at / 100;
const lat = (at: number): number => 48.4 + at / 100;

/** What a row tells, by the names of OSM and of spreadsheets. */
const details = (at: number) => ({
  id: `shop-${at}`,
  name: `Boulangerie n° ${at}`,
  category: 'boulangerie',
  description: 'Pain au levain',
  address: {
    streetAddress: '1 rue du Four',
    postalCode: '61110',
    addressLocality: 'Vauperche',
    addressCountry: 'FR',
  },
  telephone: '02 61 91 14 07',
  email: 'four@town.example',
  url: 'https://town.example/four',
  image: 'https://town.example/four.jpg',
  caption: 'Le four',
  openingHours: 'Tu-Sa 07:00-12:30,16:00-19:00; Su 08:00-12:00; PH off',
  delivery: 'yes',
  wheelchair: 'limited',
  labels: ['Bio', 'Label Rouge'],
  paymentAccepted: 'cash; cards',
  products: 'pain, brioche',
  siret: '12345678901234',
  source: {name: 'La mairie', url: 'https://town.example/liste', dateModified: '2026-01-05'},
  addr: 'x',
});

const geojson = {
  type: 'FeatureCollection',
  features: ROWS.map(at => ({
    type: 'Feature',
    id: `feature-${at}`,
    properties: details(at),
    geometry: {type: 'Point', coordinates: [lon(at), lat(at)]},
  })),
};
const polygon = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: {
        name: 'La place',
        'addr:street': 'rue',
        'opening_hours:url': 'x',
        shop: 'bakery',
      },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [0.5, 48.4],
            [0.6, 48.4],
            [0.6, 48.5],
            [0.5, 48.4],
          ],
        ],
      },
    },
  ],
};

const osm = {
  elements: ROWS.map(at => ({
    type: 'way',
    id: at,
    center: {lat: lat(at), lon: lon(at)},
    timestamp: '2026-01-05T00:00:00Z',
    tags: {
      name: `Ferme ${at}`,
      shop: 'farm',
      organic: 'yes',
      'addr:housenumber': '3',
      'addr:street': 'rue du Pré',
      'addr:postcode': '61110',
      'contact:phone': '+33 2 61 91 14 07',
      'contact:website': 'https://town.example/ferme',
      opening_hours: 'Mo-Fr 09:00-12:00; Dec 25 off',
      'payment:cash': 'yes',
      wheelchair: 'yes',
      'wheelchair:description': 'une marche',
      check_date: '2026-01-05',
    },
  })),
};

const agenceBio = {
  items: ROWS.map(at => ({
    numeroBio: at + 1,
    denominationcourante: `Ferme ${at}`,
    raisonSociale: 'GAEC',
    siret: '12345678901234',
    telephoneCommerciale: '02 61 91 14 07',
    email: 'ferme@town.example',
    dateMaj: '2026-01-05',
    siteWebs: [{url: 'https://town.example/ferme', active: true}],
    categories: [{nom: 'Vente aux consommateurs'}],
    activites: [{nom: 'Production'}],
    productions: [{code: '01.13', nom: 'Légumes'}],
    certificats: [
      {etatCertification: 'ENGAGEE', organisme: 'Ecocert', url: 'https://town.example/c.pdf'},
    ],
    adressesOperateurs: [
      {
        lieu: '1 rue du Pré',
        codePostal: '61110',
        ville: 'VAUPERCHE',
        lat: lat(at),
        long: lon(at),
        active: true,
        typeAdresseOperateurs: ['Lieu d’activité'],
      },
    ],
  })),
};

const establishment = (at: number) => ({
  siret: `1234567890123${at}`,
  etat_administratif: 'A',
  statut_diffusion_etablissement: 'O',
  liste_enseignes: [`Épicerie ${at}`],
  nom_commercial: 'Épicerie',
  longitude: String(lon(at)),
  latitude: String(lat(at)),
  activite_principale: '47.11B',
  numero_voie: '3',
  type_voie: 'RUE',
  libelle_voie: 'DU PONT',
  code_postal: '61110',
  libelle_commune: 'VAUPERCHE',
  adresse: '3 RUE DU PONT 61110 VAUPERCHE',
  liste_id_bio: ['1'],
});
const recherche = {
  total_results: 2,
  results: ROWS.map(at => ({
    nom_complet: `EPICERIE ${at} (LE PONT)`,
    nom_raison_sociale: 'EPICERIE',
    activite_principale: '47.11B',
    date_mise_a_jour: '2026-01-05T00:00:00',
    siege: establishment(at),
    matching_etablissements: [establishment(at)],
  })),
};

const gogocarto = {
  licence: 'https://town.example/licence',
  ontology: 'gogofull',
  data: ROWS.map(at => ({
    id: `a${at}`,
    name: `Ferme ${at}`,
    geo: {latitude: lat(at), longitude: lon(at)},
    sourceKey: 'Carte',
    address: {streetAddress: '1 rue du Pré', addressLocality: 'Vauperche', postalCode: '61110'},
    createdAt: '2026-01-05T00:00:00+01:00',
    categories: ['Agriculture', {name: 'Maraîchage'}],
    abstract: 'Légumes',
    telephone: '0261911407',
    email: 'ferme@town.example',
    website: 'https://town.example/ferme',
    openHours: {Mo: '09:00-12:00,14:00-18:00', Tu: ['09:00-12:00']},
  })),
};
const compact = {
  ontology: 'gogocompact',
  mapping: ['id', ['name'], 'latitude', 'longitude', 'status', 'categories'],
  data: ROWS.map(at => [`a${at}`, [`Ferme ${at}`], lat(at), lon(at), 1, ['x']]),
};

const shop = (at: number) => ({
  '@type': 'Bakery',
  '@id': `https://town.example/#${at}`,
  name: `Boulangerie ${at}`,
  legalName: 'SARL',
  description: 'Pain',
  category: 'boulangerie',
  url: 'https://town.example/four',
  telephone: '+33 2 61 91 14 07',
  email: 'four@town.example',
  image: {'@type': 'ImageObject', url: 'https://town.example/four.jpg', caption: 'Le four'},
  address: {
    '@type': 'PostalAddress',
    streetAddress: '1 rue du Four',
    postalCode: '61110',
    addressLocality: 'Vauperche',
    addressCountry: {name: 'FR'},
  },
  geo: {'@type': 'GeoCoordinates', latitude: lat(at), longitude: lon(at)},
  openingHoursSpecification: [
    {
      dayOfWeek: ['https://schema.org/Tuesday', {'@id': 'Friday'}],
      opens: '07:00',
      closes: '12:30',
      validFrom: '2026-01-05',
      validThrough: '2026-12-31',
    },
  ],
  specialOpeningHoursSpecification: {
    opens: '00:00',
    closes: '00:00',
    validFrom: '2026-12-25',
    validThrough: '2026-12-25',
  },
  openingHours: ['Mo-Fr 09:00-12:00', 'Sa 10:00-12:00'],
  hasCertification: [{name: 'AB'}],
  makesOffer: [{itemOffered: {name: 'pain'}}],
  hasOfferCatalog: {itemListElement: [{name: 'brioche', itemListElement: [{name: 'x'}]}]},
  paymentAccepted: 'Cash',
  identifier: {'@type': 'PropertyValue', value: '12345678901234'},
  iso6523Code: '0009:12345678901234',
  dateModified: '2026-01-05',
});
const jsonLd = {
  '@context': 'https://schema.org',
  '@graph': [
    ...ROWS.map(shop),
    {'@type': 'ItemList', itemListElement: [{'@type': 'ListItem', item: shop(2)}]},
  ],
};

const block = JSON.stringify(jsonLd);
const page = (inside: string): string =>
  `<!doctype html><html><head><script type="application/ld+json">${inside}</script></head></html>`;

const TABLE = [
  'Identifiant;Nom;Latitude;Longitude;Catégorie;Description;Adresse;Code postal;Ville;Téléphone;Courriel;Site;Photo;Horaires;Livraison;Labels;Paiement;Produits;SIRET',
  ...ROWS.map(
    at =>
      `a${at};Ferme ${at};${lat(at)};${lon(at)};ferme;Légumes;1 rue du Pré;61110;Vauperche;02 61 91 14 07;f@town.example;https://town.example/;https://town.example/a.jpg;Mo-Fr 09:00-12:00;oui;Bio, AB;espèces;carottes;12345678901234`,
  ),
].map(line => line.split(';'));

const structure =
  /(?:\.|@)(?:type|context)$|coordinates|\.(?:lat|lon|long|lng|latitude|longitude)$/;
const row = 'a;b;48.4;0.5\r\n';
const head = 'Nom;Adresse;Latitude;Longitude\r\n';

/** At least one feed of each format, with everything in it that the format can tell. */
export const placeSamples: Readonly<Record<PlaceFormat, readonly Sample[]>> = {
  geojson: [
    {
      name: 'features',
      template: jsonTemplate(geojson),
      keep: structure,
      bombs: {
        'brackets without end': () => '['.repeat(1_000_000),
        'objects in objects': () => `${'{"features":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
        'one id for all': () => many(20_000, () => 'x'),
        'ids that are made to collide': () => many(20_000, at => `x${'-2'.repeat(at % 90)}`),
        'names without a letter': () => many(20_000, () => '---'),
        'another key in each row': () =>
          collection(20_000, at => ({name: 'x', [`key${at}`]: 'x', [`name_${at}`]: 'y'})),
        'a million numbers': () =>
          JSON.stringify({
            type: 'Feature',
            properties: {name: 'x'},
            geometry: {
              type: 'LineString',
              coordinates: Array.from({length: 500_000}, (_, i) => [i / 1e6, 48]),
            },
          }),
        'deep geometry': () =>
          `{"type":"Feature","properties":{"name":"x"},"geometry":{"type":"MultiPolygon","coordinates":${'['.repeat(5000)}1,2${']'.repeat(5000)}}}`,
        'collections in collections': () =>
          `{"type":"Feature","properties":{"name":"x"},"geometry":${'{"type":"GeometryCollection","geometries":['.repeat(5000)}{"type":"Point","coordinates":[1,2]}${']}'.repeat(5000)}}`,
        'a second list of features': () =>
          `{"type":"FeatureCollection","features":[],"features":[{"type":"Feature"}],"__proto__":{"features":[1]}}`,
        'hours that explode': () =>
          JSON.stringify({type: 'FeatureCollection', features: hoursBombs()}),
      },
    },
    {name: 'outlines', template: jsonTemplate(polygon), keep: structure},
  ],
  osm: [
    {
      name: 'ways',
      template: jsonTemplate(osm),
      keep: structure,
      bombs: {
        'a way of a million nodes': () =>
          JSON.stringify({
            elements: [
              {
                type: 'way',
                id: 1,
                nodes: Array.from({length: 500_000}, (_, i) => i % 3),
                tags: {name: 'x'},
              },
            ],
          }),
        'many ways of the same nodes': () =>
          JSON.stringify({
            elements: Array.from({length: 2000}, (_, id) => ({
              type: 'way',
              id,
              nodes: Array.from({length: 500}, (_, i) => i),
              tags: {name: 'x'},
            })),
          }),
      },
    },
  ],
  'agence-bio': [
    {
      name: 'operators',
      template: jsonTemplate(agenceBio),
      keep: /\.(?:lat|long)$|etatCertification/,
    },
  ],
  'recherche-entreprises': [
    {name: 'companies', template: jsonTemplate(recherche), keep: /etat_|statut_|l[oa]\w+itude$/},
  ],
  gogocarto: [
    {name: 'elements', template: jsonTemplate(gogocarto), keep: /ontology|l[oa]\w+itude$/},
    {name: 'compact', template: jsonTemplate(compact), keep: /ontology|mapping|\.[23]$/},
  ],
  'json-ld': [
    {
      name: 'things',
      template: jsonTemplate(jsonLd),
      keep: structure,
      bombs: {
        'graphs in graphs': () => `${'{"@graph":['.repeat(5000)}1${']}'.repeat(5000)}`,
        'a page of opened tags': () => '<script '.repeat(200_000),
        'a page of opened comments': () => '<!--'.repeat(200_000),
        'a page of blocks': () => page('{}').repeat(20_000),
        'a block of spaces': () => page(`{${' '.repeat(300_000)}x`),
        'a block of closed sections': () => page(`{${']]>'.repeat(100_000)} x`),
        'blocks that do not end': () => '<script type="application/ld+json">{'.repeat(20_000),
      },
    },
    {name: 'a page', template: plainTemplate(page(block)), keep: /./},
  ],
  csv: [
    {
      name: 'a table',
      template: csvTemplate(TABLE),
      keep: /itude$/,
      bombs: {
        'quotes and nothing else': () => head + '"'.repeat(500_000),
        'doubled quotes': () => `${head}"${'""'.repeat(300_000)}`,
        'a quote in each row': () => head + `"${row}`.repeat(20_000),
        'quotes over lines': () => head + '"a\n'.repeat(50_000),
        'delimiters and nothing else': () => head + ';'.repeat(500_000),
        'columns without end': () => `${'Nom;'.repeat(100_000)}\r\n${'x;'.repeat(100_000)}`,
        'columns named as prototypes': () =>
          '__proto__;constructor;toString;Nom;Latitude;Longitude\r\nx;y;z;a;48.4;0.5',
        'lines and nothing else': () => '\n'.repeat(500_000) + 'x',
        'returns and nothing else': () => `${'\r'.repeat(500_000)}x`,
        'one line': () => 'x'.repeat(3_000_000),
        'another separator': () => `sep=;${' '.repeat(300_000)}\n${head}${row}`,
        'spaces, then a table': () => `${' '.repeat(500_000)}${head}${row}`,
      },
    },
  ],
};

const collection = (count: number, properties: (at: number) => object): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: Array.from({length: count}, (_, at) => ({
      type: 'Feature',
      properties: properties(at),
      geometry: {type: 'Point', coordinates: [0.5, 48.4]},
    })),
  });

const many = (count: number, idOf: (at: number) => string): string =>
  collection(count, at => ({id: idOf(at), name: `Ferme ${at % 7}`}));

/** Opening hours as short as they may be, and as much work as they may be. */
function hoursBombs(): unknown[] {
  const hours = [
    'Mo-Su 00:00-24:00 || '.repeat(90),
    'PH,SH 00:00-24:00; '.repeat(100),
    `${'week 01-53/2 Mo-Su,PH,SH 00:00-48:00; '.repeat(50)}off`,
    `Jan-Dec Mo[1,2,3,4,5,-1],Tu[1,2,3,4,5] ${'00:00-24:00,'.repeat(150)}`,
    `easter -100 days-easter +100 days sunrise-sunset; `.repeat(40),
    `2026-9999 Mo ${'(sunrise+01:00)-(sunset-01:00),'.repeat(60)}`,
    `00:00-24:00/00:01 "${'x'.repeat(1500)}"`,
    '"'.repeat(2000),
    '((((('.repeat(400),
    'Mo-Su '.repeat(330),
    ';'.repeat(2000),
    `${'Mo'.repeat(900)} 09:00`,
    '-'.repeat(1900),
    '99999999999999999999 Mo 99:99-99:99',
  ];
  return hours.map((openingHours, at) => ({
    type: 'Feature',
    properties: {name: `Heures ${at}`, openingHours},
    geometry: {type: 'Point', coordinates: [0.5, 48.4]},
  }));
}
