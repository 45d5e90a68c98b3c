import { describe, expect, it } from 'vitest'
import { findLinuxMedia, type LinuxSystem } from '../../../../../electron/main/media/finding/linux-media'
import { watchMedia } from '#shared/application/media/watch-media'
import { windowsMedia } from '../../../../../electron/main/media/finding/windows-media'
import type { Medium } from '../../../../../electron/main/media/medium'

const usb = '/sys/devices/pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0/host6/target6:0:0/6:0:0:0/block/sdb'
const fuse = '/sys/devices/pci0000:00/0000:00:14.0/usb2/2-1/2-1:1.0/host7/target7:0:0/7:0:0:0/block/sdc'
const nvme = '/sys/devices/pci0000:00/0000:00:1d.0/nvme/nvme0/nvme0n1'
const card = '/sys/devices/platform/soc/mmc_host/mmc1/mmc1:aaaa/block/mmcblk1'
const emmc = '/sys/devices/platform/soc/mmc_host/mmc0/mmc0:0001/block/mmcblk0'

const mounts = [
  '22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw',
  '30 22 0:25 / /proc rw - proc proc rw',
  '90 22 8:17 / /media/yun/云溪\\040A rw,nosuid shared:50 - vfat /dev/sdb1 rw,utf8',
  '91 22 8:17 /inner /mnt/part rw - vfat /dev/sdb1 rw', // a part of the same stick
  '92 22 0:77 / /media/yun/BIG rw - fuseblk /dev/sdc ro,user_id=0',
  '93 22 179:9 / /media/yun/card rw - exfat /dev/mmcblk1p1 rw',
  '94 22 179:1 / /data rw - ext4 /dev/mmcblk0p1 rw', // soldered in
  '95 22 259:3 / /media/usb rw - ext4 /dev/nvme0n1p3 rw', // called usb, and none
  '96 22 0:80 / /media/net rw - cifs //server/share rw',
].join('\n')

function linux(over: Readonly<Record<string, string>> = {}): LinuxSystem {
  const links: Readonly<Record<string, string>> = {
    '/sys/dev/block/8:17': `${usb}/sdb1`,
    '/sys/class/block/sdc': fuse,
    '/sys/dev/block/179:9': `${card}/mmcblk1p1`,
    '/sys/dev/block/179:1': `${emmc}/mmcblk0p1`,
    '/sys/dev/block/259:2': `${nvme}/nvme0n1p2`,
    '/sys/dev/block/259:3': `${nvme}/nvme0n1p3`,
  }
  const texts: Readonly<Record<string, string>> = {
    '/proc/self/mountinfo': mounts,
    ...Object.fromEntries(
      [`${usb}/sdb1`, `${card}/mmcblk1p1`, `${emmc}/mmcblk0p1`, `${nvme}/nvme0n1p2`, `${nvme}/nvme0n1p3`].map(part => [
        `${part}/partition`,
        '1\n',
      ]),
    ),
    [`${usb}/removable`]: '1\n',
    [`${usb}/sdb1/dev`]: '8:17\n',
    [`${fuse}/removable`]: '0\n', // an external disk calls itself fixed
    [`${fuse}/dev`]: '8:32\n',
    [`${card}/device/type`]: 'SD\n',
    [`${emmc}/device/type`]: 'MMC\n',
    '/run/udev/data/b8:17': 'E:ID_FS_TYPE=vfat\nE:ID_FS_LABEL_ENC=\\xe4\\xba\\x91\\x20A\nE:ID_FS_UUID=1234-ABCD\n',
    '/sys/devices/pci0000:00/0000:00:14.0/usb2/2-1/serial': 'AA0042\n',
    ...over,
  }
  return {
    readText: file => texts[file] ?? null,
    realPath: file => links[file] ?? null,
    space: () => ({ bytes: 8_000_000_000, freeBytes: 5_000_000_000 }),
  }
}

describe('removable media on Linux', () => {
  it('are known by their mount and their hardware, never by the name of a folder', () => {
    expect(findLinuxMedia(linux())).toEqual([
      {
        ...{ id: '/media/yun/云溪 A|8:17|1234-ABCD', kind: 'stick', root: '/media/yun/云溪 A', label: '云 A' },
        ...{ fileSystem: 'vfat', serial: '1234-ABCD', transport: 'usb', isReadOnly: false },
        ...{ bytes: 8_000_000_000, freeBytes: 5_000_000_000 },
      },
      expect.objectContaining({ root: '/media/yun/BIG', serial: 'AA0042', transport: 'usb', isReadOnly: true }),
      expect.objectContaining({ root: '/media/yun/card', transport: 'card', fileSystem: 'exfat' }),
    ])
  })

  it('are another medium when the stick at the mount is another', () => {
    const other = linux({ '/run/udev/data/b8:17': 'E:ID_FS_UUID=9999-0000\n' })
    expect(findLinuxMedia(other)[0]!.id).not.toBe(findLinuxMedia(linux())[0]!.id)
  })

  it('do not hold the stick that the system runs from', () => {
    const live = linux({ '/proc/self/mountinfo': `1 0 8:17 / / rw - vfat /dev/sdb1 rw\n${mounts}` })
    expect(findLinuxMedia(live).map(({ root }) => root)).toEqual(['/media/yun/BIG', '/media/yun/card'])
  })

  it('are none where the kernel tells nothing', () => {
    expect(findLinuxMedia({ readText: () => null, realPath: () => null, space: () => null })).toEqual([])
  })
})

describe('removable media on Windows', () => {
  const volume = {
    letter: 'E:',
    drive: 2,
    bus: 'USB',
    media: 'Removable Media',
    label: '云溪',
    fs: 'exFAT',
    serial: '1A2B3C4D',
    readOnly: false,
  }
  const fixed = {
    ...volume,
    letter: 'C:',
    drive: 3,
    bus: 'SCSI',
    media: 'Fixed hard disk media',
    label: '',
    fs: 'NTFS',
  }
  const external = { ...volume, letter: 'F:', drive: 3, media: 'External hard disk media', serial: 'FFFF0000' }

  it('are asked for once, and again when what lies behind a letter has changed', async () => {
    let asked = 0
    let printed: unknown = [fixed, volume, external]
    const numbers: Record<string, number> = { 'C:\\': 1, 'E:\\': 2, 'F:\\': 3 }
    const find = windowsMedia({
      volumeAt: root => numbers[root] ?? null,
      space: root => (root === 'E:\\' ? { bytes: 64, freeBytes: 32 } : null),
      askVolumes: async () => {
        asked++
        return JSON.stringify(printed)
      },
    })
    expect((await find()).map(({ root, fileSystem, freeBytes }) => [root, fileSystem, freeBytes])).toEqual([
      ['E:\\', 'exfat', 32],
      ['F:\\', 'exfat', null],
    ])
    await find()
    expect(asked).toBe(1)
    delete numbers['F:\\']
    printed = { ...volume, serial: 'AAAA' } // one alone is printed without brackets
    expect((await find()).map(({ id }) => id)).toEqual(['E:|AAAA'])
    expect(asked).toBe(2)
  })
})

describe('the watch', () => {
  it('tells only of changes, looks once at a time and keeps the list where a look fails', async () => {
    const stick = { id: 'a' } as Medium
    const told: (readonly Medium[])[] = []
    const failures: unknown[] = []
    let next: (() => void) | null = null
    let found: () => Promise<readonly Medium[]> = async () => [stick]
    const watch = watchMedia({
      find: () => found(),
      schedule: run => {
        next = run
        return () => (next = null)
      },
      onChange: media => told.push(media),
      onFailure: cause => failures.push(cause),
    })
    await watch.look()
    await watch.look()
    expect(told).toEqual([[stick]])
    found = () => Promise.reject(new Error('no answer'))
    expect(await watch.look()).toEqual([stick])
    expect(failures).toHaveLength(1)
    found = async () => []
    next!()
    await watch.look()
    expect(told).toEqual([[stick], []])
    watch.stop()
    expect(next).toBeNull()
  })
})
