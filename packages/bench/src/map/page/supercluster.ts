import L from 'leaflet';
import Supercluster from 'supercluster';
import {startLeaflet} from './leaflet-map.js';
import type {Feature} from './peer.js';

startLeaflet(map => {
  const layer = L.layerGroup().addTo(map);
  let index: Supercluster | undefined;
  let placesOnMap = 0;
  const draw = (): void => {
    if (!index) return;
    const bounds = map.getBounds();
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    layer.clearLayers();
    placesOnMap = 0;
    for (const {geometry, properties} of index.getClusters(box, map.getZoom())) {
      const count = Number(properties['point_count'] ?? 1);
      placesOnMap += count;
      const icon = L.divIcon({html: `<span>${count}</span>`, className: 'cluster'});
      L.marker([geometry.coordinates[1], geometry.coordinates[0]], {icon}).addTo(layer);
    }
  };
  map.on('moveend', draw);
  return {
    placesOnMap: () => placesOnMap,
    show(features: readonly Feature[]) {
      index = new Supercluster({radius: 80, extent: 256, maxZoom: 17});
      index.load(features);
      draw();
    },
  };
});
