import type {LocalElement} from '@local-widgets/core';
import {PlaceIndex, type BasicPlaceIndex, type PlaceSearch} from '@local-widgets/model';
import type {ReactiveController} from 'lit';
import {whenIdle} from '../details/when-idle.js';
import type {ShopsState} from '../state/shops-state.js';

/** Places made ready for the search at a time: some milliseconds on an old phone. */
const SLICE = 250;
/** As many times in a row as long as the browser has so many milliseconds to spare. */
const MOST_SLICES = 4;
const SPARE = 8;

/** Makes the texts of places ready for searching while nobody needs the page. */
export class FoldController implements ReactiveController {
  search: PlaceSearch | undefined;

  private done: BasicPlaceIndex | undefined;
  private isWaiting = false;

  constructor(
    private readonly host: LocalElement,
    private readonly shops: ShopsState,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.isWaiting && this.shops.index && this.shops.index !== this.done) this.wait();
  }

  private wait(): void {
    this.isWaiting = true;
    whenIdle(deadline => this.work(deadline));
  }

  private work(deadline?: IdleDeadline): void {
    this.isWaiting = false;
    const {index} = this.shops;
    if (!(index instanceof PlaceIndex) || !this.search || !this.host.isConnected) return;
    let isDone = false;
    for (let slices = 0; !isDone && slices < MOST_SLICES; slices++) {
      if (slices > 0 && !(deadline && deadline.timeRemaining() > SPARE)) break;
      isDone = index.prepareTexts(this.search, SLICE);
    }
    if (isDone) this.done = index;
    else this.wait();
  }
}
