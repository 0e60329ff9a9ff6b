/** The back button of Teams: what stands open is closed, then the steps within the page are gone back, and only then Teams goes on. */
import { useEffect, useRef } from 'react';
import { canGoBack } from './steps.ts';

interface Open {
  readonly close: () => void;
  /** It stands open by its address, so that a step back may close it. */
  readonly inAddress: boolean;
}

/** The last is on top. */
const opened: Open[] = [];

/** Returns whether there was anything to go back to. */
export function goBack(): boolean {
  const top = opened.at(-1);
  if (top !== undefined && !(top.inAddress && canGoBack())) top.close();
  else if (canGoBack()) window.history.back();
  else return false;
  return true;
}

/** What calls this is closed by the back button as long as it is there. */
export function useClosedByBack(onClose: () => void, inAddress: boolean): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const entry: Open = { close: () => close.current(), inAddress };
    opened.push(entry);
    return () => void opened.splice(opened.indexOf(entry), 1);
  }, [inAddress]);
}
