import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** Shows a page, the planner's or the witnesses', in its root. */
export function showPage(page: ReactNode): void {
  const root = document.getElementById('app');
  if (root === null) throw new Error('Got a page without its root when expected <div id="app">');
  createRoot(root).render(<StrictMode>{page}</StrictMode>);
}
