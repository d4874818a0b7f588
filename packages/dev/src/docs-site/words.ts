import {inFrench} from './html.js';
import type {Language} from './page.js';

const fr = {
  site: 'local-widgets',
  tagline: 'La vie locale sur tous les sites',
  skip: 'Aller au contenu',
  menu: 'Menu principal',
  other: 'English',
  start: 'Accueil',
  widgets: 'Widgets',
  guides: 'Guides',
  configurator: 'Configurateur',
  developers: 'Développeurs',
  inEnglish: '(en anglais)',
  beside: 'Dans cette rubrique',
  contents: 'Sur cette page',
  table: 'Tableau, à faire défiler sur un petit écran',
  licence: 'Logiciel libre, licence EUPL-1.2. Ce site ne dépose aucun cookie et ne mesure rien.',
  version: 'Version',
  elsewhere: 'En anglais :',
  cms: 'Systèmes de publication',
  frameworks: 'Bibliothèques et SSR',
  evidence: 'Preuves',
  accessibility: 'Accessibilité : le RGAA, critère par critère',
  scripts: 'Essais à faire à la main',
};

export type SiteWords = typeof fr;

const en: SiteWords = {
  site: 'local-widgets',
  tagline: 'Local life on any web site',
  skip: 'Skip to content',
  menu: 'Main menu',
  other: 'Français',
  start: 'Start',
  widgets: 'Widgets',
  guides: 'Guides',
  configurator: 'Configurator',
  developers: 'Developers',
  inEnglish: '',
  beside: 'In this section',
  contents: 'On this page',
  table: 'Table; scroll it on a small screen',
  licence: 'Free software, licence EUPL-1.2. This site sets no cookie and measures nothing.',
  version: 'Version',
  elsewhere: 'In French:',
  cms: 'Content systems',
  frameworks: 'Frameworks and SSR',
  evidence: 'Evidence',
  accessibility: 'Accessibility: the RGAA, criterion by criterion',
  scripts: 'Tests for people',
};

export const SITE_WORDS: Readonly<Record<Language, SiteWords>> = {fr: inFrench(fr), en};
