import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that each test of a suite finds empty and that goes with it. Call it inside `describe`. */
export function useTempFolder(): (...names: readonly string[]) => string {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(realpathSync(tmpdir()), 'standpoint-test-'));
    // Some tests let another user work in it.
    chmodSync(folder, 0o777);
  });
  afterEach(function () {
    // Some tests leave thousands of files.
    this.timeout(20_000);
    rmSync(folder, { recursive: true, force: true });
  });
  return (...names) => join(folder, ...names);
}
