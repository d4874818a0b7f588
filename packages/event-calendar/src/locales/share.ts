/** The sentences of sharing, subscribing and export; they come with that panel. */
export const shareFr = {
  shareLink: 'Partager le lien',
  copyLink: 'Copier le lien',
  linkCopied: 'Lien copié.',
  linkShared: 'Lien partagé.',
  copyByHand: 'La copie est bloquée ici. Le texte est sélectionné : copiez-le avec Ctrl + C.',
  toCopy: 'Texte à copier',
  subscribe: 'S’abonner',
  subscribeTo: (name: string) => `S’abonner à « ${name} »`,
  subscribeToAll: 'S’abonner à cet agenda',
  subscribeToFilter: 'S’abonner à cette sélection',
  subscribeHint: 'Votre agenda (téléphone, Outlook, Thunderbird) se met ensuite à jour tout seul.',
  copySubscription: 'Copier l’adresse d’abonnement',
  download: (count: number, formatted: string) =>
    count < 2 ? 'Télécharger l’évènement (.ics)' : `Télécharger les ${formatted} évènements (.ics)`,
  print: 'Imprimer',
  downloaded: (file: string) => `Fichier ${file} préparé.`,
  downloadFailed: 'Le fichier n’a pas pu être préparé.',
  take: 'Emporter',
  nothingToShare: 'Aucun évènement n’est affiché : retirez un filtre pour imprimer ou exporter.',
};

export type ShareMessages = typeof shareFr;
