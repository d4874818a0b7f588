import {analyze} from '../../src/manifest/analyze.js';
import {findProblems} from '../../src/manifest/completeness.js';
import {factsOf, type PackageFacts} from '../../src/manifest/facts.js';
import type {Manifest} from '../../src/manifest/schema.js';

/** The sources of a small package whose documentation is complete. */
export const sample: Readonly<Record<string, string>> = {
  'src/define.ts': `
import {defineElement} from '@local-widgets/core';
import {LocalLamp} from './local-lamp.js';
defineElement('local-lamp', LocalLamp, '1.0.0');
`,
  'src/events.ts': `
export interface LampDetail {
  /** Whether it shines. */
  readonly on: boolean;
  readonly watts: number;
}
/** The lamp was switched. */
export class LocalLampEvent extends CustomEvent<LampDetail> {
  constructor(detail: LampDetail) {
    super('local-lamp', {bubbles: true, detail});
  }
}
`,
  'src/index.ts': `
export * from './events.js';
export {LocalLamp} from './local-lamp.js';
export {lampTemplate} from './template.js';
`,
  'src/local-lamp.ts': `
import {LocalElement} from '@local-widgets/core';
import {property, state} from 'lit/decorators.js';
import {LocalLampEvent} from './events.js';
/**
 * A lamp.
 *
 * @summary It shines.
 * @tag local-lamp
 * @slot - Its label.
 * @slot shade - What dims it.
 * @event {LocalLampEvent} local-lamp - Somebody switched it.
 * @csspart bulb - What shines.
 * @csspart glass - What surrounds the bulb.
 * @cssproperty [--local-lamp-color] - Colour of the light.
 * @cssproperty [--local-radius] - Rounding.
 */
export class LocalLamp extends LocalElement {
  /** How brightly it shines, in lumens. */
  @property({attribute: 'lumen-count', type: Number}) lumens = 400;
  /** Who owns it | pays for it. */
  @property({attribute: false}) owner: string | undefined;
  @state() private warm = false;
  /** Switches it. */
  toggle(on?: boolean): void {
    this.warm = on ?? !this.warm;
    this.dispatchEvent(new LocalLampEvent({on: this.warm, watts: 4}));
  }
  private burnOut(): void {}
}
`,
  'src/template.ts': `
import {css, html} from 'lit';
export const lampTemplate = (on: boolean) => html\`
  <div class=\${on ? 'on' : ''} part="bulb glass"><slot></slot><slot name="shade"></slot></div>\`;
export const styles = css\`
  /* var(--local-not-this) */
  div { color: var(--local-lamp-color, rgb(255 200 0 / 45%)); background: var(--_inner); }
\`;
`,
};

export const core: Readonly<Record<string, string>> = {
  'src/local-element.ts': `
import {LitElement, css} from 'lit';
import {property} from 'lit/decorators.js';
export abstract class LocalElement extends LitElement {
  static styles = css\`:host { --_radius: var(--local-radius, 4px); }\`;
  /** Where it reads the time. */
  @property({attribute: false}) clock = 0;
  /** Not for pages. */
  protected warn(): void {}
}
`,
};

/** The sources above with some text replaced; throws when the text is not there. */
export function changed(file: string, from: string, to: string): Record<string, string> {
  const text = sample[file];
  if (!text?.includes(from)) throw new Error(`${file} does not contain ${from}`);
  return {...sample, [file]: text.replace(from, to)};
}

export function rawManifest(sources: Readonly<Record<string, string>>): Manifest {
  return analyze(new Map(Object.entries(sources)), [analyze(new Map(Object.entries(core)))]);
}

export function sampleFacts(sources: Readonly<Record<string, string>> = sample): PackageFacts {
  return factsOf(
    rawManifest(sources),
    new Map(Object.entries(sources)),
    new Map(Object.entries(core)),
  );
}

export function problemsOf(sources: Readonly<Record<string, string>>): string[] {
  return findProblems(sampleFacts(sources));
}
