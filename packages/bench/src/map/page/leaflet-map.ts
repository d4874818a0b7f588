import L from 'leaflet';
import {positionOf, startPeer, type Feature} from './peer.js';

/** The part in which the peers on Leaflet differ. */
export interface Markers {
  /** Shows these places instead of those before. */
  show(features: readonly Feature[]): void;
  placesOnMap(): number;
}

/** A map of Leaflet with tiles. */
export function startLeaflet(make: (map: L.Map) => Markers): void {
  const map = L.map('map', {minZoom: 3, maxZoom: 19});
  L.tileLayer('/tiles/{z}/{x}/{y}.png').addTo(map);
  const markers = make(map);
  void startPeer({
    ...markers,
    fit: features => {
      const bounds = L.latLngBounds(features.map(positionOf));
      map.fitBounds(bounds, {padding: [40, 40], maxZoom: 16, animate: false});
    },
    markers: () => document.querySelectorAll('.leaflet-marker-icon').length,
    zoomIn: () => map.zoomIn(),
  });
}
