import {HubError} from '../api/hub-error.js';
import type {Messages} from '../locales/index.js';

/** What the hub said in its own words says most; these codes say it better from here. */
const OWN_WORDS = new Set(['unauthorized', 'forbidden', 'wrong-state', 'internal']);

/** Why something failed and what can be done about it, for people. */
export function explain(error: unknown, messages: Messages): string {
  if (!(error instanceof HubError)) return messages.failed;
  const own = messages.failures[error.code];
  const {detail, title, fields = []} = error.problem ?? {};
  // of an event the hub says by the title where it is now; of an order it does not
  const isTold = error.code === 'wrong-state' && title !== undefined && detail === undefined;
  if (own && ((OWN_WORDS.has(error.code) && !isTold) || !(detail ?? title))) return own;
  const sentence = detail ?? title ?? messages.failed;
  // beside a field too, where there is one
  return [sentence, ...new Set(fields.map(({message}) => message))].join(' ');
}
