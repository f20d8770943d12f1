const paths = {
  home: 'M3 9.5 10 3.5l7 6M5 8.5V16.5h10V8.5M8.5 16.5v-4h3v4',
  table: 'M3 4.5h14v11H3zM3 8.2h14M3 11.8h14M8 4.5v11',
  zones: 'M3 5.5 8 3.5l4 2 5-2v11l-5 2-4-2-5 2zM8 3.5v11M12 5.5v11',
  gaps: 'M4 16.5V9M8 16.5V4M12 16.5v-5M16 16.5V7M2.5 16.5h15',
  present: 'M2.5 4h15v9.5h-15zM10 13.5v3M6.5 17h7M8.5 6.7v4.1l3.6-2z',
  undo: 'M7 4 3.5 7.5 7 11M4 7.5h8a4 4 0 0 1 0 8H8',
  redo: 'M13 4l3.5 3.5L13 11M16 7.5H8a4 4 0 0 0 0 8h4',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  fit: 'M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4',
  close: 'M5 5l10 10M15 5 5 15',
  widen: 'M11 4h5v5M16 4l-6 6M9 16H4v-5M4 16l6-6',
  narrow: 'M16 8h-4V4M12 8l4.5-4.5M4 12h4v4M8 12l-4.5 4.5',
  fold: 'M7.5 4.5 13 10l-5.5 5.5',
  unfold: 'M12.5 4.5 7 10l5.5 5.5',
  down: 'M5 7.5l5 5 5-5',
  up: 'M5 12.5l5-5 5 5',
  left: 'M12 5l-5 5 5 5',
  right: 'M8 5l5 5-5 5',
  help: 'M7.3 7.3a2.8 2.8 0 1 1 4.2 2.5c-1 .6-1.5 1-1.5 2.2M10 14.6v.4',
  check: 'M4 10.5l4 4 8-9',
  warn: 'M10 3.5 17.5 16.5h-15zM10 8.3v4M10 14.3v.3',
  info: 'M10 9v5M10 6v.3M10 2.8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 10 2.8z',
  search: 'M8.5 3.5a5 5 0 1 1 0 10 5 5 0 0 1 0-10zM12.3 12.3l4.2 4.2',
  lock: 'M5.5 9h9v7.5h-9zM7 9V6.5a3 3 0 0 1 6 0V9',
  edit: 'M4 16l.8-3.2L13 4.5l2.5 2.5-8.300 8.300zM11.300 6.200l2.500 2.500',
  history: 'M4 10a6 6 0 1 1 1.8 4.300M4 10l-2-2M4 10l2.200-1.800M10 6.500V10l2.500 1.500',
  copy: 'M7 7h9v9.500H7zM4 13V3.500h9V4',
  link: 'M8.500 11.500l3-3M7 9.500 5 11.500a2.500 2.500 0 0 0 3.500 3.500l2-2M13 10.500l2-2A2.500 2.500 0 0 0 11.500 5l-2 2',
  brush: 'M11.500 3.500l5 5-6 6-5-5zM5.500 9.500c-2 1-1 4-3 6 3 1 6.500.500 8-1',
  eraser: 'M8 16.500h8.500M4 12.500l7.500-8 5 4.500-7 7.500H7z',
  pointer: 'M5 3.500l10.500 5.500-4.500 1.500-2 5z',
  block: 'M3.500 3.500h13v13h-13zM10 3.500v13M3.500 10h13',
  rectangle: 'M3.500 5h13v10h-13z',
  lasso: 'M10 3.500c4 0 7 1.800 7 4.300s-3 4.300-7 4.300-7-1.800-7-4.300 3-4.300 7-4.300zM6 12c-1.500 1.500 1.500 2 .500 4.500',
  border: 'M10 2.500v15M6.500 7 3.500 10l3 3M13.500 7l3 3-3 3',
  split: 'M3.500 3.500h13v13h-13zM2 13.500l16-7',
  merge: 'M3.500 5h6v10h-6zM10.500 5h6v10h-6zM7 10h6M11 8l2 2-2 2',
  heal: 'M4 10a6 6 0 0 1 10.500-4M16 10a6 6 0 0 1-10.500 4M14.500 2.800V6h-3.200M5.500 17.200V14h3.200',
  unlock: 'M5.500 9h9v7.500h-9zM7 9V6.500a3 3 0 0 1 5.600-1.500',
  upload: 'M10 13V4M6.500 7.500 10 4l3.500 3.500M4 13v3.500h12V13',
} as const;

export type IconName = keyof typeof paths;

/** A line icon on a grid of 20; decoration beside words or under an accessible name, never alone. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
