/** One mount of this machine, as proc_pid_mountinfo(5) tells it. */
export interface Mount {
  /** `8:17`; `0:N` for file systems without a block device of their own, FUSE among them. */
  readonly device: string
  /** What of the file system is mounted: `/` for all of it. */
  readonly top: string
  readonly point: string
  readonly fileSystem: string
  /** `/dev/sdb1` where a block device is behind it. */
  readonly source: string
  readonly isReadOnly: boolean
}

/** Lines that do not have the shape are passed over: the kernel may add fields. */
export function readMounts(mountinfo: string): readonly Mount[] {
  return mountinfo.split('\n').flatMap(line => {
    const [left = '', right = ''] = line.split(' - ')
    const [, , device, top, point, options] = left.split(' ')
    const [fileSystem, source, superOptions] = right.split(' ')
    if (!device || !top || !point || !options || !fileSystem || !source) return []
    const isReadOnly = [options, superOptions ?? ''].some(said => said.split(',').includes('ro'))
    return [{ device, top: plain(top), point: plain(point), fileSystem, source: plain(source), isReadOnly }]
  })
}

/** Blank, tab, line feed and backslash stand as three octal digits. */
const plain = (written: string): string =>
  written.replace(/\\([0-7]{3})/gu, (_all, octal: string) => String.fromCharCode(parseInt(octal, 8)))
