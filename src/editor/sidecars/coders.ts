import * as vscode from 'vscode';
import { coderSlug, sidecarName } from '../../core/sidecar/names.js';
import { CODER, coderKey } from '../browsing/filter.js';
import { storedFilter } from '../browsing/organisationsView.js';
import type { Feature, Services } from '../services.js';
import { ask } from '../tagging/picks.js';
import { plain } from '../tagging/statementWords.js';

/** The commands about who has coded: say who one is, show the statements of one coder. */
export const registerCoders: Feature = (services) =>
  vscode.Disposable.from(
    vscode.commands.registerCommand('standpoint.setCoder', () => setCoder(services)),
    vscode.commands.registerCommand('standpoint.filterByCoder', () => filterByCoder(services)),
  );

/** Asks for the coder's name, and for whom it holds. */
async function setCoder({ workspace }: Services): Promise<void> {
  const { t } = vscode.l10n;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const settings = vscode.workspace.getConfiguration('standpoint', folder);
  const now = settings.get<unknown>('coder');
  const name = await vscode.window.showInputBox({
    title: t('Your name as a coder'),
    prompt: t(
      'It becomes part of the names of your files, so that each coder has files of their own. Empty for none.',
    ),
    value: typeof now === 'string' ? now : '',
    validateInput: (text) => describeName(text),
  });
  if (name === undefined) return;
  const slug = coderSlug(name) ?? '';
  const target = folder ? await askTarget() : vscode.ConfigurationTarget.Global;
  if (target === undefined) return;
  await settings.update('coder', slug === '' ? undefined : slug, target);
  const nameless = workspace.projects.flatMap((project) =>
    project.sidecars.filter((sidecar) => sidecar.coder === null && sidecar.file.statements.length > 0),
  );
  if (slug === '' || nameless.length === 0) return;
  const message = t('Statements in files without a coder are shown as somebody else’s from now on.');
  const make = t('Make Them Mine');
  if ((await vscode.window.showInformationMessage(message, make)) === make) await takeOver(nameless, slug);
}

/** Says what the name does, or why it cannot be used. */
function describeName(text: string): vscode.InputBoxValidationMessage | undefined {
  const { t } = vscode.l10n;
  if (text.trim() === '') return undefined;
  const slug = coderSlug(text);
  const { Error, Info } = vscode.InputBoxValidationSeverity;
  return slug === null
    ? {
        severity: Error,
        message: t('Nothing of this can stand in a file name. Use letters, digits, - and _.'),
      }
    : {
        severity: Info,
        message: t('Your files will be named like {0}', sidecarName('articles.corpus', slug)),
      };
}

async function askTarget(): Promise<vscode.ConfigurationTarget | undefined> {
  const { t } = vscode.l10n;
  const { Global, Workspace } = vscode.ConfigurationTarget;
  const answer = await ask<vscode.ConfigurationTarget>({
    title: t('Your name as a coder'),
    placeholder: t('Where does it hold?'),
    choices: [
      { label: t('For me, in every folder'), description: t('user settings'), value: Global },
      {
        label: t('In this folder'),
        description: t('for everybody who opens it with its settings'),
        value: Workspace,
      },
    ],
  });
  return answer && 'value' in answer ? answer.value : undefined;
}

/** Gives sidecars without a coder the name of one, where there is none of that name yet. */
async function takeOver(
  sidecars: readonly { readonly address: string; readonly corpus: string }[],
  coder: string,
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const { address, corpus } of sidecars) {
    const uri = vscode.Uri.parse(corpus);
    const name = sidecarName(uri.path.slice(uri.path.lastIndexOf('/') + 1), coder);
    edit.renameFile(vscode.Uri.parse(address), vscode.Uri.joinPath(uri, '..', name), {
      ignoreIfExists: true,
    });
  }
  await vscode.workspace.applyEdit(edit);
}

async function filterByCoder(services: Services): Promise<void> {
  const { t } = vscode.l10n;
  const counts = new Map<string, { readonly label: string; readonly count: number }>();
  for (const { coder } of services.workspace.projects.flatMap((project) => project.statements())) {
    const key = coderKey(coder);
    const label = coder === null ? t('Without a coder') : plain(coder);
    counts.set(key, { label, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const answer = await ask<string | null>({
    title: t('Show the statements of one coder'),
    placeholder: t('Whose statements?'),
    choices: [
      { label: t('Everybody’s'), value: null },
      ...[...counts]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([value, { label, count }]) => ({ label, description: t('{0} statements', count), value })),
    ],
  });
  if (!answer || !('value' in answer)) return;
  await vscode.commands.executeCommand('standpoint.filter', withCoder(storedFilter(services), answer.value));
}

/** A filter's text with another coder in it; null for everybody. */
export function withCoder(filter: string, coder: string | null): string {
  const others = filter.split(/\s+/).filter((part) => part && !part.toLowerCase().startsWith(CODER));
  return [...others, ...(coder === null ? [] : [`${CODER}${coder}`])].join(' ');
}
