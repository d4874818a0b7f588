import type {Language} from '@local-widgets/model/schemas.js';

const WORDS = {
  fr: {lastMerchant: 'C’est la dernière personne qui gère ce commerce.'},
  en: {lastMerchant: 'This is the last person who runs the shop.'},
} satisfies Record<Language, Record<string, string>>;

export const accountWords = (language: Language) => WORDS[language];
