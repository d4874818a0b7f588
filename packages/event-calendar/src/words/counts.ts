import {formatNumber} from '@local-widgets/core';

/** A number of things; in French without Intl, whose first use costs a page some milliseconds. */
export const countIn = (count: number, language: string): string =>
  language === 'fr'
    ? String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f')
    : formatNumber(count, language);
