import {formatTime, isoDateIn} from '@local-widgets/core';
import {html, nothing, type TemplateResult} from 'lit';
import type {AuditEntry} from '../../api/inbox-types.js';
import {fullDay} from '../../format/days.js';
import {FoldList} from '../../shop/fold-list.js';
import type {DeskOwner} from '../../state/desk-owner.js';
import {nameOf} from '../facts.js';
import type {Inbox} from '../inbox.js';

/** What moderators and clerks did, the latest first. */
export class AuditLog extends FoldList<AuditEntry> {
  constructor(
    owner: DeskOwner,
    private readonly inbox: Inbox,
  ) {
    super(owner);
  }

  protected fetch(): Promise<readonly AuditEntry[]> {
    return this.inbox.api.audit();
  }

  template(): TemplateResult {
    const {messages} = this.owner.words();
    return this.fold('audit', messages.auditTitle, entries =>
      entries.length === 0
        ? html`<p class="empty">${messages.auditNone}</p>`
        : html`<ul class="rows audit">
            ${entries.map(entry => this.row(entry))}
          </ul>`,
    );
  }

  private row({at, person, action, room, subject, reason}: AuditEntry): TemplateResult {
    const {messages, language} = this.owner.words();
    const {timeZone} = this.owner;
    const moment = new Date(at);
    const who = person?.name ?? messages.auditProgram;
    const what = messages.auditActions[action] ?? action;
    const isBan = action === 'ban' && room !== undefined && subject !== undefined;
    return html`<li>
      <p>
        ${messages.auditLine(who, what)}${this.roomOf(room)}
        ${reason ? html`<br /><i>${messages.reasonShown(reason)}</i>` : nothing}<br />
        <time class="hint" datetime=${at}
          >${fullDay(isoDateIn(moment, timeZone), language)},
          ${formatTime(moment, language, timeZone)}</time
        >
      </p>
      ${
        isBan
          ? html`<button
              class="button"
              type="button"
              @click=${() => void this.ask(() => this.inbox.api.liftBan(room, subject), messages.banLifted(''))}
            >
              ${messages.liftBan}
            </button>`
          : nothing
      }
    </li>`;
  }

  /** In which room: by its name, where the desk knows it; the id of a conversation says nothing. */
  private roomOf(id: string | undefined): TemplateResult | typeof nothing {
    const summary = id === undefined ? undefined : this.inbox.store.get(id);
    return summary ? html` · ${nameOf(summary, this.owner.words().messages)}` : nothing;
  }
}
