import type {LoggedMessage} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import {Action} from '../../state/action.js';
import {icon, MORE} from '../../templates/icons.js';
import type {InboxContext} from '../inbox-context.js';
import type {RoomTalk} from '../room-talk.js';
import {ReasonForm} from './reason-form.js';

export interface ActionsData {
  readonly talk: RoomTalk;
  readonly logged: LoggedMessage;
  /** What its author is called. */
  readonly author: string;
  /** Somebody of the shop wrote it. */
  readonly isOurs: boolean;
  /** In a room of neighbours. */
  readonly isPublic: boolean;
  /** The one tab stop of the log is here. */
  readonly isStop: boolean;
}

/** What can be done with a message: take back what the shop wrote; in a room of neighbours, moderate it. */
export class MessageActions {
  private readonly form: ReasonForm;
  private readonly deciding: Action;
  /** Id of the message that is decided about. */
  private subject = '';
  /** Id of the message whose actions are shown. */
  private open = '';

  constructor(private readonly context: InboxContext) {
    this.form = new ReasonForm(context.desk);
    this.deciding = new Action(context.desk);
  }

  /** The button that shows what can be done; nothing where that stands there anyway, or is nothing. */
  menu({logged, isOurs, isPublic, isStop}: ActionsData): TemplateResult | typeof nothing {
    const {messages} = this.context.desk.words();
    const {message, isHeld, deletedBy} = logged;
    const isModerated = isPublic && message.author.role === 'visitor';
    if (deletedBy || isHeld || !(isOurs || isModerated)) return nothing;
    const isOpen = this.open === message.id;
    return html`<button
      class="button quiet message-menu"
      type="button"
      aria-label=${messages.messageActions}
      aria-expanded=${isOpen ? 'true' : 'false'}
      tabindex=${isStop ? 0 : -1}
      @click=${() => {
        this.open = isOpen ? '' : message.id;
        this.context.desk.update();
      }}
    >
      ${icon(MORE)}
    </button>`;
  }

  template(data: ActionsData): TemplateResult | typeof nothing {
    const {logged, isOurs} = data;
    const {message, isHeld, deletedBy} = logged;
    if (deletedBy) return nothing;
    const failure =
      this.subject === message.id && this.deciding.sentence
        ? html`<p class="problem" role="alert">${this.deciding.sentence}</p>`
        : nothing;
    const form = this.form.template(message.id);
    if (this.form.isAbout(message.id)) return form;
    if (isHeld) return html`${this.decisions(data)} ${failure}`;
    if (this.open !== message.id) return failure;
    return html`<div class="steps">${isOurs ? this.ownActions(data) : this.moderation(data)}</div>
      ${failure}`;
  }

  private ownActions({talk, logged}: ActionsData): TemplateResult {
    const {messages} = this.context.desk.words();
    const {id} = logged.message;
    const {api} = this.context.inbox;
    return html`<button
      class="button"
      type="button"
      @click=${() => this.decide(id, async () => talk.take((await api.takeBack(talk.room, id)).event))}
    >
      ${messages.takeBack}
    </button>`;
  }

  private decisions({talk, logged}: ActionsData): TemplateResult {
    const {desk, inbox} = this.context;
    const {messages} = desk.words();
    const {id} = logged.message;
    const approve = (): void => {
      const ask = async (): Promise<void> => {
        const {event} = await inbox.api.decideMessage(talk.room, id, {decision: 'approve'});
        talk.take(event);
        desk.say(messages.approved);
      };
      this.decide(id, ask);
    };
    return html`<div class="steps">
      <button
        class="button primary"
        type="button"
        aria-disabled=${this.deciding.isBusy ? 'true' : 'false'}
        @click=${approve}
      >
        ${messages.approve}
      </button>
      <button class="button reject" type="button" @click=${() => this.reject(talk, id)}>
        ${messages.reject}
      </button>
    </div>`;
  }

  private moderation({talk, logged, author}: ActionsData): TemplateResult {
    const {messages} = this.context.desk.words();
    const {id} = logged.message;
    return html`<button class="button" type="button" @click=${() => this.remove(talk, id)}>
        ${messages.removeMessage}
      </button>
      <button
        class="button"
        type="button"
        @click=${() => this.ban(talk, id, logged.message.author.id, author)}
      >
        ${messages.ban}
      </button>`;
  }

  private reject(talk: RoomTalk, id: string): void {
    const {desk, inbox} = this.context;
    const {messages} = desk.words();
    this.form.ask({
      about: id,
      title: messages.rejectTitle,
      reason: messages.reasonOptional,
      submit: messages.rejectNow,
      send: async ({reason}) => {
        const body = {decision: 'reject' as const, ...(reason && {reason})};
        talk.take((await inbox.api.decideMessage(talk.room, id, body)).event);
      },
      done: messages.rejected,
      back: `#message-${id}`,
    });
  }

  private remove(talk: RoomTalk, id: string): void {
    const {desk, inbox} = this.context;
    const {messages} = desk.words();
    this.form.ask({
      about: id,
      title: messages.removeTitle,
      hint: messages.removeHint,
      reason: messages.reason,
      isReasonNeeded: true,
      submit: messages.removeNow,
      send: async ({reason}) => {
        talk.take((await inbox.api.removeMessage(talk.room, id, reason)).event);
      },
      done: messages.removed,
      back: `#message-${id}`,
    });
  }

  private ban(talk: RoomTalk, message: string, member: string, name: string): void {
    const {desk, inbox} = this.context;
    const {messages} = desk.words();
    this.form.ask({
      about: message,
      title: messages.banTitle(name),
      terms: {label: messages.banFor, choices: messages.banChoices},
      reason: messages.reason,
      isReasonNeeded: true,
      submit: messages.banNow,
      send: ({reason, minutes}) =>
        inbox.api.ban(talk.room, member, {reason, ...(minutes !== undefined && {minutes})}),
      done: messages.banned(name),
      undo: () =>
        this.decide(message, async () => {
          await inbox.api.liftBan(talk.room, member);
          desk.say(messages.banLifted(name));
        }),
      back: `#message-${message}`,
    });
  }

  private decide(subject: string, work: () => Promise<void>): void {
    this.subject = subject;
    void this.deciding.run(work);
  }
}
