import {inertScript, warn, type LocalElement} from '@local-widgets/core';
import {eventsToJsonLd, jsonForScript, type Event, type Occurrence} from '@local-widgets/model';
import type {ReactiveController} from 'lit';
import type {CalendarOwner} from '../state/calendar-owner.js';

/** A search engine reads no more of a list, and a page should not carry more. */
const MOST = 50;
/** Milliseconds without a change before the page is written to. */
const PAUSE = 500;

/**
 * Keeps the shown dates, in their order, as schema.org JSON-LD in the head of the page: outside of the
 * element, which reads data blocks inside itself as its source. Only text changes, and only when the dates
 * do; gone with the element.
 */
export class Publisher implements ReactiveController {
  private script: HTMLScriptElement | undefined;
  private shown: readonly Occurrence[] | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private hasWarned = false;

  /** @param pause Milliseconds without a change before it is published. */
  constructor(
    private readonly host: LocalElement & {readonly jsonLd: boolean},
    private readonly owner: Pick<CalendarOwner, 'state' | 'timeZone'>,
    private readonly pause = PAUSE,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.hostUpdated();
  }

  hostUpdated(): void {
    // an update that was asked for before the element left comes after it
    if (!this.host.jsonLd || !this.host.isConnected) {
      this.hostDisconnected();
      return;
    }
    const {occurrences} = this.owner.state.shownEvents;
    if (occurrences === this.shown) return;
    this.shown = occurrences;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.publish(), this.pause);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    this.script?.remove();
    this.script = this.shown = undefined;
  }

  private publish(): void {
    const {state, timeZone} = this.owner;
    const dates = (this.shown ?? []).slice(0, MOST).map(occurrence => ({
      occurrence,
      event: state.eventOf(occurrence),
    }));
    if (dates.length === 0) {
      this.script?.remove();
      return;
    }
    const script = (this.script ??= this.create());
    if (!script) return;
    const text = this.textOf(dates, timeZone);
    const [node] = script.childNodes;
    if (!node) script.append(text);
    else if (node.nodeValue !== text) node.nodeValue = text;
    if (!script.isConnected) this.host.ownerDocument.head.append(script);
  }

  private textOf(
    dates: readonly {readonly event: Event; readonly occurrence: Occurrence}[],
    timeZone: string,
  ): string {
    return jsonForScript(eventsToJsonLd(dates, {timeZone, pageUrl: this.pageUrl(), limit: MOST}));
  }

  private create(): HTMLScriptElement | undefined {
    const {localName, ownerDocument} = this.host;
    const script = inertScript(ownerDocument);
    if (script) {
      script.type = 'application/ld+json';
      // not `data-local-widget`, which the loader turns into an element
      script.dataset['publishedBy'] = localName;
    } else if (!this.hasWarned) {
      this.hasWarned = true;
      warn(localName, 'json-ld publishes nothing: the page may require Trusted Types for scripts.');
    }
    return script;
  }

  /** The address that search engines are to know the page by. */
  private pageUrl(): string {
    const {ownerDocument} = this.host;
    const canonical = ownerDocument.querySelector<HTMLLinkElement>('link[rel=canonical]');
    return canonical?.href || ownerDocument.URL;
  }
}
