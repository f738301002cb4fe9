import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { decodeText } from '../core/text/decode.js';
import { answerForText, answersForFile, type DocumentAnswer } from './answers.js';
import { UsageError, type Command, type Streams } from './command.js';
import { linesOf } from './lines.js';
import { Output } from './output.js';

const help = `Usage: standpoint analyse [FILE…]
       standpoint analyse --jsonl [FILE…]

Finds the quotes of corpus files and who says them. Prints one JSON object a line for each document.
Offsets are UTF-16 code units into the file; "end" is exclusive.

With no FILE, or where FILE is -, reads standard input.

  --jsonl     each line of the input is a JSON object {"id", "text"} and is one document; each line
              of the output answers one line of the input, in order, with offsets into its "text";
              a line that cannot be read gives {"id": null, "error": "…"}
  -h, --help  prints this

Exit status: 0 if all went well, 1 if a file or a line could not be read, 2 for wrong usage.
`;

/** `standpoint analyse`: DESIGN's output, one JSON line per document. */
export const analyse: Command = {
  name: 'analyse',
  summary: 'find quotes and speakers, print one JSON object a line per document',
  help,
  run: async (args, streams) => {
    const { files, jsonl } = readArguments(args);
    if (files.length === 0 && streams.stdin.isTTY)
      throw new UsageError('no FILE, and nothing on standard input');
    const output = new Output(streams.stdout);
    let status = 0;
    for (const file of files.length > 0 ? files : [null]) {
      if (output.isClosed) break;
      try {
        const isWhole = jsonl
          ? await analyseLines(file, streams, output)
          : await analyseFile(file, streams, output);
        if (!isWhole) status = 1;
      } catch (error) {
        streams.stderr.write(`standpoint: ${file ?? 'standard input'}: ${reasonOf(error)}\n`);
        status = 1;
      }
    }
    return status;
  },
};

function readArguments(args: readonly string[]): {
  readonly files: readonly string[];
  readonly jsonl: boolean;
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { jsonl: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    return { files: positionals, jsonl: values.jsonl };
  } catch (error) {
    throw new UsageError(reasonOf(error));
  }
}

async function analyseFile(file: string | null, streams: Streams, output: Output): Promise<boolean> {
  const isInput = file === null || file === '-';
  const { text, hasMark, problems } = decodeText(
    isInput ? await buffer(streams.stdin) : await readFile(file),
  );
  const [problem] = problems;
  if (problem) {
    const where = `offset ${problem.span.start}`;
    streams.stderr.write(
      `standpoint: ${file ?? 'standard input'}: not valid UTF-8 at ${where}; read with U+FFFD\n`,
    );
  }
  // Other programs count the byte order mark: it is part of the file.
  const whole = hasMark ? `\uFEFF${text}` : text;
  for (const answer of answersForFile(whole, file, isInput ? '-' : basename(file))) {
    if (output.isClosed) break;
    await output.line(JSON.stringify(answer));
  }
  return true;
}

/** @returns false when a line could not be read */
async function analyseLines(file: string | null, streams: Streams, output: Output): Promise<boolean> {
  const isInput = file === null || file === '-';
  let isWhole = true;
  let number = 0;
  for await (const bytes of linesOf(isInput ? streams.stdin : createReadStream(file))) {
    number++;
    const answer = answerLine(bytes, file);
    if ('error' in answer) isWhole = false;
    await output.line(
      JSON.stringify('error' in answer ? { ...answer, error: `line ${number}: ${answer.error}` } : answer),
    );
    if (output.isClosed) break;
  }
  return isWhole;
}

interface BrokenLine {
  readonly id: null;
  readonly error: string;
}

function answerLine(bytes: Uint8Array, file: string | null): DocumentAnswer | BrokenLine {
  const { text, problems } = decodeText(bytes);
  if (problems.length > 0) return { id: null, error: 'not valid UTF-8' };
  try {
    const value: unknown = JSON.parse(text);
    if (!isInputLine(value)) return { id: null, error: 'not an object with an "id" and a string "text"' };
    return answerForText(value.text, value.id, file);
  } catch (error) {
    return { id: null, error: reasonOf(error) };
  }
}

function isInputLine(value: unknown): value is { readonly id: string | number; readonly text: string } {
  if (typeof value !== 'object' || value === null) return false;
  const { id, text } = value as { readonly id?: unknown; readonly text?: unknown };
  return (typeof id === 'string' || typeof id === 'number') && typeof text === 'string';
}

function reasonOf(error: unknown): string {
  const { code, message } = error as Partial<NodeJS.ErrnoException>;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'is a folder';
  if (code === 'EACCES') return 'permission denied';
  return (message ?? String(error)).split('\n', 1).join('');
}
