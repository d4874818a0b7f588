import vue from '@vitejs/plugin-vue';
import {defineConfig} from 'vite';

export default defineConfig({
  plugins: [
    vue({
      // the tags are elements of the browser, not components of Vue
      template: {compilerOptions: {isCustomElement: tag => tag.startsWith('local-')}},
    }),
  ],
  // the files of the example; yours are in the folder `public`, where Vite looks without being told
  publicDir: '../data',
});
