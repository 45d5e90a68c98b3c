import type { catalogueRefusalMessages as zhCn } from '../zh-cn/catalogue-refusals'

export const catalogueRefusalMessages: Record<keyof typeof zhCn, string> = {
  'refusal.notCatalogued': 'The catalogue has no such document.',
  'refusal.alreadyCatalogued': 'This document is catalogued already.',
  'refusal.documentWithdrawn': 'This document was taken out of the catalogue. Restore it before you change it.',
  'refusal.documentNotWithdrawn': 'This document is in the catalogue; there is nothing to restore.',
  'refusal.indexNoTaken':
    'Index number {indexNo} was used before. No number is given twice, also not that of a document taken out. Choose another.',
  'refusal.topicUnknown': 'There is no topic class with code {code}.',
  'refusal.publishedBeforeMade': 'Published on {publishedOn}, before it was made on {madeOn}. Check both dates.',
  'refusal.documentDayAhead': 'The date {on} lies after today, {today}. Check it.',
  'refusal.validityEndsBefore': 'It ends on {to}, before it takes effect on {from}. Check both dates.',
  'refusal.closedWithoutReason': 'What is disclosed on request or not at all needs its reason.',
  'refusal.publishedButClosed':
    'What is disclosed on request or not at all has no date of publication. What was published is proactive.',
  'refusal.wordsMisplaced': 'Words of a document that is not public can only be kept sealed. Nothing was written.',
  'refusal.wordsIncomplete':
    'A document becomes public with all of its words; missing: {missing}. Nothing was written.',
  'refusal.changedMeanwhile':
    'Somebody has changed "{field}" meanwhile. Open the document again and look at it first. Nothing was written.',
  'refusal.changeEmpty': 'There is nothing to change.',
  'refusal.relatedToItself': 'A document cannot amend, repeal or interpret itself.',
  'refusal.relatedToNothing': 'The catalogue does not have the document it is to be related to.',
  'refusal.standardListUnknown': 'There is no such standard list; it may have been removed.',
  'refusal.kindOfBodyTaken':
    'There is a standard list for "{kindOfBody}" already; this one was not saved. Change the other one, or name another kind of body.',
  'refusal.matterMissing': 'Row {row} has no matter.',
  'refusal.attachmentUnknown': 'This document has no such attachment.',
  'refusal.templateWithoutSerial': 'The rule must end with one serial number, such as {seq5}.',
  'refusal.templatePartUnknown': 'The rule has a part that the program does not know: {part}.',
  'refusal.templateCodeMissing': 'The rule uses the {code}. Fill it in first.',
  'refusal.templateCode.orgCode': 'organisation code',
  'refusal.templateCode.uscc': 'unified social credit code',
}
