import type { putBackMessages as source } from '../zh-cn/put-back'

export const putBackMessages: { readonly [Key in keyof typeof source]: string } = {
  'putBack.failed.notACopy':
    'There is no copy of a ledger in this folder. Choose the one that was set as the copy in Settings: it holds the folders vault and journal.',
  'putBack.failed.newer': 'A newer program wrote this copy. Install the same version or a newer one here first.',
  'putBack.failed.keysDamaged':
    'The key file vault.json in the copy is damaged; this copy alone does not open the ledger. Look for another copy or backup.',
  'putBack.failed.keysMissing':
    'Key files are missing (the folder vault must hold vault.json and subject-keys.dat); this copy alone does not open the ledger.',
  'putBack.failed.noLedger':
    'The copy has keys, and no ledger of this machine (folder journal). See that the folder is complete.',
  'putBack.failed.unreadable':
    'A disk failed while the copy was read or this machine written. Check disks and cables, then try again.',
  'putBack.failed.noSpace': 'Too little space: the whole copy must fit, and 1 GB be left. Make room and try again.',
  'putBack.failed.cannotWrite': 'This disk takes nothing. Make room, check permissions and try again.',
  'setUp.putBack': 'Put back from a copy',
  'setUp.putBack.why': 'Was the machine or its disk lost, and is there a copy of the ledger?',
  'putBack.title': 'Put back from a copy',
  'putBack.about': 'Puts the office of a copy on this machine. The copy is only read and never changed.',
  'putBack.back': 'Back to set-up',
  'putBack.choose': 'Choose the folder of the copy…',
  'putBack.chooseAbout':
    'Connect the disk or stick with the copy and choose the folder that was set in Settings. You also need the password of anybody in it, or the recovery sheet.',
  'putBack.folder': 'Copy',
  'putBack.office': 'Office',
  'putBack.officeIs': '{office} · {workstation} · {window}',
  'putBack.open':
    'The copy is checked whole first. Type the password of one person; where it is forgotten, use the sheet.',
  'putBack.way': 'Open it with',
  'putBack.way.password': 'A password',
  'putBack.way.sheet': 'The recovery sheet',
  'putBack.person': 'Person',
  'putBack.password': 'Password',
  'putBack.key': 'Recovery code',
  'putBack.keyHint': 'Nine groups of four. It is used once more at the sign-in, to set a new password.',
  'putBack.check': 'Check the copy',
  'putBack.checking': 'Checking every byte of ledger and scans',
  'putBack.checked': 'The copy was checked',
  'putBack.lastAct': 'Last act',
  'putBack.noAct': 'No act',
  'putBack.acts': 'Acts',
  'putBack.actsOf': '{acts}, of {machines} machines',
  'putBack.scans': 'Scans',
  'putBack.scansWhole': '{n}, whole',
  'putBack.lacking':
    '{n} more scans are missing from the copy or damaged. The rest is put back all the same; scan these again from paper.',
  'putBack.damaged':
    'The ledger in the copy is damaged. Put back, only what stands before the damage can be looked at, and nothing written. Try another copy first if there is one.',
  'putBack.later':
    'What was done after the last act is not in this copy. What was exchanged with headquarters or another machine returns with the next exchange; what was not must be registered again from paper.',
  'putBack.start': 'Put back here',
  'putBack.startToRead': 'Put back all the same, to look at',
  'putBack.copying': 'Copying, each file read back',
  'putBack.stop': 'Stop',
  'putBack.done': '{office} is back',
  'putBack.doneAbout':
    'Sign in now. At the first sign-in this machine takes a new workstation code with numbers of its own, so that none is given twice. Then choose the folder of the copy again in Settings. Where it was enrolled at headquarters, an administrator enrols it anew with a new code.',
  'putBack.toSignIn': 'To sign-in',
  'putBack.failedTitle': 'Nothing was put back',
  'putBack.failedKept': 'Neither the copy nor this machine was changed.',
  'putBack.again': 'Choose again',
}
