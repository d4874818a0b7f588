export {readDocuments, type WrittenDocument} from './read-documents.js';
export {isEndless, ruleFault, type RuleFault} from './rule-fault.js';
