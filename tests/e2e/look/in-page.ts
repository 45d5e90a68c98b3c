/**
 * Runs in the page: what is wider than its place, be it the document, a dialog or a part that scrolls sideways, and a window
 * that scrolls where only its page should. */
export function sidewaysOverflow(): string | null {
  const sideways = [document.documentElement, ...document.querySelectorAll('body *:not(textarea, input)')].filter(
    each => {
      if (each.scrollWidth <= each.clientWidth + 1) return false
      return each === document.documentElement || /auto|scroll/.test(getComputedStyle(each).overflowX)
    },
  )
  const outside = [...document.querySelectorAll('[role=dialog]')].filter(dialog => {
    const { left, right } = dialog.getBoundingClientRect()
    return left < -0.5 || right > innerWidth + 0.5
  })
  const isTall = document.documentElement.scrollHeight > innerHeight + 1 // pages scroll inside the window
  if (sideways.length === 0 && outside.length === 0 && !isTall) return null
  const named = (each: Element) => `${each.tagName.toLowerCase()}.${each.getAttribute('class') ?? ''}`
  const wide = sideways.map(each => {
    const edge = each.getBoundingClientRect().left + each.clientWidth
    const culprits = [...each.querySelectorAll('*')].filter(part => part.getBoundingClientRect().right > edge + 0.5)
    return `${named(each)} ${each.scrollWidth}/${each.clientWidth} by ${culprits.slice(0, 3).map(named).join(', ')}`
  })
  const tall = isTall ? [`the window scrolls: ${document.documentElement.scrollHeight}/${innerHeight}`] : []
  return [...wide, ...outside.map(dialog => `outside: ${named(dialog)}`), ...tall].join('; ')
}

/**
 * Runs in the page: text that ends in the middle because its box is too small for it. What ends in … says so, and its
 * whole is a key away; what is for readers only is small on purpose.
 */
export function clippedText(): string[] {
  const cuts = (each: Element): boolean => {
    const [isWider, isHigher] = [each.scrollWidth > each.clientWidth + 1, each.scrollHeight > each.clientHeight + 2]
    if (!isWider && !isHigher) return false // its style is asked only then: that of each element took longest
    const style = getComputedStyle(each)
    const isWide = isWider && style.overflowX !== 'visible'
    const isHigh = isHigher && /hidden|clip/.test(style.overflowY)
    const says = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
    const isForReaders = style.clipPath !== 'none' || style.clip !== 'auto'
    return (isWide || isHigh) && !says && !isForReaders && each.checkVisibility()
  }
  return [
    ...document.querySelectorAll(
      '#root *:not(textarea, input, svg, svg *), [role=dialog] *:not(textarea, input, svg, svg *)',
    ),
  ]
    .filter(each => [...each.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()))
    .filter(cuts)
    .map(
      each => `${each.tagName.toLowerCase()}.${each.getAttribute('class') ?? ''} "${each.textContent?.slice(0, 30)}"`,
    )
}

/** A switch of the window's look in the top bar, named in the language on screen, and how it is wanted. */
export interface Switch {
  readonly names: readonly string[]
  readonly on: boolean
}

/** Runs in the page: presses each switch that is not as wanted. Under a dialog it cannot be clicked, so the click is sent to it. */
export function press(switches: readonly Switch[]): void {
  const buttons = [...document.querySelectorAll<HTMLElement>('button[aria-pressed]')]
  for (const { names, on } of switches) {
    const found = buttons.filter(each => names.includes(each.textContent ?? ''))
    if (found.length !== 1) throw new Error(`${found.length} switches ${names.join(', ')}`)
    if (found[0]!.getAttribute('aria-pressed') !== String(on)) found[0]!.click()
  }
}

/**
 * Runs in the page: which switches are not yet as wanted, how wide the page is, and how much still fades or grows into its new
 * look: that is ended here. What turns for ever stays.
 */
export function standing(switches: readonly Switch[]): { width: number; wrong: string[]; moving: number } {
  const buttons = [...document.querySelectorAll('button[aria-pressed]')]
  const isAsWanted = ({ names, on }: Switch) =>
    buttons.some(each => names.includes(each.textContent ?? '') && each.getAttribute('aria-pressed') === String(on))
  const ends = (each: Animation) => each.effect?.getComputedTiming().iterations !== Infinity
  const moving = document.getAnimations().filter(each => each.playState === 'running' && ends(each))
  moving.forEach(each => each.finish())
  return {
    width: innerWidth,
    wrong: switches.filter(each => !isAsWanted(each)).map(({ names }) => names.join(', ')),
    moving: moving.length,
  }
}
