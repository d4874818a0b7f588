import type {Event} from '../event.js';

/** Groups of ages that people look for, in whole years, both included. */
export const AGE_GROUPS = {
  toddlers: [0, 2],
  children: [3, 11],
  teenagers: [12, 17],
  adults: [18, 120],
} as const;

export type AgeGroup = keyof typeof AGE_GROUPS;

/** What organisers write where ages would be. */
const WORDS: readonly (readonly [AgeGroup, RegExp])[] = [
  ['toddlers', /tout[- ]petits|bébés?|0[- ]3 ans|toddlers?/i],
  ['children', /enfants?|jeune public|famill?e|children|kids|famil(?:y|ies)/i],
  ['teenagers', /ados?\b|adolescents?|jeunes\b|teen/i],
  ['adults', /adultes?|seniors?|adults?/i],
];

/** The groups that an event is for; none when nobody knows, or it is for everybody. */
export function ageGroupsOf({typicalAgeRange, audience, categories}: Event): AgeGroup[] {
  const groups = Object.keys(AGE_GROUPS) as AgeGroup[];
  if (typicalAgeRange) {
    const {min = 0, max = 120} = typicalAgeRange;
    return groups.filter(group => AGE_GROUPS[group][0] <= max && AGE_GROUPS[group][1] >= min);
  }
  const said = [...(audience ?? []), ...(categories ?? [])].join('\n');
  return WORDS.flatMap(([group, words]) => (words.test(said) ? [group] : []));
}
