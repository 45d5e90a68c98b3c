/** How long a page may take to draw what somebody was sent to. */
const patienceMs = 5_000

/**
 * Puts the focus where the palette led: on the button or heading of that name, as soon as the page shows it. Somebody
 * who has gone on typing in the meantime is left alone.
 */
export function arriveAt(kind: 'button' | 'heading', name: string): void {
  const main = document.getElementById('main')
  if (!main) return
  const end = Date.now() + patienceMs
  const look = (): void => {
    const found = [...main.querySelectorAll<HTMLElement>(selectors[kind])].find(each => nameOf(each) === name)
    if (!found) return Date.now() < end ? void requestAnimationFrame(look) : undefined
    if (kind === 'heading') found.tabIndex = -1
    found.scrollIntoView({ block: 'start' })
    found.focus()
  }
  look()
}

const selectors = { button: 'button', heading: 'h2, h3' } as const

/** Without the cap of its key. */
export function nameOf(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement
  for (const key of copy.querySelectorAll('kbd')) key.remove()
  return copy.textContent.trim()
}
