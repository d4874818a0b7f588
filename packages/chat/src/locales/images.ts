/** The sentences about images; they come with what makes and shows them. */
export const imagesFr = {
  preparing: 'Préparation de l’image…',
  notAnImage: 'Cette image ne peut pas être lue. Essayez une photo JPEG ou PNG.',
  tooHeavy: 'Cette image reste trop lourde. Essayez-en une autre.',
  chosen: 'Image jointe',
  describe: 'Ce que montre l’image',
  unjoin: 'Retirer l’image',
  imageMissing: 'L’image n’a pas pu être chargée.',
  image: 'Image',
};

export type ImageMessages = typeof imagesFr;
