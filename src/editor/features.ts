import { registerContexts } from './browsing/contexts.js';
import { registerDocumentsView } from './browsing/documentsView.js';
import { registerOpening } from './browsing/open.js';
import { registerOrganisationsView } from './browsing/organisationsView.js';
import type { Feature } from './services.js';
import { registerDecorations } from './tagging/decorations.js';
import { registerTagging } from './tagging/register.js';
import { registerStatementHover } from './tagging/statementHover.js';

/** Every feature of the editor, each in a file of its own. */
export const features: readonly Feature[] = [
  registerContexts,
  registerTagging,
  registerDecorations,
  registerStatementHover,
  registerOpening,
  registerOrganisationsView,
  registerDocumentsView,
];
