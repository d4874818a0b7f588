/** Names that a browser or the filter of a content management system takes for something else. */
const TAKEN = /^(?:on.*|style|action|background|class|id|title|lang|dir|hidden|slot|part|is|role)$/;

/**
 * What is wrong with the name of an attribute, as the end of a sentence; undefined when it passes the
 * filters of WordPress, SPIP, Drupal, TYPO3, Joomla and PrestaShop, also as `data-` and the name.
 */
export function attributeNameFault(name: string): string | undefined {
  if (/\d/.test(name)) return 'has a digit, which SPIP and older WordPress do not keep';
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(name)) {
    return 'is not made of lower-case letters and single hyphens, which every sanitiser keeps';
  }
  if (TAKEN.test(name)) return 'means something else to browsers or sanitisers';
  if (name.endsWith('script')) return 'ends in "script", which PrestaShop refuses before a colon';
  return undefined;
}
