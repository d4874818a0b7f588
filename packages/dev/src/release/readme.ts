import type {ZipEntry} from './zip.js';

const NAMES = {fr: 'LISEZ-MOI.txt', en: 'README.txt'};

const TEXTS = {
  fr: (version: string) => `local-widgets ${version} : les fichiers de la balise script

1. Copiez ce dossier sur votre serveur, sans renommer de fichier : par exemple
   https://www.ma-commune.example/v/${version}/
2. Dans vos pages, une seule fois :
   <script type="module" src="/v/${version}/local-widgets.js"></script>
3. Puis le widget, par exemple :
   <local-shops-map src="/commerces.geojson">
     <a href="/commerces">La liste des commerces</a>
   </local-shops-map>

Ne mélangez pas les fichiers de deux versions : un dossier par version. Rien n'est demandé à un autre
serveur que ceux que vos pages nomment. Si vos pages sont sur un autre domaine que ces fichiers, votre
serveur doit envoyer l'en-tête Access-Control-Allow-Origin: *. Les fichiers d'une version ne changent
jamais : Cache-Control: public, max-age=31536000, immutable est permis.

release.json donne l'empreinte SHA-384 de chaque fichier. Les fichiers .map ne servent qu'à chercher des
erreurs. LICENSE : licence du projet (EUPL-1.2). licenses.txt : licences des bibliothèques qu'il contient.
`,
  en: (version: string) => `local-widgets ${version}: the files of the script tag

1. Copy this folder to your server, without renaming a file: for instance
   https://www.my-town.example/v/${version}/
2. In your pages, once:
   <script type="module" src="/v/${version}/local-widgets.js"></script>
3. Then the widget, for instance:
   <local-shops-map src="/shops.geojson">
     <a href="/shops">The list of shops</a>
   </local-shops-map>

Do not mix files of two versions: one folder a version. Nothing is asked of other servers than those that
your pages name. If your pages are on another domain than these files, your server must send the header
Access-Control-Allow-Origin: *. The files of a version never change:
Cache-Control: public, max-age=31536000, immutable is safe.

release.json has the SHA-384 of each file. Files that end in .map only help to look for mistakes. LICENSE:
the licence of the project (EUPL-1.2). licenses.txt: the licences of the libraries in it.
`,
};

/** How to serve the files oneself; lines end as every editor of text understands. */
export function readme(language: 'fr' | 'en', version: string): ZipEntry {
  const text = TEXTS[language](version).replaceAll('\n', '\r\n');
  // the mark tells old Windows editors that it is UTF-8
  return {name: NAMES[language], bytes: Buffer.from(`\uFEFF${text}`)};
}
