import assert from 'node:assert/strict';
import { contrast, over, parseColour, type Colour } from './support/contrast.js';
import { journey } from './support/journey.js';
import { until } from './support/until.js';
import type { Workbench } from './support/workbench.js';

/** The built-in themes, as the picker names them. */
const THEMES = [
  'Dark 2026',
  'Light 2026',
  'Dark Modern',
  'Light Modern',
  'Dark+',
  'Light+',
  'Dark (Visual Studio)',
  'Light (Visual Studio)',
  'Abyss',
  'Kimbie Dark',
  'Monokai',
  'Monokai Dimmed',
  'Quiet Light',
  'Red',
  'Solarized Dark',
  'Solarized Light',
  'Tomorrow Night Blue',
  'Dark High Contrast',
  'Light High Contrast',
];

/**
 * The least contrast of words and marks. Token colours are each theme's own: Solarized's keywords have 3.4 to 1
 * on purpose. This is WCAG's line for large text and for marks that carry meaning.
 */
const LEAST = 3;

/** Words of the sample's first document on one screen, by what they are. */
const WORDS = { quote: 'People don', speaker: 'Hallam', organisation: 'Combined', cue: 'said' };
const TAGGED = 'fare is simple';

describe('colours', () => {
  journey('are readable in every built-in theme', {}, async (workbench) => {
    await workbench.openFile('articles.corpus');
    await workbench.editor.appearance(TAGGED, (look) => look.decorations.length > 0);
    const dim: string[] = [];
    for (const theme of THEMES) {
      await choose(workbench, theme);
      const background = await backgroundOf(workbench);
      const plain = contrast(
        parseColour((await workbench.editor.appearance('Under a system')).colour),
        background,
      );
      const needed = Math.min(LEAST, plain);
      for (const [what, words] of Object.entries(WORDS)) {
        const look = await workbench.editor.appearance(words);
        const ratio = contrast(over(parseColour(look.colour), background), background);
        if (ratio < needed) dim.push(`${theme}: ${what} ${ratio.toFixed(1)} of ${needed.toFixed(1)}`);
      }
      dim.push(...(await tagged(workbench, theme, background, needed)));
    }
    assert.deepEqual(dim, []);
  });
});

/** Chooses a theme and waits until its colours have arrived everywhere. */
async function choose(workbench: Workbench, theme: string): Promise<void> {
  await workbench.runCommand('Preferences: Color Theme');
  await workbench.quickInput.type(theme);
  await workbench.quickInput.choose(new RegExp(`^${theme.replace(/[()+]/g, '\\$&')}(,|$)`));
  await workbench.quickInput.waitUntilClosed();
  let before = '';
  let same = 0;
  await until(`the colours of ${theme} to settle`, async () => {
    const words = [TAGGED, ...Object.values(WORDS)].map((text) => workbench.editor.appearance(text));
    const now = JSON.stringify([await backgroundOf(workbench), ...(await Promise.all(words))]);
    same = now === before ? same + 1 : 0;
    before = now;
    return same >= 8;
  });
}

async function backgroundOf({ page }: Workbench): Promise<Colour> {
  const css = await page
    .locator('.monaco-editor .monaco-editor-background')
    .first()
    .evaluate((element) => getComputedStyle(element).backgroundColor);
  return parseColour(css);
}

/** A tagged quote: its words on their background, and the line under them. */
async function tagged(
  workbench: Workbench,
  theme: string,
  background: Colour,
  needed: number,
): Promise<readonly string[]> {
  const look = await workbench.editor.appearance(TAGGED, ({ decorations }) => decorations.length > 0);
  const under = look.decorations
    .map(({ background: css }) => parseColour(css))
    .reduce((below, top) => over(top, below), background);
  const words = contrast(over(parseColour(look.colour), under), under);
  const lines = look.decorations.flatMap(
    ({ underline }) => /\b(?:underline)\b.*?((?:rgba?|color)\([^)]*\))/.exec(underline)?.[1] ?? [],
  );
  const line = Math.max(0, ...lines.map((css) => contrast(over(parseColour(css), under), under)));
  return [
    ...(words < needed ? [`${theme}: tagged words ${words.toFixed(1)} of ${needed.toFixed(1)}`] : []),
    ...(line < LEAST ? [`${theme}: line under tagged words ${line.toFixed(1)} of ${LEAST}`] : []),
  ];
}
