import {LazyPart, type LocalElement} from '@local-widgets/core';
import {html, nothing, type TemplateResult} from 'lit';
import type {PanelName} from '../details/bar.js';
import type {DetailsSettings} from '../details/details-settings.js';
import type {ShopsOwner} from '../state/shops-owner.js';
import {CLOSE} from '../symbols/more-icons.js';
import {uiIcon} from '../symbols/ui-icons.js';

/** What a file with panels gives: each panel's content, by name. */
export interface PanelPart {
  panel(name: PanelName, settings: DetailsSettings, close: () => void): TemplateResult;
}

/** The panels below the bar: one at a time, each in a file that loads when it is first opened. */
export class Panels {
  open: PanelName | undefined;

  private readonly finder: LazyPart<PanelPart>;
  private readonly sharing: LazyPart<PanelPart>;

  constructor(
    private readonly host: LocalElement,
    private readonly owner: ShopsOwner,
  ) {
    this.finder = new LazyPart(
      host,
      async () => new (await import('../finder.js')).Finder(host, owner),
      'the panels of filters',
    );
    this.sharing = new LazyPart(
      host,
      async () => new (await import('../share.js')).Sharing(host, owner),
      'sharing and export',
    );
  }

  /** Opens a panel and gives it the keyboard, or closes it. */
  toggle(name: PanelName): void {
    if (this.open === name) {
      this.close();
      return;
    }
    this.open = name;
    this.host.requestUpdate();
    void this.partOf(name)
      .ask()
      .then(() => {
        if (this.open === name) this.owner.focus('#tool-panel :is(input, select, button)');
      });
  }

  /** Closes what is open; the keyboard goes back to its button. */
  close(): void {
    if (!this.open) return;
    this.owner.focus(`#open-${this.open}`);
    this.open = undefined;
    this.host.requestUpdate();
  }

  template(settings: DetailsSettings): TemplateResult | typeof nothing {
    const {open, owner} = this;
    if (!open) return nothing;
    const {messages} = owner.words();
    const {part, failed} = this.partOf(open);
    const close = ({key}: KeyboardEvent): void => {
      if (key === 'Escape') this.close();
    };
    return html`<div
      id="tool-panel"
      class="tool-panel"
      role="group"
      aria-labelledby=${`open-${open}`}
      @keydown=${close}
    >
      ${part?.panel(open, settings, () => this.close()) ?? waitTemplate(failed ? messages.panelFailed : messages.panelLoading)}
      <button class="button quiet close" type="button" @click=${() => this.close()}>
        ${uiIcon(CLOSE)} ${messages.closePanel}
      </button>
    </div>`;
  }

  private partOf(name: PanelName): LazyPart<PanelPart> {
    return name === 'share' ? this.sharing : this.finder;
  }
}

function waitTemplate(sentence: string): TemplateResult {
  return html`<p role="status">${sentence}</p>`;
}
