import * as vscode from 'vscode';
import { isLocated } from '../../core/model/types.js';
import { beginning } from '../../core/text/excerpt.js';
import { Disposables } from '../common/disposables.js';
import { toRange } from '../common/ranges.js';
import type { Feature, Services } from '../services.js';
import { allLooks, lookOf, type StanceLook } from './stanceLooks.js';
import { isOwn } from './sidecarEdits.js';
import { plain, stanceOf } from './statementWords.js';

type Look =
  StanceLook['colour'] | `${StanceLook['colour']} sign` | `${StanceLook['colour']} of others` | 'suggested';

/** Marks tagged words in the text: one decoration type per stance, made once. */
export const registerDecorations: Feature = (services) => {
  const own = new Disposables();
  const types = new Map<Look, vscode.TextEditorDecorationType>(
    allLooks().map((look) => [look.colour, own.add(typeFor(look))]),
  );
  types.set('suggested', own.add(suggestedType()));
  for (const look of allLooks()) {
    types.set(`${look.colour} sign`, own.add(signType(services, look)));
    types.set(`${look.colour} of others`, own.add(typeForOthers(look)));
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
): ReadonlyMap<Look, vscode.DecorationOptions[]> | undefined {
  const corpus = workspace.corpusOf(editor.document);
  const project = corpus && workspace.projectOf(editor.document.uri);
  if (!project) return undefined;
  const ranges = new Map<Look, vscode.DecorationOptions[]>();
  const add = (look: Look, range: vscode.Range, behind?: string): void => {
    const options =
      behind === undefined ? { range } : { range, renderOptions: { after: { contentText: behind } } };
    const known = ranges.get(look);
    if (known) known.push(options);
    else ranges.set(look, [options]);
  };
  for (const statement of corpus.statements) {
    const span = corpus.spanOf(statement);
    if (!span) continue;
    const range = toRange(editor.document, span);
    const behind = isOwn(project, statement) ? undefined : coderSign(statement.coder);
    if (isLocated(statement)) {
      const { colour } = lookOf(stanceOf(project.codebook, statement.stored.statement.stance));
      add(behind === undefined ? colour : `${colour} of others`, range, behind);
      add(`${colour} sign`, new vscode.Range(range.start, range.start));
    } else add('suggested', range, behind);
  }
  return ranges;
}

/** Background for the eye, and a line of the stance's own kind for those who see no colour. */
function typeFor(look: StanceLook): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor(`standpoint.${look.colour}Background`),
    textDecoration: `underline ${look.line} 1.5px; text-underline-offset: 0.25em; text-decoration-skip-ink: none; text-decoration-color: var(--vscode-standpoint-${look.colour})`,
    overviewRulerColor: new vscode.ThemeColor(`standpoint.${look.colour}`),
    overviewRulerLane: vscode.OverviewRulerLane.Right,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

/** The stance's sign in the margin, once a statement: at its first line only. */
function signType({ context }: Services, look: StanceLook): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    gutterIconPath: vscode.Uri.joinPath(context.extensionUri, 'media', 'stances', `${look.colour}.svg`),
    gutterIconSize: '70%',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

/** What others have coded: the line of the stance without its background, and the coder's name behind it. */
function typeForOthers(look: StanceLook): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    textDecoration: `underline ${look.line} 1.5px; text-underline-offset: 0.25em; text-decoration-skip-ink: none; text-decoration-color: var(--vscode-standpoint-${look.colour})`,
    after: {
      margin: '0 0.2em',
      fontStyle: 'italic',
      color: new vscode.ThemeColor('editorCodeLens.foreground'),
    },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

/** Enough of a coder's name to know it by. */
function coderSign(coder: string | null): string {
  return `‹${beginning(plain(coder ?? '?'), 16)}›`;
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
