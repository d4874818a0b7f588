/** The words of the mails about events. French is the type; every other language has the same keys. */
export const fr = {
  when: 'Quand',
  formerly: 'Prévu avant',
  where: 'Où',
  places: 'Places',
  name: 'Au nom de',
  organizer: 'Organisation',
  reason: 'Motif',
  instructions: 'À savoir',
  allDay: (day: string) => day,
  allDays: (from: string, to: string) => `du ${from} au ${to}`,
  at: (day: string, time: string) => `${day} à ${time}`,
  between: (day: string, from: string, to: string) => `${day}, de ${from} à ${to}`,
  follow: 'Voir ou annuler l’inscription',
  keepLink: 'Ce lien est personnel : qui l’a peut voir et annuler l’inscription.',
  footer: (calendar: string, host: string) =>
    `Envoyé par ${host} pour « ${calendar} », car cette adresse a été donnée pour une inscription.`,
  confirmed: {
    subject: (event: string, when: string) => `Inscription confirmée : ${event}, ${when}`,
    title: 'Votre inscription est confirmée',
    text: 'Si vous ne pouvez plus venir, annulez-la : quelqu’un d’autre aura votre place.',
  },
  waiting: {
    subject: (event: string, when: string) => `Liste d’attente : ${event}, ${when}`,
    title: 'Vous êtes sur la liste d’attente',
    text: (position: number) =>
      position === 1
        ? 'C’est complet. Vous êtes en tête de la liste d’attente : un message vous dira si des places se libèrent.'
        : `C’est complet. Vous êtes en position ${position} sur la liste d’attente : un message vous dira si des places se libèrent.`,
  },
  movedUp: {
    subject: (event: string, when: string) => `Une place s’est libérée : ${event}, ${when}`,
    title: 'Vous avez une place',
    text: 'Une place s’est libérée : votre inscription est maintenant confirmée. Si vous ne pouvez plus venir, annulez-la.',
  },
  cancelled: {
    subject: (event: string, when: string) => `Inscription annulée : ${event}, ${when}`,
    title: 'Votre inscription est annulée',
    person: 'Vous l’avez annulée. Vos places sont rendues.',
    organizer: 'L’organisation a retiré votre inscription.',
  },
  changed: {
    subject: (event: string, when: string) => `Changement : ${event}, ${when}`,
    title: 'La date ou le lieu a changé',
    text: 'Votre inscription reste valable. Si vous ne pouvez pas venir, annulez-la.',
  },
  reminder: {
    subject: (event: string, when: string) => `Rappel : ${event}, ${when}`,
    title: 'C’est bientôt',
    text: 'Nous vous attendons. Si vous ne pouvez plus venir, annulez : quelqu’un d’autre aura votre place.',
  },
  dateCancelled: {
    subject: (event: string, when: string) => `Annulé : ${event}, ${when}`,
    title: 'Cet évènement est annulé',
    text: 'Il n’aura pas lieu à cette date. Vous n’avez rien à faire.',
  },
  dateRestored: {
    subject: (event: string, when: string) => `A bien lieu : ${event}, ${when}`,
    title: 'L’évènement a lieu finalement',
    text: 'Votre inscription est toujours valable. Si vous ne pouvez plus venir, annulez-la.',
  },
  calendarDeleted: {
    subject: (event: string, when: string) => `Annulé : ${event}, ${when}`,
    title: 'Votre inscription est annulée',
    registration: (calendar: string) =>
      `L’agenda « ${calendar} » est supprimé : on ne s’y inscrit plus, et votre place n’est pas gardée. Vous n’avez rien à faire.`,
    proposal: (calendar: string) =>
      `L’agenda « ${calendar} » est supprimé : il ne prend plus d’évènements.`,
  },
  proposal: {
    confirmSubject: (event: string) => `Confirmez votre proposition : ${event}`,
    confirmTitle: 'Confirmez votre proposition',
    confirmText: (calendar: string) =>
      `Quelqu’un, sans doute vous, a proposé cet évènement pour « ${calendar} ». Ouvrez ce lien et confirmez : la proposition sera alors lue. Sans confirmation sous 48 heures, elle est effacée.`,
    confirm: 'Ouvrir et confirmer',
    ignore: 'Si ce n’était pas vous, ignorez ce message.',
    receivedSubject: (event: string) => `À valider : ${event}`,
    receivedTitle: 'Un évènement attend votre décision',
    receivedText: (calendar: string) =>
      `Il est proposé pour « ${calendar} » et n’est pas publié tant que vous ne l’acceptez pas.`,
    open: 'Ouvrir le bureau',
    from: 'Proposé par',
    acceptedSubject: (event: string) => `Publié : ${event}`,
    acceptedTitle: 'Votre évènement est publié',
    acceptedText: 'Merci de l’avoir proposé. Voici sa page :',
    see: 'Voir la page de l’évènement',
    rejectedSubject: (event: string) => `Proposition refusée : ${event}`,
    rejectedTitle: 'Votre proposition n’a pas été retenue',
    follow: 'Suivre la proposition',
    footer: (calendar: string, host: string) =>
      `Envoyé par ${host} pour « ${calendar} », car cette adresse a été donnée pour une proposition.`,
    deskFooter: (host: string) => `Envoyé par ${host} aux personnes qui tiennent l’agenda.`,
  },
  file: 'evenement.ics',
};

type Words<T> = {
  [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Words<T[Key]>;
};
export type EventMailWords = Words<typeof fr>;
