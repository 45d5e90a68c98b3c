import type { signInMessages as source } from '../zh-cn/sign-in'

export const signInMessages: Readonly<Record<keyof typeof source, string>> = {
  'signIn.workstation': 'Workstation {code}',
  'signIn.today': 'Today',
  'signIn.todayUnknown': 'Checked after sign-in',
  'signIn.ledger': 'Ledger',
  'signIn.ledgerLocked': 'Encrypted on this computer, opens on sign-in',
  'signIn.network': 'Network',
  'signIn.networkOff': 'Works without a network',
  'signIn.who': 'Who is at the window',
  'signIn.people': 'People',
  'signIn.nobody': 'Nobody can sign in on this computer yet; tell the administrator.',
  'signIn.password': 'Password',
  'signIn.signIn': 'Sign in',
  'signIn.checking': 'Checking the password',
  'signIn.forgotten': 'Forgot the password, use the recovery sheet',
  'signIn.autoLock': 'Locks itself after a while without work; unfinished registrations are kept.',
  'signIn.why.person': 'Choose who you are',
  'signIn.why.password': 'Type the password',
  'signIn.why.wait': 'Wait{wait} before the next attempt',
  'signIn.wrong': 'The password is wrong. Check Caps Lock and the input method and type it again.',

  'recovery.title': 'Set a new password with the recovery sheet',
  'recovery.about':
    'The sheet was printed when the office was set up; the head and the administrator keep it. Only the password changes.',
  'recovery.person': 'Whose password',
  'recovery.key': 'Recovery key',
  'recovery.keyHint': '9 groups of 4 characters. Case and dashes do not matter; O counts as 0 and I as 1.',
  'recovery.groups': 'The key so far',
  'recovery.group': 'Group {n}, {text}',
  'recovery.groupEmpty': 'Group {n}, empty',
  'recovery.groupPartial': 'Group {n}, {text}, fewer than 4 characters',
  'recovery.groupWrong': 'Group {n}, {text}, mistyped',
  'recovery.newPassword': 'New password',
  'recovery.newPasswordHint': 'At least {atLeast} characters; several words together will do.',
  'recovery.again': 'New password again',
  'recovery.reset': 'Set the password and sign in',
  'recovery.checking': 'Opening the ledger with the key',
  'recovery.back': 'Back to sign-in',
  'recovery.tooShort': 'The password is too short: at least {atLeast} characters.',
  'recovery.differ': 'The two passwords differ; type them again.',
  'recovery.why.key': 'The recovery key is not complete',

  'notices.name': 'Notices after sign-in',
  'notices.failures':
    'Since your last sign-in {n} wrong {n|password was|passwords were} typed for you. If that was not you, change your password and tell the administrator.',
  'notices.tornTail':
    'At the last power cut one entry was not written completely ({bytes} {bytes|byte|bytes}) and was removed. Everything that was reported as done is there.',
  'notices.otherMachine': 'Since {day} this program has been on another computer than before.',
  'notices.otherMachine.kept':
    ' All earlier records are here, nothing was lost. From that day on this computer writes a register chain of its own, under the workstation code {code}: its request numbers are a series of their own and never repeat those of the earlier computer.',
  'notices.otherMachine.next':
    ' Tell the administrator and headquarters. If the earlier computer is still in use, go on with it and exchange often: both give letter and certificate numbers out of one series. Do not make a third copy.',
  'notices.seen': 'Understood',

  'clock.title': "What is today's date?",
  'clock.why':
    'The computer says {machineSays}, which is before the last entry in the ledger, of {lastActOn}. Time limits depend on the date: check a calendar or a telephone.',
  'clock.whyAhead':
    'The computer says {machineSays}, more than two months after the last entry in the ledger, of {lastActOn}. Most likely its date is wrong: check a calendar or a telephone.',
  'clock.kept': 'Everything registered is safe and unchanged. The date you confirm is recorded.',
  'clock.today': "Today's date",
  'clock.hint': 'Not before {lastActOn}. Type 1012 or 10.12.',
  'clock.hintAdministrator': 'Type 1012 or 10.12. Only an administrator may confirm a day before {lastActOn}.',
  'clock.far': '{n} {n|day|days} after the last entry: please check again.',
  'clock.confirm': 'Confirm the date',
  'clock.confirming': 'Recording it',
  'clock.lock': 'Lock and set the clock first',
  'clock.why.date': "Type today's date first",
}
