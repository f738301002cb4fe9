/**
 * The part of JSON Schema (draft 7) that our own schema files use. The reader validates with the very file
 * that editors get, so that the two cannot disagree. (A full validator would be larger than all our own YAML code;
 * a test makes sure that the files use no keyword beyond these.)
 */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: { readonly [key: string]: Schema };
  readonly definitions?: { readonly [name: string]: Schema };
  /** Only `#/definitions/<name>`; as in draft 7, whatever stands beside it does not count. */
  readonly $ref?: string;
}

/** Where a value breaks the schema (keys and indices from the top), and by which rule. */
export interface SchemaFault {
  readonly path: readonly (string | number)[];
  readonly rule: string;
}

type Report = (path: readonly (string | number)[], rule: string) => void;
type Check = (value: unknown, path: readonly (string | number)[], report: Report) => void;

/** Makes a validator of a schema; faults come in the order of the schema's keys and the value's items. */
export function validator(schema: Schema, root: Schema = schema): (value: unknown) => readonly SchemaFault[] {
  const check = compile(schema, root);
  return (value) => {
    const faults: SchemaFault[] = [];
    check(value, [], (path, rule) => faults.push({ path, rule }));
    return faults;
  };
}

function compile(schema: Schema, root: Schema): Check {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/definitions/', '');
    return compile(root.definitions?.[name] ?? {}, root);
  }
  const checks = [valueCheck(schema), listCheck(schema, root), mapCheck(schema, root)];
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
  return (value, path, report) => {
    if (types && !types.some((type) => hasType(value, type))) report(path, 'type');
    else for (const check of checks) check?.(value, path, report);
  };
}

function valueCheck(schema: Schema): Check | null {
  const { enum: values, minimum, maximum } = schema;
  const pattern = schema.pattern === undefined ? null : new RegExp(schema.pattern, 'u');
  if (!('const' in schema) && !values && !pattern && minimum === undefined && maximum === undefined)
    return null;
  return (value, path, report) => {
    if ('const' in schema && value !== schema.const) report(path, 'const');
    if (values && !values.includes(value)) report(path, 'enum');
    if (pattern && typeof value === 'string' && !pattern.test(value)) report(path, 'pattern');
    if (typeof value !== 'number') return;
    if (minimum !== undefined && value < minimum) report(path, 'minimum');
    if (maximum !== undefined && value > maximum) report(path, 'maximum');
  };
}

function listCheck(schema: Schema, root: Schema): Check | null {
  const { minItems, maxItems } = schema;
  const item = schema.items ? compile(schema.items, root) : null;
  if (!item && minItems === undefined && maxItems === undefined) return null;
  return (value, path, report) => {
    if (!Array.isArray(value)) return;
    if (minItems !== undefined && value.length < minItems) report(path, 'minItems');
    if (maxItems !== undefined && value.length > maxItems) report(path, 'maxItems');
    if (item) value.forEach((each, index) => item(each, [...path, index], report));
  };
}

function mapCheck(schema: Schema, root: Schema): Check | null {
  const required = schema.required ?? [];
  const known = Object.entries(schema.properties ?? {}).map(
    ([key, each]) => [key, compile(each, root)] as const,
  );
  if (required.length === 0 && known.length === 0) return null;
  return (value, path, report) => {
    if (!isMap(value)) return;
    for (const key of required) if (!Object.hasOwn(value, key)) report([...path, key], 'required');
    for (const [key, check] of known) {
      if (Object.hasOwn(value, key)) check(value[key], [...path, key], report);
    }
  };
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isMap(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'number') return Number.isFinite(value);
  return typeof value === type;
}

function isMap(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
