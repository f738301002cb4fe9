export { escaped } from '../../core/text/markdown.js';
