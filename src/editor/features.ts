import type { Feature } from './services.js';

/** Every feature of the editor, each in a file of its own. */
export const features: readonly Feature[] = [];
