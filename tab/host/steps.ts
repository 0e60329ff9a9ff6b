/**
 * How many steps somebody has taken within the page: the browser's own history tells neither that nor where the page began. Each entry of the history
 * bears the number of its step.
 */
interface Numbered {
  readonly step?: number;
}

let step = 0;

/** Begins to count. Once, before anything is shown. */
export function countSteps(): void {
  step = numbered();
  // wouter tells of its steps by events of these names.
  window.addEventListener('pushState', () => {
    step++;
    number();
  });
  window.addEventListener('replaceState', number);
  window.addEventListener('popstate', () => {
    step = numbered();
  });
}

/** Whether there is a step to go back from. */
export function canGoBack(): boolean {
  return step > 0;
}

function numbered(): number {
  return (window.history.state as Numbered | null)?.step ?? 0;
}

function number(): void {
  if (numbered() !== step) window.history.replaceState({ step } satisfies Numbered, '');
}
