import {LocalElement} from '@local-widgets/core';
import type {Place} from '@local-widgets/model';
import {html, type TemplateResult} from 'lit';
import {barStyles} from '../../src/details/bar.styles.js';
import {styles} from '../../src/local-shops-map.styles.js';
import {detailsFr} from '../../src/locales/details.js';
import {shopsMapMessages} from '../../src/locales/index.js';
import {Sharing} from '../../src/share.js';
import {ShopsState} from '../../src/state/shops-state.js';

shopsMapMessages.extend(detailsFr);

/** The panel alone, as the element shows it. */
export class ShareHost extends LocalElement {
  static override styles = [LocalElement.styles, styles, barStyles];

  readonly shops = new ShopsState(() => this.requestUpdate());
  private focusNext = '';
  private readonly sharing = new Sharing(this, {
    shops: this.shops,
    words: () => ({...shopsMapMessages.for(this.language.tag), glyphs: {}}),
    focus: selector => {
      this.focusNext = selector;
      this.requestUpdate();
    },
  });

  protected override willUpdate(): void {
    void shopsMapMessages.load(this.language.tag)?.then(() => this.requestUpdate());
    this.shops.refresh(undefined);
  }

  override render(): TemplateResult {
    return html`<div class="tool-panel">
      ${this.sharing.panel('share', {timeZone: 'Europe/Paris'})}
    </div>`;
  }

  protected override updated(): void {
    if (!this.focusNext) return;
    this.renderRoot.querySelector<HTMLElement>(this.focusNext)?.focus();
    this.focusNext = '';
  }

  get status(): string {
    return this.renderRoot.querySelector('[role=status]')!.textContent;
  }

  get byHand(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  get buttons(): string[] {
    return [...this.renderRoot.querySelectorAll('button')].map(({textContent}) => textContent);
  }

  show(places: readonly Place[]): void {
    this.shops.setPlaces(places, {});
    this.requestUpdate();
  }

  press(name: string): void {
    const button = [...this.renderRoot.querySelectorAll('button')].find(
      ({textContent}) => textContent === name,
    );
    if (!button) throw new Error(`no button "${name}", only ${this.buttons.join(', ')}`);
    button.click();
  }
}

customElements.define('share-host', ShareHost);
