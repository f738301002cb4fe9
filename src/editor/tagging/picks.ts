import * as vscode from 'vscode';

/** A row of a pick with the value it stands for. */
export interface Choice<T> extends vscode.QuickPickItem {
  readonly value?: T;
}

export interface Question<T> {
  readonly title: string;
  readonly placeholder: string;
  readonly choices: readonly Choice<T>[];
  /** The choice that Enter takes at once; the first one where absent. */
  readonly preferred?: (value: T) => boolean;
  /** Makes a choice of what was typed; null where it is no new name. */
  readonly typed?: (text: string) => Choice<T> | null;
  /** Keys that choose at once when they are the first thing typed. */
  readonly keys?: ReadonlyMap<string, T>;
  readonly buttons?: readonly vscode.QuickInputButton[];
}

/** What came of a question: a value, a button of its title bar, or nothing when it was left. */
export type Answer<T> = { readonly value: T } | { readonly button: vscode.QuickInputButton } | undefined;

/** Asks with a quick pick in which names can be typed and single keys choose. */
export function ask<T>(question: Question<T>): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  pick.title = question.title;
  pick.placeholder = question.placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.buttons = question.buttons ?? [];
  pick.items = question.choices;
  const preferred = question.choices.find(
    (one) => one.value !== undefined && question.preferred?.(one.value),
  );
  if (preferred) pick.activeItems = [preferred];
  return new Promise((resolve) => {
    let answer: Answer<T>;
    const settle = (given: Answer<T>): void => {
      answer = given;
      pick.hide();
    };
    pick.onDidChangeValue((text) => {
      const chosen = question.keys?.get(text);
      if (chosen !== undefined) settle({ value: chosen });
      else pick.items = withTyped(question, text);
    });
    pick.onDidAccept(() => {
      // Enter may come before the row that offers what was typed.
      const value = pick.selectedItems[0]?.value ?? typedValue(question, pick.value);
      if (value !== undefined) settle({ value });
    });
    pick.onDidTriggerButton((button) => settle({ button }));
    pick.onDidHide(() => {
      pick.dispose();
      resolve(answer);
    });
    pick.show();
  });
}

function typedValue<T>(question: Question<T>, text: string): T | undefined {
  const name = text.trim();
  return name === '' ? undefined : question.typed?.(name)?.value;
}

function withTyped<T>(question: Question<T>, text: string): readonly Choice<T>[] {
  const name = text.trim();
  if (!name || !question.typed) return question.choices;
  const known = question.choices.some((one) => one.label.toLowerCase() === name.toLowerCase());
  const added = known ? null : question.typed(name);
  return added ? [...question.choices, { ...added, alwaysShow: true }] : question.choices;
}

/** A heading between choices. */
export function heading<T>(label: string): Choice<T> {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
