import type {BasketLine} from '@local-widgets/model/schemas.js';
import type {Kept} from './kept.js';

/** As in the schema of an order. */
const MOST_LINES = 100;
const MOST_OF_ONE = 999;

/** What somebody wants from one shop; every button of the page that names the shop shares it. */
export class Basket {
  constructor(private readonly kept: Kept<readonly BasketLine[]>) {}

  get lines(): readonly BasketLine[] {
    return this.kept.get() ?? [];
  }

  /** Pieces in all. */
  get count(): number {
    return this.lines.reduce((sum, {quantity}) => sum + quantity, 0);
  }

  quantityOf(product: string): number {
    return this.lines.find(line => line.product === product)?.quantity ?? 0;
  }

  /** 0 takes it out; the order in which things came stays. Beyond 100 different things nothing is added. */
  put(product: string, quantity: number): void {
    const {lines} = this;
    const line = {product, quantity: Math.min(quantity, MOST_OF_ONE)};
    const isNew = !lines.some(each => each.product === product);
    if (isNew && lines.length >= MOST_LINES) return;
    const all = isNew ? [...lines, line] : lines.map(e => (e.product === product ? line : e));
    const left = all.filter(each => each.quantity > 0);
    this.kept.set(left.length > 0 ? left : undefined);
  }

  /** Erases it from the device. */
  empty(): void {
    this.kept.set(undefined);
  }
}

/** Lines that another version, or somebody by hand, may have written. */
export function readLines(value: unknown): readonly BasketLine[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const lines = (value as unknown[]).filter(isLine).slice(0, MOST_LINES);
  return lines.length > 0 ? lines : undefined;
}

function isLine(value: unknown): value is BasketLine {
  const {product, quantity} = (value ?? {}) as Partial<BasketLine>;
  const isCount = Number.isInteger(quantity) && quantity! >= 1 && quantity! <= MOST_OF_ONE;
  return typeof product === 'string' && isCount;
}
