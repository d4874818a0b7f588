import {
  adoptStyles,
  canShare,
  copyText,
  deliverLink,
  linkTo,
  type LocalElement,
} from '@local-widgets/core';
import type {Event, Occurrence} from '@local-widgets/model';
import type {TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {CalendarOwner} from '../state/calendar-owner.js';
import type {PanelPart} from '../state/panel-part.js';
import type {ViewContext} from '../state/view-context.js';
import {panelStyles} from '../styles/panel.styles.js';
import {saveSeries} from './files.js';
import {sharePanelTemplate} from './share-panel.js';
import {hubSubscriptions, type Subscription} from './subscriptions.js';

/** What the element says of its hub. */
interface HubAttributes {
  readonly hub: string;
  readonly calendar: string;
}

/**
 * The panel that shares, subscribes and exports: always exactly the events that the view shows. Nothing is
 * sent anywhere but to where the visitor puts it.
 */
export class Sharing implements PanelPart {
  private status = '';
  private byHand: string | undefined;
  /** The answer that the status spoke of; another one makes it old. */
  private spokenOf: readonly Occurrence[] | undefined;

  constructor(
    private readonly host: LocalElement & HubAttributes,
    private readonly owner: CalendarOwner,
  ) {
    adoptStyles(host.renderRoot as ShadowRoot, panelStyles);
  }

  panel(words: ViewContext<Messages>): TemplateResult {
    const {spokenOf, shown} = this;
    const isOld = spokenOf !== shown.occurrences;
    return sharePanelTemplate(
      {
        count: shown.events.length,
        canShare: canShare(linkTo(this.host)),
        subscriptions: this.subscriptions,
        status: isOld ? '' : this.status,
        byHand: isOld ? undefined : this.byHand,
      },
      words,
      {
        link: () => void this.shareLink(),
        copy: subscription => void this.copyAddress(subscription),
        file: () => this.save(),
        print: () => print(),
      },
    );
  }

  /** What passes, with all its dates that are to come. */
  private get shown(): {events: readonly Event[]; occurrences: readonly Occurrence[]} {
    const {state} = this.owner;
    return state.shownEvents;
  }

  private get subscriptions(): Subscription[] {
    const {host, owner} = this;
    return [...owner.subscriptions, ...hubSubscriptions(host, owner.state.filters)];
  }

  private async shareLink(): Promise<void> {
    const {messages} = this.owner.words();
    const url = linkTo(this.host);
    const delivery = await deliverLink(url, document.title);
    if (delivery === 'failed') this.giveByHand(url);
    else if (delivery === 'copied') this.say(messages.linkCopied);
    else this.say(delivery === 'shared' ? messages.linkShared : '');
  }

  private async copyAddress({url}: Subscription): Promise<void> {
    if (await copyText(url)) this.say(this.owner.words().messages.linkCopied);
    else this.giveByHand(url);
  }

  private save(): void {
    const {messages} = this.owner.words();
    try {
      const now = this.host.clock.now();
      this.say(messages.downloaded(saveSeries(this.shown, document.title, {now})));
    } catch {
      this.say(messages.downloadFailed);
    }
  }

  /** Where nothing may copy for a person, the text is there, selected. */
  private giveByHand(text: string): void {
    this.say(this.owner.words().messages.copyByHand, text);
    this.owner.focus('.by-hand');
    void this.host.updateComplete.then(() => {
      this.host.renderRoot.querySelector<HTMLTextAreaElement>('.by-hand')?.select();
    });
  }

  private say(status: string, byHand?: string): void {
    this.status = status;
    this.byHand = byHand;
    this.spokenOf = this.shown.occurrences;
    this.host.requestUpdate();
  }
}
