import { spawnSync } from 'node:child_process'

interface Component {
  readonly name: string
  readonly version: string
  readonly purl: string
  /** `name@version` */
  readonly 'bom-ref': string
  readonly [more: string]: unknown
}

/** The parts of CycloneDX 1.5 that npm writes and that are used here. */
export interface Bom {
  readonly bomFormat: 'CycloneDX'
  readonly specVersion: string
  readonly metadata: { readonly component: Component; readonly [more: string]: unknown }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

/**
 * What is in the program, as CycloneDX: of everything that npm has locked, the bundled packages and Electron. Without the
 * serial number and the moment that npm puts in, so that the same tree gives the same file.
 */
export function sbomOf(whole: Bom, bundled: readonly { name: string; version: string }[]): Bom {
  const wanted = new Set(bundled.map(({ name, version }) => `${name}@${version}`))
  const components = whole.components.filter(one => one.name === 'electron' || wanted.has(one['bom-ref'])).map(asPart)
  const refs = new Set(components.map(component => component['bom-ref']))
  const missing = [...wanted].filter(ref => !refs.has(ref))
  if (missing.length > 0) throw new Error(`bundled, and not in package-lock.json: ${missing.join(', ')}`)
  const { component } = whole.metadata
  const name = nameIn(component['bom-ref']) // npm takes that of the folder
  return {
    bomFormat: 'CycloneDX',
    specVersion: whole.specVersion,
    metadata: { component: { ...component, name, type: 'application' } },
    components,
    dependencies: [
      { ref: component['bom-ref'], dependsOn: [...refs] },
      ...whole.dependencies
        .filter(({ ref }) => refs.has(ref))
        .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(one => refs.has(one)) })),
    ],
  }
}

/** For the project all of them are tools of the build; in the program they are its parts. */
function asPart({ properties: _development, ...component }: Component): Component {
  const name = nameIn(component['bom-ref']) // an alias in package.json is no name of a package
  return { ...component, name, scope: 'required', type: name === 'electron' ? 'framework' : 'library' }
}

const nameIn = (ref: string): string => ref.slice(0, ref.lastIndexOf('@'))

/** npm's own, from the lock file: it asks no registry. Tools of the build are in it whatever NODE_ENV is, for they are what is bundled. */
export function lockedBom(root: string): Bom {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--include=dev', '--include=optional']
  const made = spawnSync(npm, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    shell: process.platform === 'win32',
  })
  if (made.status !== 0) throw new Error(`npm sbom: ${made.stderr}`)
  return JSON.parse(made.stdout) as Bom
}
