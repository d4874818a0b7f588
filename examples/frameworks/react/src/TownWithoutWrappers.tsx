// The same with the tags themselves: React 19 sets their properties and listens to their events.
import '@local-widgets/event-calendar/define.js';
import '@local-widgets/shops-map/define.js';
import type {} from '@local-widgets/types/jsx';
import {useState} from 'react';

export function TownWithoutWrappers() {
  const [name, setName] = useState('');
  return (
    <>
      <h1>Val-Orbelle</h1>
      <local-shops-map
        src="shops.geojson"
        center="0.5247,48.4086"
        tiles="none"
        onlocal-shop-select={({detail}) => setName(detail.place?.name ?? '')}
      >
        <a href="shops.geojson">Nos commerces</a>
      </local-shops-map>
      <p role="status">{name}</p>
      <local-event-calendar src="events.ics" heading-level={2} />
    </>
  );
}
