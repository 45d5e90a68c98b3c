import type { Plugin, Rolldown } from 'vite'

/** Features that the first page of the desk window may carry: the doors, Today and what lies over every page. */
export const firstFeatures = ['find', 'headquarters-news', 'import-notice', 'sign-in', 'today'] as const

/** The module that draws the desk window. Its entry asks for it and the page reads it at once. */
export const deskOpener = /\/windows\/desk\/open-window\.tsx$/

/** Libraries that draw and read papers: they live in workers. One import of a constant beside them doubled the first page once. */
const laterLibraries = /\/node_modules\/(?:pdf-lib|@cantoo\/fontkit|pdfjs-dist|utif2|opencc-js|pinyin-pro)\//

/**
 * Holds the first page small: the build stops when code of another feature, a library of papers or English gets into the
 * files that the page reads before it is drawn. Everything else is read when the window idles.
 */
export function firstPageWithout(allowed: readonly string[], opener?: RegExp): Plugin {
  return {
    name: 'first-page-without',
    generateBundle(_options, bundle) {
      const modules = firstModules(bundle, opener)
      if (modules.length === 0) this.error('no module was found in the first page: nothing was checked')
      if (opener && !modules.some(id => opener.test(id))) this.error(`nothing opens the page: ${opener} is not there`)
      const strangers = modules.filter(id => {
        const feature = featureOf(id)
        return isEnglish(id) || laterLibraries.test(id) || (feature !== undefined && !allowed.includes(feature))
      })
      if (strangers.length > 0)
        this.error(
          `the first page carries ${strangers.length} modules of later desks, of papers or of English, such as ${strangers[0]}`,
        )
    },
  }
}

/** The sentences of the window that most do not read. */
const isEnglish = (id: string): boolean => /\/renderer\/i18n\/en[./]/.test(id)

const featureOf = (id: string): string | undefined => /\/renderer\/features\/([^/]+)\//.exec(id)?.[1]

/** Modules of every entry, of the opener, and of what they import without being asked. Styles leave nothing in a script. */
function firstModules(bundle: Rolldown.OutputBundle, opener?: RegExp): readonly string[] {
  const isFirst = (file: Rolldown.OutputChunk) => file.isEntry || file.moduleIds.some(id => opener?.test(id))
  const chunks = Object.values(bundle).filter(file => file.type === 'chunk')
  const seen = new Set(chunks.filter(isFirst).map(file => file.fileName))
  for (const file of seen) {
    const chunk = bundle[file]
    if (chunk?.type === 'chunk') chunk.imports.forEach(each => seen.add(each))
  }
  return [...seen].flatMap(file => {
    const chunk = bundle[file]
    return chunk?.type === 'chunk' ? chunk.moduleIds.filter(id => !id.split('?')[0]!.endsWith('.css')) : []
  })
}
