import L from 'leaflet';
import {startLeaflet} from './leaflet-map.js';
import {positionOf} from './peer.js';

/** A marker for each place, and nothing gathered. */
startLeaflet(map => {
  const layer = L.layerGroup().addTo(map);
  const icon = L.divIcon();
  return {
    placesOnMap: () => layer.getLayers().length,
    show(features) {
      layer.clearLayers();
      for (const feature of features) L.marker(positionOf(feature), {icon}).addTo(layer);
    },
  };
});
