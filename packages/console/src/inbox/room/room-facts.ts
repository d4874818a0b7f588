import {
  formatDate,
  isoDateIn,
  mailUrl,
  siteName,
  telUrl,
  UGC_REL,
  webUrl,
} from '@local-widgets/core';
import {formatCents} from '@local-widgets/model';
import type {Order, RoomSummary} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {RoomChange} from '../../api/inbox-api.js';
import type {ChatPerson} from '../../api/inbox-types.js';
import {languageName} from '../../format/language-names.js';
import {whenOf} from '../../orders/order-facts.js';
import {Action} from '../../state/action.js';
import {icon, BAG, DOWNLOAD, MAIL, PHONE, PRINTER} from '../../templates/icons.js';
import {problemTemplate} from '../../templates/problem.js';
import type {InboxContext} from '../inbox-context.js';
import {ReasonForm} from '../moderation/reason-form.js';
import type {RoomTalk} from '../room-talk.js';
import {transcriptOf, writeTranscript, type Transcript} from './transcript.js';

/** Who is at the other end and what it is about, and what can be done with the conversation. */
export class RoomFacts {
  private readonly changing: Action;
  private readonly copying: Action;
  private readonly asking: Action;
  private readonly block: ReasonForm;
  private people: readonly ChatPerson[] | undefined;
  private order: Order | undefined;

  constructor(
    private readonly context: InboxContext,
    private readonly talk: RoomTalk,
  ) {
    const {desk} = context;
    this.changing = new Action(desk);
    this.copying = new Action(desk);
    this.asking = new Action(desk);
    this.block = new ReasonForm(desk);
  }

  /** Asks for what only these facts need. */
  want({order}: RoomSummary): void {
    const {desk, inbox, orders} = this.context;
    void this.asking.run(async () => {
      this.people ??= await inbox.api.people();
      if (!order || this.order) return;
      this.order = orders?.find(order) ?? (await desk.api.order(order));
    });
  }

  template(summary: RoomSummary): TemplateResult {
    const {messages} = this.context.desk.words();
    const isConversation = summary.room.kind === 'conversation';
    return html`<div class="facts-list">
      ${problemTemplate(this.changing, messages)}
      ${
        isConversation
          ? html`${this.contact(summary)} ${this.origin(summary)}`
          : this.roomRules(summary)
      }
      ${this.aboutOrder(summary)} ${isConversation ? this.assignment(summary) : nothing}
      ${this.transcript(summary)} ${isConversation ? this.steps(summary) : nothing}
    </div>`;
  }

  private contact({contact}: RoomSummary): TemplateResult {
    const {messages} = this.context.desk.words();
    const phone = telUrl(contact?.telephone);
    const mail = mailUrl(contact?.email);
    return html`<section>
      <h4>${messages.contact}</h4>
      ${
        phone
          ? html`<a
              class="reach"
              href=${phone}
              aria-label=${messages.callContact(contact!.telephone!)}
              >${icon(PHONE)} ${contact!.telephone}</a
            >`
          : nothing
      }
      ${
        mail
          ? html`<a class="reach" href=${mail} aria-label=${messages.mailContact(contact!.email!)}
              >${icon(MAIL)} <span>${contact!.email}</span></a
            >`
          : nothing
      }
      ${phone || mail ? nothing : html`<p class="hint">${messages.noContact}</p>`}
    </section>`;
  }

  private origin({language, page, createdAt}: RoomSummary): TemplateResult {
    const {desk} = this.context;
    const words = desk.words();
    const {messages} = words;
    const url = webUrl(page);
    return html`<dl>
      <div>
        <dt>${messages.languageOf}</dt>
        <dd>${languageName(language, words.language)}</dd>
      </div>
      <div>
        <dt>${messages.since}</dt>
        <dd>${formatDate(isoDateIn(new Date(createdAt), desk.timeZone), words.language, true)}</dd>
      </div>
      ${
        url
          ? html`<div>
              <dt>${messages.pageOf}</dt>
              <dd>
                <a href=${url} rel=${UGC_REL} target="_blank">${siteName(url)}${pathOf(url)}</a>
              </dd>
            </div>`
          : nothing
      }
    </dl>`;
  }

  private roomRules({room: {settings}}: RoomSummary): TemplateResult | typeof nothing {
    if (!settings) return nothing;
    const {messages} = this.context.desk.words();
    const {description, rules, isOpen, isPremoderated, slowSeconds} = settings;
    return html`<section>
        ${description ? html`<p>${description}</p>` : nothing}
        <p class="chips">
          ${isOpen ? nothing : html`<span class="badge urgent">${messages.roomClosed}</span>`}
          ${isPremoderated ? html`<span class="badge">${messages.premoderated}</span>` : nothing}
          ${
            slowSeconds > 0
              ? html`<span class="badge">${messages.slowMode(slowSeconds)}</span>`
              : nothing
          }
        </p>
      </section>
      <section>
        <h4>${messages.rulesOfRoom}</h4>
        <p class="said">${rules}</p>
      </section>`;
  }

  private aboutOrder({order: id}: RoomSummary): TemplateResult | typeof nothing {
    if (!id) return nothing;
    const {desk, orders} = this.context;
    const words = desk.words();
    const {messages, language} = words;
    const order = orders?.find(id) ?? this.order;
    const moment = {timeZone: desk.timeZone, now: desk.now(), today: desk.today()};
    return html`<section>
      <h4>${messages.aboutOrder}</h4>
      ${
        order
          ? html`<p>
                <b>${icon(BAG)} ${order.code}</b> · ${messages.states[order.state]}<br />
                ${whenOf(order, moment, words)} · ${formatCents(order.total, language)}
              </p>
              <ul class="order-lines">
                ${order.lines.map(({quantity, name}) => html`<li>${quantity} × ${name}</li>`)}
              </ul>`
          : html`<p class="hint">${this.asking.isBusy ? messages.loading : messages.orderGone}</p>`
      }
      ${
        orders?.find(id)
          ? html`<button class="button" type="button" @click=${() => orders.show(id)}>
              ${messages.showOrder}
            </button>`
          : nothing
      }
    </section>`;
  }

  private assignment({room, assignee}: RoomSummary): TemplateResult {
    const {desk} = this.context;
    const {messages} = desk.words();
    const me = desk.person.id;
    const people = withAssignee(this.people ?? [], assignee);
    return html`<section>
      <div class="labelled">
        <label for="assignee">${messages.assignee}</label>
        <select
          class="field"
          id="assignee"
          @change=${({target}: Event) => this.assign(room.id, (target as HTMLSelectElement).value)}
        >
          <option .value=${''} ?selected=${!assignee}>${messages.nobody}</option>
          ${people.map(
            ({id, name}) =>
              html`<option .value=${id} ?selected=${id === assignee?.id}>
                ${id === me ? messages.you : name}
              </option>`,
          )}
        </select>
      </div>
      ${
        // who runs the hub may be nobody of the shop
        me !== undefined && assignee?.id !== me && people.some(({id}) => id === me)
          ? html`<button class="button" type="button" @click=${() => this.assign(room.id, me)}>
              ${messages.takeOver}
            </button>`
          : nothing
      }
    </section>`;
  }

  private transcript(summary: RoomSummary): TemplateResult {
    const {messages} = this.context.desk.words();
    const busy = this.copying.isBusy ? 'true' : 'false';
    return html`<section>
      <h4>${messages.transcript}</h4>
      <div class="steps">
        <button
          class="button"
          type="button"
          aria-disabled=${busy}
          @click=${() => this.copy(summary, transcript => this.print(transcript))}
        >
          ${icon(PRINTER)} ${messages.printTranscript}
        </button>
        <button
          class="button"
          type="button"
          aria-disabled=${busy}
          @click=${() => this.copy(summary, transcript => this.download(transcript))}
        >
          ${icon(DOWNLOAD)} ${messages.downloadTranscript}
        </button>
      </div>
      ${problemTemplate(this.copying, messages)}
    </section>`;
  }

  private steps(summary: RoomSummary): TemplateResult {
    const {messages} = this.context.desk.words();
    const {room, isBlocked} = summary;
    return html`<section>
      <div class="steps">
        ${
          room.state === 'open'
            ? html`<button class="button end" type="button" @click=${() => this.end(room.id, true)}>
                ${messages.end}
              </button>`
            : html`<button
                class="button end"
                type="button"
                @click=${() => this.end(room.id, false)}
              >
                ${messages.reopen}
              </button>`
        }
        ${
          isBlocked
            ? html`<button class="button block" type="button" @click=${() => this.unblock(room.id)}>
                ${messages.unblock}
              </button>`
            : html`<button
                class="button block"
                type="button"
                @click=${() => this.askBlock(room.id)}
              >
                ${messages.block}
              </button>`
        }
      </div>
      ${this.block.template(room.id)}
    </section>`;
  }

  /** Ends the conversation, or opens it again. */
  end(id: string, isEnd: boolean): void {
    const {messages} = this.context.desk.words();
    const undo = isEnd ? () => this.end(id, false) : undefined;
    this.change(
      id,
      {state: isEnd ? 'ended' : 'open'},
      isEnd ? messages.ended : messages.reopened,
      undo,
    );
  }

  unblock(id: string): void {
    const {messages} = this.context.desk.words();
    this.change(id, {isBlocked: false}, messages.unblocked);
  }

  private assign(id: string, person: string): void {
    const {desk} = this.context;
    const {messages} = desk.words();
    const name =
      person === desk.person.id
        ? (desk.person.name ?? messages.you)
        : this.people?.find(each => each.id === person)?.name;
    const sentence = person ? messages.assigned(name ?? '') : messages.unassigned;
    this.change(id, {assignee: person || null}, sentence);
  }

  private askBlock(id: string): void {
    const {desk, inbox} = this.context;
    const {messages} = desk.words();
    this.block.ask({
      about: id,
      title: messages.blockTitle,
      hint: messages.blockHint,
      submit: messages.blockNow,
      send: async () => inbox.put(await inbox.api.changeRoom(id, {isBlocked: true})),
      done: messages.blocked,
      undo: () => this.unblock(id),
      back: '.facts .block',
    });
  }

  private change(id: string, change: RoomChange, sentence: string, undo?: () => void): void {
    const {desk, inbox} = this.context;
    void this.changing.run(async () => {
      inbox.put(await inbox.api.changeRoom(id, change));
      desk.offerUndo(sentence, undo);
    });
  }

  private copy(summary: RoomSummary, use: (transcript: Transcript) => void): void {
    const {desk} = this.context;
    void this.copying.run(async () => {
      await this.talk.loadAll();
      const {log} = this.talk;
      if (log) use(transcriptOf(log, summary, desk.words(), desk.timeZone));
    });
  }

  private print(transcript: Transcript): void {
    this.context.desk.print({kind: 'transcript', transcript});
  }

  private download(transcript: Transcript): void {
    const {desk} = this.context;
    const {messages} = desk.words();
    const name = `${messages.transcriptName}-${desk.today()}.txt`;
    desk.environment().download(writeTranscript(transcript), name);
  }
}

/** Whoever has it, even if they work here no more. */
function withAssignee(
  people: readonly ChatPerson[],
  assignee: ChatPerson | undefined,
): readonly ChatPerson[] {
  if (!assignee || people.some(({id}) => id === assignee.id)) return people;
  return [...people, assignee];
}

function pathOf(url: string): string {
  const {pathname} = new URL(url);
  return pathname === '/' ? '' : pathname;
}
