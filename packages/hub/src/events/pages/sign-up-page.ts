import type {Language, RegistrationRequest, SignUpState} from '@local-widgets/model/schemas.js';
import {isEmail} from '../../accounts/email.js';
import {textOf} from '../../pages/form-body.js';
import {html, webLink, type Markup} from '../../pages/html.js';
import {layout} from '../../pages/layout.js';
import {pageWords} from '../../pages/page-words.js';
import {calendarLinks, eventPage} from '../calendars/calendar-links.js';
import type {Calendar} from '../calendars/calendar-store.js';
import {eventPageWords} from './event-page-words.js';
import {checkBox, formField, problemList} from './form-field.js';

export interface SignUpForm {
  name: string;
  email: string;
  telephone: string;
  places: string;
  hasConsent: boolean;
  /** Made when the form was shown: sent twice, it is one registration. */
  uuid: string;
  problems: Readonly<Record<string, string | undefined>>;
}

export const emptySignUp = (uuid: string): SignUpForm => ({
  name: '',
  email: '',
  telephone: '',
  places: '1',
  hasConsent: false,
  uuid,
  problems: {},
});

export interface SignUpView {
  calendar: Calendar;
  eventId: string;
  eventName: string;
  when: string;
  signUp: SignUpState;
  form: SignUpForm;
  contactDays: number;
  publicUrl: string;
  language: Language;
}

/** The form to sign up for one date, without JavaScript. */
export function signUpPage(view: SignUpView): Markup {
  const {calendar, eventId, eventName, when, signUp, form, language, publicUrl} = view;
  const words = eventPageWords(language);
  const {signUp: say} = words;
  const isWaiting = signUp.state === 'waiting-list';
  const privacy = webLink(calendar.settings.privacyUrl);
  return layout({
    words: pageWords(language),
    title: isWaiting ? say.waitTitle : say.title,
    of: eventName,
    home: {text: calendar.settings.name, href: calendarLinks(publicUrl, calendar.id).page},
    content: html`<p><strong>${eventName}</strong><br />${when}</p>
      ${signUp.remaining !== undefined && !isWaiting && html`<p class="soft">${words.event.left(signUp.remaining)}</p>`}
      ${signUp.instructions !== undefined && html`<p>${signUp.instructions}</p>`}
      ${problemList(words.problems.lead, form.problems)}
      <form method="post" novalidate>
        <input type="hidden" name="uuid" value="${form.uuid}" />
        ${formField({
          id: 'name',
          label: say.name,
          value: form.name,
          autocomplete: 'name',
          isRequired: true,
          problem: form.problems['name'],
        })}
        ${formField({
          id: 'email',
          label: say.email,
          value: form.email,
          type: 'email',
          autocomplete: 'email',
          hint: say.emailHint,
          problem: form.problems['email'],
        })}
        ${formField({
          id: 'telephone',
          label: say.telephone,
          value: form.telephone,
          type: 'tel',
          autocomplete: 'tel',
          hint: say.telephoneHint,
          problem: form.problems['telephone'],
        })}
        ${formField({
          id: 'places',
          label: say.places,
          value: form.places,
          type: 'number',
          isRequired: true,
          max: signUp.maxPlaces,
          problem: form.problems['places'],
        })}
        ${checkBox({
          id: 'consent',
          label: say.consent(calendar.settings.name, view.contactDays),
          isChecked: form.hasConsent,
          problem: form.problems['consent'],
        })}
        ${privacy !== undefined && html`<p><a href="${privacy}">${say.privacy}</a></p>`}
        <button>${isWaiting ? say.sendWaiting : say.send}</button>
      </form>
      <p><a href="${eventPage(publicUrl, calendar.id, eventId)}">${say.back}</a></p>`,
  });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const TELEPHONE = /^[+0-9][0-9 ().-]{5,29}$/;

/**
 * What was sent, as the route of programs wants it; without `request` when something is wrong with it.
 *
 * @param fresh a UUID for a form that came without its own
 */
export function readSignUp(
  body: unknown,
  {language, maxPlaces, fresh}: {language: Language; maxPlaces: number; fresh: string},
): {form: SignUpForm; request?: RegistrationRequest} {
  const words = eventPageWords(language).problems;
  const [name, email, telephone] = ['name', 'email', 'telephone'].map(id => textOf(body, id)) as [
    string,
    string,
    string,
  ];
  const [places, uuid] = [textOf(body, 'places'), textOf(body, 'uuid')];
  const hasConsent = textOf(body, 'consent') === '1';
  const count = /^\d{1,3}$/.test(places) ? Number(places) : 0;
  const problems = {
    name: name === '' || name.length > 80 ? words.name : undefined,
    email:
      email === '' && telephone === ''
        ? words.contact
        : email !== '' && !isEmail(email)
          ? words.email
          : undefined,
    telephone: telephone !== '' && !TELEPHONE.test(telephone) ? words.telephone : undefined,
    places: count < 1 || count > maxPlaces ? words.places(maxPlaces) : undefined,
    consent: hasConsent ? undefined : words.consent,
  };
  const own = UUID.test(uuid) ? uuid : fresh;
  const form = {name, email, telephone, places, hasConsent, uuid: own, problems};
  if (Object.values(problems).some(text => text !== undefined)) return {form};
  return {
    form,
    request: {
      contact: {name, ...(email !== '' && {email}), ...(telephone !== '' && {telephone})},
      places: count,
      language,
      consent: true,
    },
  };
}
