import type {Language, ProposalRequest} from '@local-widgets/model/schemas.js';
import {isEmail} from '../../accounts/email.js';
import {textOf} from '../../pages/form-body.js';
import {html, webLink, type Markup} from '../../pages/html.js';
import {layout} from '../../pages/layout.js';
import {pageWords} from '../../pages/page-words.js';
import {calendarLinks} from '../calendars/calendar-links.js';
import type {Calendar} from '../calendars/calendar-store.js';
import {isRealDate} from '../documents/local-date.js';
import {eventPageWords} from './event-page-words.js';
import {checkBox, formField, problemList, textArea} from './form-field.js';

const FIELDS = [
  'name',
  'description',
  'day',
  'lastDay',
  'startTime',
  'endTime',
  'place',
  'street',
  'postalCode',
  'town',
  'conditions',
  'isFree',
  'organization',
  'contactName',
  'contactEmail',
  'contactTelephone',
  'consent',
] as const;
type FieldName = (typeof FIELDS)[number];

export interface ProposeForm {
  values: Readonly<Record<FieldName, string>>;
  /** Made when the form was shown: sent twice, it is one proposal. */
  uuid: string;
  problems: Readonly<Partial<Record<FieldName, string | undefined>>>;
}

export function emptyProposal(uuid: string): ProposeForm {
  const values = Object.fromEntries(FIELDS.map(name => [name, '']));
  return {values: values as ProposeForm['values'], uuid, problems: {}};
}

export interface ProposeView {
  calendar: Calendar;
  form: ProposeForm;
  contactDays: number;
  publicUrl: string;
  language: Language;
}

/** The form by which an association proposes an event: one day, or some days in a row. */
export function proposePage({
  calendar,
  form,
  contactDays,
  publicUrl,
  language,
}: ProposeView): Markup {
  const words = eventPageWords(language);
  const {propose: say} = words;
  const {values, problems} = form;
  const {settings, id: calendarId} = calendar;
  const privacy = webLink(settings.privacyUrl);
  const field = (id: FieldName, more: Partial<Parameters<typeof formField>[0]> = {}) =>
    formField({id, label: say[id as 'name'], value: values[id], problem: problems[id], ...more});
  return layout({
    words: pageWords(language),
    title: say.title,
    of: settings.name,
    home: {text: settings.name, href: calendarLinks(publicUrl, calendarId).page},
    content: html`<p>${say.lead}</p>
      ${problemList(words.problems.lead, problems)}
      <form method="post" novalidate>
        <input type="hidden" name="uuid" value="${form.uuid}" />
        ${field('name', {isRequired: true})}
        ${textArea({id: 'description', label: say.description, value: values.description})}
        ${field('day', {type: 'date', isRequired: true})}
        ${field('startTime', {type: 'time', hint: say.timeHint})}
        ${field('endTime', {type: 'time'})} ${field('lastDay', {type: 'date'})} ${field('place')}
        ${field('street')} ${field('postalCode')} ${field('town')} ${field('conditions')}
        ${checkBox({id: 'isFree', label: say.isFree, isChecked: values.isFree === '1'})}
        ${field('organization', {autocomplete: 'organization'})}
        ${field('contactName', {autocomplete: 'name', isRequired: true})}
        ${field('contactEmail', {
          type: 'email',
          autocomplete: 'email',
          isRequired: true,
          hint: say.contactHint,
        })}
        ${field('contactTelephone', {type: 'tel', autocomplete: 'tel', hint: say.contactHint})}
        ${checkBox({
          id: 'consent',
          label: say.consent(settings.name, contactDays),
          isChecked: values.consent === '1',
          problem: problems.consent,
        })}
        ${privacy !== undefined && html`<p><a href="${privacy}">${words.signUp.privacy}</a></p>`}
        <button>${say.send}</button>
      </form>`,
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const TELEPHONE = /^[+0-9][0-9 ().-]{5,29}$/;

/** What was sent, as the route of programs wants it; without `request` when something is wrong with it. */
export function readProposal(
  body: unknown,
  {language, timeZone, fresh}: {language: Language; timeZone: string; fresh: string},
): {form: ProposeForm; request?: ProposalRequest} {
  const values = Object.fromEntries(
    FIELDS.map(name => [name, textOf(body, name)]),
  ) as ProposeForm['values'];
  const problems = problemsOf(values, language);
  const uuid = textOf(body, 'uuid');
  const form = {values, problems, uuid: UUID.test(uuid) ? uuid : fresh};
  const isWrong = Object.values(problems).some(text => text !== undefined);
  return isWrong ? {form} : {form, request: toRequest(values, language, timeZone)};
}

function problemsOf(values: ProposeForm['values'], language: Language): ProposeForm['problems'] {
  const words = eventPageWords(language).problems;
  const {day, lastDay, startTime, endTime, contactTelephone} = values;
  const isDay = (text: string) => DAY.test(text) && isRealDate(text);
  const start = `${day}T${startTime}`;
  const end = `${lastDay || day}T${endTime || startTime}`;
  const isTime = (text: string) => text === '' || TIME.test(text);
  return {
    name: values.name === '' ? words.required : undefined,
    day: isDay(day) ? undefined : words.day,
    lastDay: lastDay !== '' && !isDay(lastDay) ? words.day : undefined,
    startTime: isTime(startTime) && (startTime !== '' || endTime === '') ? undefined : words.time,
    endTime: !isTime(endTime) ? words.time : end < start ? words.end : undefined,
    contactName:
      values.contactName === '' || values.contactName.length > 80 ? words.name : undefined,
    contactEmail: isEmail(values.contactEmail) ? undefined : words.email,
    contactTelephone:
      contactTelephone !== '' && !TELEPHONE.test(contactTelephone) ? words.telephone : undefined,
    consent: values.consent === '1' ? undefined : words.consent,
  };
}

function toRequest(
  values: ProposeForm['values'],
  language: Language,
  timeZone: string,
): ProposalRequest {
  const {day, startTime, organization, contactTelephone, contactName, contactEmail} = values;
  const lastDay = values.lastDay || day;
  const isAllDay = startTime === '';
  const address = known({
    streetAddress: values.street,
    postalCode: values.postalCode,
    addressLocality: values.town,
  });
  const location = {...known({name: values.place}), ...(address && {address})};
  return {
    event: {
      name: values.name,
      isAllDay,
      startDate: isAllDay ? day : `${day}T${startTime}:00`,
      endDate: isAllDay ? lastDay : `${lastDay}T${values.endTime || startTime}:00`,
      timeZone,
      ...known({description: values.description, conditions: values.conditions}),
      ...(Object.keys(location).length > 0 && {location}),
      ...(values.isFree === '1' && {isAccessibleForFree: true}),
      ...(organization !== '' && {organizer: {name: organization}}),
    },
    contact: {
      name: contactName,
      email: contactEmail,
      ...(contactTelephone !== '' && {telephone: contactTelephone}),
    },
    ...(organization !== '' && {organization}),
    language,
    consent: true,
  };
}

/** What was filled in; undefined when nothing was. */
function known<Name extends string>(
  values: Readonly<Record<Name, string>>,
): Partial<Record<Name, string>> | undefined {
  const filled = Object.entries(values).filter(([, value]) => value !== '');
  if (filled.length === 0) return undefined;
  return Object.fromEntries(filled) as Partial<Record<Name, string>>;
}
