import type {DeliveryZone} from '@local-widgets/model/schemas.js';
import {html, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {readMoney, typedMoney} from '../format/money.js';
import type {Words} from '../state/desk-owner.js';
import {textField} from '../templates/fields.js';
import {textOf} from '../templates/form.js';
import type {Errors} from './settings-part.js';

/** Where the shop delivers, and one more place for a new zone; a zone without a name goes. */
export function zoneFields(
  zones: readonly DeliveryZone[],
  rules: number,
  errors: Errors,
  {messages, language}: Words,
): TemplateResult {
  const rows: readonly (DeliveryZone | undefined)[] = [...zones, undefined];
  return html`<p class="hint">${messages.zonesHint}</p>
    ${rows.map((zone, at) => {
      const field = (name: string, label: string, value: string | undefined) =>
        textField({
          name: `${name}-${rules}-${at}`,
          label,
          value,
          error: errors[`${name}-${rules}-${at}`],
        });
      return keyed(
        zone?.name,
        html`<fieldset class="zone">
          <legend>${zone?.name ?? messages.zoneNew}</legend>
          <div class="row">
            ${field('zone', messages.zoneName, zone?.name)}
            ${field('codes', messages.zoneCodes, zone?.postalCodes.join(' '))}
          </div>
          <div class="row">
            ${field('fee', messages.zoneFee, zone && typedMoney(zone.fee, language))}
            ${field('minimum', messages.zoneMinimum, zone && typedMoney(zone.minimum, language))}
          </div>
        </fieldset>`,
      );
    })}`;
}

/**
 * The zones that have a name.
 *
 * @param count rows of the form
 * @param wrong told of a field and the key of its sentence
 */
export function readZones(
  form: FormData,
  rules: number,
  count: number,
  wrong: (field: string, sentence: 'required' | 'badAmount') => void,
): DeliveryZone[] {
  return [...Array(count).keys()].flatMap(at => {
    const row = `${rules}-${at}`;
    const name = textOf(form, `zone-${row}`);
    if (!name) return [];
    const postalCodes = textOf(form, `codes-${row}`)
      .split(/[\s,;]+/)
      .filter(Boolean);
    if (postalCodes.length === 0) wrong(`codes-${row}`, 'required');
    const amount = (field: string): number => {
      const text = textOf(form, `${field}-${row}`);
      const cents = text ? readMoney(text) : 0;
      if (cents === undefined) wrong(`${field}-${row}`, 'badAmount');
      return cents ?? 0;
    };
    return [{name, postalCodes, fee: amount('fee'), minimum: amount('minimum')}];
  });
}
