import type {LegalIdentity} from '@local-widgets/model/schemas.js';
import {html} from 'lit';
import {textField} from '../templates/fields.js';
import {defined, someText, textOf} from '../templates/form.js';
import {SettingsPart, type SettingsOwner} from './settings-part.js';

/** Who sells, as the law wants it told before an order (code de la consommation, L221-5). */
export function legalPart(owner: SettingsOwner): SettingsPart {
  return new SettingsPart(owner, {
    name: 'legal',
    title: messages => messages.legalTitle,
    nameOf: pointer =>
      ({'/legal/mediator/name': 'mediatorName', '/legal/mediator/url': 'mediatorUrl'})[pointer],
    fields: ({legal}, errors, {messages}) => {
      const field = (name: string, label: string, value: string | undefined, hint?: string) =>
        textField({name, label, value, error: errors[name], ...(hint && {hint})});
      return html`${field('legalName', messages.legalName, legal?.legalName)}
        ${field('siret', messages.siret, legal?.siret, messages.siretHint)}
        ${field('vatId', messages.vatId, legal?.vatId)}
        ${field('termsUrl', messages.termsUrl, legal?.termsUrl)}
        ${field('privacyUrl', messages.privacyUrl, legal?.privacyUrl)}
        <div class="row">
          ${field('mediatorName', messages.mediatorName, legal?.mediator?.name)}
          ${field('mediatorUrl', messages.mediatorUrl, legal?.mediator?.url)}
        </div>`;
    },
    read: (form, _settings, messages) => {
      const siret = textOf(form, 'siret').replace(/\s/g, '');
      const name = someText(form, 'mediatorName');
      const url = someText(form, 'mediatorUrl');
      const legal = defined<LegalIdentity>({
        legalName: textOf(form, 'legalName'),
        siret,
        vatId: someText(form, 'vatId'),
        termsUrl: textOf(form, 'termsUrl'),
        privacyUrl: someText(form, 'privacyUrl'),
        mediator: name && url ? {name, url} : undefined,
      });
      const errors = {
        ...(!legal.legalName && {legalName: messages.required}),
        ...(!/^\d{14}$/.test(siret) && {siret: messages.siretInvalid}),
        ...(!isUrl(legal.termsUrl) && {termsUrl: messages.invalidAddress}),
        ...(legal.privacyUrl && !isUrl(legal.privacyUrl) && {privacyUrl: messages.invalidAddress}),
        ...(name && !isUrl(url ?? '') && {mediatorUrl: messages.invalidAddress}),
        ...(url && !name && {mediatorName: messages.required}),
      };
      return Object.keys(errors).length > 0 ? {errors} : {change: {legal}};
    },
  });
}

function isUrl(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}
