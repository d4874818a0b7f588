import type {BasketLine, PickupMode, Slot} from '@local-widgets/model/schemas.js';
import {BackEndError, type BackEnd, type Offer, type PickupPlace} from '../back-ends/port.js';
import type {CollectEnvironment} from '../environment.js';

/** Milliseconds after which slots are asked for again. */
const FRESH = 60_000;

/** Milliseconds without a change after which a basket rests. */
const REST = 600;

export interface OffersNeeds {
  readonly backEnd: BackEnd | undefined;
  readonly environment: Pick<CollectEnvironment, 'sleep'>;
  /** For what an offer is asked at the moment. */
  readonly wish: () => {readonly mode: PickupMode; readonly lines: readonly BasketLine[]};
  readonly now: () => Date;
  readonly changed: () => void;
}

/** The slots or places for a basket, and which of them was chosen. */
export class Offers {
  current: Offer | undefined;
  /** They could not be had. */
  failed = false;
  /** The first slot of the last offer, for before one chooses. */
  soonest: Slot | undefined;
  /** Start of the chosen slot, or id of the chosen place. */
  choice: string | undefined;

  private wanted = '';
  private askedAt = 0;
  /** Ends the wait for a basket that rests. */
  private rest = new AbortController();

  constructor(private readonly needs: OffersNeeds) {}

  get slot(): Slot | undefined {
    return this.current?.slots.find(({startsAt}) => startsAt === this.choice);
  }

  get place(): PickupPlace | undefined {
    return this.current?.places?.find(({id}) => id === this.choice);
  }

  /** Asks unless what is there is for this basket and mode, and fresh. */
  async ask(isAgain = false): Promise<void> {
    const {backEnd, wish, now, changed} = this.needs;
    const {mode, lines} = wish();
    const wanted = JSON.stringify([mode, lines]);
    const at = now().getTime();
    const isKnown = wanted === this.wanted && this.current && at - this.askedAt < FRESH;
    if (!backEnd || (isKnown && !isAgain)) return;
    this.wanted = wanted;
    this.askedAt = at;
    this.current = undefined;
    this.failed = false;
    changed();
    try {
      const offer = await backEnd.offer(mode, lines);
      if (wanted === this.wanted) this.take(offer);
    } catch (error) {
      if (!(error instanceof BackEndError)) throw error;
      if (wanted === this.wanted) this.failed = true;
    }
    changed();
  }

  /** Resolves to true once nobody has called it again for a while. */
  async rested(): Promise<boolean> {
    this.rest.abort();
    const {signal} = (this.rest = new AbortController());
    await this.needs.environment.sleep(REST, signal);
    return !signal.aborted;
  }

  /** The slots that the back end has left, none of them chosen; asked for when it did not say. */
  replace(slots: readonly Slot[] | undefined): void {
    this.choice = undefined;
    if (slots && this.current) this.current = {...this.current, slots: [...slots]};
    else void this.ask(true);
  }

  forget(): void {
    this.choice = undefined;
    this.current = undefined;
  }

  /** The soonest slot is chosen until a person chooses another, and when that one is gone. */
  private take(offer: Offer): void {
    this.current = offer;
    this.soonest = offer.slots[0];
    const {slots, places} = offer;
    const choices = places ? places.map(({id}) => id) : slots.map(({startsAt}) => startsAt);
    if (!choices.includes(this.choice!)) this.choice = choices[0];
  }
}
