// Leaflet's main entry is UMD and does not shake; its source modules are ES modules without types.
declare module 'leaflet/src/map/Map.js' {
  export {Map} from 'leaflet';
}
declare module 'leaflet/src/map/handler/Map.Drag.js';
declare module 'leaflet/src/map/handler/Map.DoubleClickZoom.js';
declare module 'leaflet/src/map/handler/Map.Keyboard.js';
declare module 'leaflet/src/map/handler/Map.TouchZoom.js';
declare module 'leaflet/src/layer/Layer.js';
declare module 'leaflet/src/layer/tile/TileLayer.js' {
  export {TileLayer} from 'leaflet';
}
declare module 'leaflet/src/layer/tile/GridLayer.js' {
  export {GridLayer} from 'leaflet';
}
