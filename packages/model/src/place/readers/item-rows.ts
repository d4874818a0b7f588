import {NeedsFeedWords} from '../feed-words-type.js';
import type {FieldValues} from '../fields.js';
import type {Problem, SourceRow} from '../source-row.js';
import {messageOf} from '../unreadable-feed-error.js';

/** What an item is made of: none, one or several places, or why it is no place. */
export type Unfolded = readonly (FieldValues | Problem)[];

/**
 * The rows of a list of items. An item that unfolds to nothing is passed over in silence, but is a
 * row all the same, so that whoever reads in slices can count it.
 */
export function* itemRows(
  items: Iterable<unknown>,
  unfold: (item: unknown) => Unfolded,
): Generator<SourceRow> {
  let at = 0;
  for (const item of items) {
    const contents = unfoldSafely(item, unfold);
    for (const content of contents.length ? contents : [undefined]) {
      yield {at, unit: 'item', read: () => content};
    }
    at++;
  }
}

function unfoldSafely(item: unknown, unfold: (item: unknown) => Unfolded): Unfolded {
  try {
    return unfold(item);
  } catch (error) {
    if (error instanceof NeedsFeedWords) throw error;
    return [{reason: 'bad-row', detail: messageOf(error)}];
  }
}
