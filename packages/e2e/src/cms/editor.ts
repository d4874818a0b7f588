import type {ElementHandle, Frame, Page} from 'puppeteer-core';

/** What we use of the scripts of WordPress' editor. */
interface Scripts {
  readonly blocks: {createBlock(name: string, values: object): object};
  readonly data: {
    dispatch(store: string): {
      editPost(values: object): void;
      insertBlock(block: object): void;
      savePost(): Promise<void>;
      set(scope: string, name: string, value: boolean): void;
    };
    select(store: string): {getCurrentPostId(): number | null; getPermalink(): string};
  };
}

/** Fills in the page where people sign in, as the administrator. */
export async function signIn(page: Page): Promise<void> {
  // not typed: a script of that page moves the focus after a moment
  for (const field of ['#user_login', '#user_pass']) {
    await page.$eval(field, input => ((input as HTMLInputElement).value = 'admin'));
  }
  await Promise.all([page.waitForNavigation(), page.click('#wp-submit')]);
}

/** Opens the editor of a new page. @returns the frame in which it draws */
export async function openEditor(page: Page): Promise<Frame> {
  const {origin} = new URL(page.url());
  await page.goto(`${origin}/wp-admin/post-new.php?post_type=page`, {waitUntil: 'load'});
  await page.waitForFunction(() => {
    const {wp} = globalThis as unknown as {wp?: Partial<Scripts>};
    const preferences = wp?.data?.dispatch('core/preferences');
    // its greeting would stand before it
    preferences?.set('core/edit-post', 'welcomeGuide', false);
    preferences?.set('core/edit-post', 'fullscreenMode', false);
    return preferences !== undefined && wp?.data?.select('core/editor').getCurrentPostId();
  });
  const frame = await page.waitForSelector('iframe[name="editor-canvas"]');
  return await frame!.contentFrame();
}

/** Puts a block into the page, chosen as if by hand. */
export async function insertBlock(page: Page, name: string, values: object): Promise<void> {
  await page.evaluate(
    (block: string, attributes: object) => {
      const {wp} = globalThis as unknown as {wp: Scripts};
      wp.data.dispatch('core/block-editor').insertBlock(wp.blocks.createBlock(block, attributes));
    },
    name,
    values,
  );
}

/** Publishes the page. @returns its address */
export async function publish(page: Page, title: string): Promise<string> {
  return await page.evaluate(async (text: string) => {
    const {wp} = globalThis as unknown as {wp: Scripts};
    const editor = wp.data.dispatch('core/editor');
    editor.editPost({title: text, status: 'publish'});
    await editor.savePost();
    return wp.data.select('core/editor').getPermalink();
  }, title);
}

/** The control of the inspector with this label. */
export async function fieldOf(page: Page, label: string): Promise<ElementHandle> {
  const found = await page.waitForFunction(
    (text: string) =>
      [...document.querySelectorAll('label')].find(one => one.textContent === text)?.control,
    {},
    label,
  );
  return found.asElement() as ElementHandle;
}
