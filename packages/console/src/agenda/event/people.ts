import type {DeskEvent, Registration, RegistrationList} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {ReasonForm} from '../../inbox/moderation/reason-form.js';
import {Action} from '../../state/action.js';
import {problemTemplate} from '../../templates/problem.js';
import type {AgendaPart} from '../agenda-part.js';
import {dateInWords} from '../when.js';

type DateList = RegistrationList['dates'][number];

/** Who signed up, date by date: who comes, who waits, and how to reach them. */
export class People {
  private list: RegistrationList | undefined;
  private readonly loading: Action;

  constructor(
    private readonly part: AgendaPart,
    private readonly questions: ReasonForm,
  ) {
    this.loading = new Action(part.desk);
  }

  /** What is known of them is old. */
  forget(): void {
    this.list = undefined;
    this.loading.error = undefined;
  }

  template(calendar: string, event: DeskEvent): TemplateResult {
    const {messages} = this.part.desk.words();
    const {confirmed = 0, waiting = 0} = event.registrations ?? {};
    const toggle = ({currentTarget}: globalThis.Event): void => {
      if ((currentTarget as HTMLDetailsElement).open) this.want(calendar, event.id);
    };
    return html`<details class="fold" id="fold-people" @toggle=${toggle}>
      <summary>
        <h4>${messages.signedUpTitle}</h4>
        <span class="hint">${messages.peopleCount(confirmed, waiting)}</span>
      </summary>
      <div class="form">
        ${problemTemplate(this.loading, messages)}
        ${this.list ? this.dates(calendar, event, this.list) : this.wait(calendar, event)}
      </div>
    </details>`;
  }

  private wait(calendar: string, event: DeskEvent): TemplateResult | typeof nothing {
    const {messages} = this.part.desk.words();
    // it was forgotten while the fold is open
    const fold = this.part.desk.find('#fold-people') as HTMLDetailsElement | undefined;
    if (fold?.open && !this.loading.isBusy && !this.loading.sentence) {
      void Promise.resolve().then(() => this.want(calendar, event.id));
    }
    return this.loading.sentence
      ? nothing
      : html`<p class="wait" role="status">${messages.loading}</p>`;
  }

  private want(calendar: string, id: string): void {
    if (this.list) return;
    void this.loading.run(async () => {
      this.list = await this.part.api.registrations(calendar, id);
    });
  }

  private dates(calendar: string, event: DeskEvent, {dates}: RegistrationList): unknown {
    const {messages} = this.part.desk.words();
    const some = dates.filter(({registrations}) => registrations.length > 0);
    if (some.length === 0) return html`<p class="empty">${messages.nobodyYet}</p>`;
    return some.map(date => this.date(calendar, event, date));
  }

  private date(calendar: string, {id, event}: DeskEvent, date: DateList): TemplateResult {
    const words = this.part.desk.words();
    const {messages} = words;
    const told = {
      startsAt: new Date(date.startsAt),
      endsAt: new Date(date.endsAt),
      isAllDay: event.isAllDay,
    };
    const when = dateInWords(told, event.timeZone, words, this.part.desk.today());
    const file = this.part.api.registrationsFile(calendar, id, date.recurrenceId);
    return html`<section class="people-date" aria-label=${when}>
      <h5>${when}</h5>
      <p class="hint">
        ${messages.placesTaken(date.confirmed, date.capacity, date.waiting)}
        ${date.isCancelled ? html`<span class="badge urgent">${messages.eventStates.cancelled}</span>` : nothing}
      </p>
      <ul class="rows">
        ${date.registrations.map(person => this.person(calendar, person))}
      </ul>
      <p><a class="button" href=${file} download>${messages.asSpreadsheet}</a></p>
    </section>`;
  }

  private person(calendar: string, registration: Registration): TemplateResult {
    const {messages} = this.part.desk.words();
    const {id, contact, places, state, position} = registration;
    const name = contact?.name ?? messages.contactErased;
    const about = `person-${id}`;
    return html`<li data-state=${state}>
      <p>
        <b>${name}</b> <span>${messages.placeCount(places)}</span>
        ${
          state === 'confirmed'
            ? nothing
            : html`<span class="badge"
                >${state === 'waiting' ? messages.waitsAt(position ?? 1) : messages.personCancelled}</span
              >`
        }
        ${contact?.email ? html`<a href="mailto:${contact.email}">${contact.email}</a>` : nothing}
        ${
          contact?.telephone
            ? html`<a href="tel:${contact.telephone.replaceAll(' ', '')}">${contact.telephone}</a>`
            : nothing
        }
      </p>
      ${
        state === 'cancelled'
          ? nothing
          : html`<button
              id=${about}
              class="button"
              type="button"
              @click=${() => this.ask(calendar, registration, name)}
              aria-label="${messages.takeOff}, ${name}"
            >
              ${messages.takeOff}
            </button>`
      }
      ${this.questions.template(about)}
    </li>`;
  }

  private ask(calendar: string, {id, event}: Registration, name: string): void {
    const {messages} = this.part.desk.words();
    this.questions.ask({
      about: `person-${id}`,
      title: messages.takeOffQuestion(name),
      hint: messages.takeOffHint,
      reason: messages.cancelReason,
      most: 300,
      submit: messages.takeOff,
      send: async ({reason}) => {
        await this.part.api.cancelRegistration(calendar, id, reason);
        this.list = await this.part.api.registrations(calendar, event);
      },
      done: messages.takenOff(name),
      back: '#fold-people summary',
    });
  }
}
