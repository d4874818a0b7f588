import {Component, CUSTOM_ELEMENTS_SCHEMA, signal} from '@angular/core';
import '@local-widgets/event-calendar/define.js';
import type {LocalShopSelectEvent} from '@local-widgets/shops-map';
import '@local-widgets/shops-map/define.js';

@Component({
  selector: 'app-town',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>Val-Orbelle</h1>
    <local-shops-map
      src="shops.geojson"
      center="0.5247,48.4086"
      tiles="none"
      (local-shop-select)="choose($event)"
    >
      <a href="shops.geojson">Nos commerces</a>
    </local-shops-map>
    <p role="status">{{ name() }}</p>
    <local-event-calendar src="events.ics" [headingLevel]="2"></local-event-calendar>
  `,
})
export class TownComponent {
  readonly name = signal('');

  choose({detail}: LocalShopSelectEvent): void {
    this.name.set(detail.place?.name ?? '');
  }
}
