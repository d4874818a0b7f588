/**
 * Lets the desk be put on the home screen of a telephone; on some, notifications want that first. Its
 * name is one in both languages, since the file is the same for all.
 */
export const DESK_MANIFEST = JSON.stringify({
  name: 'Comptoir',
  start_url: '/desk/',
  scope: '/desk/',
  display: 'standalone',
  icons: [{src: '/icon.svg', type: 'image/svg+xml', sizes: 'any', purpose: 'any'}],
});
