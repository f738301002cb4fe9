import assert from 'node:assert/strict';
import { journey } from './support/journey.js';

const CORPUS = 'articles.corpus';
const SIDECAR = 'articles.corpus.coder-a.stances.yaml';
const QUOTE = 'the one thing everybody can remember';

describe('keeping the place', () => {
  journey('statements stay with their words when text is typed before them', {}, async (workbench) => {
    await workbench.openFile(CORPUS);
    await workbench.goToText(CORPUS, 'Mayor Ruth Hallam has started the clock');
    await workbench.press('Home');
    await workbench.page.keyboard.type('It was a cold morning. ');
    await workbench.press('Enter', 'Enter');
    await workbench.goToText(CORPUS, QUOTE);
    await workbench.editor.appearance(QUOTE, (look) => look.decorations.length > 0);
    await workbench.screenshot('stayed');
  });

  journey('a statement whose words go is lost, not gone, and can be re-attached', {}, async (workbench) => {
    await workbench.openFile(CORPUS);
    const tree = await workbench.view('Organisations');
    await workbench.files.replace(
      CORPUS,
      "\"A two-pound fare is simple, it's fair and it's the one thing everybody can remember. We are doing it whoever runs the buses.”",
      'little that was new. In short, nobody should pay more for the same bus.',
    );
    await tree.expand(/^Lost or to confirm/);
    await tree.waitFor(/“A two-pound fare is simple.*lost/);
    const problems = await workbench.problems((rows) => rows.some((row) => row.includes('two-pound')));
    assert.ok(problems.length > 0);
    await workbench.screenshot('lost');
    await workbench.goToText(CORPUS, 'should pay more for the same bus');
    await workbench.editor.select('should pay more for the same bus');
    await workbench.runCommand('Standpoint: Re-attach Statement to Selection');
    await workbench.quickInput.waitFor('Which statement');
    await workbench.quickInput.choose('A two-pound fare');
    await workbench.files.until(SIDECAR, (text) =>
      text.includes('quote: "should pay more for the same bus"'),
    );
    await workbench.editor.appearance(
      'should pay more for the same bus',
      (look) => look.decorations.length > 0,
    );
    await workbench.screenshot('reattached');
  });

  journey('a broken sidecar is reported and never written', {}, async (workbench) => {
    await workbench.openFile(CORPUS);
    const tree = await workbench.view('Organisations');
    await tree.waitFor(/^Larkway/);
    await workbench.files.replace(SIDECAR, '  stance: mixed\n', '  stance: [mixed\n');
    const broken = await workbench.files.read(SIDECAR);
    await workbench.problems((rows) => rows.some((row) => /coder-a\.stances\.yaml/.test(row)));
    await workbench.screenshot('broken');
    await workbench.goToText(CORPUS, 'Show me the contract');
    await workbench.editor.placeCaret('Show me the contract');
    await workbench.press("Control+'");
    await workbench.quickInput.waitFor('Which issue?');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitFor('Press the key of a stance');
    await workbench.press('1');
    await workbench.notification(/nothing was written/).waitFor();
    await workbench.screenshot('not-written');
    assert.equal(await workbench.files.read(SIDECAR), broken);
  });
});
