/** The host suite. The first import gives the others `describe` and `it`; each feature adds its file below. */
export { run } from './support/mocha.js';
import './activation.host.js';
