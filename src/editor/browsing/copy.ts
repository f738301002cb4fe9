import type { CorpusDocument } from '../../core/corpus/types.js';
import { escaped } from '../common/markdown.js';
import type { Found } from '../tagging/find.js';
import { basisName, issueName, plain, speakerLine, stanceName } from '../tagging/statementWords.js';
import { shownDate } from './dates.js';

/** A statement as a line to paste: who, the words, where, and what is made of them. */
export function asText(found: Found): string {
  const { statement } = found.statement.stored;
  const { title, document, date } = found.statement;
  const source = [title ?? document, date]
    .filter((part) => part !== null)
    .map(plain)
    .join(', ');
  const who = speakerLine(found.project.codebook, statement);
  return `${who}: “${plain(statement.quote)}” (${source}) [${codes(found)}]`;
}

/** A statement as a block quote in Markdown, with who says it, its source and its codes below. */
export function asMarkdown(found: Found): string {
  const { statement } = found.statement.stored;
  const paragraphs = statement.quote
    .split(/\n\s*\n/)
    .map((text) => escaped(plain(text)))
    .filter((text) => text !== '');
  const who = escaped(speakerLine(found.project.codebook, statement));
  const { author, title, source, date, url } = sourceOf(found);
  const where = [
    ...(author === null ? [] : [escaped(author)]),
    `“${escaped(title)}”`,
    ...(source === null ? [] : [`*${escaped(source)}*`]),
    ...(date === null ? [] : [escaped(date)]),
    ...(url === null ? [] : [`<${url}>`]),
  ].join(', ');
  return [...paragraphs, `— ${who}, in ${where}`, `(${escaped(codes(found))})`]
    .map((text) => `> ${text}`)
    .join('\n>\n');
}

/** The document that a statement is in: author, title, source, date and address, as far as its head says. */
export function asCitation(found: Found): string {
  const { author, title, source, date, url } = sourceOf(found);
  const parts = [author, `“${title}”`, source, date, url].filter((part) => part !== null);
  return `${parts.join(', ')}.`;
}

interface Source {
  readonly author: string | null;
  readonly title: string;
  readonly source: string | null;
  readonly date: string | null;
  readonly url: string | null;
}

function sourceOf({ project, statement }: Found): Source {
  const head: CorpusDocument | undefined = project
    .corpus(statement.corpus)
    ?.document(statement.document)?.document;
  const text = (value: string | null | undefined): string | null =>
    value === null || value === undefined || value.trim() === '' ? null : plain(value);
  const url = text(head?.url);
  return {
    author: text(head?.author),
    title: plain(statement.title ?? statement.document),
    source: text(head?.source),
    date: statement.date === null ? null : shownDate(statement.date),
    // Anything else between angle brackets could be markup.
    url: url !== null && /^https?:\/\/[^\s<>]+$/i.test(url) ? url : null,
  };
}

function codes({ project: { codebook }, statement }: Found): string {
  const { stance, issue, basis } = statement.stored.statement;
  return [stanceName(codebook, stance), issueName(codebook, issue), basisName(basis)].join('; ');
}
