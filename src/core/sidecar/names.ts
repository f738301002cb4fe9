const suffix = '.stances.yaml';
/** Extensions of corpus files: behind them ends the corpus's name, in front of them none can. */
const textExtensions = new Set(['corpus', 'txt', 'text', 'md', 'xml', 'htm', 'html']);
const coderName = /^[a-z0-9](?:[a-z0-9_-]{0,38}[a-z0-9])?$/;

/** Whose annotations of which corpus file a sidecar holds, by its name alone. */
export interface SidecarName {
  /** The name of the corpus file in the same folder. */
  readonly corpus: string;
  readonly coder: string | null;
}

/**
 * A coder's name as it may stand in a file name: ASCII letters and digits in lower case, dashes and
 * underscores, 40 at most. Null where nothing is left of it.
 */
export function coderSlug(coder: string): string | null {
  const slug = coder
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .slice(0, 40)
    .replace(/^[-_]+|[-_]+$/g, '');
  return coderName.test(slug) ? slug : null;
}

/** The name of the sidecar beside a corpus file: `articles.corpus.coder-a.stances.yaml`. */
export function sidecarName(corpusFileName: string, coder: string | null): string {
  const slug = coder === null ? null : coderSlug(coder);
  return corpusFileName + (slug === null ? '' : `.${slug}`) + suffix;
}

/**
 * Takes a sidecar's name apart; null for any other file name.
 *
 * `notes.2014.stances.yaml` may belong to `notes.2014`, or to `notes` and a coder called 2014. Whoever knows
 * the files says so with `isCorpus`. Where that knows neither, the last part is a coder where an extension stands in front
 * of it and it is not itself one of a text file.
 */
export function parseSidecarName(name: string, isCorpus?: (fileName: string) => boolean): SidecarName | null {
  if (!name.endsWith(suffix) || name.length === suffix.length || /[/\\\0]/.test(name)) return null;
  const whole = name.slice(0, -suffix.length);
  const dot = whole.lastIndexOf('.');
  const coder = whole.slice(dot + 1);
  const corpus = whole.slice(0, dot);
  const alone = { corpus: whole, coder: null };
  if (dot < 1 || !coderName.test(coder) || isCorpus?.(whole) === true) return alone;
  const likely = corpus.lastIndexOf('.') > 0 && !textExtensions.has(coder);
  return likely || isCorpus?.(corpus) === true ? { corpus, coder } : alone;
}

const letters = 'abcdefghjkmnpqrstvwxyz';
const digits = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A new id: a letter and nine characters of Crockford's base 32, in lower case. The letter keeps YAML from
 * taking it for a number (`1e5`).
 * @param random from 0 (inclusive) to 1 (exclusive)
 */
export function newStatementId(random: () => number): string {
  const pick = (from: string): string => from.charAt(Math.floor(random() * from.length));
  return pick(letters) + Array.from({ length: 9 }, () => pick(digits)).join('');
}
