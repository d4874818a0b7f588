import {expect} from '@open-wc/testing';
import {hub, newPage, put, storage, talking, textOf, until, type ChatHarness} from './harness.js';

/** A picture of one colour, as a camera would name it. */
async function picture(width: number, height: number, colour = '#c04020'): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg'));
  return new File([blob!], 'IMG_0001.jpg', {type: 'image/jpeg'});
}

/** The same with what cameras write: an Exif segment with a place. */
async function withPlace(file: File): Promise<File> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const exif = new TextEncoder().encode('Exif\0\0GPS 48.4084,0.5248');
  const segment = new Uint8Array(exif.length + 4);
  segment.set([0xff, 0xe1, 0, exif.length + 2]);
  segment.set(exif, 4);
  // Firefox knows a JPEG by its first segment, of 18 bytes after the mark of two
  const at = 20;
  return new File([bytes.slice(0, at), segment, bytes.slice(at)], file.name, {type: file.type});
}

async function choose(chat: ChatHarness, file: File): Promise<void> {
  await until(() => chat.find('input[type=file]'), 'the chooser');
  const input = chat.one('input[type=file]') as HTMLInputElement;
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
  await until(() => chat.find('.chosen, .foot .error'), 'it is looked at');
}

/** The colour in the middle of a canvas. */
function colourOf(canvas: HTMLCanvasElement): number[] {
  const {width, height} = canvas;
  const {data} = canvas.getContext('2d')!.getImageData(width >> 1, height >> 1, 1, 1);
  return [...data.slice(0, 3)];
}

const isReddish = ([red = 0, green = 0, blue = 0]: number[]): boolean =>
  red > 150 && green < 110 && blue < 90;

const canvasOf = (chat: ChatHarness): HTMLCanvasElement =>
  chat.one('.message canvas') as HTMLCanvasElement;

describe('images', () => {
  it('are made small, without what the camera wrote, and sent with their description', async () => {
    const chat = await talking();
    const photo = await withPlace(await picture(3000, 2000));
    expect(await photo.text()).to.contain('GPS 48.4084');
    await choose(chat, photo);
    await chat.type('Ce que montre l’image', 'Le pain de samedi');
    await chat.write('Comme celui-ci');
    await chat.press('Envoyer');
    await until(() => hub.conversation.images.size === 1, 'the image is sent');
    const [sent] = hub.conversation.images.values();
    expect(sent!.type).to.match(/^image\/(webp|jpeg)$/);
    expect(sent!.size).to.be.lessThan(1_000_000);
    expect(await sent!.text()).not.to.contain('GPS');
    const {width, height} = await createImageBitmap(sent!);
    expect([width, height]).to.deep.equal([1600, 1067]);
    await until(() => chat.states.at(-1) === 'Envoyé', 'the message is sent');
    const event = hub.conversation.events.findLast(({kind}) => kind === 'message');
    if (event?.kind !== 'message') throw new Error('no message');
    expect(event.message.text).to.equal('Comme celui-ci');
    expect(event.message.image?.alt).to.equal('Le pain de samedi');
  });

  it('can be sent without words, and removed before', async () => {
    const chat = await talking();
    await choose(chat, await picture(40, 30));
    await chat.press('Retirer l’image');
    expect(chat.find('.chosen')).to.equal(null);
    await choose(chat, await picture(40, 30));
    await chat.press('Envoyer');
    await until(() => hub.conversation.texts.length === 2, 'sent');
    expect(chat.find('.chosen')).to.equal(null);
  });

  it('are drawn, never fetched by the page, and named', async () => {
    const chat = await talking();
    await choose(chat, await picture(40, 30));
    await chat.type('Ce que montre l’image', 'Une tarte');
    await chat.press('Envoyer');
    await until(() => hub.conversation.texts.length === 2, 'sent');
    await until(() => storage.names.length === 1, 'nothing of it is kept here');
    newPage();
    const again = put();
    await again.settled();
    again.launcher.click();
    await until(() => again.find('.message canvas'), 'a canvas');
    await until(() => isReddish(colourOf(canvasOf(again))), 'the picture is drawn');
    expect(again.find('img')).to.equal(null);
    const button = again.button('Agrandir l’image : Une tarte');
    const asked = hub.seen.find(({method, path}) => method === 'GET' && /images/.test(path));
    expect(asked?.secret).to.exist;
    button.click();
    await until(() => again.find('.large'), 'it is large');
    const large = again.one('.large') as HTMLCanvasElement;
    await until(() => isReddish(colourOf(large)), 'and drawn');
    expect(large.getAttribute('role')).to.equal('img');
    expect(large.getAttribute('aria-label')).to.equal('Une tarte');
    await again.press('Retour');
    await until(() => again.messages.length === 2, 'the messages again');
  });

  it('outlive a reload before they are sent', async () => {
    const chat = await talking();
    hub.isDown = true;
    await choose(chat, await picture(40, 30));
    await chat.press('Envoyer');
    await until(() => storage.names.some(name => name.includes('#')), 'it is kept');
    newPage();
    hub.isDown = false;
    const again = put();
    await again.settled();
    await until(() => hub.conversation.images.size === 1, 'the image is sent');
    await until(() => hub.conversation.texts.length === 2, 'the message is sent');
    await until(() => storage.names.length === 1, 'nothing of it stays');
  });

  it('say when they cannot be read', async () => {
    const chat = await talking();
    await choose(chat, new File(['no picture'], 'x.png', {type: 'image/png'}));
    expect(textOf(chat.find('.foot .error'))).to.contain('ne peut pas être lue');
  });

  it('say when they did not come, and are tried again by a tap', async () => {
    const chat = await talking();
    const image = {id: 'bbbbbbbb-0000-4000-8000-000000000001', width: 40, height: 30};
    hub.say(hub.conversation, 'Voici', {image});
    await until(() => chat.status === 'L’image n’a pas pu être chargée.', 'it says so');
    hub.conversation.images.set(image.id, await picture(40, 30));
    await chat.press('Agrandir l’image');
    const large = (): HTMLCanvasElement => chat.one('.large') as HTMLCanvasElement;
    await until(() => isReddish(colourOf(large())), 'it is there');
  });

  it('are not offered where the shop takes none', async () => {
    hub.changeProfile({allowsImages: false});
    const chat = await talking();
    expect(chat.find('input[type=file]')).to.equal(null);
  });
});
