import assert from 'node:assert/strict';
import { UserError } from '../../src/errors.ts';
import type { ProblemCode, Problems } from '../../src/problems/index.ts';

/** For `assert.rejects` and `assert.throws`: a UserError with this problem, and with this data exactly. */
export function withProblem<C extends ProblemCode>(code: C, data?: Problems[C]): (error: unknown) => true {
  return (error) => {
    assert.ok(error instanceof UserError, String(error));
    assert.deepEqual(error.problem, { code, data });
    return true;
  };
}
