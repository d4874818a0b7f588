/** Integer cents as an amount: `5 €`, `5,50 €`; without a code that Intl knows, the number and the code. */
export function priceOf(cents: number, language: string, currency = 'EUR'): string {
  const options = {
    style: 'currency',
    currency,
    minimumFractionDigits: cents % 100 ? 2 : 0,
  } as const;
  try {
    return new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, options).format(
      cents / 100,
    );
  } catch {
    return `${cents / 100} ${currency}`;
  }
}
