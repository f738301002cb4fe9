import { registerContexts } from './browsing/contexts.js';
import { registerDocumentsView } from './browsing/documentsView.js';
import { registerOpening } from './browsing/open.js';
import { registerOrganisationsView } from './browsing/organisationsView.js';
import { registerCorpusCommands } from './reading/corpusCommands.js';
import { registerDiagnostics } from './reading/diagnostics.js';
import { registerFolding } from './reading/folding.js';
import { registerFurnitureDimming } from './reading/furnitureDimming.js';
import { registerHover } from './reading/hover.js';
import { registerLanguageStatus } from './reading/languageStatus.js';
import { registerLinks } from './reading/links.js';
import { registerNavigation } from './reading/navigation.js';
import { registerOutline } from './reading/outline.js';
import { registerQuickFixes } from './reading/quickFixes.js';
import { registerSemanticTokens } from './reading/semanticTokens.js';
import { registerAddActor } from './registry/addActor.js';
import { registerAddCandidates } from './registry/addCandidates.js';
import { registerFixCommands } from './registry/fixCommands.js';
import { registerRegistryFixes } from './registry/fixes.js';
import { registerMergeEntries } from './registry/mergeCommand.js';
import { registerMentionFixes } from './registry/mentionFixes.js';
import { registerRenameEntry } from './registry/renameCommand.js';
import { registerRegistryCompletion } from './registry/completion.js';
import { registerRegistryHover } from './registry/hover.js';
import { registerRegistryNavigation } from './registry/navigation.js';
import { registerRegistryRename } from './registry/rename.js';
import { registerSplitEntry } from './registry/splitCommand.js';
import { registerWorkspaceSymbols } from './registry/workspaceSymbols.js';
import type { Feature } from './services.js';
import { registerSheets } from './sheets/sheets.js';
import { registerCoders } from './sidecars/coders.js';
import { registerSidecarFixes } from './sidecars/fixes.js';
import { registerGitSetUp } from './sidecars/gitSetUp.js';
import { registerGoneDocuments } from './sidecars/goneDocuments.js';
import { registerMerge } from './sidecars/mergeCommand.js';
import { registerSearching } from './searching/register.js';
import { registerRecovery } from './sidecars/recovery.js';
import { registerRenames } from './sidecars/renames.js';
import { registerReview } from './sidecars/review.js';
import { registerUnsureStatus } from './sidecars/unsureStatus.js';
import { registerDecorations } from './tagging/decorations.js';
import { registerTagging } from './tagging/register.js';
import { registerStatementHover } from './tagging/statementHover.js';

/** Every feature of the editor, each in a file of its own. */
export const features: readonly Feature[] = [
  registerSemanticTokens,
  registerOutline,
  registerFolding,
  registerLinks,
  registerFurnitureDimming,
  registerHover,
  registerDiagnostics,
  registerQuickFixes,
  registerNavigation,
  registerLanguageStatus,
  registerCorpusCommands,
  registerContexts,
  registerTagging,
  registerDecorations,
  registerStatementHover,
  registerOpening,
  registerOrganisationsView,
  registerDocumentsView,
  registerRecovery,
  registerReview,
  registerUnsureStatus,
  registerGoneDocuments,
  registerMerge,
  registerCoders,
  registerGitSetUp,
  registerSidecarFixes,
  registerRenames,
  registerRegistryNavigation,
  registerRegistryRename,
  registerRegistryHover,
  registerRegistryCompletion,
  registerWorkspaceSymbols,
  registerMergeEntries,
  registerRenameEntry,
  registerAddActor,
  registerAddCandidates,
  registerFixCommands,
  registerRegistryFixes,
  registerMentionFixes,
  registerSplitEntry,
  registerSearching,
  registerSheets,
];
