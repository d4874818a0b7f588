import {controls} from '@local-widgets/core';
import {columns} from '../styles/columns.styles.js';
import {forms} from '../styles/forms.styles.js';
import {frame} from '../styles/frame.styles.js';
import {lists} from '../styles/lists.styles.js';
import {order} from '../styles/order.styles.js';

export const styles = [controls, frame, forms, columns, order, lists];
