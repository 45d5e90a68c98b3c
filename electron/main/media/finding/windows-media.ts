import type { Medium, Space, Transport } from '../medium'

export interface WindowsSystem {
  /** Number of the volume at a drive letter, null where there is none: a look that asks no other program. */
  volumeAt(root: string): number | null
  space(root: string): Space | null
  /** Runs `volumesScript` and answers what it printed; rejects where it could not. */
  askVolumes(): Promise<string>
}

/**
 * Which call, and why. `wmic` is gone from Windows 11 24H2; `fsutil` answers in the language of the system, which cannot be read
 * reliably; neither needs rights, but neither serves. PowerShell's CIM classes tell drives, buses and volumes in fixed words. Starting
 * PowerShell takes up to a second, so it is asked only when the drive letters or what lies behind them have changed, which node's
 * own `stat` of each letter shows in microseconds (there its device number is the volume's). The text is fixed: nothing is put into it.
 */
export const volumesScript = [
  '[Console]::OutputEncoding=[Text.UTF8Encoding]::new();',
  '@(Get-CimInstance Win32_DiskDrive | ForEach-Object { $d=$_;',
  'Get-CimAssociatedInstance -InputObject $d -ResultClassName Win32_DiskPartition | ForEach-Object {',
  'Get-CimAssociatedInstance -InputObject $_ -ResultClassName Win32_LogicalDisk | ForEach-Object {',
  '[pscustomobject]@{ letter=$_.DeviceID; drive=$_.DriveType; bus=$d.InterfaceType; media=$d.MediaType;',
  'label=$_.VolumeName; fs=$_.FileSystem; serial=$_.VolumeSerialNumber; readOnly=($_.Access -eq 1) } } } })',
  '| ConvertTo-Json -Compress -Depth 3',
].join(' ')

/** Windows itself; null for a letter that is none of ours. */
export function windowsMedia(system: WindowsSystem, systemDrive = 'C:'): () => Promise<readonly Medium[]> {
  let lastSeen = ''
  let told: readonly Volume[] = []
  return async () => {
    const seen = letters.map(letter => `${letter}${system.volumeAt(`${letter}\\`) ?? ''}`).join()
    if (seen !== lastSeen) {
      told = readVolumes(await system.askVolumes())
      lastSeen = seen
    }
    return told
      .filter(volume => isRemovable(volume) && volume.letter.toUpperCase() !== systemDrive.toUpperCase())
      .map(volume => mediumOf(volume, system.space(`${volume.letter}\\`)))
  }
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(letter => `${letter}:`)

interface Volume {
  readonly letter: string
  /** 2: removable (Win32_LogicalDisk). */
  readonly drive: number
  readonly bus: string
  readonly media: string
  readonly label: string
  readonly fs: string
  readonly serial: string
  readonly readOnly: boolean
}

/** One volume alone is printed as an object, none as nothing. */
export function readVolumes(printed: string): readonly Volume[] {
  if (printed.trim() === '') return []
  const parsed: unknown = JSON.parse(printed)
  return (Array.isArray(parsed) ? parsed : [parsed]).flatMap((one: Readonly<Record<string, unknown>>) => {
    const text = (name: string): string => (typeof one[name] === 'string' ? one[name] : '')
    if (!/^[A-Za-z]:$/u.test(text('letter'))) return []
    const drive = typeof one['drive'] === 'number' ? one['drive'] : 0
    const words = { bus: text('bus'), media: text('media'), label: text('label'), fs: text('fs') }
    return [{ letter: text('letter'), drive, ...words, serial: text('serial'), readOnly: one['readOnly'] === true }]
  })
}

/** External disks call themselves fixed; their bus gives them away. */
const isRemovable = ({ drive, bus, media }: Volume): boolean =>
  drive === 2 || bus === 'USB' || media === 'Removable Media' || media === 'External hard disk media'

function mediumOf(volume: Volume, space: Space | null): Medium {
  const transport: Transport = volume.bus === 'USB' ? 'usb' : 'other'
  return {
    id: [volume.letter, volume.serial].join('|'),
    kind: 'stick',
    root: `${volume.letter}\\`,
    label: volume.label || null,
    fileSystem: volume.fs.toLowerCase() || null,
    serial: volume.serial || null,
    transport,
    isReadOnly: volume.readOnly,
    bytes: space?.bytes ?? null,
    freeBytes: space?.freeBytes ?? null,
  }
}
