/**
 * The lazily loaded chunk: Leaflet, what stands on it, and the map's styles. It needs a window, so
 * nothing but a dynamic import in the browser may ask for it.
 */
import {mapFr} from './locales/map.js';
import {shopsMapMessages} from './locales/index.js';

shopsMapMessages.extend(mapFr);

export {ShopsMapView} from './map/map-view.js';
