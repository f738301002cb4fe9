import { Project, type Addressing } from '../../../src/core/model/project.js';

const paths: Addressing = {
  baseName: (address) => address.slice(address.lastIndexOf('/') + 1),
  sibling: (address, name) => `${address.slice(0, address.lastIndexOf('/') + 1)}${name}`,
};

export const CODEBOOK = `standpoint: 1
issues:
- id: fares
  label: Fares may rise
  definition: 'Any fare, of any boat. "Only if…" is mixed.'
- {id: night, label: Night boats should run}
organisations:
- {id: board, name: Harbour Board, aliases: [HB, the board], type: public body}
- {id: forum, name: Islanders Forum, parent: union}
- {id: union, name: Islands Union}
people:
- {id: ada-quill, name: Ada Quill}
- {id: tom-brace, name: Tom Brace}
`;

export const TEXT = `=== early
title: Ferry fares to rise
date: 2025-01-10
source: The Islander
url: https://example.org/early?a=1

Ada Quill said: “Fares may have to rise.

“There is no other way.”

=== late
date: 2025-01-20

Tom Brace said: “No fare should rise by a penny.”

The union says that the forum would have night boats.

=== undated

“Night boats, please,” said Ada Quill.
`;

export interface Row {
  readonly id: string;
  readonly document: string;
  readonly quote: string;
  readonly [key: string]: string;
}

export const ROWS: readonly Row[] = [
  {
    id: 'saaaaaaaaa',
    document: 'early',
    quote: 'Fares may have to rise.\n\n“There is no other way.',
    speaker: 'ada-quill',
    organisation: 'forum',
    issue: 'fares',
    stance: 'support',
    basis: 'quoted',
    note: 'Says why',
  },
  {
    id: 'sbbbbbbbbb',
    document: 'late',
    quote: 'No fare should rise by a penny.',
    speaker: 'tom-brace',
    organisation: 'forum',
    issue: 'fares',
    stance: 'oppose',
    basis: 'quoted',
  },
  {
    id: 'sccccccccc',
    document: 'late',
    quote: 'the forum would have night boats',
    organisation: 'forum',
    issue: 'night',
    stance: 'support',
    basis: 'claimed',
    claimed_by: 'union',
  },
  {
    id: 'sddddddddd',
    document: 'undated',
    quote: 'words that nobody ever wrote down here',
    organisation: 'board',
    issue: 'fares',
    stance: 'support',
    basis: 'reported',
  },
  { id: 'seeeeeeeee', document: 'undated', quote: 'Night boats, please,', organisation: 'forum' },
];

export function sidecar(rows: readonly Row[]): string {
  const blocks = rows.map(({ id, document, quote, ...fields }) =>
    [
      `- id: ${id}`,
      `  document: ${document}`,
      `  quote: ${JSON.stringify(quote)}`,
      '  prefix: ""',
      '  suffix: ""',
      ...Object.entries(fields).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`),
      '',
    ].join('\n'),
  );
  return `standpoint: 1\n\nstatements:\n\n${blocks.join('\n')}`;
}

export function projectOf(
  own = ROWS,
  {
    text = TEXT,
    codebook = CODEBOOK,
    other = [],
  }: { text?: string; codebook?: string; other?: readonly Row[] } = {},
): Project {
  const project = new Project('/w', paths);
  project.setCodebook(codebook);
  project.setSidecar('/w/ferries.corpus.stances.yaml', sidecar(own));
  if (other.length > 0) project.setSidecar('/w/ferries.corpus.ben.stances.yaml', sidecar(other));
  project.setCorpus('/w/ferries.corpus', text);
  return project;
}
