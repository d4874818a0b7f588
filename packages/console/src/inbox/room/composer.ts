import {cleanMessage, MESSAGE_LENGTH} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {randomUuid} from '../../api/random-uuid.js';
import {defined} from '../../templates/form.js';
import {icon, BOLT, CLOSE, PHOTO, SEND} from '../../templates/icons.js';
import {base64Of} from '../images/base64.js';
import {shrinkImage} from '../images/shrink-image.js';
import type {InboxContext} from '../inbox-context.js';
import type {UnsentImage, UnsentMessage} from '../outbox.js';
import {rowAfter} from '../list/roving.js';
import {cannedFor, insert, slashBefore, type CannedAnswer, type Slash} from './canned.js';

/** Characters that are left from which on they are counted aloud. */
const FEW = 200;
/** Lines that the field grows to. */
const MOST_LINES = 6;

/** The field for a reply: words, a photo, and the canned answers. */
export class Composer {
  private draft = '';
  private image: Omit<UnsentImage, 'alt'> | undefined;
  private imageFailed = false;
  /** The list of canned answers is open: after a slash, or for the whole field. */
  private slash: Slash | 'all' | undefined;
  private chosen = 0;
  /** Id of the last reply that was told to be in. */
  private heard = '';
  /** Where the caret goes after the next rendering. */
  private caret: number | undefined;

  constructor(
    private readonly context: InboxContext,
    private readonly room: string,
    private readonly sent: () => void,
  ) {}

  /** Takes the words of a reply that was not sent back into the field. */
  edit({text, image}: UnsentMessage): void {
    this.draft = [text, this.draft].filter(Boolean).join('\n');
    if (image) this.image = defined<UnsentImage>({...image, alt: undefined});
    this.caret = this.draft.length;
    this.context.desk.focus('#reply');
  }

  /** Closes what is open in it; whether there was anything. */
  close(): boolean {
    const wasOpen = this.slash !== undefined;
    this.slash = undefined;
    if (wasOpen) this.context.desk.update();
    return wasOpen;
  }

  template(name: string): TemplateResult {
    const {messages} = this.context.desk.words();
    const settings = this.context.inbox.store.settings;
    const isOpen = this.slash !== undefined;
    const found = this.found;
    return html`<form class="composer" novalidate @submit=${this.handleSubmit}>
      ${this.picture()} ${isOpen ? this.listbox(found) : nothing}
      <div class="composer-row">
        ${settings?.allowsImages ? this.photoButton() : nothing}
        <button
          class="button tool canned-button"
          type="button"
          aria-label=${messages.canned}
          title=${messages.canned}
          aria-expanded=${isOpen ? 'true' : 'false'}
          aria-controls="canned"
          @pointerdown=${keepFocus}
          @click=${this.handleCanned}
        >
          ${icon(BOLT)}
        </button>
        <label class="visually-hidden" for="reply">${messages.reply(name)}</label>
        <textarea
          id="reply"
          class="field"
          rows=${Math.min(MOST_LINES, this.draft.split('\n').length)}
          placeholder=${messages.replyPlaceholder}
          enterkeyhint="send"
          aria-autocomplete="list"
          aria-controls=${isOpen ? 'canned' : nothing}
          aria-activedescendant=${isOpen && found.length > 0 ? `canned-${this.chosen}` : nothing}
          aria-invalid=${this.over > 0 ? 'true' : 'false'}
          aria-describedby=${this.length > MESSAGE_LENGTH - FEW ? 'reply-length' : nothing}
          .value=${live(this.draft)}
          @input=${this.handleInput}
          @keydown=${this.handleKey}
          @blur=${this.handleBlur}
        ></textarea>
        <button
          class="button primary send"
          type="submit"
          aria-label=${messages.send}
          aria-disabled=${this.canSend ? 'false' : 'true'}
        >
          ${icon(SEND)} <span class="words">${messages.send}</span>
        </button>
      </div>
      ${this.lengthNote()}
      <p class="visually-hidden" role="status">
        ${isOpen && found.length > 0 ? messages.cannedCount(found.length) : this.sentStatus}
      </p>
    </form>`;
  }

  rendered(): void {
    if (this.caret === undefined) return;
    this.field?.setSelectionRange(this.caret, this.caret);
    this.caret = undefined;
  }

  private picture(): TemplateResult | typeof nothing {
    const {messages} = this.context.desk.words();
    const {image} = this;
    if (this.imageFailed) {
      return html`<p class="problem" role="alert">${messages.photoUnreadable}</p>`;
    }
    if (!image) return nothing;
    return html`<div class="photo-choice">
      <img
        src="data:${image.type};base64,${image.base64}"
        width=${image.width}
        height=${image.height}
        alt=${messages.photo}
      />
      <div class="labelled">
        <label for="photo-alt">${messages.photoAlt}</label>
        <p class="hint" id="photo-alt-hint">${messages.photoAltHint}</p>
        <input
          class="field"
          id="photo-alt"
          name="alt"
          maxlength="200"
          autocomplete="off"
          aria-describedby="photo-alt-hint"
        />
      </div>
      <button
        class="button tool"
        type="button"
        aria-label=${messages.removePhoto}
        @click=${() => {
          this.image = undefined;
          this.context.desk.focus('#reply');
        }}
      >
        ${icon(CLOSE)}
      </button>
    </div>`;
  }

  private photoButton(): TemplateResult {
    const {messages} = this.context.desk.words();
    return html`<label class="button tool photo-button" title=${messages.addPhoto}>
      ${icon(PHOTO)}
      <input
        class="visually-hidden"
        type="file"
        accept="image/*"
        aria-label=${messages.addPhoto}
        @change=${this.handlePhoto}
      />
    </label>`;
  }

  private listbox(found: readonly CannedAnswer[]): TemplateResult {
    const {messages} = this.context.desk.words();
    if (found.length === 0) {
      return html`<p id="canned" class="canned empty" role="status">${messages.cannedNone}</p>`;
    }
    return html`<ul id="canned" class="canned" role="listbox" aria-label=${messages.canned}>
      ${found.map(
        (answer, at) =>
          html`<li
            id="canned-${at}"
            role="option"
            aria-selected=${at === this.chosen ? 'true' : 'false'}
            @pointerdown=${keepFocus}
            @click=${() => this.insert(answer)}
          >
            <b>${answer.name}</b> <span>${answer.text}</span>
          </li>`,
      )}
    </ul>`;
  }

  private lengthNote(): TemplateResult | typeof nothing {
    const {messages} = this.context.desk.words();
    const left = MESSAGE_LENGTH - this.length;
    if (left >= FEW) return nothing;
    return html`<p id="reply-length" class=${left < 0 ? 'problem' : 'hint'}>
      ${left < 0 ? messages.tooLong(-left) : messages.charactersLeft(left)}
    </p>`;
  }

  /** That the last reply is in, until the next one is begun: the log does not say so of one's own. */
  private get sentStatus(): string {
    const {lastSent} = this.context.inbox;
    const isTold = lastSent?.room === this.room && lastSent.id !== this.heard;
    return isTold ? this.context.desk.words().messages.sentStatus : '';
  }

  private get field(): HTMLTextAreaElement | undefined {
    return this.context.desk.find('#reply') as HTMLTextAreaElement | undefined;
  }

  private get found(): readonly CannedAnswer[] {
    const answers = this.context.inbox.store.settings?.cannedAnswers ?? [];
    if (this.slash === undefined) return [];
    return this.slash === 'all' ? answers : cannedFor(answers, this.slash.query);
  }

  private get length(): number {
    return cleanMessage(this.draft).length;
  }

  private get over(): number {
    return this.length - MESSAGE_LENGTH;
  }

  private get canSend(): boolean {
    return (this.length > 0 || this.image !== undefined) && this.over <= 0;
  }

  private insert({text}: CannedAnswer): void {
    const {field} = this;
    const [from, to] =
      this.slash === 'all' || !this.slash
        ? [field?.selectionStart ?? this.draft.length, field?.selectionEnd ?? this.draft.length]
        : [this.slash.at, this.slash.at + 1 + this.slash.query.length];
    const done = insert(this.draft, from, to, text);
    this.draft = done.text;
    this.caret = done.caret;
    this.slash = undefined;
    this.context.desk.focus('#reply');
  }

  private send(form: HTMLFormElement): void {
    if (!this.canSend) return;
    const text = cleanMessage(this.draft);
    const {image} = this;
    const alt = form.querySelector<HTMLInputElement>('#photo-alt')?.value.trim();
    this.context.inbox.reply(this.room, {
      ...(text && {text}),
      ...(image && {image: {...image, ...(alt && {alt})}}),
    });
    this.draft = '';
    this.image = undefined;
    this.slash = undefined;
    this.sent();
    this.context.desk.focus('#reply');
  }

  private async take(file: File): Promise<void> {
    const {desk} = this.context;
    const small = await shrinkImage(file);
    this.imageFailed = !small;
    this.image = small && {
      id: randomUuid(desk.environment().bytes),
      type: small.blob.type,
      base64: await base64Of(small.blob),
      width: small.width,
      height: small.height,
    };
    desk.focus(small ? '#photo-alt' : '#reply');
  }

  private readonly handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.send(event.currentTarget as HTMLFormElement);
  };

  private readonly handleInput = ({currentTarget}: Event): void => {
    const {value, selectionStart} = currentTarget as HTMLTextAreaElement;
    this.draft = value;
    this.heard = this.context.inbox.lastSent?.id ?? '';
    this.slash = slashBefore(value, selectionStart);
    this.chosen = 0;
    // a slash that nothing answers to is just a slash
    if (this.slash && this.found.length === 0) this.slash = undefined;
    if (value.trim()) this.context.inbox.typing.tell(this.room);
    this.context.desk.update();
  };

  private readonly handleKey = (event: KeyboardEvent): void => {
    const {found} = this;
    if (found.length > 0) {
      const next = rowAfter(event.key, this.chosen, found.length);
      if (next !== undefined && event.key.startsWith('Arrow')) {
        event.preventDefault();
        this.chosen = next;
        this.context.desk.update();
        return;
      }
      if (event.key === 'Enter' || event.key === 'Tab') {
        event.preventDefault();
        this.insert(found[this.chosen]!);
        return;
      }
    }
    // an Enter that ends the choice of a character is none of ours
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    const {form} = event.currentTarget as HTMLTextAreaElement;
    if (form) this.send(form);
  };

  private readonly handleBlur = (): void => {
    this.close();
  };

  private readonly handleCanned = (): void => {
    this.slash = this.slash === undefined ? 'all' : undefined;
    this.chosen = 0;
    this.context.desk.focus('#reply');
  };

  private readonly handlePhoto = ({currentTarget}: Event): void => {
    const input = currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    // the same file may be chosen again
    input.value = '';
    if (file) void this.take(file);
  };
}

/** A press on a choice leaves the caret where it is. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
