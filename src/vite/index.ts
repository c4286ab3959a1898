export { caseElementsIndex, type IndexPluginOptions } from './case-elements-index.js';
