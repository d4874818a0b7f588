import fc from 'fast-check';
import type {Product} from '../../src/schemas/catalogue.js';

export const bread: Product = {id: 'pain', name: 'Pain', price: 320, vatRate: 550};
export const candle: Product = {id: 'bougie', name: 'Bougie', price: 1290, vatRate: 2000};

/** Baskets of products with French rates. */
export const anyBasket = fc.array(
  fc.record({
    product: fc.record({
      id: fc.constantFrom('pain', 'tarte', 'bougie'),
      name: fc.constant('Pain'),
      price: fc.integer({min: 0, max: 20_000}),
      vatRate: fc.constantFrom(0, 210, 550, 1000, 2000),
    }),
    quantity: fc.integer({min: 1, max: 99}),
  }),
  {minLength: 1, maxLength: 12},
);
