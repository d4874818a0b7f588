// Leaflet's main entry is UMD and does not shake; its source modules are ES modules without types.
declare module 'leaflet/src/map/index.js' {
  export {Map} from 'leaflet';
}
declare module 'leaflet/src/layer/tile/TileLayer.js' {
  export {TileLayer} from 'leaflet';
}
declare module 'leaflet/src/layer/marker/Marker.js' {
  export {Marker} from 'leaflet';
}
declare module 'leaflet/src/layer/marker/DivIcon.js' {
  export {DivIcon} from 'leaflet';
}
declare module 'leaflet/src/layer/Layer.js' {
  export {Layer} from 'leaflet';
}
