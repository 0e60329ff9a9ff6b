/**
 * Fluent's keeper of the focus goes with the last part that uses it, here a panel, before it has shown the page beneath to screen readers again. So one
 * stays.
 */
import { useFocusFinders } from '@fluentui/react-components';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

function Keeper(): null {
  useFocusFinders();
  return null;
}

let isKept = false;

export function keepFocus(): void {
  if (isKept) return;
  isKept = true;
  createRoot(document.createElement('div')).render(createElement(Keeper));
}
