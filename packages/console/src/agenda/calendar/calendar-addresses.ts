import type {CalendarProfile, DeskCalendar} from '@local-widgets/model/schemas.js';
import {html, type TemplateResult} from 'lit';
import {Action} from '../../state/action.js';
import {problemTemplate} from '../../templates/problem.js';
import type {AgendaPart} from '../agenda-part.js';

/** The addresses under which a calendar is published, to copy. */
export class CalendarAddresses {
  private profile: CalendarProfile | undefined;
  private readonly loading: Action;

  constructor(private readonly part: AgendaPart) {
    this.loading = new Action(part.desk);
  }

  template({id}: DeskCalendar): TemplateResult {
    const {messages} = this.part.desk.words();
    const profile = this.profile?.id === id ? this.profile : undefined;
    const toggle = ({currentTarget}: Event): void => {
      if ((currentTarget as HTMLDetailsElement).open) this.want(id);
    };
    return html`<details class="fold" id="fold-addresses" @toggle=${toggle}>
      <summary><h3>${messages.addressesTitle}</h3></summary>
      <div class="form">
        <p class="hint">${messages.addressesHint}</p>
        ${problemTemplate(this.loading, messages)} ${profile ? this.links(profile) : ''}
      </div>
    </details>`;
  }

  private links({links}: CalendarProfile): unknown {
    const {messages} = this.part.desk.words();
    const rows = [
      ['page', messages.addressPage, links.page],
      ['webcal', messages.addressWebcal, links.webcal],
      ['ics', messages.addressIcs, links.ics],
      ['json', messages.addressJson, links.json],
      ['json-ld', messages.addressJsonLd, links.jsonLd],
      ['atom', messages.addressAtom, links.atom],
    ] as const;
    const select = ({target}: Event): void => (target as HTMLInputElement).select();
    return rows.map(
      ([name, label, address]) =>
        html`<div class="address">
          <div class="labelled">
            <label for="address-${name}">${label}</label>
            <input id="address-${name}" class="field" readonly .value=${address} @focus=${select} />
          </div>
          <button
            class="button"
            type="button"
            @click=${() => void this.copy(name, address)}
            aria-label="${messages.copyAddress}, ${label}"
          >
            ${messages.copyAddress}
          </button>
        </div>`,
    );
  }

  private want(id: string): void {
    if (this.profile?.id === id) return;
    void this.loading.run(async () => {
      this.profile = await this.part.api.profile(id);
    });
  }

  private async copy(name: string, address: string): Promise<void> {
    const {desk} = this.part;
    const {messages} = desk.words();
    try {
      await navigator.clipboard.writeText(address);
      desk.say(messages.addressCopied);
    } catch {
      // not allowed, or not there without HTTPS: it is selected, for the keyboard
      desk.focus(`#address-${name}`);
      desk.say(messages.addressSelected);
    }
  }
}
