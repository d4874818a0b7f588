/**
 * What was ticked on the preparation list, with the quantity at that time: when more is ordered
 * afterwards, the tick no longer holds. Kept in the page only.
 */
export class Ticks {
  private readonly ticked = new Map<string, number>();

  /** Ticks or unticks a product of a day. */
  toggle(day: string, product: string, quantity: number): void {
    const key = keyOf(day, product);
    if (this.isTicked(day, product, quantity)) this.ticked.delete(key);
    else this.ticked.set(key, quantity);
  }

  isTicked(day: string, product: string, quantity: number): boolean {
    return (this.ticked.get(keyOf(day, product)) ?? -1) >= quantity;
  }

  /** How many came since it was ticked; 0 when it was not. */
  grownBy(day: string, product: string, quantity: number): number {
    return Math.max(0, quantity - (this.ticked.get(keyOf(day, product)) ?? quantity));
  }
}

function keyOf(day: string, product: string): string {
  return `${day} ${product}`;
}
