/** Something that records may be written to. Sizes in bytes as the system tells them; null where it does not. */
export interface Medium {
  /** The same while it stays plugged in: mount and file system, so that another stick at the same mount is another medium. */
  readonly id: string
  /** A stick, card or external disk by what the system says of its hardware; a folder by a person's choice. */
  readonly kind: 'stick' | 'folder'
  readonly root: string
  readonly label: string | null
  /** `exfat`, `vfat`, `ntfs`, … in small letters. */
  readonly fileSystem: string | null
  readonly serial: string | null
  readonly transport: Transport | null
  readonly isReadOnly: boolean
  readonly bytes: number | null
  readonly freeBytes: number | null
}

export type Transport = 'usb' | 'card' | 'other'

export interface Space {
  readonly bytes: number
  readonly freeBytes: number
}
