import path from 'node:path'
import type { Plugin } from 'vite'

/** Folders of packages whose code or files went into a part of the build, by part. */
const bundled = new Map<string, Set<string>>()

/** Notes every package that a build reads a module or a file from, also what it leaves out again: rather one licence too many. */
export function bundledLibraries(part: string): Plugin {
  const found = bundled.get(part) ?? new Set<string>()
  bundled.set(part, found)
  const note = (file: string) => {
    const folder = packageFolderOf(file)
    if (folder) found.add(folder)
  }
  let root = process.cwd()
  return {
    name: 'bundled-libraries',
    apply: 'build',
    configResolved: config => void (root = config.root),
    generateBundle(_options, bundle) {
      for (const id of this.getModuleIds()) note(id)
      for (const file of Object.values(bundle))
        if (file.type === 'asset') file.originalFileNames.forEach(name => note(path.resolve(root, name)))
    },
  }
}

export const bundledIn = (parts: (part: string) => boolean): string[] =>
  [...new Set([...bundled].filter(([part]) => parts(part)).flatMap(([, folders]) => [...folders]))].sort()

/** `…/node_modules/@scope/name` of a module below it, the innermost one; null for our own files and for what is no file. */
export function packageFolderOf(id: string): string | null {
  const file = id.replace(/^\0/, '').split('?')[0]!.replaceAll('\\', '/')
  const at = file.lastIndexOf('/node_modules/')
  if (at < 0) return null
  const below = file.slice(at + '/node_modules/'.length).split('/')
  const name = below[0]!.startsWith('@') ? below.slice(0, 2).join('/') : below[0]!
  return name.startsWith('.') ? null : `${file.slice(0, at)}/node_modules/${name}`
}
