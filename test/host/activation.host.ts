import * as vscode from 'vscode';
import { assert } from 'chai';

/** The host this bundle was made for. */
declare const __HOST__: 'node' | 'web';

const id = 'standpoint.standpoint';

describe('activation', () => {
  it('runs in the host it was made for', () => {
    assert.strictEqual(typeof process === 'undefined' ? 'web' : 'node', __HOST__);
  });

  it('finds the extension and its corpus language', async () => {
    assert.isDefined(vscode.extensions.getExtension(id));
    assert.include(await vscode.languages.getLanguages(), 'standpoint-corpus');
  });

  it('activates without an error', async () => {
    const extension = vscode.extensions.getExtension(id);
    await extension?.activate();
    assert.isTrue(extension?.isActive);
  });

  it('opens the workspace of the fixture', () => {
    assert.strictEqual(vscode.workspace.workspaceFolders?.[0]?.name, 'workspace');
  });
});
