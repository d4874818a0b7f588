import {controls} from '@local-widgets/core';
import {layout} from './styles/layout.styles.js';
import {list} from './styles/list.styles.js';
import {mapFrame} from './styles/map-frame.styles.js';
import {symbolStyles} from './symbols/symbol.styles.js';

export const styles = [controls, symbolStyles, layout, list, mapFrame];
