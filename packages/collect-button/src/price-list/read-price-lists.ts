import {warn} from '@local-widgets/core';
import type {Product} from '@local-widgets/model/schemas.js';
import {productsFromJson, productsFromSchemaOrg, type Read} from './products-from-data.js';
import {offersIn} from './microdata.js';

/** Products of one page; more than anybody writes by hand. */
const MOST = 500;

/**
 * The price lists inside all elements of the page that name the same hub and shop: data blocks in JSON
 * (prices in cents, or as text in euros) or schema.org's JSON-LD, else microdata. What cannot be read is
 * left out, and the console names it.
 */
export function pageProducts(host: Element): Product[] {
  const isSame = (element: Element): boolean =>
    ['hub', 'shop'].every(name => element.getAttribute(name) === host.getAttribute(name));
  const all = [...host.ownerDocument.querySelectorAll(host.localName)].filter(isSame);
  const products = new Map<string, Product>();
  // an element in a shadow root is not found from the document
  for (const element of new Set([...all, host])) {
    for (const {product, problem} of readElement(element)) {
      if (problem) warn(host.localName, problem);
      if (product && products.size < MOST) products.set(product.id, product);
    }
  }
  return [...products.values()];
}

function readElement(element: Element): Read[] {
  const blocks = [...element.querySelectorAll('script[type$=json]')];
  if (blocks.length === 0) return productsFromSchemaOrg(offersIn(element));
  return blocks.flatMap(block => {
    try {
      const data: unknown = JSON.parse(block.textContent);
      const isLinked = block.getAttribute('type') === 'application/ld+json';
      return isLinked ? productsFromSchemaOrg(data) : productsFromJson(data);
    } catch (error) {
      return [{problem: `a price list is not JSON (${String(error)}).`}];
    }
  });
}
