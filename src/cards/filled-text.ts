/** Texts of a card template with what they are filled with: "Claim ${claimId} · ${program}". */
import { ProgrammingError } from '../errors.ts';
import { type Expression, parseExpression, type Scope } from './expression.ts';

const EXPRESSION = /\$\{((?:'[^']*'|[^'}])*)\}/g;

/**
 * One expression with nothing around it keeps the type of its value. It throws a ProgrammingError for a name that the data does not have.
 * @returns undefined for a text that is the same whatever the data
 * @throws ProgrammingError for an expression that cannot be read
 */
export function filledText(text: string): Expression | undefined {
  // Texts at even places, the expressions between them at odd ones.
  const parts = text.split(EXPRESSION).map((part, i) => (i % 2 === 0 ? part : presentValue(part)));
  const broken = parts.find((part) => typeof part === 'string' && part.includes('${'));
  if (broken !== undefined) throw new ProgrammingError(`a card template has an expression that does not end: ${text}`);
  if (parts.length === 1) return undefined;
  const [before, only, after, another] = parts;
  if (typeof only === 'function' && before === '' && after === '' && another === undefined) return only;
  return (scope) => parts.map((part) => (typeof part === 'string' ? part : String(part(scope)))).join('');
}

/** @returns what says whether it holds; a name that the data does not have is no. @throws ProgrammingError for a text that is no expression */
export function condition(text: string): (scope: Scope) => boolean {
  const [before, source, after, another] = text.split(EXPRESSION);
  if (before !== '' || source === undefined || after !== '' || another !== undefined)
    throw new ProgrammingError(`a card template has a condition that is no expression: ${text}`);
  const expression = parseExpression(source);
  return (scope) => expression(scope) === true;
}

function presentValue(source: string): Expression {
  const expression = parseExpression(source);
  return (scope) => {
    const value = expression(scope);
    if (value === undefined || value === null) throw new ProgrammingError(`no value for \${${source}}`);
    return value;
  };
}
