/** Takes a listener and gives back what removes it. */
export type Listen<T> = (listener: (event: T) => void) => { dispose(): void };

/** The one event source of the core: no order is promised, and a listener may leave while it is called. */
export class Emitter<T> {
  readonly #listeners = new Set<(event: T) => void>();

  readonly event: Listen<T> = (listener) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  fire(event: T): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
