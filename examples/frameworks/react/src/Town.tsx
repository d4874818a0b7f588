import {LocalEventCalendar, LocalShopsMap, type LocalShopSelectEvent} from '@local-widgets/react';
import {useState} from 'react';

export function Town() {
  const [name, setName] = useState('');
  const choose = ({detail}: LocalShopSelectEvent) => setName(detail.place?.name ?? '');
  return (
    <>
      <h1>Val-Orbelle</h1>
      <LocalShopsMap
        src="shops.geojson"
        center="0.5247,48.4086"
        tiles="none"
        onLocalShopSelect={choose}
      >
        <a href="shops.geojson">Nos commerces</a>
      </LocalShopsMap>
      <p role="status">{name}</p>
      <LocalEventCalendar src="events.ics" headingLevel={2} />
    </>
  );
}
