import { trimmed } from '../../text/blocks.js';
import { textStart, type DialectReader } from './dialect.js';

/** No delimiter at all: the file is one document, and its id is the file's base name (with the extension). */
export const plain: DialectReader = {
  dialect: 'plain',
  headKeys: 'known',
  split: (text, fileName) => {
    const start = textStart(text);
    const content = trimmed(text, start, text.length);
    if (content.start === content.end) return [];
    return [
      {
        id: fileName,
        idSpan: { start, end: start },
        span: { start, end: text.length },
        bodyStart: start,
      },
    ];
  },
  find: () => null,
};
