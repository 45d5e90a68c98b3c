import type { problemMessages as source } from '../zh-cn/problems'

export const problemMessages: Readonly<Record<keyof typeof source, string>> = {
  'problem.untrustedSender.what': 'The program refused an operation of unknown origin.',
  'problem.untrustedSender.kept': 'What is in the ledger was not changed.',
  'problem.untrustedSender.next': 'Close the program and open it again; if this happens again, tell the administrator.',

  'problem.badInput.what': 'One item is in the wrong format ({detail}); nothing was submitted.',
  'problem.badInput.kept': 'What you typed is still on the page.',
  'problem.badInput.next':
    'Check it and submit again; if you cannot see what is wrong, give the administrator the code in brackets.',

  'problem.failed.what': 'The program failed and this step was not done (reference {reference}).',
  'problem.failed.kept': 'What is in the ledger was not changed, and what you typed is still on the page.',
  'problem.failed.next': 'Try again; if it fails again, give the administrator the reference.',

  'problem.locked.what': 'The program is locked; this step was not done.',
  'problem.locked.kept': 'The ledger and the drafts are safe.',
  'problem.locked.next': 'Sign in again and repeat the step.',

  'problem.alreadyEstablished.what': 'A reading centre is already set up on this computer; it was not set up again.',
  'problem.alreadyEstablished.kept': 'The ledger and the people were not changed.',
  'problem.alreadyEstablished.next': 'Close the program, open it again and sign in.',

  'problem.notEstablished.what': 'Setting up the reading centre on this computer is not finished.',
  'problem.notEstablished.kept': 'Nothing had been written yet, so nothing was lost.',
  'problem.notEstablished.next': 'Close the program, open it again and finish setting up.',

  'problem.wrongPassword.what': 'The password is wrong.',
  'problem.wrongPassword.kept': 'The ledger and the drafts were not changed.',
  'problem.wrongPassword.next': 'Check Caps Lock and the input method; if it is forgotten, use the recovery sheet.',

  'problem.mustWait.what': 'Too many wrong attempts: wait{wait} before the next.',
  'problem.mustWait.kept': 'The ledger and the drafts were not changed.',
  'problem.mustWait.next': 'Try again then; closing the program does not shorten the wait.',

  'problem.wrongRecoveryKey.what': 'The recovery key is typed correctly but does not open this ledger.',
  'problem.wrongRecoveryKey.kept': 'The passwords and the ledger were not changed.',
  'problem.wrongRecoveryKey.next': 'Check office, workstation and date on the sheet; only the newest sheet works.',

  'problem.weakPassword.what': 'The password is too short: at least {atLeast} characters.',
  'problem.weakPassword.kept': 'The old password was not changed.',
  'problem.weakPassword.next': 'Choose a longer one; several words together will do.',

  'problem.unknownPerson.what': 'This person is not on the list.',
  'problem.unknownPerson.kept': 'The list was not changed.',
  'problem.unknownPerson.next': 'Go back to the list and choose again.',

  'problem.refused.what': '{why}',
  'problem.refused.kept': 'Nothing was written to the ledger, and what you typed is still on the page.',
  'problem.refused.next': 'Correct it as described above and try again.',

  'problem.journalDamaged.what': 'The ledger is damaged from entry {seq} on and can only be read now.',
  'problem.journalDamaged.kept':
    'Everything before entry {seq} is sound; the damaged file was left unchanged for examination.',
  'problem.journalDamaged.next':
    'Do not move the files; tell the administrator at once and restore from a backup. Register urgent requests on paper.',

  'problem.journalCutShort.what':
    'The end of the ledger is missing {n} {n|entry|entries}: it once reached {witnessedSeq} and now ends at {lastSeq}. It can only be read.',
  'problem.journalCutShort.kept': 'The first {lastSeq} are sound and were not changed.',
  'problem.journalCutShort.next':
    'Tell the administrator at once: an old disk or backup may have been restored. Register urgent requests on paper until this is settled.',

  'problem.journalNewer.what':
    'The ledger was written by a newer version of the program (format {version}) and cannot be opened by this one.',
  'problem.journalNewer.kept': 'The ledger was not changed.',
  'problem.journalNewer.next': 'Use the newer version; do not delete or overwrite the ledger.',

  'problem.journalBroken.what':
    'Writing to the disk failed. The ledger has stopped writing, and this step was not done.',
  'problem.journalBroken.kept': 'Everything written before the failure is in the ledger.',
  'problem.journalBroken.next':
    'Close the program and open it again; it will check the ledger. If this happens again, have the disk checked and tell the administrator.',

  'problem.keyStoreDamaged.what': 'The key files are damaged or missing; the ledger cannot be opened.',
  'problem.keyStoreDamaged.kept': 'The ledger files were not changed.',
  'problem.keyStoreDamaged.next':
    'Do not set up again and do not delete anything; tell the administrator at once and restore the key files from a backup.',

  'problem.diskNearlyFull.what': 'The disk is nearly full ({megabytes} MB left); nothing new can be registered.',
  'problem.diskNearlyFull.kept':
    'What is in the ledger is safe and what you typed is still on the page; viewing and printing still work.',
  'problem.diskNearlyFull.next': 'Delete or move other files to free space, then try again.',

  'problem.clockBehind.what':
    'The computer says {machineSays}, which does not agree with the last entry in the ledger, of {lastActOn}: the date of today is uncertain.',
  'problem.clockBehind.kept': 'The ledger is safe.',
  'problem.clockBehind.next': 'Confirm the date of today; have the administrator set the clock of the computer.',

  'problem.viewOfAnotherJournal.what': 'The data on screen belong to another ledger and cannot be used.',
  'problem.viewOfAnotherJournal.kept': 'The ledger was not changed; the data can be built from it again.',
  'problem.viewOfAnotherJournal.next':
    'Lock and sign in again to rebuild them; if this happens again, tell the administrator.',

  'problem.nothingToPrintOn.what': 'No printer was found; nothing was printed.',
  'problem.nothingToPrintOn.kept': 'The paper was not changed; printing does not affect the case.',
  'problem.nothingToPrintOn.next': 'Connect a printer and print again, or save it as a file.',

  'problem.cannotWrite.what': 'The file cannot be written ({detail}).',
  'problem.cannotWrite.kept': 'No partial file was left; what is in the ledger was not changed.',
  'problem.cannotWrite.next':
    'Check whether the disk or USB stick is write-protected or full, or choose another place.',

  'problem.folderUnusable.what': 'This folder cannot be used: {why}.',
  'problem.folderUnusable.kept': 'The settings were not changed.',
  'problem.folderUnusable.next': 'Choose another folder; with a stick, see that it is plugged in and not protected.',

  'problem.fontUnusable.what': 'This font cannot be used for letters: {why}.',
  'problem.fontUnusable.kept': 'Letters keep the font they had.',
  'problem.fontUnusable.next': 'Choose another ttf file that the agency is licensed for, or the bundled fonts.',

  'problem.personLeft.what': 'All your posts were taken back; you can sign in no longer.',
  'problem.personLeft.kept': 'What you have done stands in the ledger.',
  'problem.personLeft.next': 'If that is an error, have an administrator add you anew.',

  'problem.registerUnreadable.what': 'This file cannot be read as a register: {why}.',
  'problem.registerUnreadable.kept': 'Nothing was imported and the file was not changed.',
  'problem.registerUnreadable.next': 'Mend this and choose the file again.',

  'problem.sourceUnreadable.what': 'No documents can be read: {why}.',
  'problem.sourceUnreadable.kept': 'The catalogue was not changed, nor was the file.',
  'problem.sourceUnreadable.next': 'Mend this and choose again.',

  'problem.bagUnsound.what': 'This package cannot be imported: {why}.',
  'problem.bagUnsound.kept': 'None of its files was imported, and the package was not changed.',
  'problem.bagUnsound.next': 'Ask the sender to pack it again, or check what changed on the way.',

  'problem.outtakeNameTaken.what':
    'There is a "{name}" already, with things in it that this program did not export. Nothing went out.',
  'problem.outtakeNameTaken.kept': 'What lies there was not changed, and nothing of the export was left.',
  'problem.outtakeNameTaken.next': 'Choose another folder, or rename or move what lies there first.',

  'problem.outtakeFileTaken.what':
    'This export takes several files, and there is a "{name}" already. Nothing went out.',
  'problem.outtakeFileTaken.kept': 'The file that lies there was not changed, and nothing of the export was left.',
  'problem.outtakeFileTaken.next': 'Choose another name or folder, or rename or move what lies there first.',

  'problem.bundleRefused.what': 'This bundle cannot be imported: {why}.',
  'problem.bundleRefused.kept': 'None of it was imported; the records here and the bundle were not changed.',
  'problem.bundleRefused.next': 'Ask for it to be exported again, or check what changed on the way.',
  'problem.importCutShort.what': 'The import stopped before its end: {why}.',
  'problem.importCutShort.kept':
    'What came so far is here and in order; the rest waits on this machine, and the medium is not needed for it.',
  'problem.importCutShort.next': 'Import it again.',

  'problem.mediumFailed.what': 'Nothing was exported: {why}.',
  'problem.mediumFailed.kept':
    'Nothing that looks complete was left on the medium; ledger and catalogue were not changed.',
  'problem.mediumFailed.next':
    'See to the medium and export again; what was left behind is removed under "Exports on media".',

  'problem.mediumNotRead.what': 'It was not read to its end: {why}.',
  'problem.mediumNotRead.kept': 'The records here were not changed, and nothing of what was read was kept.',
  'problem.mediumNotRead.next': 'Plug the medium in again and try once more.',

  'problem.mediumTooSmall.what':
    'The medium is too small: it has {megabytes} MB left, and this export needs about {most} MB.',
  'problem.mediumTooSmall.kept': 'Nothing was written to the medium.',
  'problem.mediumTooSmall.next': 'Make room, take a larger medium, or export less.',

  'problem.exportNameRefused.what': 'A file name of the export is against the rules: {why}.',
  'problem.exportNameRefused.kept': 'Nothing that looks complete was left on the medium.',
  'problem.exportNameRefused.next': 'Tell the administrator this sentence.',

  'problem.bundleNotWritten.what': 'No bundle was exported: {why}.',
  'problem.bundleNotWritten.kept': 'Nothing was left on the medium; the ledger names no export.',
  'problem.bundleNotWritten.next': 'See to the reason and export again.',
  'problem.exportCancelled.what': 'The export was cancelled.',
  'problem.exportCancelled.kept': 'What was written so far was removed from the medium; the ledger names no export.',
  'problem.exportCancelled.next': 'Export again when it is needed.',
  'problem.checkCancelled.what': 'The check was cancelled.',
  'problem.checkCancelled.kept': 'Nothing was imported, and nothing that was read stays on this machine.',
  'problem.checkCancelled.next': 'Check it again when it is needed.',

  'problem.exportUncertain.what': 'The medium went away at the last step; whether {folder} is there is not certain.',
  'problem.exportUncertain.kept': 'The ledger counts it as exported; if the folder is there, it is whole.',
  'problem.exportUncertain.next': 'Plug the medium in again and check it; if the folder is missing, export again.',

  'problem.enrolmentFailed.what': 'It did not work: {why}.',
  'problem.enrolmentFailed.kept': 'The records of this machine have not changed, and work goes on.',
  'problem.enrolmentFailed.next': 'Follow the hint and try again.',

  'problem.notFound.what': 'What you looked for is no longer there.',
  'problem.notFound.kept': 'Nothing else was changed.',
  'problem.notFound.next': 'Go back to the list and choose again.',

  'problem.scanTypeRefused.what': '{why}; it was not added.',
  'problem.scanTypeRefused.kept': 'The file was not changed, nor anything else.',
  'problem.scanTypeRefused.next':
    'PDF, JPEG, PNG, TIFF and UTF-8 text can be kept, by content and not by name. Scan it again or save it as one of these.',

  'problem.scanTooLarge.what': 'The file has {megabytes} MB, above the limit of {most} MB; it was not added.',
  'problem.scanTooLarge.kept': 'The file was not changed, nor anything else.',
  'problem.scanTooLarge.next': 'Scan at a lower resolution (300 dpi will do), or add it in several parts.',

  'problem.scanAlreadyKept.what': 'The same file is with this request already; it was not added again.',
  'problem.scanAlreadyKept.kept': 'The scan that was added earlier is sound.',
  'problem.scanAlreadyKept.next': 'Look at it in the list of scans, or choose another file.',

  'problem.updateRefused.what': 'This update cannot be used: {why}.',
  'problem.updateRefused.kept': 'Nothing of it was taken; program and ledger were not changed.',
  'problem.updateRefused.next': 'Ask whoever hands out the program, and use another package.',

  'problem.updateCutShort.what': 'The update did not come whole from headquarters: {why}.',
  'problem.updateCutShort.kept': 'What came ({megabytes} MB) is kept; program and ledger were not changed.',
  'problem.updateCutShort.next':
    'Fetch it again later, and it goes on from there; if it is urgent, use a package from a stick.',

  'problem.updateNotWhole.what': 'What came from headquarters cannot be used: {why}.',
  'problem.updateNotWhole.kept': 'It was deleted, nothing of it is left; program and ledger were not changed.',
  'problem.updateNotWhole.next':
    'Ask headquarters once more; if that does not help, tell whoever runs headquarters, or use a package from a stick.',

  'problem.updateGone.what': 'The verified update is gone or was changed; nothing was installed.',
  'problem.updateGone.kept': 'Program and ledger were not changed.',
  'problem.updateGone.next': 'Choose the update again.',

  'problem.updateUnchecked.what': 'The ledger was not checked yet; nothing was installed.',
  'problem.updateUnchecked.kept': 'Program and ledger were not changed.',
  'problem.updateUnchecked.next': 'Close this window and begin the update again.',

  'problem.updateNotOpened.what': 'The system did not open the installer.',
  'problem.updateNotOpened.kept': 'The verified installer lies in {folder}; program and ledger were not changed.',
  'problem.updateNotOpened.next':
    'Close the program and open it there by hand, or ask whoever looks after this machine.',

  'problem.scanSourceGone.what': 'The file was changed, moved or unplugged while it was read; it was not added.',
  'problem.scanSourceGone.kept': 'No partial scan was left; the ledger was not changed.',
  'problem.scanSourceGone.next':
    'Wait until the scanner has finished or plug the stick in, then choose the file again.',

  'problem.scanUploadGone.what': 'Adding this file was interrupted; it was not added.',
  'problem.scanUploadGone.kept': 'No partial scan was left; the ledger was not changed.',
  'problem.scanUploadGone.next': 'Choose the file again.',

  'problem.scanUnreadable.what': '{why}; it cannot be shown.',
  'problem.scanUnreadable.kept': 'The record in the ledger is sound; nothing of the damaged content was shown.',
  'problem.scanUnreadable.next':
    'Tell the administrator to fetch it from the mirror folder or a backup. Adding the same file again also restores it.',

  'problem.lineNotOpened.what': "This machine's line was not opened: {why}.",
  'problem.lineNotOpened.kept': 'The ledger was not changed; other machines cannot reach this one for now.',
  'problem.lineNotOpened.next': 'Choose another address or port of this machine and open it again.',

  'problem.joinFileRefused.what': 'That file is no request to join, or it was changed on its way.',
  'problem.joinFileRefused.kept': 'No machine was admitted; the ledger was not changed.',
  'problem.joinFileRefused.next': 'Write the request again at the new machine and bring it here.',

  'problem.line.addressGone': 'the machine no longer has this address',
  'problem.line.portTaken': 'another program uses the port, or it may not be used',
  'problem.line.notOpened': 'the system refused',

  'problem.badInput.recoveryKey': 'The recovery key is mistyped or incomplete.',
  'problem.badInput.recoveryGroup': 'Group {group} of the recovery key is mistyped.',
  'problem.badInput.recoveryNext': 'Compare it with the sheet and type it again. This does not count as a wrong try.',
  'problem.medium.gone': 'the medium was pulled out',
  'problem.medium.full': 'the medium is full',
  'problem.medium.readOnly': 'the medium is write-protected',
  'problem.medium.swapped': 'the medium was swapped for another',
  'problem.medium.damaged': 'the medium reports an error',
  'problem.medium.readsBackDifferently': 'what was written reads back differently',
  'problem.medium.nameTaken': 'a folder of the same name lies on the medium',
  'problem.exportName.sign': 'it has characters that are not allowed',
  'problem.exportName.tooLong': 'it is too long',
  'problem.exportName.personal': 'it holds digits like an identity or telephone number',
  'problem.folder.besideOffice': 'it lies in the same place as the ledger',
  'problem.folder.notWritable': 'it cannot be written to',
  'problem.folder.readsBackDifferently': 'what was written reads back differently',
  'problem.folder.notReadable': 'it cannot be read',
  'problem.kept': 'What was kept',
  'problem.next': 'Next',
  'problem.wait.seconds': ' {seconds} {seconds|second|seconds}',
  'problem.wait.minutes': ' {minutes} {minutes|minute|minutes}',
  'problem.wait.both': ' {minutes} min {seconds} s',
}
