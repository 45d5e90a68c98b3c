import type { Fetched } from './fetch-electron'
import { givenElectron, type GivenElectron } from './given-electron'

/** What `npm run dist` was asked for. */
export interface AskedOfDist {
  readonly linux: boolean
  readonly win: boolean
  readonly isStandIn: boolean
  readonly isForTests: boolean
  readonly isWithoutUpdateKey: boolean
}

export interface PackingSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly host: NodeJS.Platform
  /** Of Electron, as package.json names it. */
  readonly lockedVersion: string
  readonly pinnedKeys: readonly string[]
  fetchElectron(): Promise<Fetched>
}

export type PackingPlan =
  | {
      readonly kind: 'pack'
      readonly platforms: readonly ('linux' | 'win')[]
      readonly isStandIn: boolean
      readonly given: GivenElectron | null
      /** Why it is not what may have been expected. */
      readonly says: readonly string[]
    }
  | { readonly kind: 'stop'; readonly says: readonly string[] }

/** Against which Electron it is packed, and for what. A folder that was named is used or refused; nothing is fetched in its place. */
export async function planPacking(asked: AskedOfDist, around: PackingSurroundings): Promise<PackingPlan> {
  const { platforms, ...electron } = await electronFor(asked, around)
  if (electron.why !== undefined) return { kind: 'stop', says: [electron.why] }
  const { isStandIn, given, says } = electron
  if (around.pinnedKeys.length > 0) return { kind: 'pack', platforms, isStandIn, given, says }
  // Nobody is handed the other two. An office that has this one can never be brought up to date by a package.
  if (!isStandIn && !asked.isForTests && !asked.isWithoutUpdateKey) return { kind: 'stop', says: noKeyWords }
  return { kind: 'pack', platforms, isStandIn, given, says: [...says, noKeyHere] }
}

interface Found {
  readonly platforms: readonly ('linux' | 'win')[]
  readonly isStandIn: boolean
  readonly given: GivenElectron | null
  readonly says: readonly string[]
  readonly why?: string
}

async function electronFor(asked: AskedOfDist, around: PackingSurroundings): Promise<Found> {
  const named = [...(asked.linux ? (['linux'] as const) : []), ...(asked.win ? (['win'] as const) : [])]
  const platforms = named.length > 0 ? named : ([around.host === 'win32' ? 'win' : 'linux'] as const)
  const standIn: Found = { platforms, isStandIn: true, given: null, says: [] }
  if (asked.isStandIn) return standIn
  const folder = around.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (folder) return givenFor(folder, named, around.lockedVersion)
  const fetched = await around.fetchElectron()
  return fetched.ok ? { ...standIn, isStandIn: false } : { ...standIn, says: [`No Electron here: ${fetched.why}.`] }
}

function givenFor(folder: string, named: Found['platforms'], lockedVersion: string): Found {
  const refuse = (why: string): Found => ({
    ...{ platforms: [], isStandIn: false, given: null, says: [] },
    why: `ELECTRON_OVERRIDE_DIST_PATH: ${why}.`,
  })
  const given = givenElectron(folder, lockedVersion)
  if (!given.ok) return refuse(given.why)
  const { platform, arch } = given.value
  const own = platform === 'win32' ? 'win' : 'linux'
  if (named.some(name => name !== own))
    return refuse(`${folder} is for ${platform}-${arch}; ask for no other system, or leave the variable out`)
  if (own === 'win' && arch !== 'x64') return refuse(`no installer is made for ${platform}-${arch}`)
  const says = [`Packing the Electron of ${folder}: ${platform}-${arch} and nothing else.`]
  return { platforms: [own], isStandIn: false, given: given.value, says }
}

const noKeyHere =
  'No update key is pinned (electron/main/updates/pinned-keys.ts): what is packed now will take no update packages.'

const noKeyWords = [
  'No update key is pinned (electron/main/updates/pinned-keys.ts): what would be packed could never take an update package.',
  'Pin one first (npm run update-package -- --new-key FILE, see CONTRIBUTING.md), or say that it is meant: --without-update-key.',
  'Nothing was packed.',
]
