/** The sentences of what stands below the bar; they come with what answers it. */
export const searchFr = {
  closePanel: 'Fermer',
  active: 'Filtres actifs',
  remove: (what: string) => `Retirer le filtre : ${what}`,
  openOn: (when: string) => `Ouvert ${when}`,
  nearTo: (place: string) => `Près de ${place}`,
  panelLoading: 'Chargement…',
};

export type SearchMessages = typeof searchFr;
