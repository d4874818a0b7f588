import type {FeatureGroup, Layer, Marker} from 'leaflet';

declare module 'leaflet' {
  /** The part of leaflet.markercluster that is measured. */
  interface MarkerClusterGroup extends FeatureGroup {
    addLayers(layers: readonly Marker[]): this;
    readonly _featureGroup: {
      eachLayer(visit: (layer: Layer & {getChildCount?(): number}) => void): void;
    };
  }
  function markerClusterGroup(): MarkerClusterGroup;
}
