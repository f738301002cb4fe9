import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import type { Feature, Services } from '../services.js';
import { ask } from '../tagging/picks.js';
import { issueName, plain, shortWords, stanceName } from '../tagging/statementWords.js';
import type { PendingOperation } from '../workspace/operationJournal.js';
import { nameOf, PendingOperations } from './pendingOperations.js';

/** Another window of the same workspace may be carrying out what is younger than this (milliseconds). */
const UNDER_WAY = 10_000;

/**
 * Offers what a crash, a full disk or a file with errors kept from its sidecar: at start, and in the
 * status bar as long as something waits. Nothing is written before somebody says so.
 */
export const registerRecovery: Feature = (services) => {
  const own = new Disposables();
  const recovery = own.add(new Recovery(services));
  own.add(vscode.commands.registerCommand('standpoint.recoverStatements', () => recovery.offer(true)));
  own.add(services.writer.onDidKeepBack(() => void recovery.refresh()));
  const first = services.workspace.onDidChangeFolders(() => {
    first.dispose();
    void recovery.offerAtStart();
  });
  own.add(first);
  own.add(services.workspace.onDidChange(({ change }) => void recovery.sidecarsChanged(change.sidecars)));
  return own;
};

class Recovery implements vscode.Disposable {
  readonly #own = new Disposables();
  readonly #pending: PendingOperations;
  readonly #item = this.#own.add(
    vscode.window.createStatusBarItem('standpoint.pending', vscode.StatusBarAlignment.Left, 8),
  );
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Files that something waits for. */
  #files: ReadonlySet<string> = new Set();
  #offering = false;

  constructor(services: Services) {
    this.#pending = new PendingOperations(services);
    this.#item.name = vscode.l10n.t('Standpoint: Statements Not Saved');
    this.#item.command = 'standpoint.recoverStatements';
    this.#item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#own.dispose();
  }

  async offerAtStart(): Promise<void> {
    const waiting = await this.refresh();
    if (waiting.length === 0) return;
    const youngest = Math.max(...waiting.map(({ at }) => Date.parse(at) || 0));
    const rest = Math.min(UNDER_WAY, Math.max(0, youngest + UNDER_WAY - Date.now()));
    this.#timer = setTimeout(() => void this.offer(false), rest);
  }

  /** Looks what waits, and says so in the status bar. */
  async refresh(): Promise<readonly PendingOperation[]> {
    const waiting = await this.#pending.list();
    this.#files = new Set(waiting.map(({ file }) => file.toString()));
    this.#item.text = vscode.l10n.t('$(history) {0} not saved', waiting.length);
    this.#item.tooltip = vscode.l10n.t(
      'Changes of statements that are not yet in their file: add or discard them',
    );
    if (waiting.length > 0) this.#item.show();
    else this.#item.hide();
    return waiting;
  }

  /** A file that could not be written may have been mended. */
  async sidecarsChanged(addresses: ReadonlySet<string>): Promise<void> {
    if (this.#offering || ![...addresses].some((address) => this.#files.has(address))) return;
    const before = this.#files.size;
    const waiting = await this.refresh();
    const mended = waiting.some(
      ({ file }) =>
        addresses.has(file.toString()) &&
        this.#pending.projectOf(file)?.sidecar(file.toString())?.file.writable === true,
    );
    if (before > 0 && mended) await this.offer(false);
  }

  /** @param asked whether somebody asked for it, and is told when nothing waits */
  async offer(asked: boolean): Promise<void> {
    if (this.#offering) return;
    this.#offering = true;
    try {
      const waiting = await this.refresh();
      if (waiting.length > 0) await this.#ask(waiting);
      else if (asked)
        void vscode.window.showInformationMessage(vscode.l10n.t('All statements are in their files.'));
    } finally {
      this.#offering = false;
      await this.refresh();
    }
  }

  async #ask(waiting: readonly PendingOperation[]): Promise<void> {
    const { t } = vscode.l10n;
    const [add, show, discard] = [t('Add'), t('Show'), t('Discard')];
    const message =
      waiting.length === 1
        ? t('1 statement is not yet in its file: it was refused, or a crash came in between.')
        : t(
            '{0} statements are not yet in their file: they were refused, or a crash came in between.',
            waiting.length,
          );
    const chosen = await vscode.window.showWarningMessage(message, add, show, discard);
    if (chosen === add) await this.#add(waiting);
    else if (chosen === show) await this.#show(waiting);
    else if (chosen === discard) await this.#discard(waiting);
  }

  async #add(entries: readonly PendingOperation[]): Promise<void> {
    const { t } = vscode.l10n;
    const gone = await this.#pending.missing(entries);
    if (gone.length > 0) {
      const make = t('Make It Again');
      const message = t('{0} is not there any more. Shall it be made again?', gone.map(nameOf).join(', '));
      const detail = t('It may have been renamed, or be on another branch.');
      const answer = await vscode.window.showWarningMessage(message, { modal: true, detail }, make);
      if (answer !== make) return;
    }
    const problems = await this.#pending.add(entries);
    const left = await this.refresh();
    if (problems.length > 0) void vscode.window.showErrorMessage(problems.join(' '));
    else if (left.length === 0)
      void vscode.window.showInformationMessage(t('All statements are in their files.'));
  }

  async #discard(entries: readonly PendingOperation[]): Promise<void> {
    const { t } = vscode.l10n;
    const sure = t('Discard');
    const detail = t('They are in no file: what you discard is gone.');
    const message =
      entries.length === 1 ? t('Discard 1 statement?') : t('Discard {0} statements?', entries.length);
    const answer = await vscode.window.showWarningMessage(message, { modal: true, detail }, sure);
    if (answer === sure) await this.#pending.discard(entries);
  }

  /** One after the other, until none is left or the list is left. */
  async #show(entries: readonly PendingOperation[]): Promise<void> {
    const { t } = vscode.l10n;
    for (let left = entries; left.length > 0; left = await this.refresh()) {
      const answer = await ask<PendingOperation>({
        title: t('Not yet in their file'),
        placeholder: t('Choose one to add, discard or look at its file'),
        choices: left.map((entry) => ({ ...this.#words(entry), value: entry })),
      });
      if (!answer || !('value' in answer)) return;
      const { value } = answer;
      const deed = await ask<'add' | 'discard' | 'open'>({
        title: this.#words(value).label,
        placeholder: t('What shall become of it?'),
        choices: [
          { label: t('$(add) Add it to {0}', nameOf(value.file)), value: 'add' },
          { label: t('$(trash) Discard it'), value: 'discard' },
          { label: t('$(go-to-file) Open {0}', nameOf(value.file)), value: 'open' },
        ],
      });
      if (!deed || !('value' in deed)) continue;
      if (deed.value === 'add') await this.#add([value]);
      else if (deed.value === 'discard') await this.#discard([value]);
      else {
        await vscode.window.showTextDocument(value.file).then(undefined, () => undefined);
        return;
      }
    }
  }

  /** What an operation is about, in words. */
  #words({ file, operation, at }: PendingOperation): { label: string; description: string; detail: string } {
    const { t } = vscode.l10n;
    const project = this.#pending.projectOf(file);
    const id = operation.kind === 'add' ? operation.statement.id : operation.id;
    const stored = project?.sidecar(file.toString())?.file.statements.find((one) => one.statement.id === id);
    const statement = operation.kind === 'add' ? operation.statement : stored?.statement;
    const deeds = { add: t('new statement'), set: t('change'), remove: t('removal') };
    const code =
      statement && project
        ? [stanceName(project.codebook, statement.stance), issueName(project.codebook, statement.issue)]
        : [];
    return {
      label: statement ? shortWords(statement.quote) : plain(id),
      description: deeds[operation.kind],
      detail: [...code, nameOf(file), new Date(at).toLocaleString(vscode.env.language)].join(' · '),
    };
  }
}
