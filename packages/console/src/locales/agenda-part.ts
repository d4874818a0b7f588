/** The sentences of the calendars that a desk needs before anybody looks at them. */
export const agendaPartFr = {
  tabAgenda: 'Agenda',
  toDecide: (count: number) => `${count} à décider`,
  newProposals: (count: number) =>
    count < 2 ? 'Un évènement est proposé.' : `${count} évènements sont proposés.`,
  offlineAgenda: 'Les propositions n’arrivent plus ici. Nouvel essai automatique.',
  noAgenda: 'Ce serveur n’a pas d’agenda.',
  unsavedEvents: (count: number) =>
    count < 2
      ? 'Un évènement n’est pas enregistré : il sera perdu.'
      : `${count} évènements ne sont pas enregistrés : ils seront perdus.`,
};

export type AgendaPartMessages = typeof agendaPartFr;
