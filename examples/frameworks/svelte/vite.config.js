import {svelte} from '@sveltejs/vite-plugin-svelte';
import {defineConfig} from 'vite';

export default defineConfig({
  plugins: [svelte()],
  // the files of the example; yours are in the folder `public`, where Vite looks without being told
  publicDir: '../data',
});
