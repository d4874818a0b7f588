import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {Value} from 'typebox/value';
import {explainRejection} from '../../src/catalogue/explain-rejection.js';
import {ALIASES, fieldOfHeader, type ProductField} from '../../src/catalogue/fields.js';
import {readCatalogue, type ReadCatalogueOptions} from '../../src/catalogue/read-catalogue.js';
import {
  UnreadableFeedError,
  type UnreadableFeedCode,
} from '../../src/place/unreadable-feed-error.js';
import {Product} from '../../src/schemas/catalogue.js';

const read = (input: string | Uint8Array | object, options?: ReadCatalogueOptions) =>
  readCatalogue(input, options);
const productsOf = (input: string | Uint8Array | object, options?: ReadCatalogueOptions) => {
  const {products, rejected} = read(input, options);
  assert.deepEqual(rejected, []);
  for (const product of products) assert.ok(Value.Check(Product, product), JSON.stringify(product));
  return products;
};
const unreadable = (code: UnreadableFeedCode) => (error: unknown) =>
  error instanceof UnreadableFeedError && error.code === code;

const SHEET = `Nom;Prix TTC (€);TVA;Unité;Contenance;Stock;Allergènes;Origine;Description;Catégorie;Préparation;Jours
Pain de campagne;3,20 €;5,5 %;pièce;500 g;12;gluten (blé);Finistère;Au levain;Pains;;mar-sam
Tarte aux pommes;18,00;5,5;;6 parts;illimité;Gluten, œufs, lait;Bretagne;"Pommes ""reinette""; beurre";Pâtisserie;24 h;samedi
Pommes;2,90;5.5;kg;;40;aucun;Fouesnant;;Fruits;;
`;

describe('readCatalogue with a spreadsheet', () => {
  const products = [
    {
      id: 'pain-de-campagne',
      name: 'Pain de campagne',
      price: 320,
      vatRate: 550,
      description: 'Au levain',
      category: 'Pains',
      content: {quantity: 500, unit: 'g'},
      stock: 12,
      availability: {weekdays: ['Tu', 'We', 'Th', 'Fr', 'Sa']},
      isFood: true,
      allergens: ['gluten'],
      origin: 'Finistère',
    },
    {
      id: 'tarte-aux-pommes',
      name: 'Tarte aux pommes',
      price: 1800,
      vatRate: 550,
      description: 'Pommes "reinette"; beurre',
      category: 'Pâtisserie',
      content: {quantity: 6, unit: 'piece'},
      preparationMinutes: 1440,
      availability: {weekdays: ['Sa']},
      isFood: true,
      allergens: ['gluten', 'eggs', 'milk'],
      origin: 'Bretagne',
    },
    {
      id: 'pommes',
      name: 'Pommes',
      price: 290,
      vatRate: 550,
      category: 'Fruits',
      content: {quantity: 1, unit: 'kg'},
      stock: 40,
      isFood: true,
      allergens: [],
      origin: 'Fouesnant',
    },
  ];

  it('reads French headers and cells', () => {
    assert.deepEqual(productsOf(SHEET), products);
    assert.equal(read(SHEET).format, 'csv');
    assert.deepEqual(read(SHEET).ignored, []);
  });

  it('reads it with a byte order mark, with CRLF, and in Windows-1252', () => {
    const windows = Uint8Array.from(SHEET, character =>
      character === '€' ? 0x80 : character === 'œ' ? 0x9c : character.charCodeAt(0),
    );
    const crlf = `\ufeff${SHEET.replace(/\n/g, '\r\n')}`;
    assert.deepEqual(productsOf(windows), products);
    assert.deepEqual(productsOf(crlf), products);
    assert.deepEqual(productsOf(new TextEncoder().encode(crlf)), products);
  });

  it('reads commas, tabs and a named separator', () => {
    const expected = [{id: 'pain', name: 'Pain, rond', price: 320, vatRate: 550}];
    expected[0]!.id = 'pain-rond';
    assert.deepEqual(productsOf('name,price,vat\n"Pain, rond",3.20,5.5\n'), expected);
    assert.deepEqual(productsOf('name\tprice\tvat\nPain, rond\t3.20\t5.5\n'), expected);
    assert.deepEqual(productsOf('sep=;\r\nNom;Prix;TVA\r\nPain, rond;3,20;5,5\r\n'), expected);
  });

  it('keeps every good row beside bad ones, and tells line, field and reason', () => {
    const {products: good, rejected} = read(
      [
        'Nom;Prix;TVA;Allergènes;Stock',
        'Pain;3,20;5,5;gluten;4',
        'Tarte;dix-huit;5,5;gluten, amour;-',
        ';2;5,5;;',
        'Miel;8,50;;aucun;',
        '',
        'Sel;"2,00;5,5;;',
        'Cidre;4,50;20;sulfites;9;trop',
        'Beurre;3;5,5;lait;2',
      ].join('\n'),
    );
    assert.deepEqual(
      good.map(({id}) => id),
      ['pain', 'beurre'],
    );
    assert.deepEqual(rejected, [
      {line: 3, field: 'price', reason: 'not-understood', value: 'dix-huit'},
      {line: 3, field: 'stock', reason: 'not-understood', value: '-'},
      {line: 3, field: 'allergens', reason: 'not-understood', value: 'gluten, amour'},
      {line: 4, field: 'name', reason: 'missing'},
      {line: 5, field: 'vatRate', reason: 'missing'},
      {line: 7, reason: 'bad-row'},
      {line: 8, reason: 'bad-row'},
    ]);
  });

  it('gives the rate of VAT that the caller names where the file has none', () => {
    const sheet = 'Nom;Prix\nPain;3,20\n';
    assert.equal(read(sheet).rejected[0]?.reason, 'missing');
    assert.equal(productsOf(sheet, {vatRate: 550})[0]?.vatRate, 550);
    assert.equal(productsOf('Nom;Prix;TVA\nBougie;9;\n', {vatRate: 550})[0]?.vatRate, 550);
    assert.equal(productsOf('Nom;Prix;TVA\nBougie;9;20\n', {vatRate: 550})[0]?.vatRate, 2000);
  });

  it('takes its own ids, makes others from names, and refuses an id twice', () => {
    const {products: good, rejected} = read(
      'Réf;Nom;Prix;TVA\n;Tarte;1;5,5\nT 1;Tarte;1;5,5\n;Tarte;2;5,5\ntarte;Autre;3;5,5\nt-1;Flan;4;5,5\n',
    );
    assert.deepEqual(
      good.map(({id}) => id),
      ['tarte-2', 't-1', 'tarte-3', 'tarte'],
    );
    assert.deepEqual(rejected, [{line: 6, field: 'id', reason: 'duplicate', value: 't-1'}]);
  });

  it('takes everything for food when there is a column for allergens and none for food', () => {
    const isFood = (sheet: string) => productsOf(sheet).map(product => product.isFood);
    assert.deepEqual(isFood('Nom;Prix;TVA;Allergènes\nPain;1;5,5;gluten\nSel;1;5,5;\n'), [
      true,
      true,
    ]);
    assert.deepEqual(isFood('Nom;Prix;TVA\nPain;1;5,5\n'), [undefined]);
    assert.deepEqual(
      isFood('Nom;Prix;TVA;Allergènes;Alimentaire\nPain;1;5,5;gluten;\nBougie;1;20;;non\n'),
      [undefined, false],
    );
  });

  it('reads a price by the kilo, and refuses one for what is packed', () => {
    const sheet = (content: string) => `Nom;Prix;TVA;Contenance\nPommes;2,90 €/kg;5,5;${content}\n`;
    assert.deepEqual(productsOf(sheet(''))[0]?.content, {quantity: 1, unit: 'kg'});
    assert.deepEqual(productsOf(sheet('1 kg'))[0]?.content, {quantity: 1, unit: 'kg'});
    assert.equal(read(sheet('500 g')).rejected[0]?.field, 'price');
    const piece = 'Nom;Prix;TVA;Contenance\nPain;2,90 € la pièce;5,5;500 g\n';
    assert.deepEqual(productsOf(piece)[0]?.content, {quantity: 500, unit: 'g'});
  });

  it('takes the better of two columns for a field, and the other where that is empty', () => {
    const prices = productsOf('Nom;Tarif;Prix TTC;TVA\nPain;9;3,20;5,5\nMiel;8;;5,5\n');
    assert.deepEqual(
      prices.map(({price}) => price),
      [320, 800],
    );
  });

  it('never takes a price without taxes', () => {
    assert.throws(() => read('Nom;Prix HT;TVA\nPain;3;5,5\n'), unreadable('missing-columns'));
  });

  it('tells which columns it did not read, and what the file can tell', () => {
    const {ignored, told} = read('Nom;Prix;TVA;Fournisseur;Jours;Photo\nPain;1;5,5;Moulin;;\n');
    assert.deepEqual(ignored, ['Fournisseur']);
    assert.deepEqual([...told].sort(), ['availability', 'image', 'name', 'price', 'vatRate']);
  });

  it('cuts texts that are too long, and takes what nobody sees for nothing', () => {
    const [product] = productsOf(`Nom;Prix;TVA;Origine\n${'a'.repeat(130)};1;5,5;\u200b\n`);
    assert.equal(product?.name, `${'a'.repeat(119)}…`);
    assert.ok(!('origin' in product));
    const {rejected} = read('Nom;Prix;TVA\n\u200b;1;5,5\n');
    assert.deepEqual(rejected, [{line: 2, field: 'name', reason: 'missing'}]);
  });

  it('stops after 5,000 products', () => {
    const rows = Array.from({length: 5010}, (_, i) => `P${i};1;5,5`).join('\n');
    const {products: good, rejected} = read(`Nom;Prix;TVA\n${rows}\n`);
    assert.equal(good.length, 5000);
    assert.deepEqual(rejected, [{line: 5002, reason: 'too-many'}]);
  });

  it('refuses what is no catalogue', () => {
    assert.throws(() => read('Bonjour\ntout le monde\n'), unreadable('missing-columns'));
    assert.throws(() => read(''), unreadable('empty'));
    assert.throws(() => read('<!doctype html><p>'), unreadable('html'));
    assert.throws(() => read('{"products": ['), unreadable('not-json'));
    assert.throws(() => read({places: []}), unreadable('unknown-format'));
    assert.throws(() => read(SHEET, {format: 'json'}), unreadable('unknown-format'));
    assert.throws(() => read([], {format: 'csv'}), unreadable('unknown-format'));
    assert.deepEqual(productsOf('Nom;Prix;TVA\n'), []);
  });
});

describe('readCatalogue with our JSON', () => {
  const pain = {
    id: 'pain',
    name: 'Pain',
    price: 320,
    vatRate: 550,
    content: {quantity: 500, unit: 'g'},
    availability: {weekdays: ['Tu', 'Sa'], season: {from: '11-15', to: '02-28'}},
    isFood: true,
    allergens: ['gluten'],
    image: {url: 'https://a.example/pain.jpg', alt: 'Un pain rond'},
    withdrawalException: 'perishable',
    isHidden: false,
  };

  it('reads what the hub publishes, an array alone, a text or bytes', () => {
    const text = JSON.stringify({shop: 'fournil', products: [pain]});
    for (const input of [{products: [pain]}, [pain], text, new TextEncoder().encode(text)]) {
      assert.deepEqual(productsOf(input), [pain]);
      assert.equal(read(input).format, 'json');
    }
  });

  it('takes numbers for cents and texts for euros', () => {
    const price = (value: unknown) => productsOf([{...pain, price: value}])[0]?.price;
    assert.equal(price(320), 320);
    assert.equal(price('3,20 €'), 320);
  });

  it('tells the number of what is wrong, and leaves out what it does not know', () => {
    const {products, rejected} = read([
      pain,
      'pain',
      {...pain, id: 'tarte', price: 3.2, allergens: ['love']},
      {...pain, id: 'flan', colour: 'blond'},
      {
        ...pain,
        id: 'hostile',
        name: {toString: 1},
        stock: {toString: null},
        isHidden: {valueOf: 1},
      },
    ]);
    assert.deepEqual(
      products.map(({id}) => id),
      ['pain', 'flan'],
    );
    assert.ok(!('colour' in products[1]!));
    assert.deepEqual(
      rejected.map(({line, field, reason}) => [line, field, reason]),
      [
        [2, undefined, 'not-a-product'],
        [3, 'price', 'not-understood'],
        [3, 'allergens', 'not-understood'],
        [5, 'name', 'not-understood'],
        [5, 'stock', 'not-understood'],
        [5, 'isHidden', 'not-understood'],
      ],
    );
  });

  it('loses one product, and no other, to values that cannot be written', () => {
    const hostile = {toString: null, valueOf: 1, length: -1, quantity: {}, url: [[]]};
    for (const member of [...Object.keys(Product.properties), 'availability']) {
      for (const value of [hostile, [hostile], 'constructor', '__proto__', {weekdays: [hostile]}]) {
        const {products, rejected} = read([{...pain, id: 'x', [member]: value}, pain]);
        const lost = new Set(rejected.map(({line}) => line));
        assert.equal(products.at(-1)?.id, 'pain');
        assert.equal(products.length + lost.size, 2, member);
      }
    }
  });

  it('tells the whole of a product', () => {
    assert.ok(read([pain]).told.has('stock') && read([pain]).told.has('availability'));
  });

  it('gives what the schema wants, or says why not, for any JSON', () => {
    const wild = fc.array(
      fc.record(
        {
          id: fc.oneof(fc.string(), fc.jsonValue()),
          name: fc.oneof(fc.string(), fc.jsonValue()),
          price: fc.oneof(fc.nat(), fc.constantFrom('3,20', '3€20'), fc.jsonValue()),
          vatRate: fc.oneof(fc.nat(10_000), fc.jsonValue()),
          content: fc.oneof(fc.constantFrom('250 g', '4 x 1 l'), fc.jsonValue()),
          stock: fc.jsonValue(),
          maxPerOrder: fc.oneof(fc.integer(), fc.jsonValue()),
          preparationMinutes: fc.oneof(fc.integer(), fc.string()),
          availability: fc.oneof(
            fc.record({weekdays: fc.jsonValue(), season: fc.jsonValue()}),
            fc.jsonValue(),
          ),
          isFood: fc.jsonValue(),
          allergens: fc.oneof(fc.constantFrom('lait', 'aucun'), fc.jsonValue()),
          image: fc.oneof(fc.record({url: fc.webUrl(), alt: fc.string()}), fc.jsonValue()),
          description: fc.string({maxLength: 1200}),
        },
        {requiredKeys: []},
      ),
      {maxLength: 6},
    );
    fc.assert(
      fc.property(wild, products => {
        const {products: good, rejected} = read({products});
        for (const product of good) assert.ok(Value.Check(Product, product));
        assert.equal(new Set(good.map(({id}) => id)).size, good.length);
        const lost = new Set(rejected.map(({line}) => line));
        assert.equal(good.length + lost.size, products.length);
      }),
      {seed: 21, numRuns: 500},
    );
  });
});

describe('what a catalogue tells', () => {
  it('is every member of a product in our own JSON', () => {
    const {told} = read({products: []});
    assert.deepEqual([...told].sort(), Object.keys(Product.properties).sort());
  });

  it('is what has a column in a spreadsheet', () => {
    const {told} = read('Nom;Prix;TVA;Jours\nPain;3,20;5,5;mar\n');
    assert.deepEqual([...told].sort(), ['availability', 'name', 'price', 'vatRate']);
  });
});

describe('readCatalogue with schema.org', () => {
  const offers = {'@type': 'Offer', price: '3.20', priceCurrency: 'EUR'};
  const pain = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: 'Pain',
    sku: 'P-1',
    offers,
  };

  it('reads products and their offers', () => {
    const [product] = productsOf(
      {
        ...pain,
        description: 'Au levain',
        category: {'@type': 'Thing', name: 'Pains'},
        weight: {'@type': 'QuantitativeValue', value: 500, unitCode: 'GRM'},
        countryOfOrigin: {'@type': 'Country', name: 'France'},
        image: [{'@type': 'ImageObject', url: 'https://a.example/p.jpg', caption: 'Rond'}],
        offers: [{'@type': 'Offer'}, {...offers, price: 3.2, inventoryLevel: {value: 4}}],
        additionalProperty: [
          {'@type': 'PropertyValue', name: 'TVA', value: 5.5},
          {'@type': 'PropertyValue', name: 'Allergènes', value: 'gluten'},
          {'@type': 'PropertyValue', name: 'Couleur', value: 'blond'},
        ],
      },
      {format: 'json-ld'},
    );
    assert.deepEqual(product, {
      id: 'p-1',
      name: 'Pain',
      price: 320,
      vatRate: 550,
      description: 'Au levain',
      category: 'Pains',
      content: {quantity: 500, unit: 'g'},
      stock: 4,
      isFood: true,
      allergens: ['gluten'],
      origin: 'France',
      image: {url: 'https://a.example/p.jpg', alt: 'Rond'},
    });
  });

  it('finds them in lists, graphs, catalogues and the offers of a shop', () => {
    const offer = {...offers, itemOffered: {'@type': 'Product', name: 'Pain'}};
    const shop = {'@type': 'Bakery', name: 'Fournil', makesOffer: [offer]};
    const menu = {
      '@type': 'Bakery',
      hasOfferCatalog: {
        '@type': 'OfferCatalog',
        itemListElement: [{'@type': 'OfferCatalog', itemListElement: [offer]}],
      },
    };
    const list = {'@type': 'ItemList', itemListElement: [{'@type': 'ListItem', item: pain}]};
    for (const document of [[pain], {'@graph': [pain]}, offer, list, shop, menu]) {
      const products = productsOf(document, {vatRate: 550});
      assert.deepEqual(
        products.map(({name, price}) => [name, price]),
        [['Pain', 320]],
        JSON.stringify(document),
      );
      assert.equal(read(document).format, 'json-ld');
    }
  });

  it('takes sizes in words, texts in brackets of JSON-LD, photos as addresses', () => {
    const [product] = productsOf(
      {
        ...pain,
        name: [{'@value': 'Pain', '@language': 'fr'}],
        size: '75 cl',
        image: 'https://a.example/p.jpg',
        offers: {'@type': 'Offer', priceSpecification: {price: 4, priceCurrency: 'EUR'}},
      },
      {vatRate: 550},
    );
    assert.equal(product?.name, 'Pain');
    assert.equal(product.price, 400);
    assert.deepEqual(product.content, {quantity: 750, unit: 'ml'});
    assert.deepEqual(product.image, {url: 'https://a.example/p.jpg', alt: ''});
  });

  it('passes over what is no product beside products', () => {
    const {products, rejected} = read([pain, {'@type': 'WebSite', name: 'Fournil'}], {
      vatRate: 550,
    });
    assert.equal(products.length, 1);
    assert.deepEqual(rejected, []);
  });

  it('understands what is out of stock or no longer sold', () => {
    const available = (availability: string) =>
      productsOf({...pain, offers: {...offers, availability}}, {vatRate: 550})[0];
    assert.equal(available('https://schema.org/OutOfStock')?.stock, 0);
    assert.equal(available('https://schema.org/InStock')?.stock, undefined);
    assert.equal(available('https://schema.org/Discontinued')?.isHidden, true);
  });

  it('refuses other currencies, prices without taxes, and what a list holds besides', () => {
    const reasons = (document: object) =>
      read(document, {vatRate: 550}).rejected.map(({field, reason}) => [field, reason]);
    const dear = {...pain, offers: {...offers, priceCurrency: 'CHF'}};
    const taxed = {...offers, priceSpecification: {valueAddedTaxIncluded: false}};
    const list = {'@type': 'ItemList', itemListElement: [{'@type': 'Event', name: 'Fête'}]};
    assert.deepEqual(reasons(dear), [['currency', 'foreign-currency']]);
    assert.deepEqual(reasons({...pain, offers: taxed}), [['price', 'missing']]);
    assert.deepEqual(reasons({...pain, offers: []}), [['price', 'missing']]);
    assert.deepEqual(reasons(list), [[undefined, 'not-a-product']]);
    assert.deepEqual(reasons({'@type': 'BreadcrumbList'}), []);
  });
});

describe('explainRejection', () => {
  it('says in a sentence what is wrong, with an example', () => {
    const rejected = {line: 3, field: 'price', reason: 'not-understood', value: 'abc'} as const;
    assert.equal(
      explainRejection(rejected, 'fr'),
      'Prix : « abc » n’est pas compris (exemple : 3,20 €).',
    );
    assert.equal(
      explainRejection(rejected, 'en'),
      'Price: “abc” is not understood (example: 3,20 €).',
    );
    assert.equal(
      explainRejection({line: 3, field: 'vatRate', reason: 'missing'}, 'fr'),
      'TVA : à remplir.',
    );
    assert.match(explainRejection({line: 3, reason: 'bad-row'}, 'fr'), /^Ligne illisible/);
  });

  it('has a sentence for each reason in each language, without holes', () => {
    const reasons = [
      'missing',
      'not-understood',
      'foreign-currency',
      'duplicate',
      'bad-row',
      'not-a-product',
      'too-many',
    ] as const;
    for (const language of ['fr', 'en'] as const) {
      const sentences = reasons.map(reason => {
        return explainRejection({line: 2, field: 'origin', reason, value: 'abc'}, language);
      });
      assert.equal(new Set(sentences).size, reasons.length);
      for (const sentence of sentences) assert.match(sentence, /^\p{Lu}[^]*\.$/u);
      assert.doesNotMatch(sentences.join(), /undefined/);
    }
  });

  it('names each column as it is read, with an example that is understood', () => {
    for (const language of ['fr', 'en'] as const) {
      for (const field of Object.keys(ALIASES) as ProductField[]) {
        const rejected = {line: 2, field, reason: 'not-understood', value: '?'} as const;
        const sentence = explainRejection(rejected, language);
        const [, name, , example = 'pain'] =
          /^(.+?)\s?: .\s?\?.*?(\((?:exemple|example)\s?: (.*)\))?\.$/.exec(sentence)!;
        assert.equal(fieldOfHeader(name!)?.field, field, sentence);
        const others = {Nom: 'Pain', Prix: '3,20 €', TVA: '5,5 %'};
        const cells = {...others, [name!]: example};
        const sheet = [Object.keys(cells), Object.values(cells)].map(row => row.join('\t'));
        assert.deepEqual(read(sheet.join('\n')).rejected, [], sentence);
      }
    }
  });
});
