import {boundsOf} from '../geo/bounds.js';
import {cleanList, cleanText} from '../text/clean-text.js';
import {categoryById} from './categories.js';
import {FIELDS} from './fields.js';
import {NeedsFeedWords, type FeedWords, type Kind} from './feed-words-type.js';

/** Degrees: nothing in a narrower box is 1,500 km apart. */
const FAR = 9;
const LOWER_CASE = /[a-z]/;

/** Enough for feeds that use our names for fields and categories, and write names as one reads them. */
export const ownWords: FeedWords = {
  targetOfKey: key => {
    const field = FIELDS.find(name => name === key);
    if (!field) throw new NeedsFeedWords();
    return {field, rank: 0};
  },
  adaptValues: values => values,
  createKindReader: () => {
    const known = new Map<unknown, Kind>();
    return ({category, categoryLabel}) => {
      const label = cleanText(categoryLabel, 80);
      const kind = known.get(category) ?? kindOf(category);
      // ids are few; a list is another object in each row
      if (typeof category !== 'object') known.set(category, kind);
      return label ? {...kind, categoryLabel: label} : kind;
    };
  },
  middleOf: () => {
    throw new NeedsFeedWords();
  },
  titleCase: name => {
    if (!LOWER_CASE.test(name) && name === name.toUpperCase()) throw new NeedsFeedWords();
    return name;
  },
  // a place that looks swapped is more than 1,500 km away from the others
  findSwapped: places => {
    const {west = 0, south = 0, east = 0, north = 0} = boundsOf(places) ?? {};
    if (Math.max(east - west, north - south) > FAR) throw new NeedsFeedWords();
    return [];
  },
};

function kindOf(category: unknown): Kind {
  // of several, which ones count is for those who know all words
  const [hint = 'other', another] = cleanList(category, 2, 80) ?? [];
  const known = categoryById(hint);
  if (!known || another !== undefined) throw new NeedsFeedWords();
  return {categories: [known.id]};
}
