import {readMoney} from '../../format/money.js';
import type {EventDraft} from './event-draft.js';
import {numberOf} from './write-document.js';

/** What may be wrong with a field, by the sentence that says so. */
export type DraftProblem =
  | 'nameMissing'
  | 'dayMissing'
  | 'timeMissing'
  | 'endsBefore'
  | 'untilMissing'
  | 'countWrong'
  | 'numberWrong'
  | 'amountWrong'
  | 'addressWrong'
  | 'captionMissing'
  | 'wayMissing';

const WEB = /^https?:\/\/\S+$/;

/** What is wrong with which field, as far as one sees it without the hub. */
export function draftProblems(draft: EventDraft): Readonly<Record<string, DraftProblem>> {
  const problems: Record<string, DraftProblem> = {};
  const {isAllDay, startDay, endDay, startTime, endTime, repeat, ends} = draft;
  if (!draft.name.trim()) problems['name'] = 'nameMissing';
  if (!startDay) problems['startDay'] = 'dayMissing';
  if (!isAllDay && !startTime) problems['startTime'] = 'timeMissing';
  const isBefore = endDay !== '' && (endDay < startDay || isEarlier(draft));
  if (isBefore)
    problems[endDay < startDay || isAllDay || !endTime ? 'endDay' : 'endTime'] = 'endsBefore';
  const hasEnd = !['none', 'dates', 'own'].includes(repeat);
  if (hasEnd && ends === 'until' && draft.until < startDay) problems['until'] = 'untilMissing';
  if (hasEnd && ends === 'count' && !/^[1-9]\d{0,2}$/.test(draft.count.trim())) {
    problems['count'] = 'countWrong';
  }
  draft.offers.forEach(({price}, at) => {
    const isWrong = price.trim() !== '' && readMoney(price) === undefined;
    if (draft.price === 'paid' && isWrong) problems[`offerPrice-${at}`] = 'amountWrong';
  });
  for (const name of ['onlineUrl', 'imageUrl', 'url'] as const) {
    if (draft[name].trim() && !WEB.test(draft[name].trim())) problems[name] = 'addressWrong';
  }
  if (draft.imageUrl.trim() && !draft.imageCaption.trim())
    problems['imageCaption'] = 'captionMissing';
  const numbers = ['ageMin', 'ageMax'] as const;
  for (const name of numbers) if (isNoWhole(draft[name])) problems[name] = 'numberWrong';
  if (draft.signUp === 'here') {
    for (const name of ['capacity', 'maxPlaces', 'reminderHours'] as const) {
      if (isNoWhole(draft[name])) problems[name] = 'numberWrong';
    }
    const hours = numberOf(draft.closesHours) ?? 0;
    if (!(hours >= 0)) problems['closesHours'] = 'numberWrong';
  }
  if (draft.signUp === 'elsewhere') {
    const {registrationUrl: url, registrationTelephone, registrationEmail} = draft;
    if (!url.trim() && !registrationTelephone.trim() && !registrationEmail.trim()) {
      problems['registrationUrl'] = 'wayMissing';
    } else if (url.trim() && !WEB.test(url.trim())) problems['registrationUrl'] = 'addressWrong';
  }
  return problems;
}

const isEarlier = ({isAllDay, startDay, endDay, startTime, endTime}: EventDraft): boolean =>
  !isAllDay && startDay === endDay && endTime !== '' && endTime < startTime;

const isNoWhole = (text: string): boolean => !/^\d{0,6}$/.test(text.trim());
