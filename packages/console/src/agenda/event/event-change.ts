import type {EventDocument} from '@local-widgets/model/schemas.js';
import {html, type TemplateResult} from 'lit';
import type {Messages} from '../../locales/index.js';
import type {Words} from '../../state/desk-owner.js';
import {dateInWords, repeatInWords} from '../when.js';
import {moreFacts} from './event-facts.js';

/** Fields of a document that are another in the other one, in words and each once. */
export function changedFields(
  one: EventDocument,
  other: EventDocument,
  messages: Messages,
): readonly string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  const changed = [...names].filter(name => {
    const key = name as keyof EventDocument;
    return canonical(one[key]) !== canonical(other[key]);
  });
  return [...new Set(changed.map(name => fieldName(name, messages)))];
}

/** What a field of a document is called. */
export function fieldName(name: string, messages: Messages): string {
  return (messages.eventFields as Readonly<Record<string, string>>)[name] ?? name;
}

/** A text that is the same for the same content, in whatever order it stands. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
    .join()}}`;
}

/** What a proposed change would make another: as it is, and as it would be. */
export function changeTemplate(
  published: EventDocument,
  change: EventDocument,
  words: Words,
): TemplateResult {
  const {messages} = words;
  const before = factsOf(published, words);
  const after = factsOf(change, words);
  const changed = [...after].filter(([name, value]) => before.get(name) !== value);
  return html`<div class="box" role="group" aria-labelledby="change-title">
    <h4 id="change-title">${messages.changeTitle}</h4>
    <p>${messages.changeOf(changedFields(published, change, messages).join(', '))}</p>
    <dl class="event-facts">
      ${changed.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd><del>${before.get(name) || '–'}</del> <ins>${value || '–'}</ins></dd>
          </div>`,
      )}
    </dl>
  </div>`;
}

/** What is told of an event, by name; what is no text is not compared here. */
function factsOf(document: EventDocument, words: Words): ReadonlyMap<string, string> {
  const {messages} = words;
  const more = moreFacts(document, words).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return new Map([
    [messages.eventName, document.name],
    [messages.eventDescription, document.description ?? ''],
    [messages.when, firstDate(document, words)],
    [messages.repeats, repeatInWords(document, words)],
    ...more,
  ]);
}

const DAY = 86_400_000;

/** Its first date; wall times are told as they are, as if they were UTC. */
function firstDate({startDate, endDate, isAllDay}: EventDocument, words: Words): string {
  const at = (date: string): number => Date.parse(isAllDay ? date : `${date}Z`);
  const told = {
    startsAt: new Date(at(startDate)),
    endsAt: new Date(at(endDate) + (isAllDay ? DAY : 0)),
    isAllDay,
  };
  return dateInWords(told, 'UTC', words);
}
