import type { FindItem } from '../../../features/find'
import { nameOf } from './arrive'

/**
 * What can be done on the page that is open: its buttons that have a key and are not off. The page knows what the
 * case, the post and four eyes allow, and a button that is off says why: so the rule is asked for once, there.
 */
export function pageActs(): readonly FindItem[] {
  const buttons = document.querySelectorAll<HTMLElement>('#main button[aria-keyshortcuts]:not([aria-disabled=true])')
  const items = [...buttons]
    .filter(button => button.checkVisibility())
    .map((button, at): FindItem => {
      const keys = (button.getAttribute('aria-keyshortcuts') ?? '').replace('Control', 'Ctrl').replace('Escape', 'Esc')
      const run = () => (button.isConnected ? button.click() : undefined)
      return { id: `here-${at}`, group: 'here', icon: 'right', label: nameOf(button), keys, run }
    })
  return items.filter(({ label }, at) => label !== '' && items.findIndex(other => other.label === label) === at)
}
