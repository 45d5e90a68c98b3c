/** What a column of a list, or a line of front matter, may be of a document. */
export const catalogueFields = [
  'indexNo',
  'title',
  'docNo',
  'issuer',
  'publisher',
  'agency',
  'topicClass',
  'genre',
  'documentDate',
  'formedOn',
  'changedOn',
  'publishedOn',
  'validFrom',
  'validTo',
  'validity',
  'attribute',
  'closedBecause',
  'abstract',
  'keywords',
  'legalBasis',
  'source',
  'relations',
  'attachments',
  'text',
] as const
export type CatalogueField = (typeof catalogueFields)[number]

/** Days; each is read in any way that old lists write them. */
export const dayFields = ['documentDate', 'formedOn', 'changedOn', 'publishedOn', 'validFrom', 'validTo'] as const
export type DayField = (typeof dayFields)[number]

/** The head word of each field in what this program writes; the same in every format, so that it can be read again. */
export const headWordOf: Readonly<Record<CatalogueField, string>> = {
  indexNo: '索引号',
  title: '标题',
  docNo: '发文字号',
  issuer: '发文机关',
  publisher: '发布机构',
  agency: '所属机关',
  topicClass: '主题分类',
  genre: '体裁',
  documentDate: '成文日期',
  formedOn: '形成日期',
  changedOn: '变更日期',
  publishedOn: '发布日期',
  validFrom: '生效日期',
  validTo: '废止日期',
  validity: '有效性',
  attribute: '公开属性',
  closedBecause: '不公开理由',
  abstract: '内容概述',
  keywords: '关键词',
  legalBasis: '依据',
  source: '信息来源',
  relations: '相关文件',
  attachments: '附件',
  text: '正文',
}

/** Other words that lists and front matter use for the same (reference 8.1). */
const otherWords: Readonly<Record<CatalogueField, readonly string[]>> = {
  indexNo: ['索引编号', '信息索引号', '索引', 'indexno', 'index'],
  title: ['名称', '题名', '文件名称', '文件标题', '信息名称', '题目', 'title'],
  docNo: ['文号', '字号', '文件编号', '发文号', '文件号', 'docno', 'number'],
  issuer: ['发文单位', '制发机关', '印发机关', '责任者', '制定机关', 'issuer', 'author'],
  publisher: ['公开机构', '发布单位', '发布机关', '公开主体', '公开单位', 'publisher'],
  agency: ['机关', '行政机关', '部门'],
  topicClass: ['主题', '分类', '主题类别', '信息分类', '类别', 'category', 'topic'],
  genre: ['文种', '体裁分类', '组配分类', 'genre'],
  documentDate: ['成文时间', '印发日期', '发文日期', '制发日期', '落款日期', '日期', 'date'],
  formedOn: ['形成时间', '生成日期', '生成时间'],
  changedOn: ['变更时间', '修订日期', '修改日期', 'updated'],
  publishedOn: ['发布时间', '公开日期', '公开时间', 'published', 'publishedon'],
  validFrom: ['施行日期', '实施日期', '生效时间', '起始日期'],
  validTo: ['失效日期', '废止时间', '失效时间', '有效期至', '截止日期'],
  validity: ['时效', '时效性', '效力', '效力状态', '状态', 'validity', 'status'],
  attribute: ['公开类别', '公开类型', '公开方式', '属性', '信息公开属性'],
  closedBecause: ['不予公开理由', '理由', '不公开原因', '依申请公开理由'],
  abstract: ['内容摘要', '摘要', '概述', '内容提要', '简介', '信息内容', 'abstract', 'summary', 'description'],
  keywords: ['关键字', '主题词', '标签', 'keywords', 'tags'],
  legalBasis: ['法律依据', '公开依据', '制定依据'],
  source: ['来源', 'source'],
  relations: ['关联文件', '文件关系'],
  attachments: ['附件名称'],
  text: ['全文', '内容', '文件内容', '信息全文', 'text', 'body', 'content'],
}

/** Which head word is which field. What does not fit a cell goes on in `正文 (2)`, `正文 (3)`. */
export type ColumnMap = Readonly<Partial<Record<CatalogueField, string>>>

/** Exact words first, then the other names; each column is one field at most. */
export function guessColumns(heads: readonly string[]): ColumnMap {
  const found: Partial<Record<CatalogueField, string>> = {}
  const plainHeads = heads.map(head => ({ head, plain: plain(head) }))
  const isUsed = (head: string): boolean => Object.values(found).includes(head)
  for (const wordsOf of [
    (field: CatalogueField) => [headWordOf[field]],
    (field: CatalogueField) => otherWords[field],
  ]) {
    for (const field of catalogueFields) {
      if (found[field] !== undefined) continue
      const words = wordsOf(field)
      const hit = words.flatMap(word => plainHeads.filter(each => each.plain === word && !isUsed(each.head)))[0]
      if (hit) found[field] = hit.head
    }
  }
  return found
}

/** Columns that no field takes: they are named, because what is in them is left behind. */
export const leftColumns = (heads: readonly string[], columns: ColumnMap): readonly string[] =>
  heads.filter(head => {
    const used = Object.values(columns)
    return !used.includes(head) && !used.some(base => head.startsWith(`${base} (`))
  })

const plain = (head: string): string =>
  head
    .normalize('NFKC')
    .replace(/[\s*:_-]|\(.*?\)/gu, '')
    .toLowerCase()
