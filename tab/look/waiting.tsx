/** What the HTML shows before the first script has come, until there is more to show: its styles stand there. */
import { texts } from '../texts.ts';

export function Waiting() {
  return (
    <main className="shell" aria-busy="true">
      <h1>{texts.title}</h1>
      <div className="bar" />
      <div className="rows" />
    </main>
  );
}
