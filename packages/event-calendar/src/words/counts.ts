import {formatNumber} from '@local-widgets/core';

/** A number of things; small ones without Intl, whose first format costs a page some milliseconds. */
export const countIn = (count: number, language: string): string =>
  count < 1000 ? String(count) : formatNumber(count, language);
