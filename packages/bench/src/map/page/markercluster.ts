import './leaflet-global.js';
import L from 'leaflet';
import 'leaflet.markercluster';
import {startLeaflet} from './leaflet-map.js';
import {positionOf, type Feature} from './peer.js';

startLeaflet(map => {
  const group = L.markerClusterGroup();
  map.addLayer(group);
  const markers = new Map<Feature, L.Marker>();
  const markerOf = (feature: Feature): L.Marker => {
    const marker = markers.get(feature) ?? L.marker(positionOf(feature), {icon: L.divIcon()});
    markers.set(feature, marker);
    return marker;
  };
  return {
    placesOnMap() {
      let sum = 0;
      group._featureGroup.eachLayer(layer => (sum += layer.getChildCount?.() ?? 1));
      return sum;
    },
    show(features) {
      group.clearLayers();
      group.addLayers(features.map(markerOf));
    },
  };
});
