import {openIntervals} from '@local-widgets/model';
import {deskWords} from '../../desk/desk-words.js';
import {invalidField} from '../../http/problem.js';

/**
 * What a schema cannot say of settings: their hours must be read by who answers "open now".
 *
 * @throws HubProblem `invalid`
 */
export function checkHours(hours: string | undefined, now: Date): void {
  if (hours === undefined) return;
  const end = new Date(now.getTime() + 1);
  if (openIntervals(hours, now, end, {holidays: 'FR'}) !== undefined) return;
  throw invalidField('/hours', language => deskWords(language).badHours);
}
