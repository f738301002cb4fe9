import { dateForm } from '../dates.js';

/** A piece of a line, as offsets into that line. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

const namePart = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|(?:O|D|L)['’]\p{Lu}[\p{L}'’-]*)$/u;
const particle = /^(?:de|da|di|du|der|den|van|von|la|le|al|el|bin|ibn|ap|ten|ter|zu|y)$/;
/** Words that names of papers, places, sections and bodies are made of, and names of people are not. */
const noName =
  /^(?:the|a|an|in|of|on|at|to|for|by|new|news|newspapers?|times|post|press|media|daily|weekly|sunday|monday|tuesday|wednesday|thursday|friday|saturday|guardian|telegraph|observer|independent|mail|mirror|herald|review|journal|gazette|chronicle|association|council|department|government|ministry|office|union|party|parliament|committee|commission|university|college|school|hospital|trust|group|ltd|plc|inc|limited|company|care|north|south|east|west|city|county|street|road|london|york|england|scotland|wales|ireland|britain|kingdom|states|comment|opinion|analysis|exclusive|editorial|leader|features?|letters?|politics|society|business|education|health|world|home|read|more|last|first|updated|published|posted|share|chapter|part|book|volume|january|february|march|april|june|july|august|september|october|november|december)$/i;
const roleWord =
  /\b(?:correspondents?|editors?|reporters?|writers?|columnists?|chief|staff|staffer|agenc(?:y|ies)|desk|bureau|journalists?|contributors?|team)\b/i;
const agency =
  /^(?:PA|AP|AFP|Reuters|Bloomberg|PA Media|PA Political Staff|(?:The )?(?:Press Association|Associated Press))$/i;
const byPattern = /^(?:(?:posted|written|reported|words) )?by:? +/i;
const separators = /, and |, | and | & |; /g;

/** Whether a text is a person's name as a by-line prints it: two to five words, all of them parts of names. */
export function looksLikeName(text: string): boolean {
  if (text.length > 60) return false;
  const words = text.split(' ');
  if (words.length < 2 || words.length > 5) return false;
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  return (
    namePart.test(first) &&
    /^.*\p{L}{2}/u.test(last) &&
    namePart.test(last) &&
    !last.endsWith('.') &&
    words.every((word) => (namePart.test(word) || particle.test(word)) && !noName.test(word))
  );
}

/** Whether a line is somebody's post: "Social policy editor". It may stand between a name and a date. */
export function looksLikeRole(text: string): boolean {
  return text.length <= 80 && !/[.!?:"“”]$/.test(text) && roleWord.test(text);
}

/**
 * The authors that a by-line names: "By Joe Lepper", "by A Reed and B Shah", "By Joe Lepper, Education
 * correspondent", "By staff reporters". A date at its end is left out.
 */
export function authorsInByline(line: string): Piece | null {
  const by = byPattern.exec(line);
  if (!by || line.length > 160) return null;
  return authorsFrom(line, by[0].length, true);
}

/** Names alone, without "By": "Neil Puffett", "A Reed and B Shah, political editor". */
export function authorsWithoutBy(line: string): Piece | null {
  return line.length > 120 ? null : authorsFrom(line, 0, false);
}

/** Reads author after author; what follows the last must be a post, a place or a date. */
function authorsFrom(line: string, start: number, hasBy: boolean): Piece | null {
  let end = start;
  for (const part of partsOf(line, start)) {
    const name = withoutPlace(line.slice(part.start, part.end));
    const isAuthor =
      looksLikeName(name) || (hasBy && (agency.test(name) || (end === start && isStaff(name))));
    if (!isAuthor) break;
    end = part.start + name.length;
  }
  if (end === start) return null;
  const rest = line.slice(end).replace(/^[,;.]? ?(?:(?:and|&|on|-) )?/, '');
  const isPlace = /^(?:in|at|for) (?:the )?\p{Lu}/u.test(rest) && !/[.!?:]$/.test(rest);
  return rest === '' || isPlace || looksLikeRole(rest) || dateForm(rest) ? { start, end } : null;
}

function partsOf(line: string, start: number): Piece[] {
  const parts: Piece[] = [];
  let from = start;
  for (const found of line.slice(start).matchAll(separators)) {
    parts.push({ start: from, end: start + found.index });
    from = start + found.index + found[0].length;
  }
  parts.push({ start: from, end: line.length });
  return parts;
}

/** "Joe Lepper in Brussels", "Joe Lepper for The Weekly", "Joe Lepper on 17 April" without what follows the name. */
function withoutPlace(part: string): string {
  const cut = / (?:in|at|for|on) /.exec(part);
  return (cut ? part.slice(0, cut.index) : part).replace(/\.$/, '');
}

function isStaff(name: string): boolean {
  return /^(?:our|staff|a|an|the)\b/i.test(name) && roleWord.test(name);
}
