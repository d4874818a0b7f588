/** Cents as one types them into a field, `12,50` or `12.50`. */
export function typedMoney(cents: number, language: string): string {
  const text = (cents / 100).toFixed(2);
  return language.startsWith('fr') ? text.replace('.', ',') : text;
}

/**
 * The cents of a typed amount: `12,50`, `12.5`, `12 €`. Nothing for what is no amount, is negative or
 * has more than two decimals.
 */
export function readMoney(text: string): number | undefined {
  const plain = text.replace(/[\s\u00a0\u202f€]/g, '');
  const [, euros, cents = ''] = /^(\d{1,5})(?:[.,](\d{1,2})?)?$/.exec(plain) ?? [];
  return euros === undefined ? undefined : Number(euros) * 100 + Number(cents.padEnd(2, '0'));
}
