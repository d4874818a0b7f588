/** What pages with templates of their own for rows or cards need, in a file of its own. */
export {PageTemplates} from './own/page-templates.js';
