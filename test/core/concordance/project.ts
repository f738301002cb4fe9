import { Project, type Addressing } from '../../../src/core/model/project.js';
import { findInProject } from '../../../src/core/concordance/find.js';
import { readQuery } from '../../../src/core/concordance/query.js';
import type { Hit } from '../../../src/core/concordance/types.js';

const paths: Addressing = {
  baseName: (address) => address.slice(address.lastIndexOf('/') + 1),
  sibling: (address, name) => `${address.slice(0, address.lastIndexOf('/') + 1)}${name}`,
};

export const ADDRESS = '/w/ferries.corpus';

export const CODEBOOK = `standpoint: 1
issues:
- {id: fares, label: Fares may rise}
- {id: night, label: Night boats should run}
organisations:
- {id: board, name: Harbour Board, aliases: [HB]}
- {id: forum, name: Islanders Forum, type: charity}
people:
- id: ada-quill
  name: Ada Quill
  affiliations:
  - {organisation: forum, to: 2025-01-31}
  - {organisation: board, from: 2025-02-01}
`;

export const TEXT = `=== early
title: The <b>first</b> boat
date: 2025-01-10

Ada Quill, chair of the Islanders Forum, said: “The fares may have to rise. No café can live on the fares of today.”

The ferry fares were last raised in 2009. Nobody in the hall could say why.

A spokesman for the Harbour Board said: “Night boats cost more than day boats.”

=== late
date: 2025-03-10

Ada Quill said: “No fare should
rise by a penny.”

“It is over,” said Tom Brace.

=== undated

Fares, fares and no date at all.
`;

interface Row {
  readonly id: string;
  readonly document: string;
  readonly quote: string;
  readonly fields?: Readonly<Record<string, string>>;
}

export const ROWS: readonly Row[] = [
  {
    id: 'saaaaaaaaa',
    document: 'early',
    quote: 'The fares may have to rise.',
    fields: { speaker: 'ada-quill', organisation: 'forum', issue: 'fares', stance: 'support' },
  },
  {
    id: 'sbbbbbbbbb',
    document: 'late',
    quote: 'It is over,',
    fields: { organisation: 'forum', issue: 'night', stance: 'oppose' },
  },
  {
    id: 'sccccccccc',
    document: 'early',
    quote: 'ferry fares were last raised',
    fields: {
      organisation: 'board',
      issue: 'fares',
      stance: 'neutral',
      basis: 'claimed',
      claimed_by: 'forum',
    },
  },
];

export function sidecar(rows: readonly Row[]): string {
  const blocks = rows.map(
    ({ id, document, quote, fields = {} }) =>
      `- id: ${id}\n  document: ${document}\n  quote: ${JSON.stringify(quote)}\n  prefix: ""\n  suffix: ""\n` +
      Object.entries(fields)
        .map(([key, value]) => `  ${key}: ${value}\n`)
        .join(''),
  );
  return `standpoint: 1\n\nstatements:\n\n${blocks.join('\n')}`;
}

export function projectOf(text = TEXT, rows = ROWS, codebook: string | null = CODEBOOK): Project {
  const project = new Project('/w', paths);
  project.setCodebook(codebook);
  project.setSidecar(`${ADDRESS}.stances.yaml`, sidecar(rows));
  project.setCorpus(ADDRESS, text);
  return project;
}

/** The hits of what somebody types. */
export function find(project: Project, text: string, limit?: number): readonly Hit[] {
  return findInProject(project, readQuery(text).query, limit);
}

/** The keyword of each hit as it stands in the text, with its document. */
export function keywords(project: Project, text: string): readonly string[] {
  return find(project, text).map(({ document, span }) => {
    const model = project.corpus(ADDRESS)?.document(document);
    return `${document}: ${model?.text.slice(span.start, span.end) ?? ''}`;
  });
}
