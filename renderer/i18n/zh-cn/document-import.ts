/** Documents on their way into the catalogue. */
export const documentImportMessages = {
  'refusal.documentsImportedAlready': '这一批文件已经登记导入。',
  'refusal.documentsNotImported': '账本里没有这一批导入。',

  'docImport.source.empty': '里面没有文件',
  'docImport.source.tooLarge': '文件太大；清单不超过 64 MB、2 万行，更多的请分开，或者用 JSON Lines 或移交包',
  'docImport.source.tooMany': '超过 10 万份，请分开导入',
  'docImport.source.oldExcel': '是旧格式的 Excel 文件，或者有密码；请另存为 xlsx',
  'docImport.source.damaged': '文件损坏，或者不是这种格式',
  'docImport.source.encoding': '文字编码认不出；请另存为 UTF-8',
  'docImport.source.notReadable': '打不开，可能已经移走，或者没有权限',
  'docImport.source.otherFormat': '这种格式不能导入',

  'docImport.bag.bagUndeclared': '没有 BagIt 声明文件，或者声明不完整',
  'docImport.bag.bagVersion': 'BagIt 版本是 {version}，只认 1.0 和 0.97',
  'docImport.bag.bagFetches': '包里要求到别处下载文件（fetch.txt），本程序不下载',
  'docImport.bag.bagManifestMissing': '没有 SHA-256 清单',
  'docImport.bag.bagManifestLine': '清单第 {line} 行不合规范',
  'docImport.bag.bagFileMissing': '缺少文件或者读不出：{path}',
  'docImport.bag.bagFileUnnamed': '清单里没有这个文件：{path}',
  'docImport.bag.bagFileChanged': '文件和清单对不上，可能被改动：{path}',
  'docImport.bag.bagTwins': '两个文件名在有的系统里是同一个：{path} 和 {other}',
  'docImport.bag.bagCount': '文件的大小和份数应是 {said}，实际是 {actual}',

  'docImport.hostile.link': '包里有指向别处的链接：{path}',
  'docImport.hostile.outside': '有文件的路径跑到包外：{path}',
  'docImport.hostile.unusable': '文件名不能用：{path}',
  'docImport.hostile.bomb': '压缩得不合常理，像是恶意文件：{path}',
  'docImport.hostile.tooMany': '文件太多或者层数太深：{path}',
  'docImport.hostile.tooLarge': '包太大，超过 8 GB',
  'docImport.hostile.locked': '文件有密码，或者压缩方式认不出：{path}',
  'docImport.hostile.notAFile': '包里有不是普通文件的内容：{path}',
} as const
