import type { ReactNode } from 'react'
import './marks.css'

export type Flag =
  | 'late'
  | 'soon'
  | 'normal'
  | 'mine'
  | 'paused'
  | 'provisional'
  | 'done'
  | 'conflict'
  | 'returned'
  | 'void'
  | 'draft'

/** The outline of a status. Each flag has its own shape, so that it is told apart without colour. */
export function Mark({ flag }: { readonly flag: Flag }) {
  return (
    <svg
      className={`mark mark-${flag}`}
      width="14"
      height="14"
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
      focusable="false"
    >
      {SHAPES[flag]}
    </svg>
  )
}

const SHAPES: Readonly<Record<Flag, ReactNode>> = {
  late: <path d="M7 1l6.3 11.5H.7z" fill="currentColor" stroke="none" />,
  soon: <path d="M7 .8L13.2 7 7 13.2.8 7z" />,
  normal: <circle cx="7" cy="7" r="5" />,
  mine: <path d="M3 1.5L12.5 7 3 12.5z" fill="currentColor" stroke="none" />,
  paused: <path d="M3.2 2h2.600v10H3.2zM8.2 2h2.6v10H8.2z" fill="currentColor" stroke="none" />,
  provisional: <circle cx="7" cy="7" r="5" strokeDasharray="2.6 2.6" />,
  done: <path d="M2 7.5L5.4 11 12 3.5" strokeWidth="2" />,
  conflict: <path d="M1.5 3.5h4v7h-4zM8.5 3.500h4v7h-4z" />,
  returned: <path d="M5.5 2L2 5.5 5.5 9M2.5 5.5H9a3 3 0 0 1 0 6H6" />,
  void: (
    <>
      <circle cx="7" cy="7" r="5" />
      <path d="M3.6 10.4l6.8-6.8" />
    </>
  ),
  draft: <path d="M2 12h10M3 9.5l6.5-7 2 2-6.5 7H3z" strokeWidth="1.4" />,
}
