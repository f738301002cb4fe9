import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import { LANGUAGE } from '../common/settings.js';
import type { Feature } from '../services.js';
import { openCodebook } from './codebookCommand.js';
import { makeFolderCorpus } from './folderCorpus.js';
import { openSample } from './sample.js';

/** The commands that make corpora, and those that open what belongs to them. */
export const registerCorpusCommands: Feature = (services) => {
  const own = new Disposables();
  const command = (id: string, run: (argument?: unknown) => Promise<void>): void => {
    own.add(vscode.commands.registerCommand(`standpoint.${id}`, run));
  };
  command('makeFolderCorpus', (argument) => makeFolderCorpus(services, argument));
  command('treatAsCorpus', treatAsCorpus);
  command('openSample', () => openSample(services));
  command('openCodebook', () => openCodebook(services));
  return own;
};

async function treatAsCorpus(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document) await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
  else void vscode.window.showInformationMessage(vscode.l10n.t('Open a text file first.'));
}
