import { guidePageNames } from '../../i18n/guide-pages'
import type { GuideBook, GuidePage } from './guide-tree'

/** Pages by file name. A name of the contents without its file is a bug of the build, and a test finds it. */
export function bookOf(files: Readonly<Record<string, GuidePage>>): GuideBook {
  const byName = new Map(Object.entries(files).map(([file, page]) => [file.replace(/^.*\/|\.md$/g, ''), page]))
  return Object.fromEntries(
    guidePageNames.map(name => {
      const page = byName.get(name)
      if (!page) throw new Error(`the guide has no page ${name}`)
      return [name, page]
    }),
  ) as GuideBook
}
