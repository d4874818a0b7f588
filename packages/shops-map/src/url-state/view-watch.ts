import type {LinkView} from './link-state.js';

const GESTURES = ['pointerdown', 'wheel', 'keydown'];
/** Before the map keeps them to itself. */
const CAPTURE = {capture: true, passive: true};

/**
 * Tells a view that a person looked for from those that the map goes to by itself, which follow from the
 * filters and have no place in an address.
 */
export class ViewWatch {
  /** The view that a link or a person asked for. */
  wanted: LinkView | undefined;

  /** Where the map was when a person first touched it. */
  private from: string | undefined;

  constructor(
    private readonly root: Node,
    private readonly view: () => LinkView | undefined,
  ) {
    for (const type of GESTURES) root.addEventListener(type, this.touch, CAPTURE);
  }

  /** Looks where the map is now. */
  look(): void {
    const view = this.from === undefined ? undefined : this.view();
    if (view && keyOf(view) !== this.from) {
      this.wanted = view;
      this.from = '';
    }
  }

  /** The map goes where it wants again. */
  forget(): void {
    this.wanted = this.from = undefined;
  }

  stop(): void {
    for (const type of GESTURES) this.root.removeEventListener(type, this.touch, CAPTURE);
  }

  private readonly touch = ({target}: Event): void => {
    const view = this.view();
    if (view && (target as Element).closest('[part=map]')) this.from ??= keyOf(view);
  };
}

function keyOf({zoom, center}: LinkView): string {
  return [zoom, center.longitude, center.latitude].join();
}
