import type { ReactNode } from 'react'

/** Outlines on a 20 x 20 grid, stroke 1.5, no fill. */
export const iconPaths = {
  today: (
    <>
      <rect x="3" y="4.5" width="14" height="12.5" rx="1.5" />
      <path d="M3 8.5h14M7 2.8v3.4M13 2.8v3.4" />
      <circle cx="10" cy="12.6" r="1.6" />
    </>
  ),
  register: (
    <>
      <path d="M12 3H5.5A1.5 1.5 0 0 0 4 4.5v11A1.5 1.5 0 0 0 5.5 17h9a1.5 1.5 0 0 0 1.5-1.5V10" />
      <path d="M9 11.5l.4-2.2 5.9-5.9 1.8 1.8-5.9 5.9z" />
    </>
  ),
  cases: (
    <path d="M3 6a1.5 1.5 0 0 1 1.5-1.5h3.3l1.7 2h6A1.5 1.5 0 0 1 17 8v7a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 15z" />
  ),
  catalogue: (
    <>
      <path d="M4 3.5h9.5v6M4 3.5v13h5" />
      <path d="M6.5 7H11M6.5 10H9" />
      <circle cx="13" cy="13" r="2.8" />
      <path d="M15.1 15.1l2.4 2.4" />
    </>
  ),
  room: <path d="M10 5.5C8.3 4.2 6 3.9 3 4v11c3-.1 5.3.2 7 1.5 1.7-1.3 4-1.6 7-1.5V4c-3-.1-5.3.2-7 1.5zM10 5.5v11" />,
  consult: (
    <>
      <path d="M3.5 4.5h13v9H9l-3.5 3v-3h-2z" />
      <path d="M7 8h6M7 10.5h4" />
    </>
  ),
  stats: (
    <>
      <path d="M3.5 3.5v13h13" />
      <path d="M7 13.5V10M10.5 13.5v-7M14 13.5v-5" />
    </>
  ),
  exchange: <path d="M4 7h11l-3-3M16 13H5l3 3" />,
  settings: (
    <>
      <path d="M3.5 6h7M14.5 6h2M3.5 14h2M9.5 14h7" />
      <circle cx="12.5" cy="6" r="1.9" />
      <circle cx="7.5" cy="14" r="1.9" />
    </>
  ),
  lock: (
    <>
      <rect x="4.5" y="9" width="11" height="7.5" rx="1.2" />
      <path d="M7 9V6.5a3 3 0 0 1 6 0V9" />
    </>
  ),
  search: (
    <>
      <circle cx="9" cy="9" r="5" />
      <path d="M12.8 12.8L17 17" />
    </>
  ),
  usb: (
    <>
      <rect x="6.5" y="7.5" width="7" height="9.5" rx="1.2" />
      <path d="M8 7.5v-4h4v4" />
    </>
  ),
  eye: (
    <>
      <path d="M2.5 10c2-3.5 4.5-5 7.5-5s5.5 1.5 7.5 5c-2 3.5-4.5 5-7.5 5s-5.5-1.5-7.5-5z" />
      <circle cx="10" cy="10" r="2.2" />
    </>
  ),
  print: (
    <>
      <path d="M6 7V3.5h8V7M5.5 13.5H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h12a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1h-1.5" />
      <rect x="6" y="11.5" width="8" height="5" />
    </>
  ),
  file: (
    <>
      <path d="M5 3h7l3.5 3.500V17H5z" />
      <path d="M12 3v3.500h3.500M7.5 10.500h5M7.5 13.500h5" />
    </>
  ),
  person: (
    <>
      <circle cx="10" cy="7" r="3" />
      <path d="M4 16.500c.6-3 3-4.5 6-4.500s5.4 1.5 6 4.5" />
    </>
  ),
  calendar: (
    <>
      <rect x="3" y="4.5" width="14" height="12.5" rx="1.5" />
      <path d="M3 8.5h14M7 2.8v3.4M13 2.8v3.4" />
    </>
  ),
  add: <path d="M10 4v12M4 10h12" />,
  check: <path d="M4 10.500l4 4 8-9" />,
  close: <path d="M5 5l10 10M15 5L5 15" />,
  right: <path d="M8 4.500l5.5 5.500L8 15.5" />,
  down: <path d="M4.5 8l5.5 5.500L15.5 8" />,
  help: (
    <>
      <circle cx="10" cy="10" r="7.2" />
      <path d="M7.9 8.100a2.1 2.1 0 1 1 3.2 1.800c-.8.500-1.100.9-1.100 1.700M10 13.800v.3" />
    </>
  ),
  back: <path d="M12 4.500L6.5 10l5.5 5.5" />,
  warn: (
    <>
      <path d="M10 3.500l7.5 13h-15z" />
      <path d="M10 8.500v3.800M10 14.200v.3" />
    </>
  ),
} as const satisfies Readonly<Record<string, ReactNode>>

export type IconName = keyof typeof iconPaths
