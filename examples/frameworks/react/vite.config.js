import react from '@vitejs/plugin-react';
import {defineConfig} from 'vite';

export default defineConfig({
  plugins: [react()],
  // the files of the example; yours are in the folder `public`, where Vite looks without being told
  publicDir: '../data',
});
