/**
 * Splits a stream of bytes into lines, without their line feeds, as they come. A last line needs no line
 * feed. Holds no more than one line in memory.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let start = 0;
    for (let feed = bytes.indexOf(0x0a); feed !== -1; feed = bytes.indexOf(0x0a, start)) {
      pieces.push(bytes.subarray(start, feed));
      yield Buffer.concat(pieces);
      pieces = [];
      start = feed + 1;
    }
    if (start < bytes.length) pieces.push(bytes.subarray(start));
  }
  if (pieces.length > 0) yield Buffer.concat(pieces);
}
