import { Project, type Addressing } from '../../../src/core/model/project.js';
import type { FileEdits } from '../../../src/core/registry/types.js';
import { applyEdits } from '../../../src/core/text/span.js';

const paths: Addressing = {
  baseName: (address) => address.slice(address.lastIndexOf('/') + 1),
  sibling: (address, name) => `${address.slice(0, address.lastIndexOf('/') + 1)}${name}`,
};

export const CORPUS = '/w/ferries.corpus';
export const SIDECAR = `${CORPUS}.stances.yaml`;
export const OTHER = `${CORPUS}.coder-b.stances.yaml`;

export const CODEBOOK = `# kept by hand
standpoint: 1
issues:
- id: fares
  label: Fares may rise
- id: prices   # the same thing, really
  label: Prices may rise
  definition: "Anything that costs passengers more"
  x-wave: 2

organisations:
- id: board
  name: Harbour Board
  aliases: [HB]
# the islanders
- id: forum
  name: Islanders Forum
  type: charity
  parent: union

- id: union
  name: Islands Union
  aliases:
  - IU
  - the union

people:
- id: ada-quill
  name: Ada Quill
  affiliations:
  - {organisation: forum, role: chair, to: 2025-01-31}
  - {organisation: board, from: 2025-02-01}
- id: mrs-quill
  name: Mrs Quill
  affiliations: [{organisation: union}]
`;

export const TEXT = `=== early
date: 2025-01-10

Ada Quill, chair of the Islanders Forum, said: “Fares may have to rise.”

=== late
date: 2025-03-10

Ada Quill said: “No fare should rise by a penny.” The Harbour Board met; the HB was silent.
`;

export interface Row {
  readonly id: string;
  readonly document?: string;
  readonly quote?: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A sidecar with one block a row. */
export function sidecar(rows: readonly Row[]): string {
  const blocks = rows.map(
    ({ id, document = 'early', quote = 'Fares may have to rise.', fields }) =>
      `- id: ${id}\n  document: ${document}\n  quote: ${JSON.stringify(quote)}\n  prefix: ""\n  suffix: ""\n` +
      Object.entries(fields)
        .map(([key, value]) => `  ${key}: ${value}\n`)
        .join(''),
  );
  return `standpoint: 1\n\nstatements:\n\n${blocks.join('\n')}`;
}

export const ROWS: readonly Row[] = [
  {
    id: 'saaaaaaaaa',
    fields: { speaker: 'ada-quill', organisation: 'forum', issue: 'fares', stance: 'support' },
  },
  { id: 'sbbbbbbbbb', fields: { organisation: 'board', issue: 'prices', stance: 'oppose' } },
  { id: 'sccccccccc', fields: { speaker: 'forum', issue: 'fares', stance: 'mixed' } },
  {
    id: 'sddddddddd',
    fields: {
      organisation: 'union',
      issue: 'prices',
      stance: 'oppose',
      basis: 'claimed',
      claimed_by: 'forum',
    },
  },
];

/** A project of one corpus and the sidecars of two coders. */
export function projectOf(texts: { codebook?: string | null; own?: string; other?: string } = {}): Project {
  const { codebook = CODEBOOK, own = sidecar(ROWS), other = sidecar(ROWS.slice(0, 1)) } = texts;
  const project = new Project('/w', paths);
  project.setCodebook(codebook);
  project.setSidecar(SIDECAR, own);
  project.setSidecar(OTHER, other);
  project.setCorpus(CORPUS, TEXT);
  return project;
}

/** What a file of the project would hold after the edits. */
export function after(project: Project, files: readonly FileEdits[], address: string | null): string {
  const text = (address === null ? project.codebookText : project.sidecar(address)?.text) ?? '';
  return applyEdits(text, files.find((one) => one.address === address)?.edits ?? []);
}

/** The project with the edits carried out. */
export function changed(project: Project, files: readonly FileEdits[]): Project {
  return projectOf({
    codebook: after(project, files, null),
    own: after(project, files, SIDECAR),
    other: after(project, files, OTHER),
  });
}

/** The lines that one text has and the other has not, in order. */
export function gone(before: string, now: string): readonly string[] {
  const left = now.split('\n');
  return before.split('\n').filter((line) => {
    const at = left.indexOf(line);
    if (at === -1) return true;
    left.splice(at, 1);
    return false;
  });
}
