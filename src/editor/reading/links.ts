import * as vscode from 'vscode';
import type { HeadField } from '../../core/corpus/types.js';
import { toRange } from '../common/ranges.js';
import { LANGUAGE } from '../common/settings.js';
import type { Feature } from '../services.js';

/** Longer than any address that a browser takes. */
const LONGEST_VALUE = 4000;
const ADDRESS = /\bhttps?:\/\/[^\s<>"“”]+/gi;
/** What ends the sentence or the brackets around an address, not the address. */
const TRAILING = ".,;:!?'’)]}";

/** Links from the addresses in heads, for the web only: no other scheme can be reached from a text. */
export const registerLinks: Feature = ({ workspace }) =>
  vscode.languages.registerDocumentLinkProvider(LANGUAGE, {
    provideDocumentLinks(document, token) {
      const corpus = workspace.corpusOf(document);
      if (!corpus || token.isCancellationRequested) return undefined;
      const fields = corpus.file.documents.flatMap((one) => one.fields.filter((field) => !field.inferred));
      return fields.flatMap((field) => linksOf(document, corpus.text, field));
    },
  });

function linksOf(document: vscode.TextDocument, text: string, field: HeadField): vscode.DocumentLink[] {
  const { start, end } = field.valueSpan;
  const value = text.slice(start, Math.min(end, start + LONGEST_VALUE));
  return [...value.matchAll(ADDRESS)].flatMap((match) => {
    const address = withoutTrailing(match[0]);
    const target = webAddress(address);
    if (!target) return [];
    const from = start + match.index;
    const link = new vscode.DocumentLink(
      toRange(document, { start: from, end: from + address.length }),
      target,
    );
    link.tooltip = vscode.l10n.t('Open this address in a browser');
    return [link];
  });
}

function withoutTrailing(address: string): string {
  let end = address.length;
  while (end > 0 && TRAILING.includes(address[end - 1] ?? '')) end--;
  return address.slice(0, end);
}

/** The address as a URI if it is one of the web with a host, null otherwise. */
function webAddress(address: string): vscode.Uri | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  if ((protocol !== 'https:' && protocol !== 'http:') || hostname === '') return null;
  return vscode.Uri.parse(address);
}
