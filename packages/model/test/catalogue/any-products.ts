import fc from 'fast-check';
import {ALLERGENS, type Product} from '../../src/schemas/catalogue.js';

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/** Clean texts of characters that make CSV hard, formulas among them. */
const text = fc
  .array(
    fc.constantFrom(...Array.from('aBéÈœ€’"“«=+-@\'1;,|<&'), ' x', '""', '=SUM(A1)', 'et', '，'),
    {minLength: 1, maxLength: 12},
  )
  .map(parts => parts.join('').trim());
const ids = fc.stringMatching(/^[a-z\d]{1,8}(?:-[a-z\d]{1,8}){0,3}$/);
const thousandths = fc.integer({min: 1, max: 1_000_000}).map(value => value / 1000);
const monthDay = fc
  .record({month: fc.integer({min: 1, max: 12}), day: fc.integer({min: 1, max: 28})})
  .map(({month, day}) => [month, day].map(part => String(part).padStart(2, '0')).join('-'));
const availability = fc
  .record(
    {
      weekdays: fc.subarray([...WEEKDAYS], {minLength: 1}),
      season: fc.record({from: monthDay, to: monthDay}, {noNullPrototype: true}),
    },
    {requiredKeys: [], noNullPrototype: true},
  )
  .filter(value => Object.keys(value).length > 0);

const product = fc.record(
  {
    id: ids,
    name: text,
    description: text,
    category: text,
    price: fc.nat(10_000_000),
    vatRate: fc.nat(10_000),
    content: fc.record(
      {quantity: thousandths, unit: fc.constantFrom('g', 'kg', 'ml', 'l', 'piece')},
      {noNullPrototype: true},
    ),
    stock: fc.nat(1_000_000),
    maxPerOrder: fc.integer({min: 1, max: 999}),
    points: fc.nat(1000),
    preparationMinutes: fc.nat(43_200),
    availability,
    isFood: fc.boolean(),
    ingredients: text,
    allergens: fc.subarray([...ALLERGENS]),
    origin: text,
    image: fc.record(
      {url: fc.webUrl(), alt: fc.oneof(fc.constant(''), text)},
      {noNullPrototype: true},
    ),
    withdrawalException: fc.constantFrom('none', 'perishable', 'made-to-order', 'sealed-hygiene'),
    isHidden: fc.boolean(),
  },
  {requiredKeys: ['id', 'name', 'price', 'vatRate'], noNullPrototype: true},
);

/** Catalogues as the reader would give them: days and allergens in their order. */
export const anyProducts = fc.uniqueArray(product, {
  maxLength: 6,
  selector: ({id}) => id,
}) as fc.Arbitrary<Product[]>;
