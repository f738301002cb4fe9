import type * as vscode from 'vscode';

const KEPT = 12;

/** Last choices per workspace, newest first. Ids only: names are looked up when they are shown. */
export class Recent {
  constructor(private readonly memento: vscode.Memento) {}

  /** The ids chosen last of a kind, newest first. */
  ids(kind: 'issue' | 'stance' | 'organisation'): readonly string[] {
    const kept = this.memento.get<unknown>(`standpoint.recent.${kind}`);
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
  }

  /** Moves an id to the front. */
  note(kind: 'issue' | 'stance' | 'organisation', id: string): void {
    const ids = [id, ...this.ids(kind).filter((one) => one !== id)].slice(0, KEPT);
    void this.memento.update(`standpoint.recent.${kind}`, ids);
  }
}

/** Puts what was chosen last first and keeps the order of the rest. */
export function lastFirst<T extends { readonly id: string }>(
  items: readonly T[],
  recent: readonly string[],
): readonly T[] {
  const rank = new Map(recent.map((id, index) => [id, index]));
  const at = (item: T): number => rank.get(item.id) ?? recent.length;
  return [...items].sort((a, b) => at(a) - at(b));
}
