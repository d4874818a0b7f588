import type {TemplateResult} from 'lit';
import type {AgendaActions} from '../views/agenda.js';
import type {ViewContext} from './view-context.js';

/** A view that comes in a file of its own. */
export interface ViewPart {
  template(words: ViewContext, actions: AgendaActions): TemplateResult;
}
