import type {DeskEvent} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {HubError} from '../../api/hub-error.js';
import type {EventAt} from '../../api/events-api.js';
import {ReasonForm} from '../../inbox/moderation/reason-form.js';
import {Action} from '../../state/action.js';
import {problemTemplate} from '../../templates/problem.js';
import type {AgendaPart} from '../agenda-part.js';
import {stateBadges} from '../list/state-badge.js';
import {changeTemplate} from './event-change.js';
import {EventDates} from './event-dates.js';
import {eventFacts} from './event-facts.js';
import {historyTemplate} from './event-history.js';
import {People} from './people.js';

export interface EventPageEvents {
  readonly edit: (event: DeskEvent) => void;
  readonly copy: (event: DeskEvent) => void;
  /** Lists and numbers are old. */
  readonly changed: () => void;
  readonly leave: () => void;
}

/** One event: what it is, where it stands, and what can be done about it. */
export class EventPage {
  private event: DeskEvent | undefined;
  /** Id of the event that was asked for last. */
  private asked = '';
  private readonly loading: Action;
  private readonly doing: Action;
  private readonly questions: ReasonForm;
  private readonly dates: EventDates;
  private readonly people: People;

  constructor(
    private readonly part: AgendaPart,
    private readonly events: EventPageEvents,
  ) {
    const {desk} = part;
    this.loading = new Action(desk);
    this.doing = new Action(desk);
    this.questions = new ReasonForm(desk);
    this.dates = new EventDates(part, this.questions, {
      change: (event, work, done) => this.change(event, work, done),
      send: (event, work) => this.send(event, work),
    });
    this.people = new People(part, this.questions);
  }

  /** Asks for an event, unless it is there or on its way. */
  want(calendar: string, id: string): void {
    if (this.asked === id) return;
    this.asked = id;
    if (this.event?.id !== id) this.event = undefined;
    this.doing.error = undefined;
    this.questions.close();
    void this.load(calendar, id);
  }

  /** The hub has just told it. */
  know(event: DeskEvent): void {
    this.event = event;
    // its history and its people are asked for again
    this.asked = '';
  }

  template(calendar: string, id: string): TemplateResult {
    const {messages} = this.part.desk.words();
    const event = this.event?.id === id ? this.event : undefined;
    return html`<section class="view agenda event-page" aria-labelledby="event-title">
      <button class="button quiet back" type="button" @click=${this.events.leave}>
        ${messages.back}
      </button>
      ${problemTemplate(this.loading, messages)}
      ${event ? this.content(calendar, event) : this.waiting()}
    </section>`;
  }

  private waiting(): TemplateResult {
    const {messages} = this.part.desk.words();
    return html`<h3 id="event-title" tabindex="-1">${messages.event}</h3>
      ${
        this.loading.sentence
          ? nothing
          : html`<p class="wait" role="status">${messages.loading}</p>`
      }`;
  }

  private content(calendar: string, event: DeskEvent): TemplateResult {
    const words = this.part.desk.words();
    const {messages} = words;
    return html`<div class="event-head">
        <h3 id="event-title" tabindex="-1">${event.event.name}</h3>
        <p class="badges">${stateBadges(event, messages)}</p>
      </div>
      ${
        event.reason
          ? html`<p class="event-reason"><b>${messages.reasonIs}</b> ${event.reason}</p>`
          : nothing
      }
      ${this.proposer(event)}
      ${event.change ? changeTemplate(event.event, event.change, words) : nothing}
      ${this.steps(event)} ${this.questions.template('event')} ${this.problem()}
      ${eventFacts(event, words)} ${this.dates.template(event)}
      ${event.event.signUp || event.registrations ? this.people.template(calendar, event) : nothing}
      ${event.history ? historyTemplate(event.history, words, this.part.desk.timeZone) : nothing}`;
  }

  private proposer({proposer}: DeskEvent): TemplateResult | typeof nothing {
    const {messages} = this.part.desk.words();
    if (!proposer) return nothing;
    const {name, email, telephone} = proposer.contact;
    const who = proposer.organization ? `${name}, ${proposer.organization}` : name;
    return html`<p class="event-proposer">
      ${messages.proposedBy(who)} ${email ? html`<a href="mailto:${email}">${email}</a>` : nothing}
      ${telephone ? html`<a href="tel:${telephone.replaceAll(' ', '')}">${telephone}</a>` : nothing}
    </p>`;
  }

  /** What can be done where it stands, what is done most first. */
  private steps(event: DeskEvent): TemplateResult {
    const {part} = this;
    const {messages} = part.desk.words();
    const {isMerchant} = part;
    const isToDecide = event.state === 'proposed' || event.change !== undefined;
    const canDelete =
      (['draft', 'proposed', 'rejected'].includes(event.state) && !event.page) ||
      (isMerchant && event.importedFrom !== undefined && !event.registrations);
    const button = (words: string, act: () => void, kind = ''): TemplateResult =>
      html`<button
        class="button ${kind}"
        type="button"
        aria-disabled=${this.doing.isBusy ? 'true' : 'false'}
        @click=${act}
      >
        ${words}
      </button>`;
    const isDraft = event.state === 'draft' || event.state === 'rejected';
    return html`<div class="steps event-steps">
      ${
        isMerchant && isToDecide
          ? html`${button(messages.acceptEvent, () => this.accept(event), 'primary')}
            ${button(messages.refuseEvent, () => this.askToReject(event), 'reject')}`
          : nothing
      }
      ${
        isDraft
          ? isMerchant
            ? button(messages.publish, () => this.write(event, 'published'), 'primary')
            : button(messages.propose, () => this.write(event, 'proposed'), 'primary')
          : nothing
      }
      ${
        isMerchant || event.state !== 'cancelled'
          ? button(messages.editEvent, () => this.events.edit(event), 'edit')
          : nothing
      }
      ${button(messages.copyEvent, () => this.events.copy(event))}
      ${
        isMerchant && event.state === 'published'
          ? button(messages.cancelEvent, () => this.askToCancel(event), 'cancel-event')
          : nothing
      }
      ${
        isMerchant && event.state === 'cancelled'
          ? button(messages.restoreEvent, () =>
              this.change(event, at => part.api.restore(at), messages.eventRestored),
            )
          : nothing
      }
      ${canDelete ? button(messages.deleteEvent, () => this.askToDelete(event), 'delete') : nothing}
      ${
        event.page
          ? html`<a class="button" href=${event.page} target="_blank" rel="noopener"
              >${messages.publicPage}</a
            >`
          : nothing
      }
    </div>`;
  }

  private problem(): TemplateResult | typeof nothing {
    const {error, sentence} = this.doing;
    if (!sentence) return nothing;
    const isOld = error instanceof HubError && error.code === 'version-changed';
    const {messages} = this.part.desk.words();
    return html`<p class="problem" role="alert">
      ${isOld ? messages.changedMeanwhile : sentence}
    </p>`;
  }

  private accept(event: DeskEvent): void {
    const {messages} = this.part.desk.words();
    const work = (at: EventAt): Promise<DeskEvent> =>
      this.part.api.decide(at, {decision: 'accept'});
    this.change(event, work, messages.eventAccepted(event.event.name));
  }

  private write(event: DeskEvent, state: 'published' | 'proposed'): void {
    const {messages} = this.part.desk.words();
    const done = state === 'published' ? messages.eventPublished : messages.eventProposed;
    const work = (at: EventAt): Promise<DeskEvent> =>
      this.part.api.writeEvent(at, {event: event.event, state});
    this.change(event, work, done(event.event.name));
  }

  private askToReject(event: DeskEvent): void {
    const {messages} = this.part.desk.words();
    this.questions.ask({
      about: 'event',
      title: messages.rejectQuestion(event.event.name),
      hint: messages.rejectHint,
      reason: messages.rejectReason,
      isReasonNeeded: true,
      missing: messages.reasonNeeded,
      submit: messages.rejectConfirm,
      send: ({reason}) =>
        this.send(event, at => this.part.api.decide(at, {decision: 'reject', reason})),
      done: messages.eventRejected(event.event.name),
      back: '#event-title',
    });
  }

  private askToCancel(event: DeskEvent): void {
    const {messages} = this.part.desk.words();
    this.questions.ask({
      about: 'event',
      title: messages.cancelQuestion(event.event.name),
      hint: messages.cancelHint,
      reason: messages.cancelReason,
      most: 300,
      submit: messages.cancelConfirm,
      send: ({reason}) => this.send(event, at => this.part.api.cancel(at, {reason})),
      done: messages.eventCancelled(event.event.name),
      back: '#event-title',
    });
  }

  private askToDelete(event: DeskEvent): void {
    const {messages} = this.part.desk.words();
    this.questions.ask({
      about: 'event',
      title: messages.deleteEventQuestion(event.event.name),
      submit: messages.deleteEventConfirm,
      send: async () => {
        await this.part.api.deleteEvent(placeOf(event));
        this.part.drafts.remove(event.id);
        this.event = undefined;
        this.events.changed();
        this.events.leave();
      },
      done: messages.eventDeleted(event.event.name),
      back: '#add-event, #event-title',
    });
  }

  /** Does it at once, with its problem beside the buttons. */
  private change(event: DeskEvent, work: (at: EventAt) => Promise<DeskEvent>, done: string): void {
    void this.doing
      .run(() => this.send(event, work))
      .then(succeeded => {
        if (!succeeded) return;
        this.part.desk.say(done);
        this.part.desk.focus('#event-title');
      });
  }

  /** One change from the version that is shown; what came in between is shown at once. */
  private async send(event: DeskEvent, work: (at: EventAt) => Promise<DeskEvent>): Promise<void> {
    try {
      this.event = await work(placeOf(event));
      this.events.changed();
      this.people.forget();
    } catch (error) {
      if (error instanceof HubError && ['version-changed', 'wrong-state'].includes(error.code)) {
        await this.load(event.calendar, event.id);
      }
      throw error;
    }
  }

  private async load(calendar: string, id: string): Promise<void> {
    this.loading.isBusy = false;
    this.people.forget();
    await this.loading.run(async () => {
      const event = await this.part.api.event(calendar, id);
      if (this.part.now === id) this.event = event;
    });
  }
}

function placeOf({calendar, id, version}: DeskEvent): EventAt {
  return {calendar, id, version};
}
