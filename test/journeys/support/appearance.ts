/** A place on the page, in pixels. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a decoration is drawn: its class names and its computed style. */
export interface DrawnDecoration {
  readonly className: string;
  readonly background: string;
  readonly border: string;
  readonly underline: string;
}

/** How a stretch of text looks on the screen. */
export interface Appearance {
  /** Just inside its first character. */
  readonly start: Point;
  /** Just inside its last character. */
  readonly end: Point;
  /** The computed style of its first character. */
  readonly colour: string;
  readonly fontStyle: string;
  readonly opacity: string;
  readonly textDecoration: string;
  /** What extensions and problems draw under or over any part of it. */
  readonly decorations: readonly DrawnDecoration[];
}

/**
 * Finds a text in the lines of the active editor that are on screen and reads its looks. It runs in the page, so it can use nothing
 * from outside itself.
 * @param text without line ends; it may be wrapped
 * @returns undefined if the text is not on screen
 */
export function appearanceOf(text: string): Appearance | undefined {
  const editor = document.querySelector('.editor-group-container.active .monaco-editor[data-uri]');
  const topOf = (element: Element): number => element.getBoundingClientRect().top;
  const lines = [...(editor?.querySelectorAll('.view-line') ?? [])].sort((a, b) => topOf(a) - topOf(b));

  // The pieces of text on screen, in reading order, and where each starts in all of it together.
  const pieces: { readonly node: Node; readonly start: number }[] = [];
  let all = '';
  for (const line of lines) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      pieces.push({ node, start: all.length });
      all += (node.textContent ?? '').replaceAll('\u00a0', ' ');
    }
  }
  const start = all.indexOf(text);
  if (start < 0) return undefined;
  const end = start + text.length;

  const boxes: DOMRect[] = [];
  let first: Element | null = null;
  for (const { node, start: from } of pieces) {
    const to = from + (node.textContent?.length ?? 0);
    if (to <= start || from >= end) continue;
    first ??= node.parentElement;
    const range = document.createRange();
    range.setStart(node, Math.max(start, from) - from);
    range.setEnd(node, Math.min(end, to) - from);
    boxes.push(...range.getClientRects());
  }
  const head = boxes[0];
  const tail = boxes.at(-1);
  if (first === null || head === undefined || tail === undefined) return undefined;

  const touches = (element: Element): boolean => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return boxes.some(
      (box) => left < box.right - 1 && right > box.left + 1 && top < box.bottom - 1 && bottom > box.top + 1,
    );
  };
  const drawn = [...(editor?.querySelectorAll('.cdr, .view-line span span') ?? [])].filter(
    (element) => /ced-|squiggly/.test(element.className) && touches(element),
  );
  const { color, fontStyle, opacity, textDecorationLine } = getComputedStyle(first);
  return {
    start: { x: head.left + 1, y: (head.top + head.bottom) / 2 },
    end: { x: tail.right - 1, y: (tail.top + tail.bottom) / 2 },
    colour: color,
    fontStyle,
    opacity,
    textDecoration: textDecorationLine,
    decorations: drawn.map((element) => {
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
