import type {CatalogueFormat} from '../../../src/index.js';
import type {Sample} from '../corpus/inputs.js';
import {csvTemplate, jsonTemplate} from '../corpus/template.js';

const TABLE = [
  'Référence;Nom;Description;Rayon;Prix TTC;Devise;TVA;Contenance;Unité;Stock;Max par commande;Points;Préparation;Jours;Saison;Alimentaire;Ingrédients;Allergènes;Origine;Photo;Texte de la photo;Rétractation;Masqué',
  ...[1, 2].map(
    at =>
      `p${at};Pain ${at};Au levain;Pains;3,20 €;EUR;5,5 %;500;g;12;4;1;1h30;lundi, mardi;15/03 - 30/09;oui;farine, eau;gluten (blé);Vauperche;https://town.example/pain.jpg;Un pain;périssable;non`,
  ),
].map(line => line.split(';'));

const own = {
  products: [1, 2].map(at => ({
    id: `p${at}`,
    name: `Pain ${at}`,
    description: 'Au levain',
    category: 'Pains',
    price: 320,
    vatRate: 550,
    content: {quantity: 500, unit: 'g'},
    stock: 12,
    maxPerOrder: 4,
    points: 1,
    preparationMinutes: 90,
    availability: {weekdays: ['Mo', 'Tu'], season: {from: '03-15', to: '09-30'}},
    isFood: true,
    ingredients: 'farine, eau',
    allergens: ['gluten'],
    origin: 'Vauperche',
    image: {url: 'https://town.example/pain.jpg', alt: 'Un pain'},
    withdrawalException: 'perishable',
    isHidden: false,
  })),
};

const linked = {
  '@context': 'https://schema.org',
  '@graph': [1, 2].map(at => ({
    '@type': 'Product',
    sku: `p${at}`,
    name: `Pain ${at}`,
    description: {'@value': 'Au levain'},
    category: 'Pains',
    image: {url: 'https://town.example/pain.jpg', caption: 'Un pain'},
    weight: {value: 500, unitCode: 'GRM'},
    countryOfOrigin: {name: 'FR'},
    offers: [
      {
        price: '3.20',
        priceCurrency: 'EUR',
        availability: 'https://schema.org/InStock',
        inventoryLevel: {value: 12},
        priceSpecification: {price: 3.2, valueAddedTaxIncluded: true},
      },
    ],
    additionalProperty: [
      {name: 'TVA', value: '5,5 %'},
      {name: 'Allergènes', value: 'gluten'},
    ],
  })),
};

const line = 'Nom;Prix;TVA\r\n';

export const catalogueSamples: Readonly<Record<CatalogueFormat, readonly Sample[]>> = {
  csv: [
    {
      name: 'a table',
      template: csvTemplate(TABLE),
      keep: /^Prix|TVA/,
      bombs: {
        'quotes and nothing else': () => line + '"'.repeat(500_000),
        'a name for all': () => line + 'Pain;1;20\r\n'.repeat(50_000),
        'one line': () => 'Nom;Prix'.repeat(400_000),
        'allergens in brackets': () => `Nom;Prix;TVA;Allergènes\r\nx;1;20;${'('.repeat(500_000)}`,
      },
    },
  ],
  json: [{name: 'our own', template: jsonTemplate(own), keep: /price|vatRate/}],
  'json-ld': [
    {
      name: 'things',
      template: jsonTemplate(linked),
      keep: /@type|@context|price|TVA|additional/,
      bombs: {
        'catalogues in catalogues': () =>
          `{"@type":"Store","hasOfferCatalog":${'{"@type":"OfferCatalog","hasOfferCatalog":'.repeat(5000)}1${'}'.repeat(5001)}`,
        'catalogues that multiply': () => JSON.stringify(multiplied(6)),
      },
    },
  ],
};

/** Each list holds ten, and each of these ten. */
function multiplied(depth: number): unknown {
  if (depth === 0) return {'@type': 'Product', name: 'x'};
  return {
    '@type': 'OfferCatalog',
    makesOffer: Array.from({length: 7}, () => multiplied(depth - 1)),
  };
}
