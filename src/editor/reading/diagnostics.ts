import * as vscode from 'vscode';
import type { Project, SidecarModel } from '../../core/model/project.js';
import type { ProjectChange } from '../../core/model/types.js';
import {
  codebookFindings,
  corpusFindings,
  placed,
  sidecarFindings,
  type Finding,
} from '../../core/problems/findings.js';
import { withLevels } from '../../core/problems/levels.js';
import type { Severity } from '../../core/problems/problem.js';
import { orphanMessage } from '../../core/problems/words.js';
import { Disposables } from '../common/disposables.js';
import { problemLevels } from '../common/settings.js';
import type { Feature, Services } from '../services.js';
import { baseName, CODEBOOK } from '../workspace/discovery.js';

/** What diagnostics are signed with; quick fixes look for it. */
export const SOURCE = 'Standpoint';

/** Keeps the Problems view: what is wrong in corpora, sidecars and the codebook. */
export const registerDiagnostics: Feature = (services) => {
  const own = new Disposables();
  const collection = own.add(vscode.languages.createDiagnosticCollection('standpoint'));
  const problems = new Diagnostics(services, collection);
  own.add(services.workspace.onDidChange(({ project, change }) => problems.update(project, change)));
  own.add(services.workspace.onDidChangeFolders(() => problems.sweep()));
  own.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('standpoint.problems')) problems.tellAnew();
    }),
  );
  return own;
};

class Diagnostics {
  constructor(
    private readonly services: Services,
    private readonly collection: vscode.DiagnosticCollection,
  ) {}

  /** Sets anew the files that a change concerns, each by itself: a bulk set drops files beyond 1 100 entries. */
  update(project: Project, change: ProjectChange): void {
    if (!this.#isShown(project)) return;
    for (const address of change.corpora) this.#setCorpus(project, address);
    const ofCorpora = new Set([...change.corpora, ...change.statements]);
    for (const address of change.sidecars) if (!project.sidecar(address)) this.#clear(address);
    for (const sidecar of project.sidecars) {
      const isConcerned = ofCorpora.has(sidecar.corpus) || change.sidecars.has(sidecar.address);
      if (isConcerned) void this.#setSidecar(project, sidecar);
    }
    // Which entries are never used, the statements decide.
    if (change.codebook || change.statements.size > 0 || change.sidecars.size > 0) this.#setCodebook(project);
  }

  /** Sets everything anew, for other levels. */
  tellAnew(): void {
    for (const project of this.services.workspace.projects) {
      for (const { address } of project.corpora) this.#setCorpus(project, address);
      for (const sidecar of project.sidecars) void this.#setSidecar(project, sidecar);
      this.#setCodebook(project);
    }
  }

  /** Clears what belongs to folders that are gone. */
  sweep(): void {
    const gone: vscode.Uri[] = [];
    this.collection.forEach((uri) => {
      if (!this.services.workspace.projectOf(uri)) gone.push(uri);
    });
    for (const uri of gone) this.collection.delete(uri);
  }

  /** Files of a version control's past, and the like, are read but nobody can mend them. */
  #isShown(project: Project): boolean {
    return (
      vscode.Uri.parse(project.root).scheme === 'untitled' ||
      this.services.workspace.projects.includes(project)
    );
  }

  #setCorpus(project: Project, address: string): void {
    const corpus = project.corpus(address);
    if (!corpus) return this.#clear(address);
    const undecodable = this.services.workspace.undecodable(address);
    this.#set(address, corpus.text, corpusFindings(project, corpus, undecodable));
  }

  async #setSidecar(project: Project, sidecar: SidecarModel): Promise<void> {
    const { address, text } = sidecar;
    const findings = sidecarFindings(project, sidecar);
    this.#set(address, text, findings);
    if (project.corpus(sidecar.corpus) || !vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(address)))
      return;
    const orphan = await orphanFinding(sidecar);
    // The question to the file system took its time: the sidecar or its corpus may be others by now.
    if (project.sidecar(address) !== sidecar || project.corpus(sidecar.corpus)) return;
    this.#set(address, text, [orphan, ...findings]);
  }

  #setCodebook(project: Project): void {
    const address = vscode.Uri.joinPath(vscode.Uri.parse(project.root), CODEBOOK).toString();
    if (project.codebookText === null) this.#clear(address);
    else this.#set(address, project.codebookText, codebookFindings(project));
  }

  #set(address: string, text: string, found: readonly Finding[]): void {
    const uri = vscode.Uri.parse(address);
    const findings = withLevels(found, problemLevels(uri));
    if (findings.length === 0) return this.#clear(address);
    const diagnostics = placed(text, findings).map(({ start, end, message, severity, code }) => {
      const range = new vscode.Range(start.line, start.character, end.line, end.character);
      const diagnostic = new vscode.Diagnostic(range, message, severities[severity]);
      diagnostic.source = SOURCE;
      diagnostic.code = code;
      if (code === 'never-used') diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
      return diagnostic;
    });
    this.collection.set(uri, diagnostics);
  }

  #clear(address: string): void {
    this.collection.delete(vscode.Uri.parse(address));
  }
}

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

async function orphanFinding({ corpus }: SidecarModel): Promise<Finding> {
  const uri = vscode.Uri.parse(corpus);
  const exists = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  const message = orphanMessage(baseName(uri), exists);
  return { code: 'orphan', severity: 'warning', span: { start: 0, end: 0 }, message };
}
