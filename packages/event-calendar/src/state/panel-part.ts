import type {TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {ViewContext} from './view-context.js';

/** The panels that open below the bar. */
export type PanelName = 'filters' | 'share';

/** What a file with a panel gives. */
export interface PanelPart {
  panel(words: ViewContext<Messages>): TemplateResult;
}
