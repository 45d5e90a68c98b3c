import type { documentImportMessages as zhCn } from '../zh-cn/document-import'

export const documentImportMessages: Record<keyof typeof zhCn, string> = {
  'refusal.documentsImportedAlready': 'This import has been recorded already.',
  'refusal.documentsNotImported': 'The ledger has no such import.',

  'docImport.source.empty': 'there is no document in it',
  'docImport.source.tooLarge':
    'it is too large; a list has at most 64 MB and 20,000 rows, so split it or use JSON Lines or a package',
  'docImport.source.tooMany': 'there are more than 100,000 documents; import them in parts',
  'docImport.source.oldExcel': 'it is an old Excel file, or has a password; save it as xlsx',
  'docImport.source.damaged': 'it is damaged, or of another kind',
  'docImport.source.encoding': 'its encoding is not known; save it as UTF-8',
  'docImport.source.notReadable': 'it cannot be opened; it may have been moved, or you may not read it',
  'docImport.source.otherFormat': 'files of this kind cannot be imported',

  'docImport.bag.bagUndeclared': 'its BagIt declaration is missing or incomplete',
  'docImport.bag.bagVersion': 'it is BagIt {version}; only 1.0 and 0.97 are read',
  'docImport.bag.bagFetches': 'it asks for files to be fetched (fetch.txt), which this program never does',
  'docImport.bag.bagManifestMissing': 'it has no SHA-256 manifest',
  'docImport.bag.bagManifestLine': 'line {line} of a manifest is malformed',
  'docImport.bag.bagFileMissing': 'a file is missing or cannot be read: {path}',
  'docImport.bag.bagFileUnnamed': 'no manifest names this file: {path}',
  'docImport.bag.bagFileChanged': 'a file differs from its manifest and may have been changed: {path}',
  'docImport.bag.bagTwins': 'some systems take these two names for one: {path} and {other}',
  'docImport.bag.bagCount': 'size and number of files should be {said} and are {actual}',

  'docImport.hostile.link': 'it holds a link to somewhere else: {path}',
  'docImport.hostile.outside': 'a file would lie outside the package: {path}',
  'docImport.hostile.unusable': 'a file name cannot be used: {path}',
  'docImport.hostile.bomb': 'it is packed more tightly than any document is: {path}',
  'docImport.hostile.tooMany': 'it has too many files or folders: {path}',
  'docImport.hostile.tooLarge': 'it has more than 8 GB',
  'docImport.hostile.locked': 'a file has a password or an unknown packing: {path}',
  'docImport.hostile.notAFile': 'it holds something that is no file: {path}',
}
