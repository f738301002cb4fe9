import * as vscode from 'vscode';
import { inFile } from '../../core/model/types.js';
import { Disposables } from '../common/disposables.js';
import { toRange } from '../common/ranges.js';
import type { Feature, Services } from '../services.js';

/**
 * Sets furniture back: fainter, and in italics, so that it shows without colour as well. The editor moves
 * the ranges along with edits; they are set anew once the documents were read again.
 */
export const registerFurnitureDimming: Feature = (services) => {
  const own = new Disposables();
  const { window } = vscode;
  let look = lookOf(window.activeColorTheme);
  const draw = (editors: readonly vscode.TextEditor[]): void => {
    for (const editor of editors) editor.setDecorations(look, furnitureIn(services, editor.document));
  };
  own.add({ dispose: () => look.dispose() });
  own.add(window.onDidChangeVisibleTextEditors(draw));
  own.add(
    services.workspace.onDidChange(({ change }) =>
      draw(window.visibleTextEditors.filter(({ document }) => change.corpora.has(document.uri.toString()))),
    ),
  );
  own.add(
    window.onDidChangeActiveColorTheme((theme) => {
      look.dispose();
      look = lookOf(theme);
      draw(window.visibleTextEditors);
    }),
  );
  draw(window.visibleTextEditors);
  return own;
};

/** In high contrast nothing is made fainter. */
function lookOf({ kind }: vscode.ColorTheme): vscode.TextEditorDecorationType {
  const isHighContrast =
    kind === vscode.ColorThemeKind.HighContrast || kind === vscode.ColorThemeKind.HighContrastLight;
  return vscode.window.createTextEditorDecorationType({
    fontStyle: 'italic',
    ...(!isHighContrast && { opacity: '0.65' }),
  });
}

function furnitureIn({ workspace }: Services, document: vscode.TextDocument): vscode.Range[] {
  const corpus = workspace.corpusOf(document);
  if (!corpus) return [];
  return corpus.file.documents.flatMap((one) =>
    one.furniture.map((piece) => toRange(document, inFile(one, piece))),
  );
}
