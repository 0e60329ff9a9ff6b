/**
 * The expressions of card templates, such as `page + 1` or `if(closed, 'good', 'accent')`: the part of the Adaptive Expressions that
 * templates here use. `test/cards` holds them to what the templating library itself makes of them.
 */
import { ProgrammingError } from '../errors.ts';

/** What names stand for: those without `$` are fields of `$data`. */
export interface Scope {
  readonly $root: unknown;
  readonly $data: unknown;
  /** The place in the list that `$data` is of. */
  readonly $index?: number;
}

/** Gives undefined where a name is missing. */
export type Expression = (scope: Scope) => unknown;

/** What binds least comes first. */
const OPERATORS: readonly Readonly<Record<string, (left: unknown, right: unknown) => unknown>>[] = [
  { '||': (left, right) => isTrue(left) || isTrue(right) },
  { '&&': (left, right) => isTrue(left) && isTrue(right) },
  { '==': (left, right) => left === right, '!=': (left, right) => left !== right },
  { '>': (left, right) => Number(left) > Number(right) },
  { '+': (left, right) => Number(left) + Number(right), '-': (left, right) => Number(left) - Number(right) },
];

const FUNCTIONS: Readonly<Record<string, (...values: unknown[]) => unknown>> = {
  count: (list) => (Array.isArray(list) ? list.length : undefined),
  if: (condition, yes, no) => (isTrue(condition) ? yes : no),
};

/** As Adaptive Expressions have it: all that is there is true, but for `false`. */
function isTrue(value: unknown): boolean {
  return value !== false && value !== undefined && value !== null;
}

const TOKEN = /\s*('[^']*'|\d+|[$\w]+(?:\.\w+)*|\|\||&&|==|!=|[>+\-!(),])/y;

/** @throws ProgrammingError for what is none, or goes beyond what is known here */
export function parseExpression(text: string): Expression {
  const tokens = tokensOf(text);
  let at = 0;

  function refuse(): never {
    throw new ProgrammingError(`a card template has an expression that cannot be read: ${text}`);
  }

  function take(wanted?: string): string {
    const token = tokens[at++];
    return token === undefined || (wanted !== undefined && token !== wanted) ? refuse() : token;
  }

  function operation(level = 0): Expression {
    const operators = OPERATORS[level];
    if (operators === undefined) return operand();
    let left = operation(level + 1);
    for (;;) {
      const apply = operators[tokens[at] ?? ''];
      if (apply === undefined) return left;
      at += 1;
      const [before, right] = [left, operation(level + 1)];
      left = (scope) => apply(before(scope), right(scope));
    }
  }

  function operand(): Expression {
    const token = take();
    if (token === '!') {
      const negated = operand();
      return (scope) => !isTrue(negated(scope));
    }
    if (token === '(') {
      const inner = operation();
      take(')');
      return inner;
    }
    if (/^['\d]/.test(token)) {
      const value = token.startsWith("'") ? token.slice(1, -1) : Number(token);
      return () => value;
    }
    if (!/^[$\w]/.test(token)) return refuse();
    return tokens[at] === '(' ? call(token) : path(token);
  }

  function call(name: string): Expression {
    const apply = FUNCTIONS[name] ?? refuse();
    const values: Expression[] = [];
    take('(');
    do values.push(operation());
    while (tokens[at] === ',' && take(','));
    take(')');
    return (scope) => apply(...values.map((value) => value(scope)));
  }

  const expression = operation();
  return at === tokens.length ? expression : refuse();

  function tokensOf(source: string): string[] {
    const found: string[] = [];
    TOKEN.lastIndex = 0;
    for (let last = 0; source.slice(last).trim() !== ''; last = TOKEN.lastIndex) {
      const token = TOKEN.exec(source)?.[1];
      found.push(token ?? refuse());
    }
    return found;
  }
}

/** A field within a field, each the data's own. */
function path(name: string): Expression {
  const [first = '', ...rest] = name.split('.');
  const names = first.startsWith('$') ? [first, ...rest] : ['$data', first, ...rest];
  return (scope) => {
    let value: unknown = scope;
    for (const part of names) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
      value = (value as Record<string, unknown>)[part];
    }
    return value;
  };
}
