/** How programs send an answer: made up after what each of them writes, and nobody's own words. */
export const ANSWERS: readonly {program: string; text: string; said: string}[] = [
  {
    program: 'Gmail in French',
    text: `Bonjour Marie,

Oui, il en reste trois.

Le lun. 23 nov. 2026 à 08:12, Marie (via Le Fournil) <
chat+abc.def@hub.example> a écrit :

> Bonjour,
> avez-vous encore du pain ?
>
`,
    said: 'Bonjour Marie,\n\nOui, il en reste trois.',
  },
  {
    program: 'Gmail in English',
    text: `Yes, three are left.

On Mon, Nov 23, 2026 at 8:12 AM Marie (via Le Fournil) <chat+abc.def@hub.example>
wrote:

> Do you have bread?
`,
    said: 'Yes, three are left.',
  },
  {
    program: 'Gmail with a signature',
    text: `Oui.
\u0020
--\u0020
Paul, Le Fournil
02 98 00 00 00

Le lun. 23 nov. 2026 à 08:12, Marie <chat+abc.def@hub.example> a écrit :

> Bonjour
`,
    said: 'Oui.',
  },
  {
    program: 'an iPhone in French',
    text: `Oui, je vous le garde.

Envoyé de mon iPhone

> Le 23 nov. 2026 à 08:12, Marie <chat+abc.def@hub.example> a écrit :
>\u0020
> \ufeffBonjour, avez-vous du pain ?
`,
    said: 'Oui, je vous le garde.',
  },
  {
    program: 'Apple Mail in French',
    text: `Oui.

> Le 23 novembre 2026 à 08:12, Marie <chat+abc.def@hub.example> a écrit :
>\u0020
> Avez-vous du pain ?
`,
    said: 'Oui.',
  },
  {
    program: 'an iPhone in English',
    text: `Yes.

Sent from my iPhone

> On 23 Nov 2026, at 08:12, Marie <chat+abc.def@hub.example> wrote:
>\u0020
> Bread?
`,
    said: 'Yes.',
  },
  {
    program: 'Outlook in French',
    text: `Bonjour,
Oui, passez avant 19 h.
Bien à vous

________________________________
De : Marie (via Le Fournil) <chat+abc.def@hub.example>
Envoyé : lundi 23 novembre 2026 08:12
À : contact@fournil.example <contact@fournil.example>
Objet : Conversation avec Marie – Le Fournil

Avez-vous du pain ?
`,
    said: 'Bonjour,\nOui, passez avant 19 h.\nBien à vous',
  },
  {
    program: 'Outlook on a telephone',
    text: `Oui.

Télécharger Outlook pour Android<https://aka.ms/AAb9ysg>
________________________________
From: Marie <chat+abc.def@hub.example>
Sent: Monday, November 23, 2026 8:12:03 AM
To: contact@fournil.example
Subject: Conversation avec Marie

Avez-vous du pain ?
`,
    said: 'Oui.',
  },
  {
    program: 'Outlook in bold',
    text: `Oui.

*De :* Marie <chat+abc.def@hub.example>
*Envoyé :* lundi 23 novembre 2026 08:12
*À :* contact@fournil.example
*Objet :* Conversation avec Marie

Avez-vous du pain ?`,
    said: 'Oui.',
  },
  {
    program: 'Windows Mail',
    text: `Oui.

Provenance : Courrier pour Windows

De : Marie
Envoyé le :lundi 23 novembre 2026 08:12
À : contact@fournil.example
Objet :Conversation avec Marie

Avez-vous du pain ?`,
    said: 'Oui.',
  },
  {
    program: 'Thunderbird',
    text: `Oui.

Le 23/11/2026 à 08:12, Marie (via Le Fournil) a écrit :
> Avez-vous du pain ?
`,
    said: 'Oui.',
  },
  {
    program: 'Yahoo',
    text: `Oui.

    Le lundi 23 novembre 2026 à 08:12:03 UTC+1, Marie <chat+abc.def@hub.example> a écrit :\u0020\u0020
\u0020
 Avez-vous du pain ?
`,
    said: 'Oui.',
  },
  {
    program: 'Proton Mail',
    text: `Oui.

Envoyé avec la messagerie sécurisée [Proton Mail.](https://proton.me/)

Le lundi 23 novembre 2026 à 08:12, Marie <chat+abc.def@hub.example> a écrit :

> Avez-vous du pain ?
`,
    said: 'Oui.',
  },
  {
    program: 'the web mail of Orange',
    text: `Oui.
\u0020
\u0020
> Message du 23/11/26 08:12
> De : "Marie (via Le Fournil)" <chat+abc.def@hub.example>
> A : contact@fournil.example
> Copie à :\u0020
> Objet : Conversation avec Marie
>\u0020
> Avez-vous du pain ?
`,
    said: 'Oui.',
  },
  {
    program: 'the web mail of Free',
    text: `Oui.

----- Mail original -----
De: "Marie (via Le Fournil)" <chat+abc.def@hub.example>
À: contact@fournil.example
Envoyé: Lundi 23 Novembre 2026 08:12:03
Objet: Conversation avec Marie

Avez-vous du pain ?
`,
    said: 'Oui.',
  },
  {
    program: 'the web mail of La Poste',
    text: `Oui.

De : "Marie (via Le Fournil)"
A : contact@fournil.example
Envoyé: lundi 23 novembre 2026 08:12
Objet : Conversation avec Marie

Avez-vous du pain ?
`,
    said: 'Oui.',
  },
  {
    program: 'the web mail of SFR',
    text: `Oui.

> Message du 23/11/2026 08:12
> De : Marie
> A : contact@fournil.example
> Objet : Conversation avec Marie
> Avez-vous du pain ?
`,
    said: 'Oui.',
  },
  {
    program: 'older web mails',
    text: `Oui.

-----Message d'origine-----
De : Marie
Avez-vous du pain ?
`,
    said: 'Oui.',
  },
  {
    program: 'Android',
    text: `Oui.

Envoyé depuis mon téléphone Samsung Galaxy.


-------- Message d’origine --------
De : Marie <chat+abc.def@hub.example>
Date : 23/11/2026 08:12 (GMT+01:00)
À : contact@fournil.example
Objet : Conversation avec Marie

Avez-vous du pain ?
`,
    said: 'Oui.',
  },
  {
    program: 'a virus scanner under it',
    text: `Oui.

Garanti sans virus. www.avast.com
<https://www.avast.com/sig-email>

Le lun. 23 nov. 2026 à 08:12, Marie <chat+abc.def@hub.example> a écrit :
> Avez-vous du pain ?
`,
    said: 'Oui.',
  },
];
