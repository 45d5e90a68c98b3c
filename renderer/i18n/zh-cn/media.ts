export const mediaMessages = {
  'refusal.exportAlreadyRecorded': '这次导出已经登记过。',
  'refusal.exportUnknown': '介质登记簿里没有这次导出。',
  'refusal.exportAlreadyAcknowledged': '这份介质的回执已经登记过。',
  'refusal.exportAlreadyMissing': '这份介质已经登记为遗失。',
  'refusal.approvalAlreadyGiven': '这次批准已经登记过。',
  'refusal.approvalNeeded': '不遮盖的导出须先由负责人批准，每次批准只用一次。',
} as const
