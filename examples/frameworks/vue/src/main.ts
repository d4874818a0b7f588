import {createApp} from 'vue';
import Town from './Town.vue';

createApp(Town).mount('#app');
