import type { bundleMessages as zhCn } from '../zh-cn/bundles'

export const bundleMessages: Record<keyof typeof zhCn, string> = {
  'bundle.newerNext': 'Bring the program on this machine up to the same version first, then import it.',
  'bundle.lockedNext': 'Check the passphrase, or ask for it to be encrypted for the key of this machine.',

  'bundle.part.unreadable': '{name} cannot be read; the medium may be loose or was pulled out',
  'bundle.part.notAPackage': '{name} is no bundle, or is not complete',
  'bundle.part.tooLarge': '{name} has more than 1 GB',
  'bundle.tooManyParts': 'it has more than {most} parts',
  'bundle.locked': '{name} does not open: the passphrase or key is wrong, or the file was cut short or changed',
  'bundle.ownDisk.full': 'the disk of this machine has no room for it, {megabytes} MB are needed; the medium is sound',
  'bundle.ownDisk.readOnly': 'the disk of this machine can only be read and takes nothing; the medium is sound',
  'bundle.ownDisk.failed': 'the disk of this machine failed at writing or reading; the medium is sound',
  'bundle.ownDiskNext.full':
    'Free space on the disk of this machine until {megabytes} MB are free, then import it again.',
  'bundle.ownDiskNext.readOnly':
    'Ask the administrator why the disk of this machine can only be read; import it again once that is mended.',
  'bundle.ownDiskNext.failed': 'Ask the administrator to check the disk of this machine, then import it again.',
  'bundle.statement': 'what {name} says of itself (bundle.json) is missing or has another form',
  'bundle.newer': 'it was written by a newer program (format {version}) that this one does not understand yet',
  'bundle.otherOffice': 'it belongs to another office: {officeName}',
  'bundle.parts.mixed': 'the parts are not of one bundle; part {part} belongs to another',
  'bundle.parts.twice': 'part {part} was chosen twice',
  'bundle.parts.missing': 'part {part} is missing',
  'bundle.heads.missing': 'the signed list (heads.note) is missing',
  'bundle.heads.other': 'the signed list does not fit what the bundle holds',
  'bundle.heads.notSigned': 'the signature of the signed list is wrong',
  'bundle.heads.unknownWriter': 'the machine that wrote it does not say its key',
  'bundle.key':
    "the key of one of its machines is not the one recorded here; somebody may be using that machine's name",
  'bundle.segment.unreadable': 'a run of records cannot be read: {path}',
  'bundle.segment.bomb': 'a run of records is packed more tightly than any is: {path}',
  'bundle.segment.brokenChain': 'the records of a run do not follow each other; some may be missing or moved: {path}',
  'bundle.segment.otherActs': 'a run of records is not the one that the bundle names: {path}',
  'bundle.segment.badSignature': 'a record is not signed as it should be and may have been changed: {path}',
  'bundle.segment.unknownChain': 'a run of records does not say which machine wrote it: {path}',
  'bundle.segment.unnamed': 'the bundle does not name this file: {path}',
  'bundle.segment.missing': 'a run of records is missing: {path}',
  'bundle.blob.changed': 'a scan is not the one that the bundle names: {path}',
  'bundle.blob.unnamed': 'the bundle does not name this scan: {path}',
  'bundle.blob.missing': 'a scan is missing: {path}',
}
