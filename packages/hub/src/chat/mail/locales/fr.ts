import type {ReportReason} from '@local-widgets/model/schemas.js';

/** The words of the chat's mails. French is the type; English has the same keys. */
export const fr = {
  visitor: 'Un visiteur',
  picture: '[image]',
  said: (author: string, at: string) => `${author}, ${at}`,
  unread: {
    subject: (name: string, shop: string) => `Nouveau message de ${name} – ${shop}`,
    title: 'Un message attend votre réponse',
    labels: {
      name: 'Nom',
      email: 'Courriel',
      telephone: 'Téléphone',
      page: 'Page',
      order: 'Commande',
    },
    open: 'Répondre depuis la messagerie',
    footer: (hub: string) =>
      `Message envoyé par ${hub} aux personnes qui répondent pour ce commerce, parce que personne n’avait encore lu cette conversation.`,
  },
  transcript: {
    subject: (shop: string, day: string) => `Votre conversation avec ${shop}, ${day}`,
    title: (shop: string) => `Votre conversation avec ${shop}`,
    footer: (hub: string, shop: string) =>
      `Message envoyé par ${hub} pour ${shop}, à votre demande. Il ne contient ni publicité ni suivi.`,
  },
  report: {
    subject: (shop: string) => `Un message a été signalé – ${shop}`,
    title: 'Un message a été signalé',
    labels: {
      reason: 'Motif',
      explanation: 'Explication',
      by: 'Signalé par',
      at: 'Reçu',
      message: 'Message',
    },
    anonymous: 'une personne qui n’a pas donné son nom',
    open: 'Décider depuis la messagerie',
    law: 'Un signalement se traite sans tarder, avec une réponse motivée à qui l’a envoyé (règlement (UE) 2022/2065, article 16).',
    footer: (hub: string) => `Message envoyé par ${hub} aux personnes qui modèrent ce salon.`,
  },
  received: {
    subject: (shop: string) => `Votre signalement a bien été reçu – ${shop}`,
    title: 'Votre signalement a bien été reçu',
    text: (shop: string) =>
      `Une personne de ${shop} va l’examiner ; il n’est pas traité par une machine. Vous recevrez sa décision et ses raisons.`,
    number: 'Numéro',
    footer: (hub: string, shop: string) =>
      `Message envoyé par ${hub} pour ${shop}, parce que cette adresse accompagnait un signalement.`,
  },
  decided: {
    subject: (shop: string) => `Suite donnée à votre signalement – ${shop}`,
    title: {kept: 'Le message reste visible', removed: 'Le message a été retiré'},
    text: 'Une personne a examiné votre signalement.',
    reason: 'Raisons',
    contest: (shop: string) =>
      `Vous n’êtes pas d’accord ? Répondez à ce message pour demander à ${shop} un nouvel examen. Vous pouvez aussi saisir le juge, ou l’organisme de règlement des litiges de votre choix (règlement (UE) 2022/2065, article 21).`,
  },
  reasons: {
    illegal: 'contenu illégal',
    hate: 'haine',
    harassment: 'harcèlement',
    'personal-data': 'données personnelles',
    spam: 'publicité indésirable',
    rules: 'contraire aux règles du salon',
  } satisfies Record<ReportReason, string>,
};

export type ChatMailWords = typeof fr;
