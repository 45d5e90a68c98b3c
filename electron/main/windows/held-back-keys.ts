/** The part of Electron's `Input` that says which key was pressed. */
export interface PressedKey {
  readonly key: string
  readonly control: boolean
  readonly alt: boolean
  readonly meta: boolean
}

/**
 * Keys that the kiosk's page never hears: every combination (closing, reloading, printing, copying, zooming, developer
 * tools), and the keys that a browser or desktop answers by itself. What is left types, moves and confirms. Keys that the
 * operating system takes first (Ctrl+Alt+Del, the Windows key) no program can hold back: docs/guide says what to set there.
 */
export function isHeldBack({ key, control, alt, meta }: PressedKey): boolean {
  if (key === 'AltGraph') return false
  return control || alt || meta || /^F\d{1,2}$/.test(key) || ownKeys.has(key)
}

const ownKeys: ReadonlySet<string> = new Set([
  ...['Meta', 'ContextMenu', 'PrintScreen', 'Help'],
  ...['BrowserBack', 'BrowserForward', 'BrowserHome', 'BrowserRefresh', 'BrowserSearch', 'BrowserFavorites'],
  ...['LaunchMail', 'LaunchApplication1', 'LaunchApplication2', 'ZoomIn', 'ZoomOut', 'ZoomToggle'],
])
