import type { Rolldown } from 'vite'

/**
 * Which file a module goes into: `first` what the page needs to be drawn at all, `desks` what the desks that are read
 * later have in common; the rest is one desk's own. Each answer of the program's protocol costs, so a page is a few
 * files and not dozens of crumbs.
 */
export const firstAndLater = (): Rolldown.CodeSplittingGroup[] => {
  const isFirst = reachedAtOnce()
  return [
    { debugName: 'first', priority: 2, name: (id, modules) => (isFirst(id, modules) ? 'first' : null) },
    { debugName: 'desks', priority: 1, name: id => (common.test(id) ? 'desks' : null) },
  ]
}

/** Not English: a window in Chinese reads it last, and one in English first. */
const common = /\/(shared|renderer\/(ui|case-parts|i18n(?!\/en[./])))\//

type Modules = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>

/** Whether an entry of the page comes to the module by imports alone, without a page being asked for. */
function reachedAtOnce(): (id: string, modules: Modules) => boolean {
  const reached = new Set<string>()
  return (id, modules) => {
    const above = new Set([id])
    for (const each of above) {
      const info = modules.getModuleInfo(each)
      if (info?.isEntry || reached.has(each)) return reached.add(id).has(id)
      info?.importers.forEach(importer => above.add(importer))
    }
    return false
  }
}
