import type { Page } from 'playwright-core';
import { until } from './until.js';

/** How a stretch of text looks on the screen. */
export interface Appearance {
  /** In page pixels; the first line of it, if it wraps. */
  readonly box: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** The computed style of its first character. */
  readonly colour: string;
  readonly fontStyle: string;
  readonly opacity: string;
  readonly textDecoration: string;
  /** Of each decoration drawn under or over it: its class names and computed background, border and underline. */
  readonly decorations: readonly {
    readonly className: string;
    readonly background: string;
    readonly border: string;
    readonly underline: string;
  }[];
}

/** Runs in the page: finds the text in the active editor's lines on screen and reads its looks. */
function appearanceOf(text: string): Appearance | undefined {
  const plain = (value: string): string => value.replaceAll('\u00a0', ' ');
  const editor = document.querySelector('.editor-group-container.active .monaco-editor[data-uri]');
  for (const line of editor?.querySelectorAll('.view-line') ?? []) {
    const start = plain(line.textContent ?? '').indexOf(text);
    if (start < 0) continue;
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let passed = 0;
    let first: Element | null = null;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (first === null && start < passed + length) {
        first = node.parentElement;
        range.setStart(node, start - passed);
      }
      if (start + text.length <= passed + length) {
        range.setEnd(node, start + text.length - passed);
        break;
      }
      passed += length;
    }
    if (first === null) continue;
    const { left, right, top, bottom } = range.getBoundingClientRect();
    const overlaps = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      return box.left < right - 1 && box.right > left + 1 && box.top < bottom - 1 && box.bottom > top + 1;
    };
    const candidates = [...(editor?.querySelectorAll('.cdr, .view-line span span') ?? [])];
    const style = getComputedStyle(first);
    return {
      box: { left, right, top, bottom },
      colour: style.color,
      fontStyle: style.fontStyle,
      opacity: style.opacity,
      textDecoration: style.textDecorationLine,
      decorations: candidates
        .filter((element) => /ced-|squiggly/.test(element.className) && overlaps(element))
        .map((element) => {
          const { backgroundColor, borderBottom, textDecoration } = getComputedStyle(element);
          return {
            className: element.className,
            background: backgroundColor,
            border: borderBottom,
            underline: textDecoration,
          };
        }),
    };
  }
  return undefined;
}

/** The active text editor. Texts are looked for in the lines on screen, each within one line as it is wrapped. */
export class Editor {
  public constructor(private readonly page: Page) {}

  /** The lines on screen, from top to bottom. */
  public lines(): Promise<readonly string[]> {
    return this.page
      .locator('.editor-group-container.active .monaco-editor[data-uri] .view-line')
      .evaluateAll((lines) =>
        lines
          .map((line) => ({
            text: (line.textContent ?? '').replaceAll('\u00a0', ' '),
            top: line.getBoundingClientRect().top,
          }))
          .sort((a, b) => a.top - b.top)
          .map(({ text }) => text),
      );
  }

  /** How a text looks, once it is on screen and `ready` (if given) is true of it. */
  public appearance(text: string, ready: (look: Appearance) => boolean = () => true): Promise<Appearance> {
    return until(`${JSON.stringify(text)} in the editor, looking as wanted`, async () => {
      const look = await this.page.evaluate(appearanceOf, text);
      return look !== undefined && ready(look) && look;
    });
  }

  /** Puts the caret before a text's first character. */
  public async placeCaret(text: string): Promise<void> {
    const { box } = await this.appearance(text);
    await this.page.mouse.click(box.left + 1, (box.top + box.bottom) / 2);
  }

  /** Selects a text on one line with the mouse. */
  public async select(text: string): Promise<void> {
    const { box } = await this.appearance(text);
    const middle = (box.top + box.bottom) / 2;
    await this.page.mouse.move(box.left + 1, middle);
    await this.page.mouse.down();
    await this.page.mouse.move(box.right - 1, middle, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Rests the pointer on a text until a hover that matches is shown, and gives the hover's text. */
  public async hover(text: string, expected: RegExp): Promise<string> {
    const { box } = await this.appearance(text);
    return until(`a hover that matches ${expected.source}`, async () => {
      await this.page.mouse.move(4, 4);
      await this.page.mouse.move((box.left + box.right) / 2, (box.top + box.bottom) / 2, { steps: 3 });
      const shown = this.page.locator('.monaco-hover:not(.hidden)', { hasText: expected }).first();
      await shown.waitFor({ timeout: 3000 });
      return shown.innerText();
    });
  }
}
