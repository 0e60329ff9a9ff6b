import { createServer } from 'node:net';
import { OperatorError } from '../../src/errors.ts';

/**
 * Says early that a port is taken: the Playground would not say it at all.
 * @param host undefined: all addresses of this machine
 * @throws OperatorError naming the variable
 */
export async function assertPortIsFree(variable: string, port: number, host?: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusal(variable, port, error)));
    server.listen(port, host, resolve);
  });
  await new Promise((resolve) => server.close(resolve));
}

export function refusal(variable: string, port: number, error: NodeJS.ErrnoException): Error {
  if (error.code === 'EADDRINUSE')
    return new OperatorError(`Port ${port} is in use by another program. Stop it, or set ${variable} to a free one.`);
  if (error.code === 'EACCES')
    return new OperatorError(`Port ${port} may not be used by this account. Set ${variable} to one above 1024.`);
  return error;
}
