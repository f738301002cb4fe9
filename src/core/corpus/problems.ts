import { trimmed } from '../text/blocks.js';
import type { Span } from '../text/span.js';
import { textStart } from './dialects/dialect.js';
import type { CorpusDocument, CorpusProblem, CorpusProblemCode, HeadField } from './types.js';

/** What is wrong in a corpus file, in file order. Invalid UTF-8 is found where bytes are decoded. */
export function problemsOf(text: string, documents: readonly CorpusDocument[]): CorpusProblem[] {
  const problems = [...textBefore(text, documents), ...nulBytes(text)];
  const seen = new Set<string>();
  for (const document of documents) {
    if (document.id === '') problems.push(error('empty-id', delimiterSpan(text, document), []));
    else if (seen.has(document.id)) problems.push(error('duplicate-id', document.idSpan, [document.id]));
    seen.add(document.id);
    const date = document.date === null ? document.fields.find(isGivenDate) : undefined;
    if (date) {
      problems.push({
        code: 'unreadable-date',
        severity: 'warning',
        span: date.valueSpan,
        values: [date.value.slice(0, 80)],
      });
    }
  }
  return problems.sort((a, b) => a.span.start - b.span.start);
}

function isGivenDate(field: HeadField): boolean {
  return field.key === 'date' && field.value !== '';
}

function textBefore(text: string, documents: readonly CorpusDocument[]): CorpusProblem[] {
  const end = documents[0]?.span.start ?? 0;
  const span = trimmed(text, textStart(text), Math.max(end, textStart(text)));
  if (span.start === span.end) return [];
  const firstLine = text.slice(span.start, Math.min(span.end, span.start + 80)).split(/[\r\n]/, 1);
  return [{ code: 'text-before-first-delimiter', severity: 'warning', span, values: firstLine }];
}

/** One problem for the whole file, at the first NUL, with their number. */
function nulBytes(text: string): CorpusProblem[] {
  const first = text.indexOf('\0');
  if (first === -1) return [];
  let count = 0;
  for (let at = first; at !== -1; at = text.indexOf('\0', at + 1)) count++;
  return [error('nul-byte', { start: first, end: first + 1 }, [String(count)])];
}

function delimiterSpan(text: string, document: CorpusDocument): Span {
  const { start } = document.span;
  const feed = text.indexOf('\n', start);
  return trimmed(text, start, feed === -1 ? text.length : feed);
}

function error(code: CorpusProblemCode, span: Span, values: readonly string[]): CorpusProblem {
  return { code, severity: 'error', span, values };
}
