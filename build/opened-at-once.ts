import type { Plugin, Rolldown } from 'vite'

/**
 * The page asks for the code that draws it, and for what that imports, together with its entry, which runs in the
 * meantime; else one would be asked for after the other. The build stops when that code has moved.
 */
export function openedAtOnce(opener: RegExp): Plugin {
  return {
    name: 'opened-at-once',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        if (!bundle) return html // the development server has no files
        return filesOf(bundle, opener).map(fileName => ({
          ...{ tag: 'link', injectTo: 'head' },
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
        }))
      },
    },
  }
}

/** Throws where the opener is not in exactly one file. */
function filesOf(bundle: Rolldown.OutputBundle, opener: RegExp): readonly string[] {
  const chunks = Object.values(bundle).filter(file => file.type === 'chunk')
  const [file, ...others] = chunks.filter(({ moduleIds }) => moduleIds.some(id => opener.test(id)))
  if (!file || others.length > 0) throw new Error(`no one file holds ${opener}: the page cannot ask for it`)
  const isEntry = (name: string): boolean => chunks.some(({ fileName, isEntry }) => fileName === name && isEntry)
  return [file.fileName, ...file.imports.filter(name => !isEntry(name))]
}
