import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Severity } from '../core/problems/problem.js';

/** A problem with its place as people count it: lines and columns (of UTF-16 code units) from one, its end exclusive. */
export interface Line {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * Problems as a log of one run in SARIF 2.1.0, which code hosts and editors read.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/
 * @param folder files below it get relative addresses, as a code host wants them; others absolute ones
 */
export function sarifOf(problems: readonly Line[], folder: string): object {
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  const indices = new Map(codes.map((code, index) => [code, index]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Standpoint', rules: codes.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) => ({
          ruleId: problem.code,
          ruleIndex: indices.get(problem.code),
          level: levels[problem.severity],
          message: { text: problem.message },
          locations: [{ physicalLocation: placeOf(problem, folder) }],
        })),
      },
    ],
  };
}

function placeOf({ file, line, column, endLine, endColumn }: Line, folder: string): object {
  return {
    artifactLocation: { uri: addressOf(resolve(folder, file), folder) },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

function addressOf(path: string, folder: string): string {
  const parts = relative(folder, path).split(sep);
  // Outside the folder, or on another drive.
  if (parts[0] === '..' || resolve(folder, ...parts) !== path || parts[0]?.endsWith(':')) {
    return pathToFileURL(path).href;
  }
  return parts.map(encodeURIComponent).join('/');
}
