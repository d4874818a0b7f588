import {mount} from 'svelte';
import Town from './Town.svelte';

mount(Town, {target: document.getElementById('app')!});
