/** The sentences of the map; they come with the map. */
export const mapFr = {
  mapLabel: 'Carte des adresses. Flèches pour la déplacer, + et − pour zoomer.',
  skipMap: 'Passer la carte',
  tilesFailed: 'Le fond de carte ne répond pas : voici un croquis. Les repères restent exacts.',
  zoomIn: 'Zoomer',
  zoomOut: 'Dézoomer',
  recenter: 'Revenir à la vue de départ',
  cluster: (count: number, what: string) => `${count} adresses : ${what}. Zoomer`,
  clusterHere: (count: number, what: string) => `${count} adresses ici : ${what}. Voir la liste`,
};

export type MapMessages = typeof mapFr;

export const mapEn: MapMessages = {
  mapLabel: 'Map of the addresses. Arrow keys move it, + and − zoom.',
  skipMap: 'Skip the map',
  tilesFailed: 'The base map does not answer: this is a sketch. The markers are exact.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  recenter: 'Back to the first view',
  cluster: (count, what) => `${count} addresses: ${what}. Zoom in`,
  clusterHere: (count, what) => `${count} addresses here: ${what}. See the list`,
};
