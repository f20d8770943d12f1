import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import './notice.css';

interface NoticeProps {
  readonly tone: 'info' | 'warn' | 'bad';
  readonly title?: string;
  readonly children: ReactNode;
  /** What can be done about it. */
  readonly actions?: ReactNode;
}

/** A message in the flow of the page: what is the matter and what to do. Bad news is announced. */
export function Notice({ tone, title, children, actions }: NoticeProps) {
  return (
    <div className="notice" data-tone={tone} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon name={tone === 'info' ? 'info' : 'warn'} />
      <div className="notice-body">
        {title !== undefined && <p className="notice-title">{title}</p>}
        <div>{children}</div>
        {actions !== undefined && <div className="notice-actions">{actions}</div>}
      </div>
    </div>
  );
}
