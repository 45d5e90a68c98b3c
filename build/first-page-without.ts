import type { Plugin, Rolldown } from 'vite'

/** Features that the first page of the desk window may carry: the doors, Today and what lies over every page. */
export const firstFeatures = ['find', 'import-notice', 'sign-in', 'today'] as const

/**
 * Holds the first page small: the build stops when code of another feature, or English, gets into the files that the
 * page reads before it is drawn. Everything else is read when the window idles.
 */
export function firstPageWithout(allowed: readonly string[]): Plugin {
  return {
    name: 'first-page-without',
    generateBundle(_options, bundle) {
      const modules = firstModules(bundle)
      if (modules.length === 0) this.error('no module was found in the first page: nothing was checked')
      const strangers = modules.filter(id => {
        const feature = featureOf(id)
        return isEnglish(id) || (feature !== undefined && !allowed.includes(feature))
      })
      if (strangers.length > 0)
        this.error(
          `the first page carries ${strangers.length} modules of later desks or of English, such as ${strangers[0]}`,
        )
    },
  }
}

/** The sentences of the window that most do not read. */
const isEnglish = (id: string): boolean => /\/renderer\/i18n\/en[./]/.test(id)

const featureOf = (id: string): string | undefined => /\/renderer\/features\/([^/]+)\//.exec(id)?.[1]

/** Modules of every entry and of what it imports without being asked. Styles leave nothing in a script. */
function firstModules(bundle: Rolldown.OutputBundle): readonly string[] {
  const files = Object.values(bundle).flatMap(file => (file.type === 'chunk' && file.isEntry ? [file.fileName] : []))
  const seen = new Set(files)
  for (const file of seen) {
    const chunk = bundle[file]
    if (chunk?.type === 'chunk') chunk.imports.forEach(each => seen.add(each))
  }
  return [...seen].flatMap(file => {
    const chunk = bundle[file]
    return chunk?.type === 'chunk' ? chunk.moduleIds.filter(id => !id.split('?')[0]!.endsWith('.css')) : []
  })
}
