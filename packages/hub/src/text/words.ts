import type {Language} from '@local-widgets/model/schemas.js';
import {en} from './en.js';
import {fr} from './fr.js';
import type {Words} from './fr.js';

export type {Words};

export const words = (language: Language): Words => (language === 'en' ? en : fr);

/**
 * The better of the hub's languages for `Accept-Language` (RFC 9110, 12.5.4); French when neither is
 * named, or none is asked for.
 */
export function languageOf(header: string | undefined): Language {
  let best: {language: Language; weight: number} = {language: 'fr', weight: 0};
  for (const range of header?.split(',') ?? []) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const quality = parameters.map(p => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(q => q !== undefined);
    const weight = quality === undefined ? 1 : Number(quality);
    const language = tag.trim().split('-')[0];
    if ((language === 'fr' || language === 'en') && weight > best.weight) best = {language, weight};
  }
  return best.language;
}
