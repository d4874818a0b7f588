/** What the events' routes say in French; the other languages have the same keys. */
export const fr = {
  idTaken: 'Ce nom est déjà pris.',
  noSuchZone: 'Ce fuseau horaire n’est pas connu (exemple : Europe/Paris).',
  noSuchDay: 'Ce jour n’existe pas.',
  dayWanted: 'Pour une journée entière, donnez un jour sans heure.',
  timeWanted: 'Donnez aussi l’heure.',
  endsBefore: 'La fin doit venir après le début.',
  badRule: 'Cette règle de répétition n’est pas comprise.',
  ruleTooFine: 'Une répétition va de tous les jours à tous les ans.',
  ruleNeedsDates: 'Donnez une règle ou des dates.',
  noDates: 'Avec ces règles, l’évènement n’a lieu aucun jour.',
  noSuchDate: 'L’évènement n’a pas lieu à cette date.',
  dateTwice: 'Cette date est donnée deux fois.',
  tooManyDates: 'Cette règle donne trop de dates.',
  contactNeeded: 'Indiquez une adresse e-mail ou un numéro de téléphone.',
  emailNeeded: 'Indiquez une adresse e-mail : le lien de confirmation y est envoyé.',
  agesNeeded: 'Indiquez un âge minimum ou maximum.',
  agesBackwards: 'L’âge maximum est plus petit que le minimum.',
  pricesBackwards: 'Le prix maximum est plus petit que le prix.',
  freeAndPriced: 'L’évènement est dit gratuit et a un prix.',
  twoRegistrations: 'Choisissez : inscription ici, ou ailleurs.',
  publishedNotDeleted:
    'Un évènement publié ne se supprime pas : annulez-le, il restera visible comme annulé.',
  calendarNotEmpty: 'Cet agenda a des évènements publiés.',
  peopleInCalendar: (people: number) =>
    people === 0
      ? 'Plus personne n’est inscrit à une date à venir.'
      : people === 1
        ? 'Une personne est inscrite à une date à venir.'
        : `${people} personnes sont inscrites à des dates à venir.`,
  stateIs: (state: string) => `L’évènement est maintenant : ${state}.`,
  states: {
    unconfirmed: 'en attente de confirmation',
    draft: 'brouillon',
    proposed: 'proposé',
    published: 'publié',
    cancelled: 'annulé',
    rejected: 'refusé',
  },
  nothingToDecide: 'Il n’y a rien à décider : ni proposition, ni modification en attente.',
  reasonNeeded: 'Dites pourquoi : la personne qui a proposé reçoit ce motif.',
  peopleOn: (dates: string) =>
    `Des personnes sont inscrites à ces dates : ${dates}. Annulez-les d’abord.`,
  signUp: {
    notYet: 'Les inscriptions ne sont pas encore ouvertes.',
    closed: 'Les inscriptions sont closes pour cette date.',
    cancelled: 'Cette date est annulée.',
    past: 'Cette date est passée.',
    none: 'On ne s’inscrit pas ici à cet évènement.',
    tooManyPlaces: (most: number) => `On peut prendre ${most} place${most > 1 ? 's' : ''} au plus.`,
    left: (left: number) =>
      left === 0 ? 'C’est complet.' : `Il reste ${left} place${left > 1 ? 's' : ''}.`,
    tooLate: 'Cette date est passée : on ne peut plus annuler.',
  },
  proposalsClosed: 'Cet agenda ne prend pas de propositions.',
  proposalsOpen: 'Trop de propositions attendent déjà la confirmation de cette adresse.',
  badWindow:
    'Donnez un premier jour et un jour suivant le dernier, à moins de trois ans l’un de l’autre.',
  feed: {
    'not-an-url': 'L’adresse n’est pas complète (exemple : https://agenda.example/agenda.ics).',
    'not-web': 'L’adresse doit commencer par https://, http:// ou webcal://.',
    'has-credentials': 'L’adresse ne doit pas contenir d’identifiants.',
    'bad-port': 'Ce port n’est pas celui d’un site web.',
    'not-public': 'Cette adresse n’est pas sur l’Internet public.',
    oneOfTwo: 'Donnez une adresse, ou le numéro d’un agenda OpenAgenda.',
    noKey: 'Ce serveur n’a pas de clé pour OpenAgenda.',
    unreadable: 'Ce fichier n’est pas un agenda que nous savons lire.',
    missing: 'Envoyez un fichier iCalendar, ou le nom d’un flux de cet agenda.',
  },
  rejections: {
    'bad-row': 'Cette entrée ne peut pas être lue.',
    'not-an-event': 'Cette entrée n’est pas un évènement.',
    'no-start': 'Il manque la date de début.',
    'bad-start': 'La date de début ne peut pas être lue.',
    'bad-end':
      'La date de fin ne peut pas être lue ou vient avant le début : elle est laissée de côté.',
    'bad-rule': 'La règle de répétition ne peut pas être lue : seule la première date est prise.',
    'bad-date': 'Une des dates ne peut pas être lue.',
    'unknown-zone': 'Le fuseau horaire n’est pas connu : celui de l’agenda est pris.',
    private: 'Cet évènement est privé : il n’est pas repris.',
    'too-many-occurrences': 'Trop de dates : les premières sont prises.',
    'too-much-work': 'La règle de répétition demande trop de calculs.',
    'too-many': 'Trop d’évènements : la suite est laissée de côté.',
    'too-complex': 'Cet évènement a trop de dates différentes pour être repris.',
    'no-name': 'Cet évènement n’a pas de nom.',
    'people-signed-up':
      'Des personnes sont inscrites à une date qui a disparu : rien n’est changé.',
  },
  problems: {
    unreachable: 'Le site de cet agenda ne répond pas.',
    refused: 'Le site de cet agenda refuse de le donner.',
    'too-large': 'Cet agenda est trop grand (plus de 10 Mo).',
    'too-slow': 'Le site de cet agenda met trop de temps à répondre.',
    unreadable: 'Ce que donne ce site n’est pas un agenda que nous savons lire.',
    forbidden: 'Cette adresse mène à un réseau privé.',
  },
};

type Words<T> = {
  [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Words<T[Key]>;
};
export type EventWords = Words<typeof fr>;
