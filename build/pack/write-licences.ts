import fs from 'node:fs'
import path from 'node:path'
import { bundledIn } from './bundled-libraries'
import { gatherLicences, licenceFile } from './licences'

const root = path.resolve(import.meta.dirname, '../..')

/** After the parts were built: one file with every licence, and the list that the bill of materials is made of. */
export function writeLicences(folder: string): void {
  const folders = bundledIn(part => part !== 'out/console') // headquarters', and not in the package
  if (folders.length === 0) throw new Error('no bundled package was noted')
  const packages = gatherLicences(folders, path.join(root, 'resources/licences'))
  const to = path.join(root, folder)
  fs.mkdirSync(to, { recursive: true })
  fs.writeFileSync(path.join(to, 'third-party.txt'), licenceFile(packages))
  const list = packages.map(({ name, version, licence }) => ({ name, version, licence }))
  fs.writeFileSync(path.join(to, 'bundled.json'), `${JSON.stringify(list, null, 2)}\n`)
}
