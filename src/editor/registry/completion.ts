import * as vscode from 'vscode';
import type { Project } from '../../core/model/project.js';
import { openValueAt, type CompletedKey } from '../../core/registry/completion.js';
import { plainText, nameText } from '../../core/yaml/format.js';
import type { Feature } from '../services.js';
import { basisName } from '../tagging/statementWords.js';
import { kindWord } from './words.js';
import { roleOf, YAML } from './target.js';

/** Ids, documents and types where a sidecar or the codebook wants them. */
export const registerRegistryCompletion: Feature = ({ workspace }) =>
  vscode.languages.registerCompletionItemProvider(
    YAML,
    {
      provideCompletionItems(document, position) {
        const project = workspace.projectOf(document.uri);
        const role = project && roleOf(project, document.uri);
        if (!role) return undefined;
        const open = openValueAt(document.lineAt(position.line).text, position.character, role);
        if (!open) return undefined;
        const { start, end } = open.span;
        const range = new vscode.Range(position.line, start, position.line, end);
        return offers(project, document.uri, open.key).map((offer) => itemOf(offer, range));
      },
    },
    ' ',
    '"',
  );

/** One value that may stand here. */
interface Offer {
  readonly value: string;
  readonly name: string;
  /** By what it may be found besides. */
  readonly aliases: readonly string[];
  readonly detail: string;
  readonly kind: vscode.CompletionItemKind;
}

function itemOf({ value, name, aliases, detail, kind }: Offer, range: vscode.Range): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label: value, description: name === value ? '' : name }, kind);
  const text = detail === 'type' ? nameText(value) : plainText(value);
  item.insertText = text;
  // What stands there may begin with a quotation mark, which the value then must match.
  item.filterText = [value, `"${value}`, name, ...aliases].join(' ');
  item.detail = detail === 'type' ? '' : detail;
  item.range = range;
  return item;
}

function offers(project: Project, uri: vscode.Uri, key: CompletedKey): readonly Offer[] {
  const { codebook } = project;
  const { Class, User, Event, EnumMember, File, Value } = vscode.CompletionItemKind;
  const organisations = codebook.organisations.map(({ id, name, aliases }) => ({
    value: id,
    name,
    aliases,
    detail: kindWord('organisation'),
    kind: Class,
  }));
  const people = codebook.people.map(({ id, name, aliases }) => ({
    value: id,
    name,
    aliases,
    detail: kindWord('person'),
    kind: User,
  }));
  switch (key) {
    case 'organisation':
    case 'parent':
      return organisations;
    case 'speaker':
    case 'claimed_by':
      return [...people, ...organisations];
    case 'issue':
      return codebook.issues.map(({ id, label }) => ({
        value: id,
        name: label,
        aliases: [],
        detail: kindWord('issue'),
        kind: Event,
      }));
    case 'stance':
      return codebook.stances.map(({ id, label }) => ({
        value: id,
        name: label,
        aliases: [],
        detail: kindWord('stance'),
        kind: EnumMember,
      }));
    case 'basis':
      return (['quoted', 'reported', 'claimed'] as const).map((value) => ({
        value,
        name: basisName(value),
        aliases: [],
        detail: '',
        kind: EnumMember,
      }));
    case 'type':
      return [...new Set(codebook.organisations.flatMap(({ type }) => type ?? []))].map((value) => ({
        value,
        name: value,
        aliases: [],
        detail: 'type',
        kind: Value,
      }));
    case 'document': {
      const owner = project.sidecar(uri.toString())?.corpus;
      const corpus = owner === undefined ? undefined : project.corpus(owner);
      return (corpus?.documents ?? []).map(({ document }) => ({
        value: document.id,
        name: document.title ?? document.id,
        aliases: [],
        detail: document.date ?? '',
        kind: File,
      }));
    }
  }
}
