import './leaflet-global.js';
import L from 'leaflet';
import 'leaflet.markercluster';
import {startPeer, type Feature} from './peer.js';

void startPeer(map => {
  const group = L.markerClusterGroup();
  map.addLayer(group);
  const markers = new Map<Feature, L.Marker>();
  const markerOf = (feature: Feature): L.Marker => {
    const [longitude, latitude] = feature.geometry.coordinates;
    const marker = markers.get(feature) ?? L.marker([latitude, longitude], {icon: L.divIcon()});
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
