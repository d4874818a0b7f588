import type {Occurrence} from '@local-widgets/model';
import type {PackedDates} from './packed-reading.js';

/** What the dates of one reading share. */
export interface DateSource {
  readonly dates: PackedDates;
  idOf(event: number): string;
  recurrenceIds(): readonly string[];
}

/** An occurrence that holds what every view asks of all of them, and looks up the rest. */
export class LightDate implements Occurrence {
  readonly firstDay: number;
  readonly lastDay: number;

  constructor(
    readonly source: DateSource,
    private readonly at: number,
  ) {
    const {days} = source.dates;
    this.firstDay = days[at * 2]!;
    this.lastDay = days[at * 2 + 1]!;
  }

  /** Index of its event. */
  get event(): number {
    return this.source.dates.events[this.at]!;
  }

  get eventId(): string {
    return this.source.idOf(this.event);
  }

  get recurrenceId(): string {
    return this.source.recurrenceIds()[this.at]!;
  }

  get start(): number {
    return this.source.dates.times[this.at * 2]!;
  }

  get end(): number {
    return this.source.dates.times[this.at * 2 + 1]!;
  }

  get isAllDay(): boolean {
    return this.minute < 0;
  }

  get startMinute(): number {
    return Math.max(this.minute, 0);
  }

  get endMinute(): number {
    return this.isAllDay ? 1440 : this.source.dates.minutes[this.at * 2 + 1]!;
  }

  private get minute(): number {
    return this.source.dates.minutes[this.at * 2]!;
  }
}
