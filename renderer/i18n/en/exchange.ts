import type { exchangeMessages as source } from '../zh-cn/exchange'

export const exchangeMessages: Readonly<Record<keyof typeof source, string>> = {
  'exchange.title': 'Exchange',
  'exchange.loading': 'Looking at the exchange…',
  'exchange.now': 'Exchange now',
  'exchange.stop': 'Stop',
  'exchange.now.notEnrolled': 'This machine is not enrolled at headquarters yet',
  'exchange.now.byMedia': 'There is no network address of headquarters: exchange by media only',
  'exchange.now.running': 'Exchanging',

  'exchange.status.notEnrolled': 'Offline; work continues',
  'exchange.status.byMedia': 'Exchange by media',
  'exchange.status.running': 'Exchanging',
  'exchange.status.waiting': '{n} {n|act|acts} to send',
  'exchange.status.level': 'All sent',
  'exchange.status.scansGo': '{n} {n|scan|scans} to send',
  'exchange.status.scansCome': '{n} {n|scan|scans} to fetch',
  'exchange.status.trouble': '{n} {n|act|acts} to send, no line',
  'exchange.status.tooOften': 'Headquarters asks to wait',
  'exchange.status.fast': 'Clock {apart} fast',
  'exchange.status.slow': 'Clock {apart} slow',
  'exchange.status.refused': 'Refused by headquarters',

  'exchange.standing': 'As it stands',
  'exchange.standing.notEnrolled': 'This machine is not enrolled at headquarters yet',
  'exchange.standing.notEnrolledMeans':
    "Every record is in this machine's own ledger, and work goes on. Once enrolled, the program sends and receives by itself; without a network, by media.",
  'exchange.standing.notEnrolledNext':
    'An administrator enrols it below, under "Headquarters": that takes a code from headquarters.',
  'exchange.standing.running': 'Exchanging: {went} sent, {came} received.',
  'exchange.standing.level': 'Nothing waits to be sent.',
  'exchange.standing.levelUntil': 'Headquarters has signed for every record of this machine, up to {at}.',
  'exchange.standing.waiting': '{n} {n|record waits|records wait} to be sent, the oldest of {at}.',
  'exchange.standing.levelButScans': 'Every record is sent; {n} {n|scan|scans} ({size}) still on the way.',
  'exchange.standing.levelButFetch': 'Every record is sent; scans are still to be fetched.',
  'exchange.scans.go': '{n} {n|scan|scans} ({size}) still on the way.',
  'exchange.scans.goByMedia':
    '{n} {n|scan|scans} ({size}) not at headquarters yet: the next export for headquarters takes them along.',
  'exchange.scans.come': '{n} {n|scan|scans} ({size}) still to be fetched from headquarters.',
  'exchange.scans.elsewhere':
    'Headquarters does not have {n} of them yet either: the machine that holds them has to exchange first, and they are fetched by themselves.',
  'exchange.scans.trouble.away':
    'The scans broke off: the line was cut. What went counts, and the rest goes on by itself.',
  'exchange.scans.trouble.refused':
    'The scans broke off: headquarters did not accept this machine. They all stay where they are. Ask headquarters.',
  'exchange.scans.trouble.notUnderstood':
    "The scans broke off: the answer was not signed by the pinned key, or has a form that is not known. They all stay where they are. Compare the versions with headquarters, and have a proxy's size limit checked.",
  'exchange.scans.trouble.diskFull':
    'This disk is full: scans from headquarters cannot be fetched; those to be sent go all the same. Make room, and it goes on by itself.',
  'exchange.scans.trouble.diskFailed':
    'This disk cannot be written: scans from headquarters cannot be fetched; those to be sent go all the same. Have the disk checked; it goes on by itself.',
  'exchange.standing.byMedia': 'This machine exchanges by media.',
  'exchange.lastContact': 'Last contact',
  'exchange.lastLevel': 'All records last exchanged',
  'exchange.nextTry': 'Next try',
  'exchange.never': 'Never yet',
  'exchange.noneBy': 'Not by itself',
  'exchange.confirmed': 'Signed for up to',
  'exchange.trouble.away':
    'Headquarters cannot be reached. Every record is here and none is lost; the program tries again by itself, at least every five minutes. Look at the network, or exchange by media meanwhile.',
  'exchange.trouble.refused':
    'Headquarters does not accept this machine: it was closed, or headquarters was restored from a backup that does not know it. Every record is here and work goes on. Ask headquarters; for a new code, enrol again on this page.',
  'exchange.trouble.notUnderstood':
    'The answer was not signed by the pinned key, or has a form that is not known, and was not believed. Every record is here. Check the address; ask headquarters whether its key or program has changed.',
  'exchange.trouble.tooOften':
    'Headquarters asks this machine to wait: it has had enough requests for this minute, and nothing is wrong with the line. What went counts, and the rest is here; at the time of the next try it goes on by itself. Nothing is to be done.',
  'exchange.trouble.stopped':
    'Somebody stopped this exchange. What went and came counts; the rest goes on the next time.',
  'exchange.clock':
    "This machine's clock is {apart} {way}. Records go all the same, and headquarters' receipts give the time. Have the clock set.",
  'exchange.clock.told':
    "When headquarters took this machine's records, it found the clock here {apart} {way}. They were all taken and stay as they were signed. Have the administrator set the clock; this goes once headquarters has signed for records written after that.",
  'exchange.clock.doubt': 'the clock that wrote this was {apart} fast; day and time here are not certain',
  'exchange.clock.minutes': '{n} {n|minute|minutes}',
  'exchange.clock.hours': '{n} {n|hour|hours}',
  'exchange.clock.days': '{n} {n|day|days}',
  'exchange.clock.fast': "ahead of headquarters'",
  'exchange.clock.slow': "behind headquarters'",

  'exchange.chains': 'Records by machine',
  'exchange.chains.whose': 'Written by',
  'exchange.chains.held': 'Held here',
  'exchange.chains.confirmed': 'Signed for',
  'exchange.chains.waiting': 'Waiting',
  'exchange.chains.oldest': 'Oldest of them',
  'exchange.chains.until': 'Signed for at',
  'exchange.chains.none': 'None',
  'exchange.chains.revoked': 'Closed from record {seq} on',
  'exchange.whose.own': 'this machine',
  'exchange.whose.former': 'this machine (before its new chain)',
  'exchange.whose.headquarters': 'headquarters',
  'exchange.whose.window': '{window} ({workstation})',
  'exchange.whose.other': 'another machine ({chain})',
  'exchange.whose.unknown': 'a machine that does not say who it is',

  'exchange.attention': 'To be looked at',
  'exchange.attention.none':
    "Nothing was refused, and nothing else is out of the ordinary. Where machines' records contradict each other, it is listed below.",
  'exchange.movements': 'Sent and received',
  'exchange.movements.none': 'Nothing has been sent or received yet.',
  'exchange.times': '{n} {n|time|times}',
  'exchange.by.headquarters': 'headquarters',
  'exchange.by.bundle': 'a medium',
  'exchange.acts.one': 'record {from}',
  'exchange.acts.some': 'records {from} to {to}',
  'exchange.went': 'Headquarters signed for {acts} of {who}.',
  'exchange.came': 'From {by} came {acts} of {who}.',
  'exchange.refusedThere':
    'Headquarters did not take records of {who} from {from} on: {why}. They are here and nothing is lost. {next}',
  'exchange.refusedHere':
    'Records from {by} were not taken ({who}, from {from} on): {why}. What is here has not changed. {next}',
  'exchange.why.badSignature': 'a signature is wrong',
  'exchange.why.revoked': 'the machine was closed, and what it wrote afterwards does not count',
  'exchange.why.brokenChain': 'they do not follow each other; something may have been changed or swapped',
  'exchange.why.unknownChain': 'nobody knows which machine wrote them',
  'exchange.why.wrongOffice': "they are another office's",
  'exchange.why.notASegment': 'their form is not understood',
  'exchange.why.tooLarge': 'they are larger than can be taken at once',
  'exchange.why.fork': 'there are two different records of one number',
  'exchange.why.cannotWrite': 'this machine could not write its ledger',
  'exchange.next.badSignature': 'Have the ledger and the disk checked; move no files.',
  'exchange.next.revoked': 'Ask headquarters if that is a mistake; otherwise nothing is to be done.',
  'exchange.next.brokenChain': 'Have the ledger and the disk checked; move no files.',
  'exchange.next.unknownChain': 'Once that machine is enrolled, or its admission arrives, it is tried again.',
  'exchange.next.wrongOffice': 'Check the address of headquarters, or whether it is the right medium.',
  'exchange.next.notASegment': "Check both programs' versions; after an update it is tried again.",
  'exchange.next.tooLarge': 'Report this sentence to the administrator.',
  'exchange.next.fork': 'The next exchange finds where they part; report it if it goes on.',
  'exchange.next.cannotWrite': 'See whether the disk is full or the ledger for reading only; it is tried again.',
  'exchange.rolledOver':
    "This machine's ledger and headquarters' differ after record {at}: it was restored from a backup, or its disk was copied. The program has begun a new chain and written again what came after; nothing is lost. Check the latest records; close the other machine if a disk was copied.",
  'exchange.branchLeft':
    'The ledger of {who} stood twice after record {at}; that from {by} holds. What only this machine had was written again, and nothing is lost. Nothing is to be done.',
  'exchange.branchKept':
    'The ledger of {who} stood twice after record {at}; the one here holds, and that from {by} was not taken. Let that machine exchange with headquarters once, and it puts itself in order.',
  'exchange.partingNotShown':
    "Headquarters says that record {seq} of {who} is another, and cannot show that machine's signature. Nothing was changed here. Ask headquarters.",
  'exchange.headquartersWentBack':
    'Headquarters was restored from an old backup: of {who} it had signed for {from} records and now has {to}. What is missing was sent again. Nothing is to be done.',
  'exchange.headquartersRewrote':
    'Headquarters has signed for two different records {seq} of {who}. Both receipts are kept here as proof, and stand on this page under "Receipts that contradict each other". Tell the head, and ask headquarters.',
  'exchange.contradicted': 'Receipts that contradict each other',
  'exchange.contradicted.line': 'Record {seq} of {who}, as headquarters signed for it twice:',
  'exchange.outlived.line':
    'Record {seq} of {who}: headquarters signed for it, later for no more than record {to}, and not for it again:',
  'exchange.contradicted.next':
    "The last line of each is headquarters' signature, which its public key proves. The program keeps them. Save them as a file, which the head takes to headquarters.",
  'exchange.contradicted.save': 'Save as a file…',
  'exchange.contradicted.saved':
    'Saved to {path}: the receipts, their signatures and the public key of headquarters, and nothing personal. Anybody can check them.',
  'exchange.receiptNotSigned':
    'A receipt was not signed by the pinned key and was not believed. The records still wait and go again. Compare the key with headquarters if it goes on.',
  'exchange.clockAhead':
    "From record {seq} on, the clock of {who} was {hours} {hours|hour|hours} ahead of headquarters'. The records were taken, and headquarters corrects the time. Have that clock set.",
  'exchange.fromTheFuture':
    'A medium brought records of {who} that, from record {seq} on, say a moment which has not come yet, {apart} ahead of this clock: that clock is fast, or this one slow. They were taken and stay as they were signed. Compare both clocks, and set the one that is wrong.',
  'exchange.noted.pending':
    'Headquarters took record {seq} of {who}, and its program does not understand it yet. It counts after an update there. Nothing is to be done.',
  'exchange.noted.poison':
    'Headquarters took record {seq} of {who}, and could not count it. It is not lost. Ask headquarters.',
  'exchange.scanHeldUp': 'A scan (its file begins with {file}) was not carried: {why}. The others go on. {next}',
  'exchange.scanHeldUp.why.changedHere': 'the file on this disk is not what was registered',
  'exchange.scanHeldUp.why.changedThere': 'what the other side gave is not what was registered, and was not kept',
  'exchange.scanHeldUp.why.changedOnMedium': 'what the medium brought is not what was registered, and was not kept',
  'exchange.scanHeldUp.why.notTaken': 'the other side received something else than was sent, and did not take it',
  'exchange.scanHeldUp.why.tooLarge': 'it is larger than the other side takes',
  'exchange.scanHeldUp.why.unreadable': 'this disk does not give the file back',
  'exchange.scanHeldUp.next.changedHere':
    'Have the disk and the backup checked; move no files. Whoever has the same file adds it to its request once more.',
  'exchange.scanHeldUp.next.changedThere': 'Ask headquarters, or the machine that has it; it is fetched again later.',
  'exchange.scanHeldUp.next.changedOnMedium':
    'Have the disk of the machine that wrote it checked; a good one is fetched from headquarters or another machine.',
  'exchange.scanHeldUp.next.notTaken': 'It is sent again later; if that goes on, have network and proxy checked.',
  'exchange.scanHeldUp.next.tooLarge': "Compare the programs' versions with headquarters, or with the other machine.",
  'exchange.scanHeldUp.next.unreadable': 'Have the disk and the backup checked; move no files.',
  'exchange.noAnswer.away':
    'Headquarters could not be reached. Every record is here, and the program tries again by itself.',
  'exchange.noAnswer.refused': 'Headquarters did not accept this machine. Every record is here. Ask headquarters.',
  'exchange.noAnswer.notUnderstood':
    'The answer was not signed by the pinned key or has an unknown form, and was not believed. Every record is here. Check address and version.',
  'exchange.noAnswer.tooOften': 'Headquarters asks this machine to wait; it goes on by itself.',
  'exchange.noAnswer.locked': 'The program was locked during the exchange; it goes on after the next sign-in.',
  'exchange.noAnswer.stopped': 'Somebody stopped this exchange; the rest goes on the next time.',

  'exchange.clocks': 'Records written by a wrong clock',
  'exchange.clocks.line': "{who}, {acts}: written while that clock was {apart} ahead of headquarters'.",
  'exchange.clocks.next':
    'What was signed is not changed. Every machine places these records by the corrected time, so what was put right after them holds. The history says beside these records that their time is not certain. Time limits count from the recorded day of receipt and are not touched. Have that clock set, and check the days that these records name.',
  'exchange.conflicts': 'Cases with conflicts',
  'exchange.conflicts.aside': '{n} {n|case|cases}',
  'exchange.conflicts.next':
    'Open the case and settle the conflict under "More", with a reason; to use the other value, correct it first.',
  'exchange.conflicts.open': 'Open {no}',
  'exchange.conflicts.documents': 'Documents with conflicts',
  'exchange.conflicts.documents.aside': '{n} {n|document|documents}',
  'exchange.conflicts.documents.next':
    'Open the document; a reviewer or the head settles the conflict there, with a reason. To use the other value, write it under "Change".',
  'exchange.conflicts.visits': 'Visits with conflicts',
  'exchange.conflicts.visits.aside': '{n} {n|visit|visits}',
  'exchange.conflicts.visits.next':
    'Open the visit; a reviewer or the head settles the conflict there, with a reason. What had no effect is entered again or corrected on that page.',
  'exchange.twice': 'Numbers used twice',
  'exchange.twice.line': '{series} {number}',
  'exchange.twice.series.request': 'Request',
  'exchange.twice.series.letter': 'Letter',
  'exchange.twice.series.certificate': 'Certificate',
  'exchange.twice.series.index': 'Index number',
  'exchange.twice.at.request': 'Case',
  'exchange.twice.at.document': 'Document',
  'exchange.twice.at.visit': 'Visit',
  'exchange.twice.at.office': 'Void numbers',
  'exchange.twice.at.other': 'Other record',
  'exchange.twice.next':
    'Two machines used one number without knowing of each other. Both records are here. The head decides which one keeps it; the other is corrected or issued anew.',

  'exchange.headquarters': 'Headquarters',
  'exchange.headquarters.address': 'Network address',
  'exchange.headquarters.byMedia': 'None; exchange by media',
  'exchange.headquarters.print': 'Key fingerprint',
  'exchange.headquarters.since': 'Enrolled',
  'exchange.headquarters.adminOnly': 'An administrator enrols',
  'exchange.headquarters.setAddress': 'Change the address',
  'exchange.headquarters.newAddress': 'New address',
  'exchange.headquarters.addressHint':
    'Empty: exchange by media only. The key stays; a headquarters with another one is not accepted.',
  'exchange.headquarters.leave': 'End the exchange',
  'exchange.headquarters.leaveMeans':
    'This machine sends nothing more to headquarters and receives nothing. Its records stay here; what headquarters has stays there. To exchange again takes a new code.',
  'exchange.headquarters.leaveNext': 'If the machine was lost, stolen or replaced, have headquarters close it as well.',
  'exchange.headquarters.again':
    'Replaced, closed by mistake, or another key at headquarters: end the exchange, then enrol with a new code.',
  'exchange.enrol.byLine': 'Enrol on the line',
  'exchange.enrol.address': 'Address of headquarters',
  'exchange.enrol.addressHint': 'As on the enrolment sheet, such as https://gongkai.example.gov.cn:8787',
  'exchange.enrol.code': 'Enrolment code',
  'exchange.enrol.codeHint': 'From headquarters; good for 72 hours and once, such as 530102001-07-48213770-4',
  'exchange.enrol.do': 'Enrol',
  'exchange.enrol.missing': 'First the address and the code',
  'exchange.enrol.codeMissing': 'First the code',
  'exchange.enrol.byMedia': 'Without a network: enrol by media',
  'exchange.enrol.byMediaMeans':
    'With the code filled in, write the request, have it carried to headquarters, and read the answer that comes back.',
  'exchange.enrol.writeRequest': 'Write the request',
  'exchange.enrol.readAnswer': 'Read the answer',
  'exchange.enrol.written':
    'The request is at {path}. Take it to headquarters, bring the answer back, then press "Read the answer".',
  'exchange.compare': 'Compare the key',
  'exchange.compare.means':
    "Compare this fingerprint with the one on headquarters' screen or the enrolment sheet. Only if all eight groups agree is it headquarters.",
  'exchange.compare.same': 'They agree, begin',
  'exchange.compare.differs': 'They differ',
  'exchange.compare.dropped':
    'The key was not accepted and this machine is not enrolled. Tell headquarters: the code is used up, and the machine just enrolled should be closed.',
  'exchange.enrol.why.addressWrong': 'the address is wrong',
  'exchange.enrol.why.away': 'nobody answers at this address',
  'exchange.enrol.why.certificate': 'the certificate is wrong, so that it may not be headquarters',
  'exchange.enrol.why.notHeadquarters': 'what answers is not headquarters',
  'exchange.enrol.why.busy': 'headquarters cannot do it just now',
  'exchange.enrol.why.tooOften': 'too many tries, headquarters asks to wait',
  'exchange.enrol.why.codeMistyped': 'the code is mistyped',
  'exchange.enrol.why.codeRefused': 'the code is wrong, used, outdated, or was tried too often',
  'exchange.enrol.why.notSigned': 'the request was changed on its way and its signature is wrong',
  'exchange.enrol.why.otherOffice': "the code is another office's, or the office has another ledger",
  'exchange.enrol.why.chainKnown': 'headquarters knows this machine as another computer, or has closed it',
  'exchange.enrol.why.openingRefused': 'headquarters does not accept the first records of the ledger',
  'exchange.enrol.why.answerNotOurs': 'the answer is not for this machine',
  'exchange.enrol.why.otherKey': 'the answer has another key than the pinned one',
  'exchange.enrol.why.fileUnreadable': 'the file does not read, or is no answer',
  'exchange.enrol.why.nothingToConfirm': 'no key waits to be compared, or it is another one by now',
  'exchange.enrol.why.notEnrolled': 'this machine is not enrolled at headquarters yet',
  'exchange.enrol.next.addressWrong': 'Type it as on the sheet, with https:// or http://, up to the port.',
  'exchange.enrol.next.away':
    'Check network, address and port; without a network enrol by media. The code is not used up.',
  'exchange.enrol.next.certificate':
    "Check the address; have the office's own certificate installed here. The code is not used up.",
  'exchange.enrol.next.notHeadquarters': 'Check address and port.',
  'exchange.enrol.next.busy': 'Try again in a few minutes. The code is not used up.',
  'exchange.enrol.next.tooOften': 'Try again in a minute.',
  'exchange.enrol.next.codeMistyped': 'Type it again from the sheet. A slip costs no try.',
  'exchange.enrol.next.codeRefused': 'Check it and try once more; else ask headquarters for another.',
  'exchange.enrol.next.notSigned': 'Try once more; by media, write the request again.',
  'exchange.enrol.next.otherOffice': 'Ask headquarters which office it is. The code is not used up.',
  'exchange.enrol.next.chainKnown':
    'If it was copied from another computer, set this one up or let it join first; if closed by mistake, ask headquarters. The code is not used up.',
  'exchange.enrol.next.openingRefused': 'Have the ledger checked. The code is not used up.',
  'exchange.enrol.next.answerNotOurs': 'Check whether it is the right file or address.',
  'exchange.enrol.next.otherKey': 'Ask headquarters first. If its key did change, end the exchange and enrol again.',
  'exchange.enrol.next.fileUnreadable': 'Choose the answer that headquarters gave (json).',
  'exchange.enrol.next.nothingToConfirm': 'Enrol once more.',
  'exchange.enrol.next.notEnrolled': 'Enrol first.',
}
