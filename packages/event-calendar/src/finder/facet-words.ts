import type {AgeGroup, EventAccessibility, EventFacet, FacetCount} from '@local-widgets/model';
import type {Messages} from '../locales/index.js';
import {languageName} from '../words/language-name.js';

/** A value of a facet as people read it. */
export function facetWords(
  facet: EventFacet,
  {value, label}: Pick<FacetCount, 'value' | 'label'>,
  messages: Messages,
  language: string,
): string {
  switch (facet) {
    case 'age':
      return messages.ageGroups[value as AgeGroup];
    case 'free':
      return value === 'true' ? messages.isFree : messages.isPaid;
    case 'accessibility':
      return messages.accessibilities[value as EventAccessibility];
    case 'setting':
      return messages.settings[value as 'indoor' | 'outdoor'];
    case 'language':
      return languageName(value, language);
    default:
      return label;
  }
}
