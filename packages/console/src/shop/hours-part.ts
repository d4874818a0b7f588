import {formatWallTime, formatWeekday} from '@local-widgets/core';
import {openingWeek} from '@local-widgets/model';
import type {ShopSettings} from '@local-widgets/model/schemas.js';
import {html, type TemplateResult} from 'lit';
import type {DeskOwner, Words} from '../state/desk-owner.js';
import {selectField, textField} from '../templates/fields.js';
import {textOf} from '../templates/form.js';
import {SettingsPart, type SettingsOwner} from './settings-part.js';

/** When the shop is open, as OpenStreetMap writes it, with the week that comes of it. */
export function hoursPart(owner: SettingsOwner): SettingsPart {
  return new SettingsPart(owner, {
    name: 'hours',
    title: messages => messages.hoursTitle,
    fields: (settings, errors, words, desk) => {
      const {messages} = words;
      return html`${textField({
        name: 'openingHours',
        label: messages.openingHours,
        hint: messages.openingHoursHint,
        value: settings.openingHours,
        error: errors['openingHours'],
        most: 255,
        required: true,
      })}
      ${selectField(
        {name: 'holidays', label: messages.holidays, value: settings.holidays},
        (['FR', 'FR-alsace-moselle', 'none'] as const).map(key => [
          key,
          messages.holidayChoices[key],
        ]),
      )}
      ${weekTemplate(settings, words, desk)}`;
    },
    read: (form, _settings, messages) => {
      const openingHours = textOf(form, 'openingHours');
      if (!openingHours) return {errors: {openingHours: messages.required}};
      const holidays = textOf(form, 'holidays') as ShopSettings['holidays'];
      return {change: {openingHours, holidays}};
    },
  });
}

/** The hours that are in force, day by day: whoever writes them sees whether they are understood. */
function weekTemplate(
  {openingHours, timeZone, holidays}: ShopSettings,
  {messages, language}: Words,
  desk: DeskOwner,
): TemplateResult {
  const week = openingWeek(openingHours, desk.now(), {timeZone, holidays});
  if (!week) return html`<p class="problem">${messages.hoursUnread}</p>`;
  return html`<h4>${messages.week}</h4>
    <dl class="week">
      ${week.map(
        ({date, spans}) =>
          html`<div>
            <dt>${formatWeekday(date, language)}</dt>
            <dd>
              ${
                spans.length === 0
                  ? messages.closedAllDay
                  : spans
                      .map(
                        ({opens, closes}) =>
                          `${formatWallTime(opens, language)} – ${formatWallTime(closes, language)}`,
                      )
                      .join(', ')
              }
            </dd>
          </div>`,
      )}
    </dl>`;
}
