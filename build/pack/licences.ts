import fs from 'node:fs'
import path from 'node:path'

export interface BundledPackage {
  readonly name: string
  readonly version: string
  /** SPDX, as its package.json says. */
  readonly licence: string
  /** Its own licence files, each once, in the order of their names. */
  readonly texts: readonly { readonly file: string; readonly text: string }[]
}

/**
 * The licence of everything that is bundled. Throws, naming all of them, where a package says no licence, says one that
 * this program may not carry, or brings no text and none is known for it.
 */
export function gatherLicences(folders: readonly string[], ownTexts: string): readonly BundledPackage[] {
  const packages = folders.map(folder => readPackage(folder, ownTexts))
  const faults = packages.flatMap(one => faultsOf(one))
  if (faults.length > 0) throw new Error(`licences of bundled packages:\n${faults.join('\n')}`)
  return [...packages].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** One file for people to read: an index, then every text once, with the packages that it holds for. */
export function licenceFile(packages: readonly BundledPackage[]): string {
  const byText = new Map<string, string[]>()
  for (const { name, version, texts } of packages)
    for (const { file, text } of texts) byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${file})`])
  return [
    'Records Desk contains software and fonts of others, under these licences.',
    'Electron and Chromium: LICENSE.electron.txt and LICENSES.chromium.html beside the program.',
    '',
    ...packages.map(({ name, version, licence }) => `${name} ${version}: ${licence}`),
    ...[...byText].map(([text, names]) => `\n${'='.repeat(100)}\n${names.join('\n')}\n${'-'.repeat(100)}\n${text}`),
    '',
  ].join('\n')
}

/** Permissive ones, and the licence of fonts. A new one is added here by a person who has read it. */
const known: readonly string[] = [
  ...['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Unlicense', 'CC0-1.0'],
  ...['OFL-1.1', 'MIT AND OFL-1.1', '(MIT AND Zlib)', 'MIT AND Apache-2.0', 'MIT OR Apache-2.0'],
]

function faultsOf({ name, version, licence, texts }: BundledPackage): string[] {
  const which = `${name} ${version}`
  if (licence === '') return [`${which} says no licence`]
  if (!known.includes(licence)) return [`${which} is under ${licence}, which nobody has allowed yet`]
  return texts.length === 0
    ? [`${which} (${licence}) brings no text of its licence; put it into resources/licences`]
    : []
}

function readPackage(folder: string, ownTexts: string): BundledPackage {
  const said = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    name: string
    version: string
    license?: string | { type?: string }
  }
  const licence = typeof said.license === 'string' ? said.license : (said.license?.type ?? '')
  const texts = licenceFiles(folder).map(file => ({ file, text: textOf(path.join(folder, file)) }))
  const { name, version } = said
  return { name, version, licence, texts: [texts, readmeText(folder), ownText(name, ownTexts)].find(isSome) ?? [] }
}

/** Its own, and those of what it carries along itself one folder below (decoders, character maps). */
function licenceFiles(folder: string): string[] {
  const isLicence = (file: string) =>
    /^(licen[cs]e|copying|ofl|notice|unlicense)([._-]|$)/i.test(path.basename(file)) || /^licen[cs]es[\\/]/i.test(file)
  const below = fs
    .readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !/^(node_modules|test|tests|docs)$/.test(entry.name))
    .flatMap(({ name }) => fs.readdirSync(path.join(folder, name)).map(file => path.join(name, file)))
  return [...fs.readdirSync(folder), ...below]
    .filter(isLicence)
    .filter(file => fs.statSync(path.join(folder, file)).isFile())
    .sort()
}

const isSome = (texts: readonly unknown[]): boolean => texts.length > 0

/** Some print it at the end of what they say of themselves. */
function readmeText(folder: string): { file: string; text: string }[] {
  const files = fs.readdirSync(folder).filter(name => /^readme\.md$/i.test(name))
  const texts = files.map(file => ({ file, text: textOf(path.join(folder, file)) }))
  return texts.flatMap(({ file, text }) => {
    const at = text.search(/^#+\s*licen[cs]e\s*$/im)
    return at >= 0 && text.includes('Permission is hereby granted', at) ? [{ file, text: text.slice(at) }] : []
  })
}

/** Packages that forgot their text: it was copied from their repository into `resources/licences/NAME.txt`. */
function ownText(name: string, folder: string): { file: string; text: string }[] {
  const file = `${name.replace('/', '__')}.txt`
  const own = path.join(folder, file)
  return fs.existsSync(own) ? [{ file, text: textOf(own) }] : []
}

const textOf = (file: string): string => fs.readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()
