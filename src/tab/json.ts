/** An answer of the API that holds what was asked for. */
export function json<T extends object>(body: T): { readonly status: 200; readonly body: T } {
  return { status: 200, body };
}
