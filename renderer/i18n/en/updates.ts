import type { updateMessages as zhCn } from '../zh-cn/updates'

export const updateMessages: Record<keyof typeof zhCn, string> = {
  'update.title': 'Updates of the program',
  'update.aside':
    'Without internet. From a stick or from headquarters, a package is used after its signature was verified.',
  'update.version': 'Version {version} is running ({platform}).',
  'update.may.noKey':
    'This program was built without a key to verify updates with and takes none. Ask whoever hands out the program for its installer.',
  'update.may.training': "No updates from the training store. Go back to the office's own.",
  'update.choose': 'Choose an update',
  'update.takeOffered': 'Verify the opened update {name}',
  'update.ask': 'Ask headquarters',
  'update.there': 'Update at headquarters',
  'update.there.newer': 'Headquarters has version {version}, {megabytes} MB.',
  'update.there.quiet':
    'Fetched only when you say so, then verified like one from a stick. Headquarters does not vouch for it.',
  'update.there.held': '{megabytes} MB of it are here; it goes on from there.',
  'update.there.tooFarApart':
    'Headquarters has a newer version, but {version} has to be installed first. Ask whoever hands out the program for {version}.',
  'update.there.noneNewer': 'Headquarters has no newer update.',
  'update.there.notConnected':
    'This machine does not exchange with a headquarters over the network. Use an update from a stick.',
  'update.there.unknownThere': 'The program of headquarters is older and hands out no updates. Use one from a stick.',
  'update.there.away': 'Headquarters cannot be reached. Ask again later, or use an update from a stick.',
  'update.there.tooOften':
    'Headquarters asks this machine to wait: it has had enough requests for this minute. Ask again in a minute or two.',
  'update.there.refused':
    'Headquarters does not know this machine (any more). See the exchange, or use an update from a stick.',
  'update.there.notUnderstood':
    'The answer was not understood or not signed by headquarters, and was not used. Tell whoever runs headquarters.',
  'update.fetch': 'Fetch {version}',
  'update.fetchOn': 'Go on fetching {version}',
  'update.fetching': 'Fetching from headquarters, {done} / {total} MB.',
  'update.left.seconds': 'About {n} s left.',
  'update.left.minutes': 'About {n} min left.',
  'update.verifying': 'Fetched; verifying.',
  'update.stopFetch': 'Stop',
  'update.package': 'Verified update',
  'update.taken': 'Version {version}: the signature is genuine, the contents are whole, and it is for this machine.',
  'update.about': '{file}, made {at}, {megabytes} MB.',
  'update.notes': 'What is new: {notes}',
  'update.fingerprint': 'Checksum {fingerprint}',
  'update.begin': 'Update to {version}',
  'update.drop': 'Leave this update',
  'update.dialog': 'Update from {from} to {to}',
  'update.does': 'What it does',
  'update.does.check': 'Reads the ledger from end to end and counts the view first. One fault, and there is no update.',
  'update.does.open':
    'Hands the verified installer to the system, which may ask for the password of an administrator of the machine.',
  'update.does.show': 'Opens the folder with the new program file; put it in the place of the old one.',
  'update.does.end': 'The program ends. Open it as usual once the update is installed.',
  'update.does.after': 'At the first sign-in all is checked once more; the result is shown above the desk and here.',
  'update.keeps': 'What stays',
  'update.keeps.data':
    'Ledger, scans, keys and drafts do not lie in the folder of the program; the installer does not touch them.',
  'update.keeps.settings': 'People, passwords, recovery sheet and settings stay as they are.',
  'update.fails': 'If it fails',
  'update.fails.again': 'Not installed: the program before it works as it did; choose the update and try again.',
  'update.fails.damaged':
    'Something is wrong afterwards: stop working, delete nothing, and ask whoever hands out the program; the copy of the ledger is on another disk.',
  'update.checking': 'Checking ledger and view',
  'update.notSound': 'The check found something; no update.',
  'update.sound': '{acts} acts in the ledger and {rows} rows in the view: sound.',
  'update.noCopy': 'The ledger has no copy that is up to date. Better choose a folder under "This machine" first.',
  'update.later': 'Not now',
  'update.start': 'Hand to the system',
  'update.handed.opened': 'The installer was handed to the system; the program ends now',
  'update.handed.shown': 'The folder was opened; the program ends now',
  'update.last.updated':
    'Updated from {from} to {to}, checked {at}: {acts} acts in the ledger and {rows} rows in the view, sound.',
  'update.last.notInstalled':
    'Checked {at}: {to} was not installed, {from} is running. {acts} acts in the ledger, sound and unchanged.',
  'update.misplaced.to':
    'The program runs from the folder of updates ({file}). Close it, move that file to {to} in the place of the old one, and open it from there from now on.',
  'update.misplaced.somewhere':
    'The program runs from the folder of updates ({file}). Close it, move that file to where the program is usually opened, in the place of the old one, and open it from there from now on.',
  'update.damaged.journal':
    'Checked {at} after the update to {to}: the ledger is damaged and can only be read. Stop working, delete nothing, and ask whoever hands out the program.',
  'update.damaged.shorter':
    'Checked {at} after the update to {to}: the ledger is not the one from before; acts are missing or others. Stop working, delete nothing, and ask whoever hands out the program.',
  'update.damaged.view':
    'Checked {at} after the update to {to}: the ledger is sound, but rows are missing from the view. Stop working and ask whoever hands out the program; the view can be built again from the ledger.',
  'update.damaged.behind':
    'Checked {at} after the update to {to}: the ledger is sound, but the view has not followed. Close the program and open it again; if that does not help, ask whoever hands out the program.',
  'update.cut.away': 'the line broke or is too slow',
  'update.cut.tooOften': 'headquarters asks this machine to wait a minute or two',
  'update.cut.refused': 'headquarters does not know this machine',
  'update.cut.notUnderstood': 'the answer was not understood or not signed by headquarters',
  'update.cut.locked': 'the program was locked',
  'update.cut.diskFull': 'this disk has no room for it, or cannot be written',
  'update.notWhole.otherBytes': 'its checksum is not the one that headquarters told',
  'update.notWhole.gone': 'headquarters no longer has it, or it is shorter than was said',
  'update.refused.unreadable': 'the file cannot be read; the medium may be loose or was pulled out',
  'update.refused.tooLarge': 'the file is too large',
  'update.refused.notAPackage': 'it is no update, is not complete, or was tampered with',
  'update.refused.noKeyHere': 'this program has no key to verify with',
  'update.refused.notSigned': 'it is not signed',
  'update.refused.otherSignature':
    'the signature is wrong: it is not of whoever hands out the program, or something was changed',
  'update.refused.newerForm': 'its form is newer than this program',
  'update.refused.manifest': 'its list of contents is against the rules',
  'update.refused.otherContents': 'its files are not those of its list',
  'update.refused.changed': 'the installer is not what its list says; it was changed or not copied to the end',
  'update.refused.otherProduct': 'it is an update of another program',
  'update.refused.otherPlatform': 'it is for another system ({version})',
  'update.refused.otherInstaller':
    'its installer ({version}) is of another kind than the program on this machine, and would not replace it',
  'update.refused.older': 'version {version} is older than what has been used here; there is no way back',
  'update.refused.sameVersion': 'version {version} is running already',
  'update.refused.tooFarApart': 'version {version} has to be installed first',
}
