const many = (count: number, formatted: string): string =>
  count < 2 ? 'une adresse' : `${formatted} adresses`;

/** The sentences of sharing and export; they come with that panel. */
export const shareFr = {
  shareLink: 'Partager le lien',
  copyLink: 'Copier le lien',
  linkCopied: 'Lien copié.',
  linkShared: 'Lien partagé.',
  copyList: (count: number, formatted: string) => `Copier la liste (${many(count, formatted)})`,
  listCopied: (count: number, formatted: string) => `Liste copiée, ${many(count, formatted)}.`,
  copyByHand: 'La copie est bloquée ici. Le texte est sélectionné : copiez-le avec Ctrl + C.',
  toCopy: 'Texte à copier',
  print: (count: number, formatted: string) => `Imprimer (${many(count, formatted)})`,
  download: (count: number, formatted: string) => `Télécharger ${many(count, formatted)}`,
  asCsv: 'Tableur (CSV)',
  asVCard: 'Contacts (vCard)',
  asGeoJson: 'Carte (GeoJSON)',
  downloaded: (file: string, count: number, formatted: string) =>
    `Fichier ${file} préparé, ${many(count, formatted)}.`,
  downloadFailed: 'Le fichier n’a pas pu être préparé. Copiez plutôt la liste.',
  nothingToShare: 'Aucune adresse n’est affichée : retirez un filtre pour imprimer ou exporter.',
};

export type ShareMessages = typeof shareFr;
