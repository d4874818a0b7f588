import type {Check, Finding} from '../finding.js';

/** Whether the files of the widgets arrive as they were released. */
export const checkFiles: Check = async ({elements, loader}) => {
  const names = new Set(elements.map(({localName}) => localName.slice('local-'.length)));
  const findings = await Promise.all(
    [...names].map(async (name): Promise<Finding[]> => {
      try {
        await loader.load(name);
        return [];
      } catch (error) {
        return [
          {
            kind: 'problem',
            fr: `Un fichier manque, ou n’est pas celui qui a été publié : ${String(error)}. Recopiez tous les fichiers d’une même version.`,
            en: `A file is missing, or is not the one that was released: ${String(error)}. Copy all files of one release again.`,
          },
        ];
      }
    }),
  );
  return findings.flat();
};
