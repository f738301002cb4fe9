import type { Project } from '../core/model/project.js';
import {
  codebookFindings,
  corpusFindings,
  placed,
  sidecarFindings,
  type Finding,
} from '../core/problems/findings.js';
import { isLevel, readLevels, withLevels, type Levels } from '../core/problems/levels.js';
import { orphanMessage } from '../core/problems/words.js';
import type { DecodedText } from '../core/text/decode.js';
import { UsageError, type Command } from './command.js';
import { Output } from './output.js';
import { readPathArguments } from './pathArguments.js';
import { codebookPath, fileName, readProjects, type DiskProject } from './projects.js';
import { reporting } from './reporting.js';
import { sarifOf, type Line } from './sarif.js';

const help = `Usage: standpoint check [PATH…]

Prints the problems of the corpora, sidecars and codebooks under the paths (folders, sidecars or corpus
files; the present folder where none is given): what the editor lists in Problems.

  --format text|json|sarif
                      "path:line:column: severity: message (code)" (the default), one JSON object a line,
                      or one SARIF 2.1.0 log, for code hosts; its paths are relative to the present folder
  --problem=CODE=LEVEL
                      tells problems of that code as error, warning, information or hint, or turns them off;
                      may be given more than once
  -h, --help          prints this

Exit status: 0 if there are no errors, 1 if there are or something could not be read, 2 for wrong usage.
`;

/** `standpoint check`: the editor's Problems, for a pipeline. */
export const check: Command = {
  name: 'check',
  summary: 'print the problems of corpora, sidecars and codebooks',
  help,
  run: (args, streams) => {
    const levels = readLevelArguments(args);
    const others = args.filter((arg) => !arg.startsWith(LEVEL));
    const { paths, format } = readPathArguments(others, ['text', 'json', 'sarif']);
    return reporting(streams, async () => {
      const found = (await readProjects(paths)).flatMap((project) => linesOf(project, levels));
      const output = new Output(streams.stdout);
      if (format === 'sarif') await output.line(JSON.stringify(sarifOf(found, process.cwd()), null, 2));
      else {
        for (const one of found) {
          if (output.isClosed) break;
          await output.line(format === 'json' ? JSON.stringify(one) : textOf(one));
        }
      }
      return found.some(({ severity }) => severity === 'error') ? 1 : 0;
    });
  },
};

const LEVEL = '--problem=';

function readLevelArguments(args: readonly string[]): Levels {
  const pairs = args
    .filter((arg) => arg.startsWith(LEVEL))
    .map((arg): readonly [string, string] => {
      const [code = '', level = '', ...more] = arg.slice(LEVEL.length).split('=');
      if (code === '' || !isLevel(level) || more.length > 0) {
        throw new UsageError(`"${arg}" is not --problem=CODE=error|warning|information|hint|off`);
      }
      return [code, level];
    });
  return readLevels(pairs);
}

function textOf({ file, line, column, severity, message, code }: Line): string {
  return `${file}:${line}:${column}: ${severity}: ${message} (${code})`;
}

function linesOf({ project, decoded }: DiskProject, levels: Levels): readonly Line[] {
  const located = (file: string, text: string, findings: readonly Finding[]): readonly Line[] =>
    linesIn(file, text, withLevels(findings, levels));
  return [
    ...located(codebookPath(project), project.codebookText ?? '', codebookFindings(project)),
    ...project.corpora.flatMap((corpus) =>
      located(
        corpus.address,
        corpus.text,
        corpusFindings(project, corpus, undecodable(decoded.get(corpus.address))),
      ),
    ),
    ...project.sidecars.flatMap((sidecar) =>
      located(sidecar.address, sidecar.text, [
        ...orphan(project, sidecar.corpus),
        ...sidecarFindings(project, sidecar),
      ]),
    ),
  ];
}

function linesIn(file: string, text: string, findings: readonly Finding[]): readonly Line[] {
  return placed(text, findings).map(({ start, end, severity, code, message }) => ({
    file,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    severity,
    code,
    message,
  }));
}

function orphan(project: Project, corpus: string): readonly Finding[] {
  if (project.corpus(corpus)) return [];
  const message = orphanMessage(fileName(corpus), false);
  return [{ code: 'orphan', severity: 'warning', span: { start: 0, end: 0 }, message }];
}

function undecodable(decoded: DecodedText | undefined): Parameters<typeof corpusFindings>[2] {
  return decoded?.problems ?? [];
}
