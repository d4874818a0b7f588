import {LitElement, type CSSResultGroup} from 'lit';
import {systemClock, type Clock} from '../clock.js';
import {LanguageController} from '../localize/language-controller.js';
import {warn} from '../log.js';
import {hostStyles} from '../styles/host.styles.js';
import {tokens} from '../styles/tokens.styles.js';
import {property} from './property.js';

/** What every element of ours starts from: the page's language, one clock, quiet styles. */
export abstract class LocalElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, hostStyles];

  /** Where the element reads the time. Set it in tests, or to show another moment. */
  @property({attribute: false}) clock: Clock = systemClock;

  /** Language of the closest `lang` around the element, kept up to date. */
  protected readonly language = new LanguageController(this);

  /** Dispatches one of our typed events; the event itself says how far it travels. */
  protected emit(event: Event): boolean {
    return this.dispatchEvent(event);
  }

  /** Tells the webmaster, in the console, in English. */
  protected warn(message: string, ...details: unknown[]): void {
    warn(this.localName, message, ...details);
  }
}
