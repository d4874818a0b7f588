import {formatDay, formatWeekday} from '@local-widgets/core';
import {html, nothing, type TemplateResult} from 'lit';
import {checkboxes, selectField, textField} from '../../templates/fields.js';
import type {EventDraft, Repeat} from '../draft/event-draft.js';
import {isLastOf, nthOf, WEEKDAYS} from '../draft/weekdays.js';
import {field, type FieldsData} from './event-fields.js';
import {isWeekly} from './read-fields.js';

/** How it repeats, in plain words: what follows from the first date is said with it. */
export function repeatFields(data: FieldsData): TemplateResult {
  const {draft, errors, words} = data;
  const {messages, language} = words;
  const hasEnd = !['none', 'dates', 'own'].includes(draft.repeat);
  return html`<fieldset>
    <legend>${messages.repeats}</legend>
    ${selectField(field(data, 'repeat', messages.howOften), choices(data))}
    ${errors['repeat'] ? html`<p class="problem" id="repeat-error">${errors['repeat']}</p>` : nothing}
    ${
      isWeekly(draft)
        ? checkboxes(
            'weekdays',
            messages.onWeekdays,
            // a Monday, and the days after it
            WEEKDAYS.map((day, at) => [day, formatWeekday(`2024-01-0${at + 1}`, language)]),
            draft.weekdays,
          )
        : nothing
    }
    ${hasEnd ? endFields(data) : nothing}
  </fieldset>`;
}

function endFields(data: FieldsData): TemplateResult {
  const {draft, words} = data;
  const {messages} = words;
  return html`<div class="row">
    ${selectField(field(data, 'ends', messages.ends), [
      ['never', messages.endsNever],
      ['until', messages.endsUntil],
      ['count', messages.endsCount],
    ])}
    ${
      draft.ends === 'until'
        ? textField({...field(data, 'until', messages.untilDay), type: 'date', required: true})
        : nothing
    }
    ${
      draft.ends === 'count'
        ? textField({
            ...field(data, 'count', messages.howManyTimes),
            inputmode: 'numeric',
            required: true,
          })
        : nothing
    }
  </div>`;
}

function choices({draft, words}: FieldsData): (readonly [Repeat, string])[] {
  const {messages, language} = words;
  const {startDay, repeat} = draft;
  const plain: (readonly [Repeat, string])[] = [
    ['none', messages.repeat.none],
    ['daily', messages.repeat.daily],
    ['weekly', messages.repeat.weekly],
    ['fortnightly', messages.repeat.fortnightly],
  ];
  if (startDay) {
    const weekday = formatWeekday(startDay, language);
    const day = Number(startDay.slice(8, 10));
    const isFifth = nthOf(startDay) === 5;
    plain.push(['month-day', messages.repeat.monthDay(day)]);
    // a fifth Tuesday is not in every month, and who writes it means the last
    if (!isFifth || repeat === 'month-weekday') {
      plain.push(['month-weekday', messages.repeat.monthWeekday(nthOf(startDay), weekday)]);
    }
    if (isLastOf(startDay) || repeat === 'month-last') {
      plain.push(['month-last', messages.repeat.monthLast(weekday)]);
    }
    const date = formatDay(startDay, language, {day: 'numeric', month: 'long'});
    plain.push(['yearly', messages.repeat.yearly(date)]);
  }
  plain.push(['dates', messages.repeat.dates]);
  if (draft.ownRule && (repeat === 'own' || !isPlain(draft))) {
    plain.push(['own', messages.repeat.own]);
  }
  return plain;
}

const isPlain = ({ownRule, repeat}: EventDraft): boolean => ownRule === '' || repeat !== 'own';
