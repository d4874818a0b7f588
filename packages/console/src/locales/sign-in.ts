/** The sentences of the sign-in; they come with it. */
export const signInFr = {
  signInTitle: 'Se connecter au comptoir',
  signInHint:
    'Sans mot de passe : un lien arrive par e-mail, ou une clé d’accès de votre appareil.',
  email: 'Adresse e-mail',
  emailHint: 'Par exemple boutique@exemple.fr',
  emailInvalid: 'Écrivez une adresse e-mail complète, par exemple boutique@exemple.fr.',
  sendLink: 'Recevoir un lien de connexion',
  linkSent: 'Regardez votre boîte e-mail',
  linkSentHint: (email: string) =>
    `Si ${email} est connue ici, un lien vient d’y être envoyé. Il sert une fois, sur cet appareil. Pensez au dossier des indésirables.`,
  linkAgain: 'Utiliser une autre adresse',
  linkOpened: 'J’ai ouvert le lien',
  or: 'ou',
  usePasskey: 'Se connecter avec une clé d’accès',
  passkeyUnknown: 'Cette clé d’accès n’est pas reconnue. Demandez un lien par e-mail.',
};

export type SignInMessages = typeof signInFr;
