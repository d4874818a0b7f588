import type {ChatSettings} from '@local-widgets/model/schemas.js';
import {html} from 'lit';
import {SettingsPart, type SettingsOwner} from '../../shop/settings-part.js';
import {checkbox, textArea, textField} from '../../templates/fields.js';
import {defined, someText, textOf, wholeNumber} from '../../templates/form.js';

/** Whether and when visitors are answered, and what they are told first. */
export function generalPart(owner: SettingsOwner<ChatSettings>): SettingsPart<ChatSettings> {
  return new SettingsPart(owner, {
    name: 'chat',
    title: messages => messages.chatTitle,
    fields: (settings, errors, {messages}) =>
      html`${checkbox('isEnabled', messages.chatEnabled, settings.isEnabled)}
        ${textArea(
          {
            name: 'greeting',
            label: messages.chatGreeting,
            hint: messages.chatGreetingHint,
            value: settings.greeting,
            error: errors['greeting'],
            most: 300,
          },
          2,
        )}
        ${textField({
          name: 'hours',
          label: messages.chatHours,
          hint: messages.chatHoursHint,
          value: settings.hours,
          error: errors['hours'],
          most: 255,
        })}
        ${textArea(
          {
            name: 'awayText',
            label: messages.chatAwayText,
            hint: messages.chatAwayTextHint,
            value: settings.awayText,
            error: errors['awayText'],
            most: 300,
          },
          2,
        )}
        ${checkbox('allowsImages', messages.chatImages, settings.allowsImages)}
        <div class="row">
          ${textField({
            name: 'retentionDays',
            label: messages.chatRetention,
            hint: messages.chatRetentionHint,
            value: settings.retentionDays,
            error: errors['retentionDays'],
            inputmode: 'numeric',
          })}
          ${textField({
            name: 'privacyUrl',
            label: messages.chatPrivacyUrl,
            value: settings.privacyUrl,
            error: errors['privacyUrl'],
            type: 'url',
          })}
        </div>`,
    read: (form, settings, messages) => {
      const retentionDays = wholeNumber(form, 'retentionDays') ?? NaN;
      if (!(retentionDays >= 1 && retentionDays <= 365)) {
        return {errors: {retentionDays: messages.chatRetentionInvalid}};
      }
      return {
        change: defined<ChatSettings>({
          ...settings,
          isEnabled: textOf(form, 'isEnabled') === 'on',
          greeting: someText(form, 'greeting'),
          hours: someText(form, 'hours'),
          awayText: someText(form, 'awayText'),
          allowsImages: textOf(form, 'allowsImages') === 'on',
          retentionDays,
          privacyUrl: someText(form, 'privacyUrl'),
        }),
      };
    },
  });
}
