import type { warningMessages as zhCn } from '../zh-cn/warnings'

export const warningMessages: Readonly<Record<keyof typeof zhCn, string>> = {
  'warning.title': '{n} {n|warning|warnings}',
  'warning.list': 'See {n} {n|request|requests}',
  'warning.lookAgain': 'Check again',
  'warning.toSettings': 'Open settings',

  'warning.unserved': '{n} approved, not served.',
  'warning.unserved.kept': 'Approval and issue are not service; the clock still runs.',
  'warning.unconfirmed': '{n} waiting for receipt to be confirmed.',
  'warning.unconfirmed.kept': 'No clock runs yet; please reach the applicant (art. 31).',
  'warning.undated': '{n} with a provisional due date.',
  'warning.undated.kept': 'Counted anew once it is settled; work to the earlier day.',
  'warning.undated.years': 'The holidays of {years} are not published; counted anew then. Work to the earlier day.',
  'warning.drafts': '{n} {n|draft|drafts} left behind, the oldest of {day}.',
  'warning.drafts.kept': 'Sealed on this machine; not registered, sent for review or returned yet.',
  'warning.drafts.open': 'Open the oldest',

  'warning.diskFull': 'Only {megabytes} MB of disk left: nothing new can be registered.',
  'warning.diskFull.kept': 'What is registered is safe, drafts are still kept. Delete or move other files.',
  'warning.diskLow': 'Only {megabytes} MB of disk left.',
  'warning.diskLow.kept': 'Work goes on, and stops below 1024 MB. Delete or move other files.',
  'warning.mirrorMissing': 'The backup folder is not there.',
  'warning.mirrorMissing.kept':
    'The journal here is whole, but has no second copy. Plug the disk in; the copy catches up.',
  'warning.mirrorBehind': 'The backup is behind.',
  'warning.mirrorFailed': 'The backup is behind: {n} {n|scan|scans} could not be copied.',
  'warning.mirrorAside': 'The backup disk holds {n} {n|journal|journals} more, with acts that are not on this machine.',
  'warning.mirrorAside.kept':
    'Kept under another name in its journal folder, not written over. Do not delete; the administrator should look.',
  'warning.mirror.kept': 'The journal here is whole. It is tried again every minute; please check the backup disk.',
  'warning.clock': 'The clock of this machine says {machineSays}, which is wrong.',
  'warning.clock.kept': 'Work goes by {officeSays} as confirmed; time limits and papers use it. Please set the clock.',
}
