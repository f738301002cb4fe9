import { type FileSystem, realFileSystem } from '../../../../src/node/file-system.js';

/** The real file system, but one write takes at most so many bytes, as the system may do at any time. */
export function shortWrites(most: number): FileSystem {
  return {
    ...realFileSystem,
    open: async (path, flags, mode) => {
      const handle = await realFileSystem.open(path, flags, mode);
      const write = handle.write.bind(handle);
      return Object.assign(handle, {
        write: (bytes: Uint8Array, offset: number, length: number, position: number) =>
          write(bytes, offset, Math.min(length, most), position),
      });
    },
  };
}
