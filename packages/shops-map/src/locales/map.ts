/** The sentences of the map; they come with the map. */
export const mapFr = {
  mapLabel: 'Carte des adresses. Flèches pour la déplacer, + et − pour zoomer.',
  skipMap: 'Passer la carte',
  tilesFailed: 'Le fond de carte ne répond pas : voici un croquis. Les repères restent exacts.',
  zoomIn: 'Zoomer',
  zoomOut: 'Dézoomer',
  closest: 'au plus près',
  farthest: 'au plus loin',
  fullScreen: 'Plein écran',
  leaveFullScreen: 'Quitter le plein écran',
  /** `service`: `IGN (data.geopf.fr)`. */
  consent: (service: string) =>
    `Fond de carte : ${service}. L’afficher transmet votre adresse IP à ce service.`,
  showTiles: 'Afficher le fond de carte',
  recenter: 'Revenir à la vue de départ',
  cluster: (count: number, what: string) => `${count} adresses : ${what}. Zoomer`,
  clusterSpread: (count: number, what: string) => `${count} adresses ici : ${what}. Déployer`,
  clusterHere: (count: number, what: string) => `${count} adresses ici : ${what}. Voir la liste`,
};

export type MapMessages = typeof mapFr;
