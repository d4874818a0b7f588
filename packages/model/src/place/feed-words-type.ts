import type {Located} from '../geo/bounds.js';
import type {Json} from './json.js';
import type {FieldTarget, FieldValues} from './fields.js';
import type {Place} from './place.js';
import type {Problem} from './source-row.js';

/** What a place is, as categories and in the source's own words. */
export type Kind = Pick<Place, 'categories' | 'categoryLabel'>;

/** What a row says about its kind. */
export type KindReader = (values: FieldValues) => Kind;

/** What it takes to understand a feed: everybody's words (`feed-words.ts`), or only our own. */
export interface FeedWords {
  /** The field that a key or a column names. */
  readonly targetOfKey: (key: string) => FieldTarget;
  /** Makes our own fields of what others tell in another shape; may change the values it is given. */
  readonly adaptValues: (values: FieldValues) => FieldValues;
  /** One for each feed: it remembers the answers. */
  readonly createKindReader: () => KindReader;
  /** Where a geometry that is no point stands: longitude, latitude. */
  readonly middleOf: (geometry: Json) => readonly unknown[] | undefined;
  /** A name as one reads it. */
  readonly titleCase: (name: string) => string;
  /** Which places of a whole feed look swapped, by index. */
  readonly findSwapped: (places: readonly Located[]) => readonly (Problem | undefined)[];
}

/** Thrown by words that are not made for a feed, to end the reading; never a bad row. */
export class NeedsFeedWords extends Error {}
