/**
 * npm run update-package -- --new-key FILE: a pair of keys, once.
 * npm run update-package -- --key FILE --installer FILE [--replaces 0.1.0] [--notes-zh FILE] [--notes-en FILE] [--out DIR]:
 * the one file that carries an update to offices without internet.
 */
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import YAML from 'yaml'
import { makeUpdatePackage } from './make-update-package'
import { newUpdateKey } from './new-key'

const root = path.resolve(import.meta.dirname, '../..')
const say = (line: string) => process.stdout.write(`${line}\n`)
const { values } = parseArgs({
  args: process.argv.slice(2).filter(argument => argument !== '--'),
  options: {
    'new-key': { type: 'string' },
    key: { type: 'string' },
    installer: { type: 'string' },
    replaces: { type: 'string' },
    'notes-zh': { type: 'string' },
    'notes-en': { type: 'string' },
    out: { type: 'string', default: 'dist' },
  },
})

if (values['new-key']) makeKey(values['new-key'])
else if (values.key && values.installer)
  await makePackage(values.key, values.installer).catch((cause: unknown) => {
    say(cause instanceof Error ? cause.message : String(cause))
    process.exitCode = 1
  })
else {
  say('Once, on a machine without a network: a pair of keys that signs the packages of all releases to come.')
  say('  npm run update-package -- --new-key FILE')
  say('For each release, after `npm run dist` has made its installer: the one file that carries it to the offices.')
  say('  npm run update-package -- --key FILE --installer FILE [--replaces 0.1.0] [--notes-zh FILE] [--notes-en FILE]')
  process.exitCode = 2
}

function makeKey(file: string): void {
  const { privateKey, publicKey } = newUpdateKey()
  fs.writeFileSync(file, privateKey, { mode: 0o600, flag: 'wx' }) // a key that is there already is never written over
  say(`The private key lies in ${file}. Keep it off every machine that has a network, with a copy in another place.`)
  say('This line belongs into electron/main/updates/pinned-keys.ts, before the release that shall take its updates:')
  say(`  '${publicKey}',`)
}

async function makePackage(key: string, installer: string): Promise<void> {
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  const { appId } = YAML.parse(fs.readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')) as { appId: string }
  const file = await makeUpdatePackage({
    installer,
    about: {
      product: appId,
      version,
      replaces: values.replaces ?? version.replace(/\.\d+$/, '.0'),
      platform: installer.endsWith('.exe') ? 'win32' : 'linux',
      arch: archIn(path.basename(installer)),
      notes: { zh: textOf(values['notes-zh']), en: textOf(values['notes-en']) },
    },
    madeAt: new Date(),
    privateKey: fs.readFileSync(key, 'utf8'),
    out: path.resolve(values.out),
  })
  say(`${file} (${(fs.statSync(file).size / 2 ** 20).toFixed(1)} MB)`)
}

/** As electron-builder writes it into the name of each kind of installer. */
function archIn(name: string): 'x64' | 'arm64' {
  const isArm = /[-_.](arm64|aarch64)[-_.]/i.test(name)
  const isIntel = /[-_.](x64|x86_64|amd64)[-_.]/i.test(name)
  if (isArm === isIntel) throw new Error(`${name} does not say for which processor it is (x64 or arm64)`)
  return isArm ? 'arm64' : 'x64'
}

/** Hoisted, as everything is that the lines above the functions call. */
function textOf(file: string | undefined): string {
  return file ? fs.readFileSync(file, 'utf8').trim() : ''
}
