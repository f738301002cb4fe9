import { errorCode } from './file-system.js';

/** Why a file was not written. Whoever shows it may word and translate it by this code. */
export type RefusalReason =
  | 'read-only'
  | 'not-a-file'
  | 'dangling-link'
  | 'folder-missing'
  | 'no-permission'
  | 'disk-full'
  | 'name-too-long'
  | 'locked'
  | 'too-large'
  | 'not-utf8'
  | 'not-text'
  | 'would-shrink'
  | 'would-lose'
  | 'keeps-changing'
  | 'change-refused'
  | 'failed';

/** A file was not written and is as it was. The message says what to do. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';

  /**
   * @param file the path as the caller gave it
   * @param detail what the reason needs besides: the place a link leads to, who holds a lock, what is lost
   */
  constructor(
    readonly reason: RefusalReason,
    readonly file: string,
    readonly detail = '',
    options?: ErrorOptions,
  ) {
    super(refusalMessage(reason, file, detail), options);
  }
}

/** Any error of a save as a refusal. */
export function asRefusal(error: unknown, file: string): FileRefused {
  if (error instanceof FileRefused) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new FileRefused(reasons[errorCode(error) ?? ''] ?? 'failed', file, detail, { cause: error });
}

const reasons: Readonly<Record<string, RefusalReason>> = Object.assign(
  Object.create(null) as Record<string, RefusalReason>,
  {
    ENOSPC: 'disk-full',
    EDQUOT: 'disk-full',
    EFBIG: 'disk-full',
    EROFS: 'read-only',
    EACCES: 'no-permission',
    EPERM: 'no-permission',
    EISDIR: 'not-a-file',
    ENOTDIR: 'folder-missing',
    ENOENT: 'folder-missing',
    ENAMETOOLONG: 'name-too-long',
  } satisfies Record<string, RefusalReason>,
);

/** The English sentence for a refusal. */
export function refusalMessage(reason: RefusalReason, file: string, detail: string): string {
  switch (reason) {
    case 'read-only':
      return `${file} is read-only and was left as it is. Make it writable, then save again.`;
    case 'not-a-file':
      return `${file} is not an ordinary file. Move what is there, then save again.`;
    case 'dangling-link':
      return `${file} is a link to ${detail}, which does not exist. Restore that file or remove the link, then save again.`;
    case 'folder-missing':
      return `The folder of ${file} does not exist. Restore it, then save again.`;
    case 'no-permission':
      return `The system does not allow ${file} to be written (${detail}). Change its permissions or those of its folder, then save again.`;
    case 'disk-full':
      return `The disk is full: ${file} was left as it was. Make room, then save again.`;
    case 'name-too-long':
      return `The path ${file} is too long for this system. Move the file to a shorter path, then save again.`;
    case 'locked':
      return `${file} is being written by another program (${detail}). Wait for it, then save again.`;
    case 'too-large':
      return `${file} is too large to be changed here (${detail}). Split it, then save again.`;
    case 'not-utf8':
      return `${file} is not valid UTF-8 and was left as it is. Convert it to UTF-8, then save again.`;
    case 'not-text':
      return `The new text for ${file} holds half a character, which cannot be stored. Remove it, then save again.`;
    case 'would-shrink':
      return `The new text for ${file} would be less than half of what it holds (${detail}). It was left as it is: look at the file before you save again.`;
    case 'would-lose':
      return `The new text for ${file} would lose ${detail}. It was left as it is: look at the file before you save again.`;
    case 'keeps-changing':
      return `Another program keeps changing ${file}. Let it finish, then save again.`;
    case 'change-refused':
      return `${file} was left as it is: ${detail}`;
    case 'failed':
      return `${file} could not be written (${detail}). Save again, or look at the disk.`;
  }
}
