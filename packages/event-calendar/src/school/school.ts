import {loadFeed, warn, type FeedEnvironment, type LocalElement} from '@local-widgets/core';
import {readSchoolHolidays, type SchoolHoliday, type SchoolZone} from '@local-widgets/model';

/** What the element says of school holidays. */
export interface SchoolAttributes {
  readonly schoolHolidays: string;
  readonly schoolZone: string;
  readonly feedEnvironment: FeedEnvironment | undefined;
}

/** Days without school in one zone, from open data that the page names. Without them nothing is amiss. */
export class School {
  private asked = '';
  private holidays: readonly SchoolHoliday[] = [];

  constructor(private readonly host: LocalElement & SchoolAttributes) {}

  /** Loads what the attributes name; cheap when they are the same as before. */
  configure(): void {
    const {schoolHolidays: src, schoolZone: zone} = this.host;
    const asked = `${src} ${zone}`;
    if (asked === this.asked) return;
    this.asked = asked;
    this.holidays = [];
    if (!/^[abc]$/i.test(zone)) {
      warn(this.host.localName, `school-zone="${zone}" is ignored: it is A, B or C.`);
      return;
    }
    void this.load(src, zone.toUpperCase() as SchoolZone, asked);
  }

  nameOf(day: number): string | undefined {
    return this.holidays.find(({firstDay, lastDay}) => firstDay <= day && day <= lastDay)?.name;
  }

  private async load(src: string, zone: SchoolZone, asked: string): Promise<void> {
    const {host} = this;
    const {feedEnvironment: environment, localName} = host;
    try {
      const {bytes} = await loadFeed(src, {...(environment && {environment})});
      if (asked !== this.asked) return;
      const {holidays} = readSchoolHolidays(bytes);
      this.holidays = holidays.filter(({zones}) => zones.includes(zone));
      if (this.holidays.length === 0)
        warn(localName, `${src} has no school holidays of zone ${zone}.`);
      host.requestUpdate();
    } catch (error) {
      warn(localName, 'school holidays are not shown:', error);
    }
  }
}
