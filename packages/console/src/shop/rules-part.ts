import type {Contract, PaymentMeans} from '@local-widgets/model/schemas.js';
import {html} from 'lit';
import {checkboxes, selectField, textArea, textField} from '../templates/fields.js';
import {textOf, ticked, wholeNumber} from '../templates/form.js';
import {SettingsPart, type SettingsOwner} from './settings-part.js';

/** What an order is, how it is paid, and how long everyone has. */
export function rulesPart(owner: SettingsOwner): SettingsPart {
  return new SettingsPart(owner, {
    name: 'rules',
    title: messages => messages.ordersTitle,
    fields: (settings, errors, {messages}) =>
      html`${selectField(
        {name: 'contract', label: messages.contract, value: settings.contract},
        (['order', 'reservation'] as const).map(key => [key, messages.contracts[key]]),
      )}
      ${checkboxes(
        'payments',
        messages.payments,
        Object.entries(messages.means),
        settings.payments,
        {error: errors['payments']},
      )}
      ${textField({
        name: 'acceptWithinMinutes',
        label: messages.acceptWithin,
        hint: messages.acceptWithinHint,
        value: settings.acceptWithinMinutes,
        error: errors['acceptWithinMinutes'],
        inputmode: 'numeric',
      })}
      ${textField({
        name: 'cancelUntilMinutes',
        label: messages.cancelUntil,
        value: settings.cancelUntilMinutes,
        error: errors['cancelUntilMinutes'],
        inputmode: 'numeric',
      })}
      ${textArea({
        name: 'allowedOrigins',
        label: messages.origins,
        hint: messages.originsHint,
        value: settings.allowedOrigins.join('\n'),
        error: errors['allowedOrigins'],
      })}`,
    read: (form, _settings, messages) => {
      const payments = ticked(form, 'payments') as PaymentMeans[];
      const acceptWithinMinutes = wholeNumber(form, 'acceptWithinMinutes') ?? NaN;
      const cancelUntilMinutes = wholeNumber(form, 'cancelUntilMinutes') ?? NaN;
      const errors = {
        ...(payments.length === 0 && {payments: messages.paymentsMissing}),
        ...(Number.isNaN(acceptWithinMinutes) && {acceptWithinMinutes: messages.wholeNumber}),
        ...(Number.isNaN(cancelUntilMinutes) && {cancelUntilMinutes: messages.wholeNumber}),
      };
      if (Object.keys(errors).length > 0) return {errors};
      const allowedOrigins = textOf(form, 'allowedOrigins').split(/\s+/).filter(Boolean);
      const contract = textOf(form, 'contract') as Contract;
      const times = {acceptWithinMinutes, cancelUntilMinutes};
      return {change: {contract, payments, ...times, allowedOrigins}};
    },
  });
}
