import {DAY} from '../hours/calendar.js';
import type {HoursState, OpeningStatus} from '../hours/index.js';
import type {HoursMoment, HoursReader} from './criteria.js';
import {Kinds} from './kinds.js';
import type {Place} from './place.js';

interface Statuses extends HoursMoment {
  readonly byHours: Map<string, OpeningStatus>;
}

/** What hours say from a moment up to another, both in milliseconds since 1970. */
interface Spell {
  readonly state: HoursState;
  readonly since: number;
  readonly until: number;
}

const STATES = ['closed', 'unknown', 'open'];
/** Moments whose statuses are kept: the present one of the list, and the asked one. */
const MAX_MOMENTS = 2;

/** What the opening hours of places say at a moment; equal hours are worked out once. */
export class KnownHours {
  private statuses: readonly Statuses[] = [];
  private spells: {by: HoursReader; byKind: Spell[]} | undefined;
  private made: Kinds | undefined;

  constructor(private readonly places: readonly Place[]) {}

  /** Places with equal hours, made when it is first asked for. */
  get kinds(): Kinds {
    return (this.made ??= new Kinds(this.places, ({openingHours = ''}) => openingHours));
  }

  statusOf(index: number, {at, readHours}: HoursMoment): OpeningStatus {
    const hours = this.places[index]?.openingHours;
    if (hours === undefined) return {state: 'unknown'};
    let statuses = this.statuses.find(known => +known.at === +at && known.readHours === readHours);
    if (!statuses) {
      statuses = {at, readHours, byHours: new Map()};
      this.statuses = [statuses, ...this.statuses].slice(0, MAX_MOMENTS);
    }
    let status = statuses.byHours.get(hours);
    if (!status) statuses.byHours.set(hours, (status = readHours(hours, at)));
    return status;
  }

  /** Works out up to `count` kinds whose state is not known yet. @returns Whether all are known. */
  prepare({at, readHours}: HoursMoment, count: number): boolean {
    if (this.spells?.by !== readHours) this.spells = {by: readHours, byKind: []};
    const {byKind} = this.spells;
    let left = count;
    for (const [kind, sample] of this.kinds.samples.entries()) {
      const known = byKind[kind];
      if (known && known.since <= +at && +at < known.until) continue;
      if (left-- <= 0) return false;
      const {state, until} = this.statusOf(sample, {at, readHours});
      byKind[kind] = {state, since: +at, until: until ? +until : +at + DAY};
    }
    return true;
  }

  /** 0 closed, 1 unknown, 2 open, by kind. */
  statesAt(moment: HoursMoment): Uint8Array {
    this.prepare(moment, Infinity);
    return Uint8Array.from(this.spells?.byKind ?? [], ({state}) => STATES.indexOf(state));
  }
}
