/** The host suite. The first import gives the others `describe` and `it`; each feature adds its file below. */
export { run } from './support/mocha.js';
import './activation.host.js';
import './browsing-trees.host.js';
import './reading-bad-input.host.js';
import './reading-commands.host.js';
import './reading-navigation.host.js';
import './reading-problems.host.js';
import './reading-quotes.host.js';
import './reading-structure.host.js';
import './reading-texts.host.js';
import './sidecars-recovery.host.js';
import './tagging-places.host.js';
import './tagging-sidecar.host.js';
import './workspace-files.host.js';
import './sidecars-places.host.js';
import './sidecars-merge.host.js';
import './sidecars-coders.host.js';
import './registry-symbols.host.js';
