import type {RollingSlots} from '@local-widgets/model/schemas.js';
import {html, type TemplateResult} from 'lit';
import type {Words} from '../state/desk-owner.js';
import {selectField, textField} from '../templates/fields.js';
import {defined, someText, textOf, wholeNumber} from '../templates/form.js';
import type {Errors} from './settings-part.js';

/** The rules of slots that follow each other; `at` tells one way to get an order from the others. */
export function slotFields(
  offer: RollingSlots,
  at: number,
  errors: Errors,
  {messages}: Words,
): TemplateResult {
  const number = (field: string, label: string, value: number | undefined, hint?: string) =>
    textField({
      name: `${field}-${at}`,
      label,
      value,
      error: errors[`${field}-${at}`],
      inputmode: 'numeric',
      ...(hint && {hint}),
    });
  return html`<div class="row">
      ${number('step', messages.stepMinutes, offer.stepMinutes)}
      ${number('horizon', messages.horizonDays, offer.horizonDays)}
    </div>
    <div class="row">
      ${number('orders', messages.capacityOrders, offer.capacity.orders, messages.capacityHint)}
      ${number('items', messages.capacityItems, offer.capacity.items, messages.capacityHint)}
    </div>
    <div class="row">
      ${number('lead', messages.leadMinutes, offer.leadMinutes)}
      ${selectField(
        {name: `leadCounts-${at}`, label: messages.leadCounts, value: offer.leadCounts},
        (['clock', 'opening'] as const).map(key => [key, messages.leadChoices[key]]),
      )}
    </div>
    <div class="row">
      ${textField({
        name: `cutOff-${at}`,
        label: messages.cutOffTime,
        hint: messages.cutOffHint,
        type: 'time',
        value: offer.cutOff?.time,
        error: errors[`cutOff-${at}`],
      })}
      ${number('cutOffDays', messages.cutOffDays, offer.cutOff?.daysBefore ?? 1)}
    </div>
    ${textField({
      name: `hours-${at}`,
      label: messages.slotHours,
      hint: messages.slotHoursHint,
      value: offer.hours,
      error: errors[`hours-${at}`],
      most: 255,
    })}`;
}

/**
 * The rules as the form has them.
 *
 * @param wrong told of each field that is no whole number
 */
export function readSlots(
  form: FormData,
  at: number,
  wrong: (field: string) => void,
): RollingSlots {
  const optional = (field: string): number | undefined => {
    const value = wholeNumber(form, `${field}-${at}`);
    if (Number.isNaN(value)) wrong(`${field}-${at}`);
    return value;
  };
  const needed = (field: string): number => {
    const value = optional(field);
    if (value === undefined) wrong(`${field}-${at}`);
    return value ?? 0;
  };
  const time = textOf(form, `cutOff-${at}`);
  const daysBefore = needed('cutOffDays');
  return defined<RollingSlots>({
    kind: 'slots',
    hours: someText(form, `hours-${at}`),
    stepMinutes: needed('step'),
    capacity: defined<RollingSlots['capacity']>({
      orders: optional('orders'),
      items: optional('items'),
    }),
    leadMinutes: needed('lead'),
    leadCounts: textOf(form, `leadCounts-${at}`) as RollingSlots['leadCounts'],
    cutOff: time ? {time, daysBefore} : undefined,
    horizonDays: needed('horizon'),
  });
}
