import assert from 'node:assert/strict';
import { journey } from './support/journey.js';

describe('opening a corpus', () => {
  journey('shows structure, quotes and speakers', {}, async (workbench) => {
    await workbench.openFile('articles.corpus');
    await workbench.statusBarItem('Standpoint corpus').waitFor();
    const plain = await workbench.editor.appearance('Under a system known as');
    const speaker = await workbench.editor.appearance('Hallam said', (look) => look.colour !== plain.colour);
    const cue = await workbench.editor.appearance('said passengers', (look) => look.colour !== plain.colour);
    const quote = await workbench.editor.appearance("People don't care");
    assert.equal(new Set([plain.colour, speaker.colour, cue.colour, quote.colour]).size, 4);
    const credit = await workbench.editor.appearance('Picture: Dean Forrest', (look) => look.opacity !== '1');
    assert.ok(Number(credit.opacity) < 1);
    const hover = await workbench.editor.hover("People don't care", /Direct quote/);
    assert.match(hover, /Ruth Hallam/);
    assert.match(hover, /Tarnshire Combined Authority/);
    await workbench.screenshot('open');
    await workbench.press('Escape', "Alt+'");
    await workbench.press('Control+Alt+PageDown');
    await workbench.editor.appearance('nabo-press-release');
  });
});
