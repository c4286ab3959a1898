import './define.js';

export * from './index.js';
export { local } from './adapters/solutions/local.js';
