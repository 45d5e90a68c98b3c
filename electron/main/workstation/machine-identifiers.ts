import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** What the system tells of a machine, so that a test can be another one. */
export interface MachineSources {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly interfaces: () => ReturnType<typeof os.networkInterfaces>
  /** Null where it is not there, or not for this account. */
  readonly readText: (file: string) => string | null
  readonly list: (folder: string) => readonly string[]
  readonly exists: (file: string) => boolean
  /** Number of the volume on which a folder lies; null where there is none. */
  readonly volumeOf: (folder: string) => bigint | null
}

/**
 * What tells this machine from others, read without a foreign program: hardware addresses of its network adapters, the
 * machine id of Linux, and on Windows the serial number of the system's volume (its MachineGuid lies in the registry, which
 * Node cannot read). Plain: it is blinded before it is written anywhere. Empty where nothing can be read.
 */
export function machineIdentifiers(sources: MachineSources): readonly string[] {
  const addresses = sources.platform === 'linux' ? linuxAddresses(sources) : listedAddresses(sources)
  const found = [...addresses.map(own => `mac ${own}`), ...machineId(sources), ...systemVolume(sources)]
  return [...new Set(found)].sort().slice(0, mostIdentifiers)
}

const mostIdentifiers = 100

/** Every adapter with hardware of its own, also one that is down: those of bridges, tunnels and containers have none. */
function linuxAddresses({ list, readText, exists }: MachineSources): string[] {
  const folder = '/sys/class/net'
  return list(folder).flatMap(name => {
    const own = path.posix.join(folder, name)
    const address = exists(path.posix.join(own, 'device')) ? readText(path.posix.join(own, 'address')) : null
    return address === null ? [] : lasting(address)
  })
}

/** Elsewhere the system lists those that are up. */
const listedAddresses = ({ interfaces }: MachineSources): string[] =>
  Object.values(interfaces()).flatMap(all => (all ?? []).flatMap(({ internal, mac }) => (internal ? [] : lasting(mac))))

/** None that software made up (the second lowest bit of the first octet), none of a group, and none that many machines share. */
function lasting(address: string): string[] {
  const mac = address.trim().toLowerCase()
  if (!/^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/.test(mac) || /^(00:){5}00$/.test(mac)) return []
  const isMadeUp = (parseInt(mac.slice(0, 2), 16) & 0b11) !== 0
  return isMadeUp || sharedAddresses.some(start => mac.startsWith(start)) ? [] : [mac]
}

/** Of adapters that VMware and AnyConnect install, the same wherever they do. */
const sharedAddresses = ['00:50:56:c0:', '00:05:9a:3c:7a:00']

/** machine-id(5): 32 hex digits; `uninitialized`, or empty, in an image that was never started. */
function machineId({ platform, readText }: MachineSources): string[] {
  const text = platform === 'linux' ? readText('/etc/machine-id')?.trim() : undefined
  return text && /^[0-9a-f]{32}$/.test(text) && !/^0+$/.test(text) ? [`machine ${text}`] : []
}

/** It was drawn when the volume was formatted: an adapter that is off does not change it, and a copied folder does not bring it. */
function systemVolume({ platform, environment, volumeOf }: MachineSources): string[] {
  const folder = platform === 'win32' ? environment['SystemRoot'] : undefined
  const volume = folder === undefined ? null : volumeOf(folder)
  return volume === null || volume === 0n ? [] : [`volume ${(volume & 0xffff_ffffn).toString(16)}`]
}

export const nodeSources = (environment: MachineSources['environment']): MachineSources => ({
  platform: process.platform,
  environment,
  interfaces: () => os.networkInterfaces(),
  readText: file => orNull(() => fs.readFileSync(file, 'utf8')),
  list: folder => orNull(() => fs.readdirSync(folder)) ?? [],
  exists: file => fs.existsSync(file),
  volumeOf: folder => orNull(() => fs.statSync(folder, { bigint: true }).dev),
})

function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
