import type { Medium, Space, Transport } from '../medium'
import { readMounts, type Mount } from './linux-mounts'

/** What is read of the system; null for what is not there. */
export interface LinuxSystem {
  readText(path: string): string | null
  /** Of a link in /sys, where it leads to. */
  realPath(path: string): string | null
  space(root: string): Space | null
}

/**
 * Removable media by their real mounts: the kernel's list of mounts, and of each device whether it can be taken out
 * (`/sys/block/<disk>/removable`), hangs on USB, or is an SD card. Never by the name of a folder. The disk that the system itself
 * runs from is none, even where it is a stick.
 */
export function findLinuxMedia(system: LinuxSystem): readonly Medium[] {
  const mounts = readMounts(system.readText('/proc/self/mountinfo') ?? '')
  const disks = new Map(mounts.map(mount => [mount, diskOf(mount, system)]))
  const own = new Set(mounts.filter(isOfSystem).flatMap(mount => disks.get(mount)?.name ?? []))
  const seen = new Set<string>()
  return mounts.flatMap(mount => {
    const disk = disks.get(mount)
    // The first whole mount of a file system counts; others show the same or a part of it.
    if (!disk || mount.top !== '/' || own.has(disk.name) || !disk.isRemovable || seen.has(mount.source)) return []
    seen.add(mount.source)
    return [mediumOf(mount, disk, system)]
  })
}

const isOfSystem = ({ point }: Mount): boolean =>
  point === '/' || point === '/boot' || point === '/boot/efi' || point === '/usr'

interface Disk {
  readonly name: string
  /** Of the partition, or the disk where it has none: `8:17`. */
  readonly number: string | null
  readonly transport: Transport
  readonly isRemovable: boolean
  /** The kernel's own folder of the disk's device. */
  readonly device: string
}

function diskOf(mount: Mount, system: LinuxSystem): Disk | null {
  const part = partOf(mount, system)
  if (part === null) return null
  const isPartition = system.readText(`${part}/partition`) !== null
  const disk = isPartition ? part.slice(0, part.lastIndexOf('/')) : part
  const transport = transportOf(disk)
  const isCard = transport === 'card' && system.readText(`${disk}/device/type`)?.trim() === 'SD'
  const isRemovable = transport === 'usb' || isCard || system.readText(`${disk}/removable`)?.trim() === '1'
  const number = system.readText(`${part}/dev`)?.trim() ?? null
  return { name: disk, number, transport, isRemovable, device: disk.split('/block/')[0]! }
}

/** A FUSE mount (exfat-fuse, ntfs-3g) has no number of its own and names its device as the source. */
function partOf({ device, source }: Mount, system: LinuxSystem): string | null {
  const byNumber = device.startsWith('0:') ? null : system.realPath(`/sys/dev/block/${device}`)
  const name = /^\/dev\/([A-Za-z0-9_-]+)$/u.exec(source)?.[1]
  return byNumber ?? (name === undefined ? null : system.realPath(`/sys/class/block/${name}`))
}

function transportOf(disk: string): Transport {
  if (/\/usb\d+\//u.test(disk)) return 'usb'
  return /\/mmc_host\//u.test(disk) ? 'card' : 'other'
}

function mediumOf(mount: Mount, disk: Disk, system: LinuxSystem): Medium {
  const number = disk.number ?? mount.device
  const told = deviceNotes(system.readText(`/run/udev/data/b${number}`) ?? '')
  const serial = told.get('ID_FS_UUID') ?? usbSerial(disk.device, system)
  return {
    id: [mount.point, number, serial ?? ''].join('|'),
    kind: 'stick',
    root: mount.point,
    label: unescaped(told.get('ID_FS_LABEL_ENC')),
    fileSystem: told.get('ID_FS_TYPE') ?? mount.fileSystem.replace(/^fuse(?:blk)?\.?/u, ''),
    serial,
    transport: disk.transport,
    isReadOnly: mount.isReadOnly || system.readText(`${disk.name}/ro`)?.trim() === '1',
    ...(system.space(mount.point) ?? { bytes: null, freeBytes: null }),
  }
}

/** What udev noted of a device: lines `E:NAME=value`. */
function deviceNotes(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/^E:([A-Z0-9_]+)=(.*)$/gmu)].map(([, name, value]) => [name!, value!]))
}

/** udev writes what is not plain as `\xE5`, byte by byte of the UTF-8. */
function unescaped(label: string | undefined): string | null {
  if (label === undefined) return null
  const bytes = [...label.matchAll(/\\x([0-9a-f]{2})|([^\\])/giu)].flatMap(([, hex, sign]) =>
    hex === undefined ? [...new TextEncoder().encode(sign)] : [parseInt(hex, 16)],
  )
  return new TextDecoder().decode(new Uint8Array(bytes))
}

/** The stick's own number lies with its USB device, some folders above the disk. */
function usbSerial(device: string, system: LinuxSystem): string | null {
  for (let at = device; at.includes('/usb'); at = at.slice(0, at.lastIndexOf('/'))) {
    const serial = system.readText(`${at}/serial`)?.trim()
    if (serial) return serial
  }
  return null
}
