import type { mediaMessages as source } from '../zh-cn/media'

export const mediaMessages: Readonly<Record<keyof typeof source, string>> = {
  'refusal.exportAlreadyRecorded': 'This export has been recorded already.',
  'refusal.exportUnknown': 'The register of media has no such export.',
  'refusal.exportAlreadyAcknowledged': 'The receipt of this medium has been entered already.',
  'refusal.exportAlreadyMissing': 'This medium has been reported missing already.',
  'refusal.approvalAlreadyGiven': 'This approval has been recorded already.',
  'refusal.approvalNeeded': 'An unmasked export needs the head’s approval first; each approval serves once.',
}
