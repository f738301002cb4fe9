import type { Disposable } from 'vscode';

/** Gathers what must be disposed of together. */
export class Disposables implements Disposable {
  readonly #items: { dispose(): unknown }[] = [];

  /** Keeps an item and hands it back. */
  add<T extends { dispose(): unknown }>(item: T): T {
    this.#items.push(item);
    return item;
  }

  dispose(): void {
    for (const item of this.#items.splice(0).reverse()) item.dispose();
  }
}
