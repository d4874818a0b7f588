import {oneLine} from './comments.js';
import {withFrenchSpaces} from './french-spaces.js';
import type {Words} from './types.js';

/** Who hears of what is wrong with a comment: `what` it is, and what to `write`. */
export type Tell = (what: string, write: string) => void;

/** `Français | English`; tells when one of the two is missing, or there is a third. */
export function readWords(text: string | undefined, what: string, tag: string, tell: Tell): Words {
  const [fr = '', en = '', ...more] = oneLine(text ?? '')
    .split(/(?:^|\s)\|(?:\s|$)/)
    .map(part => part.trim());
  const write = `"${tag} Français | English"`;
  if (!fr && !en) tell(`${what} is missing`, write);
  else if (!fr) tell(`${what} has no French text`, write);
  else if (!en) tell(`${what} has no English text`, write);
  else if (more.length > 0) tell(`${what} has more than two texts`, write);
  return {fr: withFrenchSpaces(fr), en};
}
