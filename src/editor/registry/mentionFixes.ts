import * as vscode from 'vscode';
import { actorsCalled } from '../../core/registry/sharedNames.js';
import { LANGUAGE } from '../common/settings.js';
import { SOURCE } from '../reading/diagnostics.js';
import type { Feature } from '../services.js';
import { plain } from '../tagging/statementWords.js';
import { definitionOf } from './locations.js';

/** Ways out of a name in a source that two actors of the codebook claim. */
export const registerMentionFixes: Feature = ({ workspace }) =>
  vscode.languages.registerCodeActionsProvider(
    LANGUAGE,
    {
      provideCodeActions(document, _range, { diagnostics }) {
        const project = workspace.projectOf(document.uri);
        if (!project) return undefined;
        return diagnostics
          .filter(({ source, code }) => source === SOURCE && code === 'mention-of-two')
          .flatMap((diagnostic) => {
            const actors = actorsCalled(project.codebook, document.getText(diagnostic.range));
            const shown = actors.flatMap((actor) => {
              const place = definitionOf(project, actor);
              const title = vscode.l10n.t('Show “{0}” in the codebook', plain(actor.id));
              return place
                ? [action(diagnostic, title, 'vscode.open', place.uri, { selection: place.range })]
                : [];
            });
            const [one, other] = actors;
            if (!one || !other || one.kind !== other.kind) return shown;
            const title = vscode.l10n.t('Merge the two into one…');
            const { root } = project;
            return [
              ...shown,
              action(diagnostic, title, 'standpoint.mergeActors', { root, ...one }, { root, ...other }),
            ];
          });
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );

function action(
  diagnostic: vscode.Diagnostic,
  title: string,
  command: string,
  ...args: readonly unknown[]
): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.command = { command, title, arguments: [...args] };
  made.diagnostics = [diagnostic];
  return made;
}
