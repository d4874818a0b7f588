import {categoryById, type CategoryId} from '@local-widgets/model';

/** The name of a category in French or, for every other language, in English. */
export function categoryLabel(id: CategoryId, language: string): string {
  return categoryById(id).label[language.startsWith('fr') ? 'fr' : 'en'];
}
