import {adoptStyles, type LocalElement} from '@local-widgets/core';
import {html, type TemplateResult} from 'lit';
import {frameStyles} from './frame.styles.js';

/** Below this a panel covers the window, and what is behind it is out of reach. */
const SHEET = '(max-width: 30rem), (max-height: 30rem)';

/** Closes the panel that is in the window's corner. */
let closeCorner: (() => void) | undefined;

/**
 * The box that a panel stands in: in the corner above the page, which goes on being usable; over the
 * whole window on a phone, as a modal dialog; or in the page's flow. Gives the keyboard back to where it
 * came from.
 */
export class Frame {
  isOpen = false;
  isInline = false;
  /** What gets the keyboard next, as selectors: the first one that finds something. */
  focusNext: readonly string[] | undefined;

  private readonly closeMe = (): void => this.close();
  private opener: HTMLElement | undefined;
  private follow: AbortController | undefined;

  constructor(
    private readonly host: LocalElement,
    private readonly closed: () => void,
  ) {}

  open(isInline: boolean, ...focus: string[]): void {
    if (!this.isOpen) this.opener = focused();
    // there is one corner
    if (!isInline && closeCorner !== this.closeMe) {
      closeCorner?.();
      closeCorner = this.closeMe;
    }
    this.isOpen = true;
    this.isInline = isInline;
    this.focusNext = focus;
    this.host.requestUpdate();
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    if (closeCorner === this.closeMe) closeCorner = undefined;
    this.follow?.abort();
    this.follow = undefined;
    this.dialog?.close();
    this.closed();
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.giveBack());
  }

  /** Before the element renders. */
  hostUpdate(): void {
    adoptStyles(this.host.renderRoot as ShadowRoot, frameStyles);
  }

  /** After the element has rendered. */
  hostUpdated(): void {
    if (!this.isOpen) return;
    const {dialog} = this;
    if (dialog && !dialog.open) {
      if (matchMedia(SHEET).matches) dialog.showModal();
      else dialog.show();
    }
    this.follow ??= followKeyboard(this.panel);
    const {focusNext} = this;
    if (!focusNext) return;
    const target = focusNext
      .map(selector => this.host.renderRoot.querySelector<HTMLElement>(selector))
      .find(Boolean);
    if (!target) return;
    this.focusNext = undefined;
    target.focus();
  }

  /** @param content with a heading whose id is `title` */
  template(content: unknown, language: string): TemplateResult {
    // it closes from inside: what is written in a field is Escape's before anybody else's
    const handleKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || this.isInline) return;
      event.preventDefault();
      event.stopPropagation();
      this.close();
    };
    if (this.isInline) {
      return html`<section
        class="panel flow"
        id="panel"
        part="panel"
        lang=${language}
        aria-labelledby="title"
      >
        ${content}
      </section>`;
    }
    return html`<dialog
      class="panel"
      id="panel"
      part="panel"
      lang=${language}
      aria-labelledby="title"
      @keydown=${handleKey}
      @close=${() => this.handleClose()}
    >
      ${content}
    </dialog>`;
  }

  /** A modal one closes by other means, too: the gesture that goes back. */
  private handleClose(): void {
    if (!this.dialog?.open) this.close();
  }

  private giveBack(): void {
    const button = this.host.renderRoot.querySelector<HTMLElement>('[part=launcher]');
    const target = this.opener?.isConnected ? this.opener : button;
    this.opener = undefined;
    // unless the keyboard went elsewhere meanwhile
    if (!focused()) target?.focus();
  }

  private get panel(): HTMLElement | null {
    return this.host.renderRoot.querySelector('#panel');
  }

  private get dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector('dialog#panel');
  }
}

/** What has the keyboard, through shadow roots; undefined when nothing has: a click gives it to no button in Safari. */
function focused(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active === document.body ? undefined : ((active as HTMLElement | null) ?? undefined);
}

/**
 * On iOS a keyboard on the screen covers the window without making it smaller: the panel learns how
 * much of it is in sight.
 */
function followKeyboard(panel: HTMLElement | null): AbortController {
  const end = new AbortController();
  const {visualViewport} = globalThis;
  const follow = (): void => {
    const {height = 0, offsetTop = 0} = visualViewport ?? {};
    panel?.style.setProperty('--_seen', `${height}px`);
    panel?.style.setProperty('--_above', `${offsetTop}px`);
  };
  for (const type of ['resize', 'scroll']) {
    visualViewport?.addEventListener(type, follow, {signal: end.signal});
  }
  if (visualViewport) follow();
  return end;
}
