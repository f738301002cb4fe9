import * as vscode from 'vscode';
import { isLocated } from '../../core/model/types.js';
import { Disposables } from '../common/disposables.js';
import { toRange } from '../common/ranges.js';
import type { Feature, Services } from '../services.js';
import { allLooks, lookOf, type StanceLook } from './stanceLooks.js';
import { isOwn } from './sidecarEdits.js';
import { stanceOf } from './statementWords.js';

/** A coder's own statements and those of others look apart; each has a sign in the margin besides its line. */
type Whose = 'own' | 'others';
type Look = `${StanceLook['colour']} ${Whose}` | `${StanceLook['colour']} ${Whose} sign` | 'suggested';

/** Marks tagged words in the text: one decoration type per stance, made once. */
export const registerDecorations: Feature = (services) => {
  const own = new Disposables();
  const types = new Map<Look, vscode.TextEditorDecorationType>([['suggested', own.add(suggestedType())]]);
  for (const look of allLooks()) {
    for (const whose of ['own', 'others'] as const) {
      types.set(`${look.colour} ${whose}`, own.add(wordsType(look, whose)));
      types.set(`${look.colour} ${whose} sign`, own.add(signType(services, look, whose)));
    }
  }
  const draw = (editor: vscode.TextEditor): void => {
    const ranges = rangesOf(services, editor);
    if (!ranges) return;
    for (const [look, type] of types) editor.setDecorations(type, ranges.get(look) ?? []);
  };
  const drawAll = (): void => vscode.window.visibleTextEditors.forEach(draw);
  own.add(vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach(draw)));
  own.add(
    services.workspace.onDidChange(({ change }) => {
      if (change.codebook) drawAll();
      for (const editor of vscode.window.visibleTextEditors) {
        const address = editor.document.uri.toString();
        if (change.statements.has(address) || change.corpora.has(address)) draw(editor);
      }
    }),
  );
  own.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('standpoint.coder')) drawAll();
    }),
  );
  drawAll();
  return own;
};

function rangesOf(
  { workspace }: Services,
  editor: vscode.TextEditor,
): ReadonlyMap<Look, vscode.Range[]> | undefined {
  const corpus = workspace.corpusOf(editor.document);
  const project = corpus && workspace.projectOf(editor.document.uri);
  if (!project) return undefined;
  // Bare ranges: with options beside them the editor takes ten times as long.
  const ranges = new Map<Look, vscode.Range[]>();
  const add = (look: Look, range: vscode.Range): void => {
    const known = ranges.get(look);
    if (known) known.push(range);
    else ranges.set(look, [range]);
  };
  for (const statement of corpus.statements) {
    const span = corpus.spanOf(statement);
    if (!span) continue;
    const range = toRange(editor.document, span);
    if (isLocated(statement)) {
      const { colour } = lookOf(stanceOf(project.codebook, statement.stored.statement.stance));
      const whose = isOwn(project, statement) ? 'own' : 'others';
      add(`${colour} ${whose}`, range);
      add(`${colour} ${whose} sign`, new vscode.Range(range.start, range.start));
    } else add('suggested', range);
  }
  return ranges;
}

/**
 * A line of the stance's own kind for those who see no colour; for a coder's own statements a background too.
 * Nothing is put into the text: it would move the words under the reader's eyes.
 */
function wordsType({ colour, line }: StanceLook, whose: Whose): vscode.TextEditorDecorationType {
  const isOwnStatement = whose === 'own';
  return vscode.window.createTextEditorDecorationType({
    ...(isOwnStatement && { backgroundColor: new vscode.ThemeColor(`standpoint.${colour}Background`) }),
    textDecoration: `underline ${line} 1.5px; text-underline-offset: 0.25em; text-decoration-skip-ink: none; text-decoration-color: var(--vscode-standpoint-${colour})`,
    overviewRulerColor: new vscode.ThemeColor(`standpoint.${colour}`),
    overviewRulerLane: isOwnStatement ? vscode.OverviewRulerLane.Right : vscode.OverviewRulerLane.Left,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

/** The stance's sign in the margin, once a statement, at its first line; in a dashed ring for other coders'. */
function signType(
  { context }: Services,
  { colour }: StanceLook,
  whose: Whose,
): vscode.TextEditorDecorationType {
  const file = whose === 'own' ? `${colour}.svg` : `${colour}-others.svg`;
  return vscode.window.createTextEditorDecorationType({
    gutterIconPath: vscode.Uri.joinPath(context.extensionUri, 'media', 'stances', file),
    gutterIconSize: '70%',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

function suggestedType(): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    border: '1px dashed',
    borderColor: new vscode.ThemeColor('editorWarning.foreground'),
    overviewRulerColor: new vscode.ThemeColor('editorWarning.foreground'),
    overviewRulerLane: vscode.OverviewRulerLane.Right,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}
