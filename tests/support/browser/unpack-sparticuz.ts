import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { missingLibraries } from './missing-libraries'

export interface UnpackedBrowser {
  readonly executable: string
  readonly headedCapable: false
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/**
 * The headless Chromium that travels inside the npm package, unpacked once (209 MB, about 2 s) into a folder of our own.
 * Its recommended `args` switch web security off and are never used.
 */
export async function unpackSparticuz(cacheFolder = defaultCacheFolder()): Promise<UnpackedBrowser> {
  const packageFolder = sparticuzFolder()
  const manifest = await readFile(path.join(packageFolder, 'package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  const folder = path.join(cacheFolder, `sparticuz-${version}`)
  const executable = path.join(folder, 'chromium')
  if (!existsSync(path.join(folder, 'complete'))) await unpackInto(folder, packageFolder)
  return {
    executable,
    headedCapable: false,
    args: ['--no-sandbox', '--no-zygote'], // with one it is faster, and now and then does not start
    env: { ...(await libraryEnvironment(executable, folder)), ...fontEnvironment(folder) },
  }
}

/** Its exports hide package.json, so from the entry (build/cjs/index.js) upwards. */
function sparticuzFolder(): string {
  return path.resolve(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../..')
}

/** Unpacks beside the final place and renames, so that a second process or a kill never sees half a browser. */
async function unpackInto(folder: string, packageFolder: string): Promise<void> {
  const partial = `${folder}.${process.pid}`
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { recursive: true })
  const { inflate } = (await import(pathToFileURL(path.join(packageFolder, 'build/esm/lambdafs.js')).href)) as {
    inflate(file: string): Promise<string>
  }
  const packs = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
  await withTemporaryFolder(partial, () =>
    Promise.all(packs.map(pack => inflate(path.join(packageFolder, 'bin', pack)))),
  )
  await writeFile(path.join(partial, 'complete'), '')
  await putInPlace(partial, folder)
}

/** Where several unpack at once the first one's stays: it may be running already. What is there only in part gives way. */
export async function putInPlace(partial: string, folder: string): Promise<void> {
  await rename(partial, folder).catch(async () => {
    if (existsSync(path.join(folder, 'complete'))) return rm(partial, { recursive: true, force: true })
    await rm(folder, { recursive: true, force: true })
    return rename(partial, folder)
  })
}

/** The package unpacks into `os.tmpdir()`, which reads TMPDIR on every call. */
async function withTemporaryFolder(folder: string, work: () => Promise<unknown>): Promise<void> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    await work()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

/** Hosts without libnss3 get the copy in the package; others keep their own. */
async function libraryEnvironment(executable: string, folder: string): Promise<Record<string, string>> {
  const missing = await missingLibraries(executable)
  if (missing.length === 0) return {}
  const known = process.env.LD_LIBRARY_PATH
  return { LD_LIBRARY_PATH: [path.join(folder, 'al2023', 'lib'), ...(known ? [known] : [])].join(':') }
}

function fontEnvironment(folder: string): Record<string, string> {
  if (process.env.FONTCONFIG_PATH || existsSync('/etc/fonts/fonts.conf')) return {}
  return { FONTCONFIG_PATH: path.join(folder, 'fonts') }
}

/** node_modules/.cache of the project, or the user's cache folder where that cannot be written (a read-only install). */
function defaultCacheFolder(): string {
  const modules = path.resolve(import.meta.dirname, '../../../node_modules')
  if (existsSync(modules)) return path.join(modules, '.cache', 'records-desk')
  return path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'records-desk')
}
