import type {PostalAddress, ShopSettings} from '@local-widgets/model/schemas.js';
import {html} from 'lit';
import {textArea, textField} from '../templates/fields.js';
import {defined, someText, textOf} from '../templates/form.js';
import {emptied} from './emptied.js';
import {SettingsPart, type SettingsOwner} from './settings-part.js';

/** What customers are told about the shop. */
export function contactPart(owner: SettingsOwner): SettingsPart {
  return new SettingsPart(owner, {
    name: 'contact',
    title: messages => messages.settingsTitle,
    fields: ({name, description, telephone, email, url, address}, errors, {messages}) =>
      html`${textField({name: 'name', label: messages.shopName, value: name, error: errors['name'], most: 120, required: true})}
        ${textArea({name: 'description', label: messages.shopDescription, value: description, error: errors['description'], most: 1000})}
        ${textField({name: 'telephone', label: messages.telephone, value: telephone, error: errors['telephone'], type: 'tel', most: 30})}
        ${textField({name: 'email', label: messages.shopEmail, value: email, error: errors['email'], type: 'email', most: 254})}
        ${textField({name: 'url', label: messages.website, value: url, error: errors['url'], type: 'url'})}
        ${textField({name: 'streetAddress', label: messages.street, value: address?.streetAddress, error: errors['streetAddress'], most: 200})}
        <div class="row">
          ${textField({name: 'postalCode', label: messages.postalCode, value: address?.postalCode, error: errors['postalCode'], most: 16})}
          ${textField({name: 'addressLocality', label: messages.town, value: address?.addressLocality, error: errors['addressLocality'], most: 100})}
        </div>`,
    read: (form, settings, messages) => {
      const name = textOf(form, 'name');
      const email = someText(form, 'email');
      const errors = {
        ...(!name && {name: messages.required}),
        ...(email && !/^[^@\s]+@[^@\s]+$/.test(email) && {email: messages.invalidEmail}),
      };
      if (Object.keys(errors).length > 0) return {errors};
      const address = defined<PostalAddress>({
        ...settings.address,
        streetAddress: someText(form, 'streetAddress'),
        postalCode: someText(form, 'postalCode'),
        addressLocality: someText(form, 'addressLocality'),
      });
      const change = emptied(settings, {
        name,
        description: someText(form, 'description'),
        telephone: someText(form, 'telephone'),
        email,
        url: someText(form, 'url'),
        address: Object.keys(address).length > 0 ? address : undefined,
      } satisfies {[K in keyof ShopSettings]?: ShopSettings[K] | undefined});
      return {change};
    },
  });
}
