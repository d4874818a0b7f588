import type {ImageMessages} from '../images.js';

export const imagesEn: ImageMessages = {
  preparing: 'Preparing the image…',
  notAnImage: 'This image cannot be read. Try a JPEG or PNG photo.',
  tooHeavy: 'This image is still too heavy. Try another one.',
  chosen: 'Image attached',
  describe: 'What the image shows',
  unjoin: 'Remove the image',
  imageMissing: 'The image could not be loaded.',
  image: 'Image',
};
