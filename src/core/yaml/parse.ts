import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { ParsedNode } from 'yaml';
import type { Span } from '../text/span.js';
import { nestedTooDeep } from './nesting.js';

export type YamlFaultCode = 'syntax' | 'tab' | 'several-documents' | 'duplicate-key' | 'alias' | 'nesting';

/** Something that the parser, or our own stricter rules, will not have. */
export interface YamlFault {
  readonly code: YamlFaultCode;
  /** Offsets into the text that was parsed. */
  readonly span: Span;
  /** What is wrong in a word: the parser's own error code, or the key. */
  readonly detail: string;
}

export interface YamlReading {
  /** The first document's content; null where there is none. Not to be relied on when there are faults. */
  readonly root: ParsedNode | null;
  readonly faults: readonly YamlFault[];
}

/**
 * The same whatever a `%YAML` line in the file asks for, so that `stance: no` stays a text. Keys are
 * checked for doubles here and not by the parser, which compares each with each.
 */
const options = {
  version: '1.2',
  schema: 'core',
  merge: false,
  uniqueKeys: false,
  stringKeys: true,
  strict: true,
  prettyErrors: false,
  resolveKnownTags: false,
  logLevel: 'error',
} as const;

/** A line that begins with a tab, after blanks or none. */
const tabIndent = /(?:^|\n) *\t[ \t]*[^ \t\r\n]/;

/**
 * Parses a text of moderate size (the caller limits it) as one YAML 1.2 document. Line ends are LF or
 * CRLF; see `plainLineEnds`. Aliases and nesting beyond any use are faults. Never throws.
 */
export function parseYaml(text: string): YamlReading {
  const deep = nestedTooDeep(text);
  if (deep !== null) return { root: null, faults: [{ code: 'nesting', span: deep, detail: 'nesting' }] };
  try {
    const document = parseDocument(text, options);
    // An open quote is missed at the very end, which is the line behind the last one.
    const last = text.trimEnd().length;
    const faults = document.errors.map(({ code, pos }) => ({
      code: code === 'MULTIPLE_DOCS' ? ('several-documents' as const) : ('syntax' as const),
      span: { start: Math.min(pos[0], last), end: Math.min(Math.max(...pos), last) },
      detail: code,
    }));
    const tab = faults.some((fault) => fault.code === 'syntax') ? tabIndent.exec(text) : null;
    if (tab) {
      const start = tab.index + tab[0].search(/[ \t]/);
      const found = {
        code: 'tab' as const,
        span: { start, end: tab.index + tab[0].length - 1 },
        detail: 'tab',
      };
      return { root: document.contents, faults: [found, ...faults.filter((f) => f.code !== 'syntax')] };
    }
    return { root: document.contents, faults: [...faults, ...structureFaults(document.contents)] };
  } catch (error) {
    const detail = error instanceof Error ? error.name : 'error';
    return { root: null, faults: [{ code: 'syntax', span: { start: 0, end: text.length }, detail }] };
  }
}

/** Aliases, and keys that stand twice in one map. */
function structureFaults(root: ParsedNode | null): readonly YamlFault[] {
  const faults: YamlFault[] = [];
  const open: unknown[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isAlias(node)) faults.push({ code: 'alias', span: spanOf(node.range), detail: node.source });
    else if (isSeq(node)) open.push(...node.items);
    else if (isMap(node)) {
      const seen = new Set<string>();
      for (const pair of node.items) {
        const key = isScalar(pair.key) ? pair.key : null;
        const name = String(key?.value);
        if (key && seen.has(name)) {
          faults.push({ code: 'duplicate-key', span: spanOf(key.range), detail: name });
        }
        seen.add(name);
        open.push(pair.key, pair.value);
      }
    } else if (isPair(node)) open.push(node.key, node.value);
  }
  return faults.sort((a, b) => a.span.start - b.span.start);
}

function spanOf(range: readonly [number, number, number] | null | undefined): Span {
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

/** The text with each lone CR as LF, which YAML takes for the same: the parser does not know it. Offsets stay. */
export function plainLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}
