import type {MapMessages} from '../map.js';

export const mapEn: MapMessages = {
  mapLabel: 'Map of the addresses. Arrow keys move it, + and − zoom.',
  skipMap: 'Skip the map',
  tilesFailed: 'The base map does not answer: this is a sketch. The markers are exact.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  closest: 'as close as it gets',
  farthest: 'as far as it gets',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  consent: service => `Base map: ${service}. Showing it sends your IP address to this service.`,
  showTiles: 'Show the base map',
  recenter: 'Back to the first view',
  cluster: (count, what) => `${count} addresses: ${what}. Zoom in`,
  clusterSpread: (count, what) => `${count} addresses here: ${what}. Spread out`,
  clusterHere: (count, what) => `${count} addresses here: ${what}. See the list`,
};
