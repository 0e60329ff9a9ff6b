/** What the sentences of a source are filled with, read from its syntax: for tests that hold two languages side by side. */
import { parseSync } from 'oxc-parser';

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const childrenOf = (node: Node): Node[] => Object.values(node).flatMap((value) => [value].flat(2).filter(isNode));
const nameOf = (value: unknown): string => (isNode(value) ? String(value.name ?? value.value ?? '') : '');

/** Numbers are written for a locale in some languages and not in others. */
const BESIDE = new Set(['locale']);

/** The path of each function that makes a sentence → the arguments that it uses, sorted. */
export function placeholdersIn(source: string): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const visit = (node: Node, path: readonly string[]): void => {
    const name =
      node.type === 'Property' ? nameOf(node.key) : node.type === 'VariableDeclarator' ? nameOf(node.id) : '';
    const inside = name === '' ? path : [...path, name];
    if (node.type === 'ArrowFunctionExpression' && inside.length > 0) found.set(inside.join('.'), usedIn(node));
    else for (const child of childrenOf(node)) visit(child, inside);
  };
  visit(parseSync('source.ts', source).program as unknown as Node, []);
  return found;
}

/** The parameters of a function that its body uses, by name or by the field that they are taken from. */
function usedIn({ params, body }: Node): string[] {
  const parameters = [params].flat().flatMap((param) => (isNode(param) ? boundIn(param) : []));
  const used = new Set<string>();
  const visit = (node: Node): void => {
    if (node.type === 'Identifier') used.add(nameOf(node));
    for (const child of childrenOf(node)) visit(child);
  };
  if (isNode(body)) visit(body);
  return parameters.filter((name) => used.has(name) && !BESIDE.has(name)).sort();
}

function boundIn(pattern: Node): string[] {
  if (pattern.type === 'Identifier') return [nameOf(pattern)];
  if (pattern.type === 'Property') return isNode(pattern.value) ? boundIn(pattern.value) : [];
  if (pattern.type.startsWith('TS')) return [];
  return childrenOf(pattern).flatMap(boundIn);
}

/** The names of the plural forms that stand in one object, for each object that has `other`. */
export function pluralFormsIn(source: string): string[][] {
  const found: string[][] = [];
  const visit = (node: Node): void => {
    if (node.type === 'CallExpression' && /^(?:countText|plural|counted)$/.test(nameOf(node.callee))) {
      const forms = [node.arguments].flat().find((one) => isNode(one) && one.type === 'ObjectExpression') as
        | Node
        | undefined;
      if (forms !== undefined)
        found.push(
          [forms.properties]
            .flat()
            .map((property) => nameOf((property as Node).key))
            .sort(),
        );
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(parseSync('source.ts', source).program as unknown as Node);
  return found;
}
