import type {PlaceSort} from '@local-widgets/model';
import type {MapView} from '../map/map-port.js';
import type {Pane} from '../templates/pane-switch.js';
import type {Messages} from '../locales/index.js';
import type {ShopsState} from './shops-state.js';
import type {ViewContext} from './view-context.js';

/** What the parts that load later may ask of their element, and tell it. */
export interface ShopsOwner {
  readonly shops: ShopsState;
  words(): ViewContext<Messages>;
  /** A person asks for something else: the page hears of it. */
  ask(change: (shops: ShopsState) => void): void;
  /** Gives the keyboard to the first element of that selector, once it is rendered. */
  focus(selector: string): void;
  /** Opens the card of a place that is there; null closes it. */
  select(id: string | null): void;
  /** What the map shows now; undefined before it is there. */
  view(): Pick<MapView, 'center' | 'zoom'> | undefined;
  /** Goes to a view, or starts with it where the map is not there yet. */
  showView(view: Pick<MapView, 'center' | 'zoom'>): void;
  /** Which of list and map is in sight where only one fits; changes it when one is given. */
  pane(pane?: Pane): Pane;
  /** The order that the page asks for. */
  defaultSort(): PlaceSort | undefined;
  /** Renders at once, for paper that does not wait. */
  renderNow(): void;
}
