import {html, nothing, type TemplateResult} from 'lit';
import type {Words} from '../../state/desk-owner.js';
import {
  checkbox,
  checkboxes,
  selectField,
  textArea,
  textField,
  type FieldData,
} from '../../templates/fields.js';
import type {EventDraft} from '../draft/event-draft.js';
import {formFold} from './fold.js';

type Errors = Readonly<Record<string, string>>;

export interface FieldsData {
  readonly draft: EventDraft;
  readonly errors: Errors;
  readonly words: Words;
  /** Name of the shop. */
  readonly shopName: string;
  /** The folds with something in them, when the form was opened. */
  readonly openFolds: ReadonlySet<string>;
}

type TextName = {
  [Name in keyof EventDraft]: EventDraft[Name] extends string ? Name : never;
}[keyof EventDraft];

/** A field for a text of the draft. */
export const field = (
  {draft, errors}: Pick<FieldsData, 'draft' | 'errors'>,
  name: TextName,
  label: string,
): FieldData => ({name, label, value: draft[name], error: errors[name]});

/** What it is. */
export function whatFields(data: FieldsData): TemplateResult {
  const {messages} = data.words;
  return html`${textField({...field(data, 'name', messages.eventName), most: 200, required: true})}
  ${textArea({...field(data, 'description', messages.eventDescription), most: 5000, hint: messages.descriptionHint}, 5)}`;
}

/** When it is, or when it is first. */
export function whenFields(data: FieldsData): TemplateResult {
  const {draft, words} = data;
  const {messages} = words;
  const times = draft.isAllDay
    ? nothing
    : textField({
        ...field(data, 'startTime', messages.startTime),
        type: 'time',
        required: true,
      });
  const endTime = draft.isAllDay
    ? nothing
    : textField({...field(data, 'endTime', messages.endTime), type: 'time'});
  return html`<fieldset>
    <legend>${messages.when}</legend>
    ${checkbox('isAllDay', messages.allDay, draft.isAllDay)}
    <div class="row">
      ${textField({...field(data, 'startDay', messages.startDay), type: 'date', required: true})}
      ${times}
    </div>
    <div class="row">
      ${textField({...field(data, 'endDay', messages.endDay), type: 'date'})} ${endTime}
    </div>
    <p class="hint">${draft.isAllDay ? messages.endDayHint : messages.endHint}</p>
  </fieldset>`;
}

/** Where it is. */
export function whereFields(data: FieldsData): TemplateResult {
  const {draft, words, shopName} = data;
  const {messages} = words;
  return html`<fieldset>
    <legend>${messages.place}</legend>
    ${selectField(field(data, 'where', messages.whereIsIt), [
      ['shop', messages.atShop(shopName)],
      ['typed', messages.elsewhere],
      ['none', messages.nowhere],
    ])}
    ${
      draft.where === 'typed'
        ? html`${textField({...field(data, 'placeName', messages.placeName), most: 200})}
            ${textField({...field(data, 'streetAddress', messages.eventStreet), most: 200})}
            <div class="row">
              ${textField({...field(data, 'postalCode', messages.eventPostalCode), most: 16})}
              ${textField({...field(data, 'addressLocality', messages.eventTown), most: 100})}
            </div>`
        : nothing
    }
    ${
      draft.where === 'none'
        ? textField({...field(data, 'onlineUrl', messages.onlineUrl), type: 'url'})
        : nothing
    }
  </fieldset>`;
}

/** What it costs. */
export function priceFields(data: FieldsData, addOffer: () => void): TemplateResult {
  const {draft, errors, words} = data;
  const {messages} = words;
  return html`<fieldset>
    <legend>${messages.priceLabel}</legend>
    ${selectField(field(data, 'price', messages.whatItCosts), [
      ['untold', messages.priceUntold],
      ['free', messages.free],
      ['paid', messages.paid],
    ])}
    ${
      draft.price === 'paid'
        ? html`${draft.offers.map(
              ({name, price}, at) =>
                html`<div class="row">
                  ${textField({
                    name: `offerName-${at}`,
                    label: messages.offerName(at + 1),
                    value: name,
                    most: 120,
                    error: errors[`offerName-${at}`],
                  })}
                  ${textField({
                    name: `offerPrice-${at}`,
                    label: messages.offerPrice(at + 1),
                    value: price,
                    inputmode: 'decimal',
                    error: errors[`offerPrice-${at}`],
                  })}
                </div>`,
            )}
            <div class="steps">
              <button class="button add-offer" type="button" @click=${addOffer}>
                ${messages.addOffer}
              </button>
            </div>`
        : nothing
    }
    ${
      draft.price === 'untold'
        ? nothing
        : textField({
            ...field(data, 'conditions', messages.conditions),
            hint: messages.conditionsHint,
            most: 300,
          })
    }
  </fieldset>`;
}

/** For whom it is, its picture, who makes it: folded where nothing is in them. */
export function moreFields(data: FieldsData): TemplateResult {
  return html`${aboutFold(data)} ${imageFold(data)} ${organizerFold(data)}`;
}

const hasError = ({errors}: FieldsData, names: readonly string[]): boolean =>
  names.some(name => errors[name]);

function aboutFold(data: FieldsData): TemplateResult {
  const {draft, words, openFolds} = data;
  const {messages} = words;
  const isOpen =
    openFolds.has('about') || hasError(data, ['categories', 'audience', 'ageMin', 'ageMax']);
  return formFold(
    {name: 'about', title: messages.aboutTitle, isOpen},
    html`${textField({...field(data, 'categories', messages.categories), hint: messages.commaHint})}
      ${textField({...field(data, 'audience', messages.audience), hint: messages.audienceHint})}
      <div class="row">
        ${textField({...field(data, 'ageMin', messages.ageMin), inputmode: 'numeric'})}
        ${textField({...field(data, 'ageMax', messages.ageMax), inputmode: 'numeric'})}
      </div>
      ${checkboxes(
        'accessibility',
        messages.accessibility,
        Object.entries(messages.accessibilities),
        draft.accessibility,
      )}
      ${selectField(field(data, 'setting', messages.setting), [
        ['', messages.untold],
        ...Object.entries(messages.settingNames),
      ])}`,
  );
}

function imageFold(data: FieldsData): TemplateResult {
  const {messages} = data.words;
  const isOpen =
    data.openFolds.has('image') || hasError(data, ['imageUrl', 'imageCaption', 'imageCredit']);
  return formFold(
    {name: 'image', title: messages.imageTitle, isOpen},
    html`${textField({...field(data, 'imageUrl', messages.eventImageUrl), type: 'url'})}
    ${textField({...field(data, 'imageCaption', messages.imageCaption), hint: messages.captionHint, most: 300})}
    ${textField({...field(data, 'imageCredit', messages.imageCredit), most: 200})}`,
  );
}

function organizerFold(data: FieldsData): TemplateResult {
  const {messages} = data.words;
  const names = ['organizerName', 'organizerTelephone', 'organizerEmail', 'url'];
  const isOpen = data.openFolds.has('organizer') || hasError(data, names);
  return formFold(
    {name: 'organizer', title: messages.organizerTitle, isOpen},
    html`${textField({...field(data, 'organizerName', messages.organizerName), most: 200})}
      <div class="row">
        ${textField({...field(data, 'organizerTelephone', messages.telephoneLabel), type: 'tel'})}
        ${textField({...field(data, 'organizerEmail', messages.emailLabel), type: 'email'})}
      </div>
      ${textField({...field(data, 'url', messages.moreUrl), type: 'url'})}`,
  );
}

/** How one signs up. */
export function signUpFields(data: FieldsData): TemplateResult {
  const {draft, words} = data;
  const {messages} = words;
  return html`<fieldset>
    <legend>${messages.registrationLabel}</legend>
    ${selectField(field(data, 'signUp', messages.howToSignUp), [
      ['none', messages.signUpNone],
      ['here', messages.signUpHub],
      ['elsewhere', messages.signUpElsewhere],
    ])}
    ${draft.signUp === 'here' ? hubSignUp(data) : nothing}
    ${
      draft.signUp === 'elsewhere'
        ? html`${textField({...field(data, 'registrationUrl', messages.registrationUrl), type: 'url'})}
            <div class="row">
              ${textField({...field(data, 'registrationTelephone', messages.telephoneLabel), type: 'tel'})}
              ${textField({...field(data, 'registrationEmail', messages.emailLabel), type: 'email'})}
            </div>`
        : nothing
    }
  </fieldset>`;
}

function hubSignUp(data: FieldsData): TemplateResult {
  const {messages} = data.words;
  const number = (name: TextName, label: string): FieldData => ({
    ...field(data, name, label),
    inputmode: 'numeric',
  });
  return html`<div class="row">
      ${textField({...number('capacity', messages.capacity), hint: messages.placesHint})}
      ${textField({...number('maxPlaces', messages.maxPlaces), hint: messages.maxPlacesHint})}
    </div>
    ${checkbox('hasWaitingList', messages.waitingList, data.draft.hasWaitingList, {hint: messages.waitingListHint})}
    <div class="row">
      ${textField({...number('closesHours', messages.closesHours), hint: messages.closesHint})}
      ${textField({...number('reminderHours', messages.reminderHours), hint: messages.reminderHint})}
    </div>
    ${textField({...field(data, 'instructions', messages.signUpInstructions), most: 500})}`;
}
