import type {DeskEvent, EventDocument, EventWrite} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {HubError} from '../../api/hub-error.js';
import {randomUuid} from '../../api/random-uuid.js';
import {Action} from '../../state/action.js';
import {fieldErrors} from '../../templates/form.js';
import {formProblem} from '../../templates/problem.js';
import type {AgendaPart} from '../agenda-part.js';
import type {KeptDraft} from '../draft/draft-box.js';
import {draftProblems} from '../draft/draft-problems.js';
import {emptyDraft, type EventDraft} from '../draft/event-draft.js';
import {draftOf} from '../draft/read-document.js';
import {withoutLostDates} from '../draft/series-dates.js';
import {documentOf} from '../draft/write-document.js';
import {canonical, changedFields} from '../event/event-change.js';
import {
  moreFields,
  priceFields,
  signUpFields,
  whatFields,
  whenFields,
  whereFields,
  type FieldsData,
} from './event-fields.js';
import {fieldOfPointer} from './field-of-pointer.js';
import {readFields} from './read-fields.js';
import {repeatFields} from './repeat-fields.js';
import {SeriesPanel} from './series-panel.js';

export interface EventEditorEvents {
  readonly saved: (event: DeskEvent) => void;
  /** Left without saving. @param id of the event; nothing of a new one */
  readonly left: (id: string | undefined) => void;
}

type State = EventWrite['state'];

/** The form of one event. What was typed stays until the hub has taken it. */
export class EventEditor {
  private kept: KeptDraft | undefined;
  private errors: Readonly<Record<string, string>> = {};
  private openFolds: ReadonlySet<string> = new Set();
  /** What the hub has by now, when somebody else was faster. */
  private conflict: DeskEvent | undefined;
  /** Where it was to go at the last try. */
  private wanted: State;
  private readonly saving: Action;
  private readonly series: SeriesPanel;

  constructor(
    private readonly part: AgendaPart,
    private readonly events: EventEditorEvents,
  ) {
    this.saving = new Action(part.desk);
    this.series = new SeriesPanel(part.desk, change => {
      if (this.kept) this.write({...this.kept.draft, ...change(this.kept.draft)});
    });
  }

  get isOpen(): boolean {
    return this.kept !== undefined;
  }

  /** Where one is while it is open. */
  get place(): string {
    return this.kept?.base?.id ?? '';
  }

  /** @param event nothing for a new one */
  open(event: DeskEvent | undefined): void {
    const {part} = this;
    const known = event && part.drafts.get(event.id);
    if (known) this.begin(known);
    else if (event) {
      const document = part.isMerchant ? event.event : (event.change ?? event.event);
      this.begin(this.keptOf(event.id, this.draftOf(document), event));
    } else this.begin(this.keptOf(this.newId(), emptyDraft(part.desk.today()), undefined));
  }

  /** A new event that begins as another one. */
  openCopy({event}: DeskEvent): void {
    const document = {...event};
    delete document.overrides;
    this.begin(this.keptOf(this.newId(), {...this.draftOf(document), removed: []}, undefined));
  }

  /** Goes on with what was written before. */
  resume(id: string): void {
    const kept = this.part.drafts.get(id);
    if (!kept) return;
    this.part.go(kept.base?.id ?? '');
    this.begin(kept);
  }

  template(): TemplateResult | typeof nothing {
    const {kept, saving} = this;
    if (!kept) return nothing;
    const {desk} = this.part;
    const words = desk.words();
    const {messages} = words;
    const {draft, base} = kept;
    const data: FieldsData = {
      draft,
      errors: this.errors,
      words,
      shopName: desk.profile?.name ?? desk.api.shop,
      openFolds: this.openFolds,
    };
    return html`<section class="view agenda editor" aria-labelledby="editor-title">
      <button class="button quiet back" type="button" @click=${() => this.leave()}>
        ${messages.back}
      </button>
      <h3 id="editor-title" tabindex="-1">
        ${base ? messages.editEventTitle(base.event.name) : messages.newEvent}
      </h3>
      ${
        base?.state === 'published' && !this.part.isMerchant
          ? html`<p class="hint">${messages.changeWillWait}</p>`
          : nothing
      }
      ${keyed(
        kept.id,
        html`<form
          class="form event-form"
          novalidate
          @input=${this.handleInput}
          @change=${this.handleInput}
          @submit=${this.handleSubmit}
        >
          ${whatFields(data)} ${whenFields(data)} ${repeatFields(data)}
          ${this.series.template(draft, this.document(draft), this.errors['dates'] ?? this.errors['addedDay'])}
          ${whereFields(data)} ${priceFields(data, this.handleAddOffer)} ${signUpFields(data)}
          ${moreFields(data)} ${this.conflictBox()} ${this.conflict ? nothing : formProblem(saving)}
          <div class="steps save-steps">${this.buttons(base)}</div>
        </form>`,
      )}
    </section>`;
  }

  /** What can become of it: the first one is what Enter does. */
  private buttons(base: DeskEvent | undefined): TemplateResult {
    const {messages} = this.part.desk.words();
    const {isMerchant} = this.part;
    const {isBusy} = this.saving;
    const save = (state: State, words: string, isMain = false): TemplateResult =>
      html`<button
        class="button ${isMain ? 'primary' : ''}"
        type=${isMain ? 'submit' : 'button'}
        aria-disabled=${isBusy ? 'true' : 'false'}
        @click=${isMain ? nothing : () => this.save(state)}
      >
        ${isBusy && this.wanted === state ? messages.saving : words}
      </button>`;
    const main = this.mainState(base);
    const isLive = base?.state === 'published' || base?.state === 'cancelled';
    const words = {
      published: isLive ? messages.saveAndPublish : messages.publish,
      proposed: isLive ? messages.proposeChange : messages.propose,
      draft: messages.saveDraft,
    };
    return html`${save(main, main ? words[main] : messages.save, true)}
      ${isLive ? nothing : save('draft', messages.saveDraft)}
      ${isMerchant && base?.state === 'proposed' ? save(undefined, messages.saveProposal) : nothing}
      <button class="button quiet" type="button" @click=${() => this.leave()}>
        ${messages.leaveForm}
      </button>`;
  }

  private mainState(base: DeskEvent | undefined): State {
    if (base?.state === 'cancelled') return undefined;
    return this.part.isMerchant ? 'published' : 'proposed';
  }

  /** Somebody was faster: what they changed, and what can be done. */
  private conflictBox(): TemplateResult | typeof nothing {
    const {conflict, kept} = this;
    if (!conflict || !kept) return nothing;
    const {messages} = this.part.desk.words();
    const fields = kept.base
      ? changedFields(kept.base.event, conflict.event, messages).join(', ')
      : '';
    const isMoved = kept.base && kept.base.state !== conflict.state;
    return html`<div class="box conflict" role="alert" aria-labelledby="conflict-title">
      <h4 id="conflict-title" tabindex="-1">${messages.conflictTitle}</h4>
      <p>
        ${fields ? messages.conflictFields(fields) : messages.conflictOther}
        ${isMoved ? messages.nowIs(messages.eventStates[conflict.state]) : nothing}
      </p>
      <div class="steps">
        <button class="button primary" type="button" @click=${this.handleOverwrite}>
          ${messages.keepMine}
        </button>
        <button class="button" type="button" @click=${this.handleTakeTheirs}>
          ${messages.takeTheirs}
        </button>
      </div>
    </div>`;
  }

  private begin(kept: KeptDraft): void {
    this.kept = kept;
    this.errors = {};
    this.conflict = undefined;
    this.saving.error = undefined;
    this.series.reset();
    const {draft} = kept;
    const filled = {
      about: draft.categories || draft.audience || draft.ageMin || draft.ageMax || draft.setting,
      image: draft.imageUrl,
      organizer: draft.organizerName || draft.organizerEmail || draft.url,
    };
    this.openFolds = new Set(Object.entries(filled).flatMap(([name, some]) => (some ? name : [])));
    this.part.desk.focus('#editor-title');
    this.part.desk.update();
  }

  private leave(): void {
    const {kept} = this;
    this.kept = undefined;
    this.part.desk.update();
    this.events.left(kept?.base?.id);
  }

  private write(draft: EventDraft): void {
    if (!this.kept) return;
    this.kept = {...this.kept, draft};
    this.part.drafts.put(this.kept);
    this.part.desk.update();
  }

  /** What the draft describes; nothing while that has no beginning. */
  private document(draft: EventDraft): EventDocument | undefined {
    if (!draft.startDay || (!draft.isAllDay && !draft.startTime)) return undefined;
    const {desk, calendar} = this.part;
    return documentOf(draft, {
      base: this.kept?.base?.event,
      profile: desk.profile,
      timeZone: calendar?.settings.timeZone ?? desk.timeZone,
    });
  }

  private save(state: State): void {
    const {kept, part} = this;
    if (!kept || this.saving.isBusy) return;
    const {messages} = part.desk.words();
    this.wanted = state;
    this.conflict = undefined;
    this.saving.error = undefined;
    const problems = Object.entries(draftProblems(kept.draft));
    this.showErrors(
      Object.fromEntries(
        problems.map(([name, problem]) => [name, messages.draftProblems[problem]]),
      ),
    );
    const document = this.document(kept.draft);
    if (problems.length > 0 || !document) return;
    const event = withoutLostDates(document);
    void this.saving.run(async () => {
      const saved = await this.send(kept, {event, ...(state && {state})});
      part.drafts.remove(kept.id);
      if (this.kept?.id === kept.id) this.kept = undefined;
      part.desk.say(messages.savedAs(saved.event.name, messages.eventStates[saved.state]));
      this.events.saved(saved);
    });
  }

  private async send({id, calendar, base}: KeptDraft, body: EventWrite): Promise<DeskEvent> {
    const {api} = this.part;
    try {
      return await api.writeEvent({calendar, id, version: base?.version}, body);
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      if (error.code === 'version-changed') {
        const theirs = await api.event(calendar, id);
        // an answer was lost: the hub has had it all along
        if (isTaken(theirs, body)) return theirs;
        this.conflict = theirs;
        this.part.desk.focus('#conflict-title');
      } else this.showErrors(fieldErrors(error, fieldOfPointer));
      throw error;
    }
  }

  private showErrors(errors: Readonly<Record<string, string>>): void {
    this.errors = errors;
    const {desk} = this.part;
    if (errors['dates']) desk.focus('#dates-error');
    else if (Object.keys(errors).length > 0) desk.focus('.event-form [aria-invalid=true]');
    desk.update();
  }

  private keptOf(id: string, draft: EventDraft, base: DeskEvent | undefined): KeptDraft {
    return {calendar: base?.calendar ?? this.part.calendar?.id ?? '', id, base, draft};
  }

  private draftOf(document: EventDocument): EventDraft {
    const {desk} = this.part;
    return draftOf(document, {language: desk.words().language, profile: desk.profile});
  }

  private newId(): string {
    return randomUuid(this.part.desk.environment().bytes);
  }

  private readonly handleInput = ({currentTarget}: Event): void => {
    if (!this.kept) return;
    this.write(readFields(currentTarget as HTMLFormElement, this.kept.draft));
  };

  private readonly handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.save(this.mainState(this.kept?.base));
  };

  private readonly handleAddOffer = (): void => {
    if (!this.kept) return;
    const {draft} = this.kept;
    this.write({...draft, offers: [...draft.offers, {name: '', price: ''}]});
    this.part.desk.focus(`#offerName-${draft.offers.length}`);
  };

  private readonly handleOverwrite = (): void => {
    const {kept, conflict} = this;
    if (!kept || !conflict) return;
    this.kept = {...kept, base: conflict};
    this.part.drafts.put(this.kept);
    this.save(this.wanted);
  };

  private readonly handleTakeTheirs = (): void => {
    const {kept, conflict} = this;
    if (!kept || !conflict) return;
    this.part.drafts.remove(kept.id);
    this.begin({...kept, base: conflict, draft: this.draftOf(conflict.event)});
  };
}

function isTaken(theirs: DeskEvent, {event, state}: EventWrite): boolean {
  const document = theirs.change ?? theirs.event;
  const isThere = state === undefined || theirs.state === state || theirs.change !== undefined;
  return isThere && canonical(document) === canonical(event);
}
