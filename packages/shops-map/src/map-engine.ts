/**
 * The lazily loaded chunk: Leaflet behind our port. It needs a window, so nothing but a dynamic import
 * in the browser may ask for it.
 */
export {createLeafletEngine as createMapEngine} from './map/leaflet-engine.js';
