import type {ChatSettings} from '@local-widgets/model/schemas.js';
import {html} from 'lit';
import {SettingsPart, type SettingsOwner} from '../../shop/settings-part.js';
import {checkbox, textField} from '../../templates/fields.js';
import {defined, someText, textOf, wholeNumber} from '../../templates/form.js';

/** Where messages go besides the desk, and from where they may be answered. */
export function noticesPart(owner: SettingsOwner<ChatSettings>): SettingsPart<ChatSettings> {
  return new SettingsPart(owner, {
    name: 'notices',
    title: messages => messages.noticesTitle,
    fields: (settings, errors, {messages}) =>
      html`${checkbox('notifiesByMail', messages.notifiesByMail, settings.notifiesByMail)}
      ${textField({
        name: 'mailAfterMinutes',
        label: messages.mailAfter,
        value: settings.mailAfterMinutes,
        error: errors['mailAfterMinutes'],
        inputmode: 'numeric',
      })}
      ${textField({
        name: 'xmpp',
        label: messages.xmppAddress,
        hint: messages.xmppHint,
        value: settings.xmpp,
        error: errors['xmpp'],
        most: 300,
      })}
      ${textField({
        name: 'matrix',
        label: messages.matrixAddress,
        hint: messages.matrixHint,
        value: settings.matrix,
        error: errors['matrix'],
        most: 255,
      })}`,
    read: (form, settings, messages) => {
      const mailAfterMinutes = wholeNumber(form, 'mailAfterMinutes') ?? NaN;
      const xmpp = someText(form, 'xmpp');
      const matrix = someText(form, 'matrix');
      const errors = {
        ...(!(mailAfterMinutes <= 1440) && {mailAfterMinutes: messages.mailAfterInvalid}),
        ...(xmpp !== undefined &&
          !/^[^@\s/]+@[^@\s/]+$/.test(xmpp) && {xmpp: messages.xmppInvalid}),
        ...(matrix !== undefined &&
          !/^@[^:\s]+:\S+$/.test(matrix) && {matrix: messages.matrixInvalid}),
      };
      if (Object.keys(errors).length > 0) return {errors};
      const notifiesByMail = textOf(form, 'notifiesByMail') === 'on';
      return {
        change: defined<ChatSettings>({
          ...settings,
          notifiesByMail,
          mailAfterMinutes,
          xmpp,
          matrix,
        }),
      };
    },
  });
}
