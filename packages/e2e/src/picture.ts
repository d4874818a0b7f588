import type {PageWindow} from './frame.js';

/** A picture of one colour, as a person chooses one on the device. */
export async function picture(window: PageWindow): Promise<File> {
  const canvas = window.document.createElement('canvas');
  canvas.width = canvas.height = 20;
  canvas.getContext('2d')!.fillRect(0, 0, 20, 20);
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'));
  return new window.File([blob!], 'x.png', {type: 'image/png'});
}
