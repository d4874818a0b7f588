import type {HoursReader, OpeningStatus} from '@local-widgets/model';

const UNKNOWN: OpeningStatus = {state: 'unknown'};

/** Opening statuses at one moment; equal hours are worked out once. */
export class Statuses {
  private byHours = new Map<string, OpeningStatus>();
  private of: readonly unknown[] = [];

  statusOf(hours: string | undefined, at: Date, readHours: HoursReader): OpeningStatus {
    if (hours === undefined) return UNKNOWN;
    if (this.of[0] !== at || this.of[1] !== readHours) {
      this.of = [at, readHours];
      this.byHours = new Map();
    }
    let status = this.byHours.get(hours);
    if (!status) this.byHours.set(hours, (status = readHours(hours, at)));
    return status;
  }
}
