import type {Content} from '../../schemas/catalogue.js';
import {isObject} from '../../place/json.js';
import {normalizeText} from '../../text/normalize.js';

type Unit = readonly [name: Content['unit'], factor: number];

/** Units by folded name, with how many of ours one of them is; codes of UN/CEFACT among them. */
const UNITS = new Map<string, Unit>([
  ...named('mg milligramme milligram', ['g', 0.001]),
  ...named('g gr gramme gram grm', ['g', 1]),
  ...named('kg kilo kilogramme kilogram kgm', ['kg', 1]),
  ...named('ml millilitre milliliter mlt', ['ml', 1]),
  ...named('cl centilitre centiliter clt', ['ml', 10]),
  ...named('dl decilitre deciliter dlt', ['ml', 100]),
  ...named('l litre liter lt ltr', ['l', 1]),
  ...named('piece pc pce u unit unite c62 oeuf egg part tranche slice', ['piece', 1]),
  ...named('boite sachet barquette bouteille pot lot botte bouquet', ['piece', 1]),
]);
const MAX = 1_000_000;
/** `4 x 125 g`: a pack, how much, of what. */
const CONTENT = /^(?:(\d{1,4})\s*[x×*]\s*)?(\d{1,7}(?:[.,]\d{1,6})?)\s*([\p{L}\d]*)\.?$/iu;

function named(names: string, unit: Unit): (readonly [string, Unit])[] {
  return names.split(' ').map(name => [name, unit]);
}

/** The unit that a word names, or undefined. */
function unitOf(word: string): Unit | undefined {
  const folded = normalizeText(word);
  return UNITS.get(folded) ?? UNITS.get(folded.replace(/s$/, ''));
}

/**
 * What a price buys: an object as in the schema, or a text (`250 g`, `75 cl`, `4 x 125 g`, `6
 * pièces`).
 *
 * @param unit Of a bare number; and without a number, what is measured is sold by one of it (`kg`).
 * @returns null when there is nothing to tell, undefined when it is not understood
 */
export function contentOf(value: unknown, unit = ''): Content | null | undefined {
  if (isObject(value)) return ofObject(value['quantity'], value['unit']);
  if (value === undefined) {
    const [name] = unitOf(unit) ?? [];
    return name && name !== 'piece' ? {quantity: 1, unit: name} : null;
  }
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text.length > 60) return undefined;
  const [, pack = '1', amount, word] = CONTENT.exec(text.trim()) ?? [];
  const [name, factor] = unitOf(word || unit) ?? [];
  if (!amount || !name || !factor) return undefined;
  return checked(Number(pack) * Number(amount.replace(',', '.')) * factor, name);
}

function ofObject(quantity: unknown, unit: unknown): Content | undefined {
  const [name, factor] = (typeof unit === 'string' && unitOf(unit)) || [];
  return typeof quantity === 'number' && name && factor
    ? checked(quantity * factor, name)
    : undefined;
}

/** To a millionth, which takes away what binary fractions leave behind (1.1 × 10). */
function checked(amount: number, unit: Content['unit']): Content | undefined {
  const quantity = Math.round(amount * 1e6) / 1e6;
  return quantity > 0 && quantity <= MAX ? {quantity, unit} : undefined;
}
