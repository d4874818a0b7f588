import type {ChatAuthor, RoomSummary} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {isSameLanguage, languageName} from '../../format/language-names.js';
import {shortMoment, type MomentContext} from '../../format/moments.js';
import type {Words} from '../../state/desk-owner.js';
import {icon, BAG, PEOPLE, PERSON} from '../../templates/icons.js';
import {nameOf, previewOf} from '../facts.js';
import {viaMark} from '../via-mark.js';

export interface RowData extends Words, MomentContext {
  readonly summary: RoomSummary;
  readonly isOpen: boolean;
  /** The one tab stop of the list is here. */
  readonly isStop: boolean;
  /** Code of the order that it is about, where that is known. */
  readonly code: string | undefined;
  readonly typist: ChatAuthor | undefined;
}

/** One conversation or room of the list: who, what was said last and when, and what is to be done. */
export function roomRow(data: RowData, open: (event: Event) => void): TemplateResult {
  const {summary, messages, isOpen, isStop} = data;
  const {room, unread, isBlocked, lastAt, lastMessage} = summary;
  const name = nameOf(summary, messages);
  const isUnread = unread > 0 && !isBlocked;
  return html`<li>
    <button
      id="room-row-${room.id}"
      class="room-row"
      type="button"
      ?data-unread=${isUnread}
      aria-current=${isOpen ? 'true' : nothing}
      tabindex=${isStop ? 0 : -1}
      @click=${open}
    >
      ${avatar(summary, name)}
      <span class="row-top">
        <b class="row-name">${name}</b>
        <time datetime=${lastAt}>${shortMoment(lastAt, data, messages)}</time>
      </span>
      <span class="row-middle">
        <span class="row-text">
          ${
            data.typist
              ? html`<i>${messages.typing(data.typist.name ?? name)}</i>`
              : html`${lastMessage ? viaMark(lastMessage.via, messages) : nothing}
                ${previewOf(summary, messages)}`
          }
        </span>
        ${
          isUnread
            ? html`<span class="count" aria-hidden="true">${unread}</span
                ><span class="visually-hidden">(${messages.unreadMessages(unread)})</span>`
            : nothing
        }
      </span>
      ${chips(data)}
    </button>
  </li>`;
}

function avatar({room, contact}: RoomSummary, name: string): TemplateResult {
  const [initial] = contact?.name ?? '';
  const mark =
    room.kind === 'public' ? icon(PEOPLE) : initial ? name.slice(0, initial.length) : icon(PERSON);
  return html`<span class="avatar" aria-hidden="true">${mark}</span>`;
}

function chips(data: RowData): TemplateResult | typeof nothing {
  const {summary, messages, language, code} = data;
  const {toModerate, order, assignee, isBlocked, room} = summary;
  const isOther = room.kind === 'conversation' && !isSameLanguage(summary.language, language);
  const isClosed = room.settings !== undefined && !room.settings.isOpen;
  if (!toModerate && !order && !assignee && !isBlocked && !isOther && !isClosed) return nothing;
  return html`<span class="chips">
    ${toModerate ? html`<span class="badge urgent">${messages.toModerate(toModerate)}</span>` : nothing}
    ${
      order
        ? html`<span class="badge"
            >${icon(BAG)} ${code ? messages.orderChip(code) : messages.anOrder}</span
          >`
        : nothing
    }
    ${
      assignee
        ? html`<span class="badge"
            >${icon(PERSON)}
            <span
              ><span class="visually-hidden">${messages.assignee}</span> ${assignee.name}</span
            ></span
          >`
        : nothing
    }
    ${isOther ? html`<span class="badge">${languageName(summary.language, language)}</span>` : nothing}
    ${isClosed ? html`<span class="badge">${messages.roomClosed}</span>` : nothing}
    ${isBlocked ? html`<span class="badge urgent">${messages.blockedChip}</span>` : nothing}
  </span>`;
}
