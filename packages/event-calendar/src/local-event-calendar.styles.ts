import {controls} from '@local-widgets/core';
import {agenda} from './styles/agenda.styles.js';
import {frame} from './styles/frame.styles.js';
import {month} from './styles/month.styles.js';

export const styles = [controls, frame, agenda, month];
