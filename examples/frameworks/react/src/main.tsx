import {StrictMode} from 'react';
import {createRoot} from 'react-dom/client';
import {Town} from './Town';
import {TownWithoutWrappers} from './TownWithoutWrappers';

const isPlain = new URLSearchParams(location.search).has('tags');

createRoot(document.getElementById('app')!).render(
  <StrictMode>{isPlain ? <TownWithoutWrappers /> : <Town />}</StrictMode>,
);
