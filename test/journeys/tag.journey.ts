import assert from 'node:assert/strict';
import { journey } from './support/journey.js';

const SIDECAR = 'articles.corpus.coder-a.stances.yaml';

describe('tagging', () => {
  journey('tags a quote with keys alone and writes one block of YAML', {}, async (workbench) => {
    const before = await workbench.files.read(SIDECAR);
    await workbench.openFile('articles.corpus');
    await workbench.goToText('articles.corpus', 'Show me the contract');
    await workbench.editor.placeCaret('Show me the contract');
    await workbench.press("Control+'");
    await workbench.quickInput.waitFor('Alan Whitlow');
    await workbench.quickInput.type('franchised');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitFor('Press the key of a stance');
    await workbench.screenshot('tag');
    await workbench.press('2');
    await workbench.quickInput.waitUntilClosed();
    const after = await workbench.files.until(SIDECAR, (text) => text !== before);
    const added = addedLines(before, after);
    assert.match(added[0] ?? '', /^- id: [a-z][0-9a-z]{9}$/);
    assert.deepEqual(
      added.filter((line) => /^ {2}(document|quote|speaker|organisation|issue|stance|basis):/.test(line)),
      [
        '  document: operators-split',
        '  quote: "Show me the contract and I’ll tell you whether it’s a good idea. Nobody ever missed a bus because of a business model."',
        '  speaker: alan-whitlow',
        '  organisation: society-bus-planners',
        '  issue: franchising',
        '  stance: mixed',
        '  basis: quoted',
      ],
    );
    assert.equal(removing(after, added), before, 'every other byte of the sidecar is as it was');
    const codebook = await workbench.files.read('standpoint.yaml');
    assert.match(codebook, /- id: society-bus-planners\n {2}name: Society of Bus Planners\n/);
    assert.match(codebook, /- id: alan-whitlow\n {2}name: Alan Whitlow\n/);
    assert.match(codebook, /^# The codebook of the sample/, 'comments stay');
    await workbench.statusBarItem('Mixed').waitFor();
    await workbench.editor.appearance('Show me the contract', (look) => look.decorations.length > 0);
    await workbench.screenshot('tagged');
  });

  journey(
    'tags with two key presses once the issue is known, undoes and does it again',
    {},
    async (workbench) => {
      await workbench.openFile('articles.corpus');
      await workbench.goToText('articles.corpus', 'Show me the contract');
      await workbench.editor.placeCaret('Show me the contract');
      await workbench.press("Control+'");
      await workbench.quickInput.waitFor('Which issue?');
      await workbench.quickInput.type('franchised');
      await workbench.quickInput.accept();
      await workbench.quickInput.waitFor('Press the key of a stance');
      await workbench.press('2');
      const once = await workbench.files.until(SIDECAR, (text) => text.includes('Show me the contract'));

      await workbench.goToText('articles.corpus', 'We don’t own the roads');
      await workbench.editor.placeCaret('don’t own the roads');
      await workbench.press("Control+Shift+'");
      await workbench.quickInput.waitFor('Press the key of a stance');
      await workbench.press('4');
      const twice = await workbench.files.until(SIDECAR, (text) => text !== once);
      assert.match(twice, /quote: "We don’t own the roads/);

      await workbench.runCommand('Standpoint: Undo Tagging');
      await workbench.files.until(SIDECAR, (text) => text === once);
      await workbench.runCommand('Standpoint: Redo Tagging');
      await workbench.files.until(SIDECAR, (text) => text === twice);
    },
  );
});

/** The lines that stand in `after` and not at the same place in `before`, when only one stretch was added. */
function addedLines(before: string, after: string): readonly string[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < old.length && old[head] === fresh[head]) head++;
  const added = fresh.slice(head, head + fresh.length - old.length);
  return added[0] === '' ? [...added.slice(1), ''] : added;
}

function removing(after: string, added: readonly string[]): string {
  const block = added.join('\n');
  assert.ok(after.includes(block));
  return after.replace(`${block}\n`, '');
}
