import type { Rolldown } from 'vite'

/**
 * Which file a module goes into: `early` the few lines that run while the rest is read, `first` what the page needs to be
 * drawn at all, `desks` what the desks that are read later have in common; the rest is one desk's own. Each answer of
 * the program's protocol costs, so a page is a few files and not dozens of crumbs. A page without an opener is drawn by
 * its entry.
 */
export const firstAndLater = (opener?: RegExp): Rolldown.CodeSplittingGroup[] => {
  const isEarly = reachedAtOnce((id, modules) => modules.getModuleInfo(id)?.isEntry === true)
  const isFirst = opener ? reachedAtOnce(id => opener.test(id)) : isEarly
  return [
    ...(opener ? [group('early', 3, isEarly)] : []),
    group('first', 2, isFirst),
    { debugName: 'desks', priority: 1, name: id => (common.test(id) ? 'desks' : null) },
  ]
}

const group = (name: string, priority: number, holds: Reached): Rolldown.CodeSplittingGroup => ({
  ...{ debugName: name, priority, name: (id, modules) => (holds(id, modules) ? name : null) },
})

/** Not English: a window in Chinese reads it last, and one in English first. */
const common = /\/(shared|renderer\/(ui|case-parts|i18n(?!\/en[./])))\//

type Modules = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>
type Reached = (id: string, modules: Modules) => boolean

/** Whether one of these modules comes to the module by imports alone, without a page being asked for. */
function reachedAtOnce(isStart: Reached): Reached {
  const reached = new Set<string>()
  return (id, modules) => {
    const above = new Set([id])
    for (const each of above) {
      if (isStart(each, modules) || reached.has(each)) return reached.add(id).has(id)
      modules.getModuleInfo(each)?.importers.forEach(importer => above.add(importer))
    }
    return false
  }
}
