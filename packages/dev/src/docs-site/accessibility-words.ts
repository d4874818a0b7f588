import {inFrench} from './html.js';
import type {Language} from './page.js';

const fr = {
  title: (name: string): string => `Accessibilité : ${name}`,
  index: 'Accessibilité, critère par critère',
  lead: 'Chaque critère du RGAA 4.1.2, pour chaque widget : ce qu’il en est, et comment on le sait. Une déclaration d’accessibilité peut citer ces pages.',
  how: 'Les essais automatiques tournent à chaque version, dans tous les états du widget, en clair et en sombre, sur grand écran, sur téléphone et à 320 × 256 pixels : dans Chromium, et pour la plupart aussi dans Firefox et WebKit (les contours du clavier et l’ordre complet de la tabulation surtout dans Chromium). Les résultats sont ceux des auteurs, d’après ces essais et le code ; il n’y a eu ni audit par d’autres, ni essai avec un vrai lecteur d’écran : les scripts à suivre sont là, et leur état y est écrit. Une page entière reste à auditer par des personnes.',
  widget: 'Widget',
  status: {C: 'Conforme', NC: 'Non conforme', NA: 'Non applicable', NT: 'Non testé'},
  checked: (date: string): string => `Résultats du ${date}.`,
  cite: 'À citer dans votre déclaration',
  citation: (tag: string, standard: string, version: string): string =>
    `Le composant <${tag}> de local-widgets ${version} est évalué par son éditeur critère par critère selon le ${standard} ; les résultats et les essais sont publiés avec sa documentation. Ils ne remplacent pas l’audit de cette page.`,
  data: 'Les mêmes résultats en JSON',
  byTest: 'Essais automatiques',
  byScript: 'Essais à la main',
  byReading: 'D’après le code',
  evidence: 'Comment on le sait',
  notApplicable: (count: number): string =>
    count === 1 ? 'Un critère sans objet' : `${count} critères sans objet`,
  criteria: 'Critères',
};

type AccessibilityWords = typeof fr;

const en: AccessibilityWords = {
  title: (name: string): string => `Accessibility: ${name}`,
  index: 'Accessibility, criterion by criterion',
  lead: 'Each criterion of the RGAA 4.1.2, the French rules on top of WCAG 2.1 AA, for each widget: what holds, and how that is known. An accessibility statement may cite these pages.',
  how: 'Automatic tests run with every version, in all states of a widget, light and dark, on a large screen, on a phone and at 320 × 256 pixels: in Chromium, and most of them in Firefox and WebKit too (rings of the keyboard and the whole order of Tab mostly in Chromium). The results are those of the authors, by these tests and the code; nobody else has audited them, and nobody has tried this version with a real screen reader: the scripts are there, in French, and each says whether it was followed. A whole page remains to be audited by people.',
  widget: 'Widget',
  status: {C: 'Met', NC: 'Not met', NA: 'Not applicable', NT: 'Not tested'},
  checked: (date: string): string => `Results of ${date}.`,
  cite: 'To cite in your statement',
  citation: (tag: string, standard: string, version: string): string =>
    `The component <${tag}> of local-widgets ${version} is assessed by its makers criterion by criterion against the ${standard}; results and tests are published with its documentation. They do not replace the audit of this page.`,
  data: 'The same results as JSON',
  byTest: 'Automatic tests',
  byScript: 'Tests by people',
  byReading: 'By the sources',
  evidence: 'How that is known',
  notApplicable: (count: number): string =>
    count === 1 ? 'One criterion that does not apply' : `${count} criteria that do not apply`,
  criteria: 'Criteria',
};

export const ACCESSIBILITY_WORDS: Readonly<Record<Language, AccessibilityWords>> = {fr, en};

export const frenchly = (text: string, lang: Language): string =>
  lang === 'fr' ? inFrench(text) : text;
