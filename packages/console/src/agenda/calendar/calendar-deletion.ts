import type {CalendarDeletion, DeskCalendar} from '@local-widgets/model/schemas.js';
import {html, type TemplateResult} from 'lit';
import {HubError} from '../../api/hub-error.js';
import {ReasonForm} from '../../inbox/moderation/reason-form.js';
import type {Messages} from '../../locales/index.js';
import {Action} from '../../state/action.js';
import {problemTemplate} from '../../templates/problem.js';
import type {AgendaPart} from '../agenda-part.js';

/** Deletes a calendar, once its merchant has read what goes with it. */
export class CalendarDeleting {
  private readonly asking: Action;
  private readonly questions: ReasonForm;

  constructor(private readonly part: AgendaPart) {
    this.asking = new Action(part.desk);
    this.questions = new ReasonForm(part.desk);
  }

  template(calendar: DeskCalendar): TemplateResult {
    const {messages} = this.part.desk.words();
    return html`<div class="form delete-calendar">
      <p class="hint">${messages.deleteCalendarHint}</p>
      <div class="steps">
        <button
          id="delete-calendar"
          class="button"
          type="button"
          aria-disabled=${this.asking.isBusy ? 'true' : 'false'}
          @click=${() => this.ask(calendar)}
        >
          ${messages.deleteCalendar}
        </button>
      </div>
      ${problemTemplate(this.asking, messages)}
      ${this.questions.template(`calendar-${calendar.id}`)}
    </div>`;
  }

  private ask(calendar: DeskCalendar): void {
    void this.asking.run(() => this.askNow(calendar));
  }

  /** Asks with the numbers of this moment. */
  private async askNow({id, settings, version}: DeskCalendar): Promise<void> {
    const {part} = this;
    const {messages} = part.desk.words();
    const what = await part.api.calendarDeletion(id);
    const people = what.confirmed + what.waiting;
    const isTold = people > 0 || what.proposals > 0;
    this.questions.ask({
      about: `calendar-${id}`,
      title: messages.deleteCalendarQuestion(settings.name),
      details: whatGoes(what, messages),
      hint: messages.deleteCalendarForGood,
      ...(isTold && {reason: messages.deleteCalendarReason, most: 300}),
      submit: messages.deleteCalendarConfirm,
      isGrave: true,
      send: async ({reason}) => {
        await this.remove({id, version}, people, reason);
        for (const draft of part.drafts.of(id)) part.drafts.remove(draft.id);
        part.choose('');
        await part.reload();
      },
      done: messages.calendarDeleted(settings.name),
      back: '#add-event, #calendar-new-name',
    });
  }

  private async remove(
    calendar: {id: string; version: number},
    people: number,
    reason: string,
  ): Promise<void> {
    const {part} = this;
    try {
      await part.api.deleteCalendar(calendar, {people, reason});
    } catch (error) {
      const isOld =
        error instanceof HubError && ['people-signed-up', 'version-changed'].includes(error.code);
      if (isOld) {
        await part.reload();
        const now = part.calendars?.find(({id}) => id === calendar.id);
        // who decides reads the new numbers first
        if (now) await this.askNow(now);
      }
      throw error;
    }
  }
}

/** In sentences: what disappears, who is told, who has to be called. */
function whatGoes(
  {events, drafts, proposals, feeds, confirmed, waiting, withoutEmail}: CalendarDeletion,
  messages: Messages,
): string[] {
  const sentences = [
    messages.goesEvents(events, drafts),
    proposals > 0 && messages.goesProposals(proposals),
    feeds > 0 && messages.goesFeeds(feeds),
    confirmed + waiting > 0 && messages.goesPeople(confirmed, waiting),
    withoutEmail.length > 0 &&
      messages.goesWithoutEmail(
        withoutEmail.map(({name, telephone}) => `${name} (${telephone ?? ''})`).join(', '),
      ),
  ];
  return sentences.filter(each => each !== false);
}
