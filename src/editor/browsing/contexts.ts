import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import type { Feature, Services } from '../services.js';

/** The context keys that menus, keys and welcome views ask for, under `standpoint.`. */
export const registerContexts: Feature = (services) => {
  const own = new Disposables();
  const keys = new ContextKeys();
  const update = (): void => keys.setAll(factsOf(services));
  own.add(services.workspace.onDidChange(update));
  own.add(
    services.workspace.onDidChangeFolders(() => {
      keys.setAll({ ready: true });
      update();
    }),
  );
  return own;
};

function factsOf({ workspace }: Services): Record<string, boolean> {
  const statements = workspace.projects.flatMap((project) => project.statements());
  return {
    hasCorpus: workspace.projects.some((project) => project.corpora.length > 0),
    hasStatements: statements.length > 0,
    hasLost: statements.some((statement) => statement.place.outcome !== 'located'),
  };
}

/** Sets a key only when its value changed: each call is a message to the window. */
class ContextKeys {
  readonly #now = new Map<string, boolean>();

  setAll(facts: Record<string, boolean>): void {
    for (const [key, value] of Object.entries(facts)) {
      if (this.#now.get(key) === value) continue;
      this.#now.set(key, value);
      void vscode.commands.executeCommand('setContext', `standpoint.${key}`, value);
    }
  }
}
