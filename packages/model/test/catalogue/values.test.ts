import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {ALLERGEN_NAMES} from '../../src/catalogue/allergens.js';
import {slugOf, ProductIds} from '../../src/catalogue/product-ids.js';
import {allergenOf, allergensOf} from '../../src/catalogue/values/allergens.js';
import {contentOf} from '../../src/catalogue/values/content.js';
import {seasonOf, weekdaysOf} from '../../src/catalogue/values/days.js';
import {priceOf, vatRateOf} from '../../src/catalogue/values/money.js';
import {
  addressOf,
  booleanOf,
  exceptionOf,
  minutesOf,
  stockOf,
  wholeOf,
} from '../../src/catalogue/values/plain.js';
import {ALLERGENS} from '../../src/schemas/catalogue.js';

/** One test for many ways to write the same. */
function table<T>(
  read: (value: unknown) => T,
  rows: readonly (readonly [T, ...unknown[]])[],
): void {
  for (const [expected, ...values] of rows) {
    for (const value of values) assert.deepEqual(read(value), expected, JSON.stringify(value));
  }
}

describe('priceOf', () => {
  const cents = (value: unknown) => priceOf(value)?.cents;

  it('reads euros as people write them', () => {
    table(cents, [
      [
        320,
        '3,20 €',
        '3.20',
        '3,2',
        '€3.20',
        '3€20',
        '3,20 EUR',
        '3,20 euros',
        ' 3,20€ ',
        '3,20 € TTC',
      ],
      [300, '3', '3 €', '3,00', '3 euros'],
      [123_450, '1 234,50 €', '1\u00a0234,50', '1\u202f234,50', '1.234,50', '1,234.50', '1234.5'],
      [123_400, '1 234', '1234'],
      [1_234_550, '12.345,50', '12 345,50', '12,345.50'],
      [10_000_000, '100000', '100 000,00'],
      [0, '0', '0,00 €'],
    ]);
  });

  it('takes whole numbers for cents', () => {
    table(cents, [
      [320, 320],
      [0, 0],
      [undefined, 3.2, -1, NaN, 10_000_001],
    ]);
  });

  it('tells what a price is for', () => {
    table(priceOf, [
      [{cents: 1200, per: 'kg'}, '12 €/kg', '12,00 € / kg', '12€ le kg'],
      [{cents: 90, per: 'pièce'}, '0,90 € la pièce'],
    ]);
  });

  it('does not guess', () => {
    table(cents, [
      [
        undefined,
        '3,205',
        '1.234',
        '12 34',
        '1234 567',
        '1 234 56',
        '1,2,3',
        '1234.567,50',
        '1.2345,50',
        '1.234,5.6',
        'environ 3,20',
        '3,20 environ',
        '3,20 $',
        '-3,20',
        'trois euros',
        '3,20 - 4,50',
        ',',
        '',
        '100000,01',
        {},
        [],
        true,
      ],
    ]);
  });

  it('is exact for every cent', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), sum => {
        assert.equal(cents((sum / 100).toFixed(2).replace('.', ',')), sum);
      }),
      {seed: 20, numRuns: 500},
    );
  });
});

describe('vatRateOf', () => {
  it('reads percents, and parts of one where they can be nothing else', () => {
    table(vatRateOf, [
      [550, '5,5 %', '5.5', '5,50%', '0,055', 550],
      [2000, '20', '20 %', '20,0', '0,2', '0.20', 2000],
      [210, '2,1', '0,021'],
      [90, '0,9', '0,90 %'],
      [0, '0', '0 %', 0],
      [10_000, '100 %', 10_000],
      [20, '0,2 %'],
    ]);
  });

  it('refuses what is no rate', () => {
    table(vatRateOf, [[undefined, '5,555', '101', 'réduite', '-5', 5.5, -1, 10_001, '', null]]);
  });
});

describe('contentOf', () => {
  it('reads weights, volumes and pieces', () => {
    table(
      value => contentOf(value),
      [
        [{quantity: 250, unit: 'g'}, '250 g', '250g', '250 grammes', '250 gr', '250 g.'],
        [{quantity: 1.5, unit: 'kg'}, '1,5 kg', '1.5 kilos'],
        [{quantity: 750, unit: 'ml'}, '75 cl', '75cL', '750 ml'],
        [{quantity: 500, unit: 'g'}, '4 x 125 g', '4×125g'],
        [{quantity: 1500, unit: 'g'}, '12 x 125 g'],
        [{quantity: 0.5, unit: 'g'}, '500 mg'],
        [{quantity: 500, unit: 'ml'}, '5 dl'],
        [{quantity: 1_000_000, unit: 'g'}, '1000000 g'],
        [{quantity: 6, unit: 'piece'}, '6 pièces', '6 œufs', '6 unités', '6 bouteilles'],
        [{quantity: 1, unit: 'l'}, '1 litre', {quantity: 1, unit: 'l'}],
        [
          undefined,
          'gros',
          'environ 250 g',
          '250 g environ',
          '5 constructor',
          '250',
          '250 x',
          '0 g',
          '2000000 g',
          '1 m',
          true,
          {quantity: '1', unit: 'l'},
        ],
      ],
    );
  });

  it('takes the unit from elsewhere', () => {
    assert.deepEqual(contentOf('250', 'g'), {quantity: 250, unit: 'g'});
    assert.deepEqual(contentOf(250, 'g'), {quantity: 250, unit: 'g'});
    assert.deepEqual(contentOf(75, 'cl'), {quantity: 750, unit: 'ml'});
    assert.deepEqual(contentOf('250 g', 'pièce'), {quantity: 250, unit: 'g'});
    assert.deepEqual(contentOf(undefined, 'kg'), {quantity: 1, unit: 'kg'});
    assert.equal(contentOf(undefined, 'pièce'), null);
    assert.equal(contentOf(undefined, 'botte de 6'), null);
    assert.equal(contentOf(undefined), null);
  });
});

describe('allergens', () => {
  it('have a name in each language, in the order of annex II', () => {
    for (const names of Object.values(ALLERGEN_NAMES)) {
      assert.deepEqual(Object.keys(names), [...ALLERGENS]);
      for (const [allergen, name] of Object.entries(names)) {
        assert.equal(allergenOf(name), allergen);
        assert.equal(allergenOf(name.toUpperCase()), allergen);
      }
    }
  });

  it('are known by the words of labels', () => {
    table(
      value => allergenOf(String(value)),
      [
        ['gluten', 'Blé', 'seigle', 'céréales contenant du gluten', 'orge'],
        ['nuts', 'Noisettes', 'amande', 'fruit à coque', 'noix de cajou', 'tree nuts', 'walnuts'],
        ['eggs', 'oeuf', 'Œuf', 'des œufs', 'egg'],
        ['milk', 'lait', 'du lait', 'lactose', 'produits laitiers', 'dairy'],
        ['sulphites', 'SO2', 'anhydride sulfureux', 'sulfite', 'sulfites'],
        ['soybeans', 'soya', 'soja'],
        ['crustaceans', 'crevettes', 'crabe', 'shrimps'],
        ['peanuts', 'cacahuètes', 'cacahouète', 'groundnuts'],
        ['sesame', 'graines de sésame', 'sesame seeds'],
        ['lupin', 'lupine'],
        ['celery', 'celeri', 'Céleri', 'de céleri'],
        ['molluscs', 'moules', 'huîtres', 'contient mollusques'],
        [undefined, 'sucre', 'cacao', '', 'traces de noix', 'peut contenir du lait'],
      ],
    );
  });

  it('are read out of lists and texts, in one order, each once', () => {
    table(allergensOf, [
      [
        ['gluten', 'eggs', 'milk'],
        'Lait, œufs, blé',
        'gluten ; lait ; oeufs',
        ['milk', 'eggs', 'gluten'],
      ],
      [['gluten'], 'gluten (blé, seigle)', 'blé, seigle'],
      [['milk', 'nuts'], 'lait et noisettes', 'milk and nuts', 'Contient du lait, des amandes'],
      [['sulphites'], 'anhydride sulfureux et sulfites'],
      [[], 'aucun', 'Aucun allergène', 'sans', 'none', 'néant', []],
    ]);
  });

  it('are not lost in brackets', () => {
    table(allergensOf, [
      [['gluten', 'milk'], 'gluten (blé), (lait)', '(gluten, lait)', 'gluten (blé, lait)'],
      [['nuts'], 'fruits à coque (noisettes, sauf amandes)', '(noix)'],
      [undefined, '(sucre)', 'gluten, (sucre)', 'gluten (blé', 'aucun (lait)', '()', '-', ','],
    ]);
  });

  it('are not lost in a text that is too long', () => {
    assert.equal(allergensOf(`gluten${' '.repeat(2000)}, lait`), undefined);
  });

  it('are not guessed: one word that is not understood, and none is told', () => {
    table(allergensOf, [
      [undefined, 'gluten 0', 'presque aucun allergène', 'aucun allergène majeur'],
      [undefined, 'gluten, sucre', 'lait. Traces de noix', ['milk', 3], 'aucun, lait', true, {}],
    ]);
  });
});

describe('weekdaysOf', () => {
  it('reads lists, ranges and exceptions', () => {
    table(weekdaysOf, [
      [
        ['Tu', 'Sa'],
        'mardi, samedi',
        'mar. sam.',
        'samedi et mardi',
        'ma/sa',
        ['Tu', 'Sa'],
        'Tu,Sa',
        'les mardis et samedis',
      ],
      [
        ['Mo', 'Tu', 'We', 'Th', 'Fr'],
        'lun-ven',
        'du lundi au vendredi',
        'Mo-Fr',
        'monday to friday',
      ],
      [['Mo', 'Fr', 'Sa', 'Su'], 'ven-lun', 'vendredi à lundi'],
      [['Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'], 'tous les jours sauf lundi', 'sauf le lundi'],
      [['Th', 'Fr'], 'jeu – ven'],
      [null, 'tous les jours', '7j/7', '7 jours sur 7', 'Toujours', 'everyday', 'daily'],
    ]);
  });

  it('refuses what is no day', () => {
    table(weekdaysOf, [
      [
        undefined,
        'férié',
        'presque tous les jours',
        'tous les jours ouvrés',
        'lundi,'.repeat(40),
        'l m m',
        'lundi, foo',
        'lun-mar-mer',
        '',
        'sauf',
        3,
        {},
        'lun-dim sauf lun-dim',
      ],
    ]);
  });
});

describe('seasonOf', () => {
  it('reads days and months', () => {
    table(seasonOf, [
      [
        {from: '03-15', to: '09-30'},
        '15/03 - 30/09',
        'du 15 mars au 30 septembre',
        '15/3–30/9',
        {from: '03-15', to: '09-30'},
      ],
      [{from: '03-01', to: '06-30'}, 'mars à juin', 'mars-juin', 'de mars à juin', 'March to June'],
      [{from: '12-01', to: '12-31'}, 'décembre'],
      [{from: '11-15', to: '02-29'}, '15 nov - fév'],
      [{from: '05-01', to: '05-31'}, 'du 1er mai au 31 mai'],
      [null, 'toute l’année'],
    ]);
  });

  it('refuses what is no season', () => {
    table(seasonOf, [
      [
        undefined,
        'été',
        '00/03 - 01/04',
        '2015/03 - 30/09',
        '15/03/2026 - 30/09',
        {from: '03-15', to: 930},
        {from: '03-15', to: '2026-09-30'},
        'jui - août',
        '31/02 - 01/03',
        '15/13 - 01/03',
        '15/03',
        'a - b - c',
        4,
        {from: '3'},
      ],
    ]);
  });
});

describe('plain values', () => {
  it('are whole numbers in a range', () => {
    table(wholeOf(1, 999), [
      [5, '5', 5, '5,00', ' 5 '],
      [undefined, '0', '1000', '1,5', '1,000', 'cinq', -5, 2.5, null, {}],
    ]);
  });

  it('are a stock, counted or not', () => {
    table(stockOf, [
      [12, '12', 12],
      [1200, '1 200'],
      [null, 'illimité', 'en stock', '∞'],
      [0, '0', 'épuisé', 'Rupture de stock', 'rupture', '-3', -3],
      [undefined, 'pas en stock', 'en stock lundi', 'bientôt épuisé', 'épuisé lundi', '2-3'],
      [undefined, 'beaucoup', '1,5', '-x', {}],
    ]);
  });

  it('are minutes', () => {
    table(minutesOf, [
      [30, '30', 30, '30 min', '30mn'],
      [90, '1h30', '1 h 30', '90 minutes'],
      [2880, '48 h', '2 jours', '2j'],
      [1500, '1 jour 1 heure'],
      [10_080, '1 semaine', '1 sem', '1 week', '7 days'],
      [17_280, '12 jours', '12j', '1 semaine 5 jours', '288 h'],
      [43_200, '30 jours', '720 heures'],
      [undefined, '1,5 h', '2-3 jours', 'demain', '31 jours', '', {}],
    ]);
  });

  it('are yes or no', () => {
    table(booleanOf, [
      [true, 'oui', 'OUI', 'x', '1', 1, true, 'vrai'],
      [false, 'non', 'N', '0', 0, false, 'faux'],
      [undefined, 'peut-être', 'oui sauf lundi', 'non merci', 'sinon', '', {}],
    ]);
  });

  it('are an exception of the right of withdrawal', () => {
    table(exceptionOf, [
      ['perishable', 'périssable', 'perishable', 'denrée périssable'],
      ['made-to-order', 'sur mesure', 'made-to-order', 'made to measure', 'personnalisé'],
      ['sealed-hygiene', 'hygiène', 'sealed-hygiene', 'scellé', 'sealed'],
      ['none', 'aucune', 'aucun', 'none'],
      [undefined, 'non périssable', 'périssable ou non', 'presque sur mesure', 'non scellé'],
      [undefined, 'oui', {}],
    ]);
  });

  it('are an address of the web', () => {
    table(addressOf, [
      ['https://a.example/pain.jpg', 'https://a.example/pain.jpg', ' https://a.example/pain.jpg '],
      [
        undefined,
        'pain.jpg',
        'javascript:alert(1)',
        'https://a b',
        `https://${'a'.repeat(2000)}`,
        3,
      ],
    ]);
  });
});

describe('ids of products', () => {
  it('are made of names', () => {
    assert.equal(slugOf('Pain de campagne (500 g)'), 'pain-de-campagne-500-g');
    assert.equal(slugOf('Œufs bio – 6'), 'oeufs-bio-6');
    assert.equal(slugOf('Кофе'), '');
    assert.equal(slugOf(`${'a'.repeat(63)} b`), 'a'.repeat(63));
  });

  it('are counted when a name comes twice, and keep off those that are taken', () => {
    const ids = new ProductIds(['tarte-2']);
    assert.deepEqual(
      ['Tarte', 'Tarte', 'Кофе', 'Кофе'].map(name => ids.fromName(name)),
      ['tarte', 'tarte-3', 'produit', 'produit-2'],
    );
    const words = `${'a'.repeat(61)} b`;
    assert.deepEqual(
      [ids.fromName(words), ids.fromName(words)].map(id => id.slice(60)),
      ['a-b', 'a-2'],
    );
    const long = 'a'.repeat(80);
    assert.equal(ids.fromName(long).length, 64);
    assert.equal(ids.fromName(long), `${'a'.repeat(62)}-2`);
  });
});
