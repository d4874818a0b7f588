import type {
  DeliveryZone,
  PickupMode,
  PickupRules,
  RollingSlots,
  ShopSettings,
} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import type {Words} from '../state/desk-owner.js';
import {checkboxes, textField} from '../templates/fields.js';
import {defined, someText, ticked} from '../templates/form.js';
import {SettingsPart, type Errors, type SettingsOwner} from './settings-part.js';
import {readSlots, slotFields} from './slot-fields.js';
import {readZones, zoneFields} from './zone-fields.js';

const MODES: readonly PickupMode[] = ['collect', 'drive', 'delivery'];

/** What a way to get an order begins with where there is no other to begin like. */
const FIRST_SLOTS: RollingSlots = {
  kind: 'slots',
  stepMinutes: 30,
  capacity: {},
  leadMinutes: 60,
  leadCounts: 'opening',
  horizonDays: 14,
};

type Sentence = 'wholeNumber' | 'required' | 'badAmount' | 'modesMissing' | 'zoneMissing';
type Wrong = (field: string, sentence: Sentence) => void;

/** How an order can be got, and how the slots for each way are made. */
export function pickupPart(owner: SettingsOwner): SettingsPart {
  return new SettingsPart(owner, {
    name: 'pickup',
    title: messages => messages.slotRulesTitle,
    nameOf: fieldFor,
    fields: ({pickup}, errors, words) =>
      html`${checkboxes(
        'modes',
        words.messages.modesOffered,
        MODES.map(mode => [mode, words.messages.modes[mode]]),
        pickup.map(({mode}) => mode),
        {hint: words.messages.modesHint, error: errors['modes']},
      )}
      ${pickup.map((rules, at) => keyed(rules.mode, rulesFields(rules, at, errors, words)))}`,
    read: (form, settings, messages) => {
      const errors: Record<string, Sentence> = {};
      const pickup = readPickup(form, settings, (field, sentence) => {
        errors[field] ??= sentence;
      });
      if (Object.keys(errors).length === 0) return {change: {pickup}};
      const entries = Object.entries(errors).map(([name, key]) => [name, messages[key]] as const);
      return {errors: Object.fromEntries(entries)};
    },
  });
}

/** How the fields of the form are called, by the members of the rules. */
const FIELDS: Readonly<Record<string, string>> = {
  stepMinutes: 'step',
  horizonDays: 'horizon',
  leadMinutes: 'lead',
  time: 'cutOff',
  daysBefore: 'cutOffDays',
};

function fieldFor(pointer: string): string | undefined {
  const [, at, member = ''] = /^\/pickup\/(\d+)\/(?:.*\/)?(\w+)$/.exec(pointer) ?? [];
  return at === undefined ? undefined : `${FIELDS[member] ?? member}-${at}`;
}

function rulesFields(
  {mode, offer, zones, instructions}: PickupRules,
  at: number,
  errors: Errors,
  words: Words,
): TemplateResult {
  const {messages} = words;
  return html`<fieldset>
    <legend>${messages.modes[mode]}</legend>
    ${
      offer.kind === 'slots'
        ? slotFields(offer, at, errors, words)
        : html`<p class="hint">${messages.distributionsHint(offer.distributions.length)}</p>`
    }
    ${mode === 'delivery' ? zoneFields(zones ?? [], at, errors, words) : nothing}
    ${textField({
      name: `instructions-${at}`,
      label: messages.instructions,
      value: instructions,
      most: 300,
      error: errors[`instructions-${at}`],
    })}
  </fieldset>`;
}

/** The ways that are ticked: those that there are as the form has them, new ones like the first. */
function readPickup(form: FormData, settings: ShopSettings, wrong: Wrong): PickupRules[] {
  const modes = ticked(form, 'modes');
  if (modes.length === 0) wrong('modes', 'modesMissing');
  const kept = settings.pickup
    .map((rules, at) => readRules(form, rules, at, wrong))
    .filter(({mode}) => modes.includes(mode));
  const added = MODES.filter(
    mode => modes.includes(mode) && !settings.pickup.some(rules => rules.mode === mode),
  );
  const offer = settings.pickup.find(rules => rules.offer.kind === 'slots')?.offer ?? FIRST_SLOTS;
  return [
    ...kept,
    ...added.map(mode => ({
      mode,
      offer,
      ...(mode === 'delivery' && {zones: firstZones(settings, wrong)}),
    })),
  ];
}

/** The shop's own town, for nothing, until the merchant says otherwise. */
function firstZones({address}: ShopSettings, wrong: Wrong): DeliveryZone[] {
  const {postalCode, addressLocality} = address ?? {};
  if (!postalCode) wrong('modes', 'zoneMissing');
  const name = addressLocality ?? postalCode ?? '';
  return [{name, postalCodes: [postalCode ?? ''], fee: 0, minimum: 0}];
}

/** What the form does not show stays as it is. */
function readRules(form: FormData, rules: PickupRules, at: number, wrong: Wrong): PickupRules {
  const {offer, mode} = rules;
  const zones =
    mode === 'delivery' ? readZones(form, at, (rules.zones?.length ?? 0) + 1, wrong) : undefined;
  if (zones?.length === 0) wrong(`zone-${at}-0`, 'required');
  return defined<PickupRules>({
    mode,
    zones,
    instructions: someText(form, `instructions-${at}`),
    offer:
      offer.kind === 'slots' ? readSlots(form, at, field => wrong(field, 'wholeNumber')) : offer,
  });
}
