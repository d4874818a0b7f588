import type {PlaceSort} from '@local-widgets/model';
import type {ShopsState} from '../state/shops-state.js';
import type {Pane} from '../templates/pane-switch.js';
import type {LinkView} from './link-state.js';

/** What the address of the page needs of its element. */
export interface UrlStateOwner {
  readonly shops: ShopsState;
  /** The attribute: how parameters begin; empty: `shops`; null: none are wanted. */
  readonly urlState: string | null;
  /** IANA zone of the page. */
  readonly timeZone: string;
  /** The order that the page asks for. */
  readonly defaultSort: PlaceSort | undefined;
  pane: Pane;
  /** What the map shows now; undefined before it is there. */
  readonly view: () => LinkView | undefined;
  /** Goes to a view, or starts with it where the map is not there yet. */
  showView(view: LinkView): void;
  /** Opens the card of a place that is there; null closes it. */
  readonly select: (id: string | null) => void;
  /** What to call a position that came without a name. */
  unnamed(): string;
}
