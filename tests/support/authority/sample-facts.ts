import type { factShapes } from '#shared/contracts/facts'
import type { PlainFact } from '#shared/ledger/act'
import { sendingSamples } from './sending-samples'

export type FactType = keyof typeof factShapes

export const today = '2026-03-20'
export const id = (end: string): string => `00000000-0000-4000-8000-${end.padStart(12, '0')}`

export const staff = {
  clerk: id('c1'),
  reviewer: id('c2'),
  head: id('c3'),
  administrator: id('c4'),
  /** Clerk and reviewer in one person; wrote the drafts, and asked for the archives. */
  drafter: id('c5'),
  /** Left the office: holds no post. */
  left: id('c6'),
} as const

export const agencyId = id('a1')
const otherAgencyId = id('a2')
export const ids = {
  ...{ request: id('e1'), visit: id('e2'), enquiry: id('e3'), document: id('e4'), standardList: id('e5') },
  ...{
    person: id('e6'),
    batch: id('b1'),
    export: id('b2'),
    approval: id('b3'),
    count: id('b4'),
    otherDocument: id('e9'),
    otherList: id('ea'),
  },
} as const
export const digest = 'ab'.repeat(32)
const chain = 'cd'.repeat(16)

export const agency = {
  ...{ agencyId, name: '云溪县自然资源局', code: '云自然资公开', address: '云溪县人民路18号' },
  ...{ contactName: '政府信息公开办公室', contactPhone: '0571-88880000' },
  reconsiderationBody: { name: '云溪县人民政府', address: '云溪县人民路1号' },
  court: { name: '云溪县人民法院', address: '云溪县法院路2号' },
}
export const otherAgency = { ...agency, agencyId: otherAgencyId, name: '云溪县水务局', code: '云水公开' }

const applicant = { name: '张㛃䶮', idNumber: '110101190001010014', phone: '13900000182' }
export const visitor = { name: '张㛃䶮', document: { idNumber: '110101190001010014' } }
const note = { note: '本人接听' }
const published = {
  ...{ agencyId, topicClass: '0201', genre: '通知', validity: 'VALID', attribute: 'PROACTIVE' },
  ...{ documentDate: '2026-03-02', publishedOn: '2026-03-09' },
}
export const indexNo = '014225972/2026-00001'
const words = { title: '关于印发政务公开工作要点的通知', abstract: '工作要点。' }

export const sampleOf = (type: FactType, open: object, personal?: object): PlainFact =>
  ({ type, open, ...(personal ? { personal } : {}) }) as unknown as PlainFact // shapes are asserted by the test that uses it

const registered = {
  ...{ requestNo: 'YX-A-2026-0001', agencyId, channel: 'inPerson', receivedOn: '2026-03-02' },
  ...{ applicantType: 'naturalPerson', medium: 'paper', route: 'collect', originalSeen: true },
}
const asked = { applicant, description: '2024年城区供水改造预算', queryCode: '2345-6789-ACDE' }
export const lettered = sampleOf(
  'request.registered@1',
  {
    ...{ requestNo: 'YX-A-2026-0001', agencyId, channel: 'ordinaryPost', arrivedOn: '2026-03-02' },
    ...{ applicantType: 'naturalPerson', medium: 'paper', route: 'post', originalSeen: false },
  },
  asked,
)
export const posted = sampleOf(
  'reply.served@1',
  { servedOn: '2026-03-12', way: 'post', mailClass: 'ems' },
  { place: '云溪县邮政局', receivedBy: '张㛃䶮', trackingNo: 'EX000000001CN' },
)
export const closedDocument = sampleOf(
  'document.catalogued@1',
  { ...published, publishedOn: undefined, indexNo, attribute: 'ON_REQUEST' },
  { words: { ...words, closedBecause: '涉及第三方商业秘密' } },
)
const closedAsk = (askNo: number): PlainFact =>
  sampleOf(
    'visit.archivesAsked@1',
    { askNo, kind: 'marriage', relation: 'kin', isOpenToPublic: false, proofs: ['kinship', 'principalId', 'consent'] },
    { about: '张㛃䶮', what: '1987年结婚登记', purpose: '办理不动产转移登记', proofWords: '' },
  )
export const forArchives = sampleOf(
  'visit.signedIn@1',
  { aim: 'archives', archivesKind: 'marriage', originalSeen: true },
  { visitor, seeks: '办理不动产转移登记' },
)

/** Where the act stands, as far as its sample depends on it. */
export interface Where {
  readonly state: string
}

/**
 * One act of every type that this version writes, lawful where its state admits it. A type without a sample does not
 * compile: the rights of nobody are left unsaid.
 */
export const sampleFacts: Readonly<Record<FactType, (where: Where) => PlainFact>> = {
  ...sendingSamples,
  'office.established@1': () => sampleOf('office.established@1', { name: '云溪县查阅中心', placeCode: 'YX' }),
  'chain.opened@1': () => sampleOf('chain.opened@1', { publicKey: 'MCow', suite: 1 }),
  'chain.admitted@1': () =>
    sampleOf('chain.admitted@1', { chain, publicKey: 'MCow', suite: 1, workstation: 'B', windowName: '乙号窗口' }),
  'chain.retired@1': () => sampleOf('chain.retired@1', { chain, atSeq: 9, hash: digest }),
  'chain.revoked@1': () => sampleOf('chain.revoked@1', { chain, fromSeq: 5 }),
  'workstation.enrolled@1': () => sampleOf('workstation.enrolled@1', { code: 'B', windowName: '乙号窗口' }),
  'agency.added@1': () =>
    sampleOf('agency.added@1', { ...agency, agencyId: id('a3'), name: '云溪县信访局', code: '云信公开' }),
  'agency.changed@1': ({ state }) =>
    sampleOf('agency.changed@1', { ...agency, address: `云溪县人民路${state === 'busy' ? 20 : 19}号`, reason: '迁址' }),
  'office.settingsChanged@1': () => sampleOf('office.settingsChanged@1', { autoLockMinutes: 10 }),
  'wording.changed@1': () =>
    sampleOf('wording.changed@1', {
      letter: 'R12',
      version: 1,
      texts: { reasons: '依照《条例》第三十六条第四项，{理由}' },
    }),
  'number.voided@1': () =>
    sampleOf('number.voided@1', { series: 'request', number: 'YX-A-2026-0001', reason: '打印作废' }),
  'series.started@1': () =>
    sampleOf('series.started@1', { series: 'letter', lastUsed: '云水公开〔2026〕7号', reason: '纸质续编' }),
  'recovery.renewed@1': () => sampleOf('recovery.renewed@1', {}),
  'register.exported@1': () =>
    sampleOf('register.exported@1', { format: 'xlsx', rows: 1, isMasked: true, digest, bytes: 9 }),
  'register.imported@1': () =>
    sampleOf('register.imported@1', { batchId: ids.batch, digest, cases: 1, preparedBy: staff.drafter }),
  'register.carriedOver@1': () =>
    sampleOf('register.carriedOver@1', {
      ...{ agencyId, year: 2025 },
      counts: { naturalPerson: 1, commercial: 0, research: 0, publicBenefit: 0, legalService: 0, otherOrganisation: 0 },
    }),
  'kiosk.answered@1': () =>
    sampleOf('kiosk.answered@1', { countId: ids.count, on: today, satisfied: 1, fair: 0, dissatisfied: 0 }),
  'clock.confirmed@1': () => sampleOf('clock.confirmed@1', { today, machineSaid: '2026-03-19' }),
  'person.added@1': ({ state }) =>
    sampleOf('person.added@1', { posts: state === 'first' ? ['administrator'] : ['clerk'] }, { name: '周敏' }),
  'person.postsChanged@1': () => sampleOf('person.postsChanged@1', { posts: ['clerk', 'reviewer', 'administrator'] }),
  'person.passwordSet@1': () => sampleOf('person.passwordSet@1', { by: 'administrator' }),
  'person.signedIn@1': () => sampleOf('person.signedIn@1', { failuresBefore: 0 }),
  'indexNumbering.set@1': () =>
    sampleOf('indexNumbering.set@1', { agencyId, template: '{orgCode}/{yyyy}-{seq:5}', orgCode: '014225972' }),
  'documents.imported@1': () =>
    sampleOf('documents.imported@1', { batchId: ids.batch, source: 'folder', name: '规章', digest, documents: 3 }),
  'documents.importUndone@1': () => sampleOf('documents.importUndone@1', { batchId: ids.batch, documents: 3 }),
  'documents.exported@1': () =>
    sampleOf('documents.exported@1', { format: 'csv', isPublicOnly: true, documents: 1, attachments: 0, digest }),
  'topicClass.renamed@1': () => sampleOf('topicClass.renamed@1', { code: '0201', name: '综合政务' }),
  'guide.detailsSet@1': () => sampleOf('guide.detailsSet@1', { agencyId, officeHours: '工作日九时至十七时' }),
  'booklet.produced@1': () =>
    sampleOf('booklet.produced@1', {
      ...{ booklet: 'guide', agencyId, format: 'pdf', digest, bytes: 9, pages: 1, madeOn: today },
      basis: { agency: '', guide: '', lawPack: null, wording: '1', calendarUntil: 2026, topics: digest },
    }),
  'media.unmaskedApproved@1': () =>
    sampleOf(
      'media.unmaskedApproved@1',
      { approvalId: ids.approval, of: { kind: 'register' } },
      { reason: '移送法院' },
    ),
  'media.exported@1': () =>
    sampleOf(
      'media.exported@1',
      {
        ...{ exportId: ids.export, mediumNo: 'U-1', onto: 'stick', of: { kind: 'catalogue' }, isMasked: true },
        ...{
          receiver: '云溪县档案馆',
          folder: 'records-desk-20260320-0123abcd',
          files: 1,
          bytes: 9,
          digest,
          on: today,
        },
      },
      { holder: '何立群' },
    ),
  'media.exportUndone@1': () => sampleOf('media.exportUndone@1', { exportId: ids.export }),
  'media.acknowledged@1': () =>
    sampleOf('media.acknowledged@1', { exportId: ids.export, on: today, how: 'paper' }, { receivedBy: '沈国安' }),
  'media.missing@1': () => sampleOf('media.missing@1', { exportId: ids.export, on: today }, { reason: '邮寄途中遗失' }),
  'request.registered@1': () => sampleOf('request.registered@1', registered, asked),
  'request.carriedIn@1': () =>
    sampleOf(
      'request.carriedIn@1',
      {
        ...{ batchId: ids.batch, line: 3, requestNo: '云信公〔2025〕001号', agencyId, channel: 'inPerson' },
        ...{ receivedOn: '2026-03-02', applicantType: 'naturalPerson', medium: 'paper', route: 'collect' },
        ...{ statusThen: 'registered', isFromLastYear: false, preparedBy: staff.drafter },
      },
      { applicant: { name: '王旧簿' }, description: '旧件', queryCode: '2345-6789-ACDE' },
    ),
  'receipt.contactTried@1': () =>
    sampleOf('receipt.contactTried@1', { triedOn: '2026-03-03', way: 'phone', isReached: false }, { note: '无人接听' }),
  'receipt.confirmed@1': () => sampleOf('receipt.confirmed@1', { confirmedOn: '2026-03-03', way: 'phone' }, note),
  'request.passedOn@1': () =>
    sampleOf('request.passedOn@1', { toAgencyId: otherAgencyId, receivedOn: '2026-03-04' }, { reason: '属其职责' }),
  'request.assigned@1': () => sampleOf('request.assigned@1', { to: staff.clerk }),
  'request.corrected@1': () => sampleOf('request.corrected@1', { medium: 'electronic' }, { reason: '录错' }),
  'request.withdrawn@1': () =>
    sampleOf('request.withdrawn@1', { withdrawnOn: '2026-03-05' }, { note: '申请人书面撤回' }),
  'request.examined@1': () => sampleOf('request.examined@1', { elementsComplete: true, withinRemit: true }),
  'search.recorded@1': () =>
    sampleOf(
      'search.recorded@1',
      { searchedOn: '2026-03-04', found: 1 },
      { places: ['档案室'], unitsAsked: ['办公室'], words: ['供水'], result: '见检索清单' },
    ),
  'reply.submitted@1': ({ state }) =>
    sampleOf(
      'reply.submitted@1',
      { draftNo: state === 'returned' ? 2 : 1, decision: 'GRANT_PROVIDE' },
      { reasons: '予以公开。', attachments: [{ title: '预算', pages: 3 }] },
    ),
  'reply.returned@1': () => sampleOf('reply.returned@1', { draftNo: 1 }, { remarks: '请补充理由' }),
  'reply.issued@1': () =>
    sampleOf('reply.issued@1', { draftNo: 1, letterNo: '云自然资公开〔2026〕1号', issuedOn: today }),
  'reply.served@1': () =>
    sampleOf(
      'reply.served@1',
      { servedOn: today, way: 'inPerson', receivedAs: 'applicant' },
      { place: '查阅大厅', receivedBy: '张㛃䶮' },
    ),
  'post.delivered@1': () => sampleOf('post.delivered@1', { deliveredOn: today }),
  'document.produced@1': () => sampleOf('document.produced@1', { document: 'F03', how: 'printed', digest, pages: 1 }),
  'scan.added@1': () =>
    sampleOf('scan.added@1', { kind: 'envelope', digest, bytes: 9, mime: 'image/png' }, { title: '信封' }),
  'scan.withdrawn@1': () => sampleOf('scan.withdrawn@1', { digest }, { reason: '扫错' }),
  'conflict.settled@1': () => sampleOf('conflict.settled@1', { chain, seq: 1 }, { reason: '以后者为准' }),
  'personalData.revealed@1': () => sampleOf('personalData.revealed@1', { what: 'applicant' }),
  'document.catalogued@1': () => sampleOf('document.catalogued@1', { ...published, indexNo, words }),
  'document.changed@1': () => sampleOf('document.changed@1', { set: { genre: '意见' }, base: { genre: '通知' } }),
  'document.attached@1': () =>
    sampleOf(
      'document.attached@1',
      { digest: 'ef'.repeat(32), bytes: 9, mime: 'application/pdf' },
      { title: '附件二' },
    ),
  'document.detached@1': () => sampleOf('document.detached@1', { digest: 'ef'.repeat(32) }),
  'document.related@1': () => sampleOf('document.related@1', { kind: 'amends', to: ids.otherDocument }),
  'document.unrelated@1': () => sampleOf('document.unrelated@1', { kind: 'amends', to: ids.otherDocument }),
  'document.withdrawn@1': () => sampleOf('document.withdrawn@1', { reason: '重复' }),
  'document.restored@1': () => sampleOf('document.restored@1', {}),
  'document.conflictSettled@1': () =>
    sampleOf('document.conflictSettled@1', { chain, seq: 1 }, { reason: '以后者为准' }),
  'visit.signedIn@1': () => sampleOf('visit.signedIn@1', { aim: 'reading', topic: '05' }, { seeks: '征地补偿方案' }),
  'visit.identified@1': () => sampleOf('visit.identified@1', { originalSeen: true }, { visitor }),
  'visit.itemGiven@1': ({ state }) =>
    sampleOf('visit.itemGiven@1', { itemNo: state === 'itemOut' ? 2 : 1, kind: 'public' }, { title: '公报' }),
  'visit.itemReturned@1': () => sampleOf('visit.itemReturned@1', { itemNo: 1, state: 'whole' }),
  'visit.copiesMade@1': () => sampleOf('visit.copiesMade@1', { copyNo: 1, way: 'copied', of: 'public', pages: 3 }),
  'visit.helpGiven@1': () => sampleOf('visit.helpGiven@1', { helps: ['readAloud'] }),
  'visit.signedOut@1': () => sampleOf('visit.signedOut@1', { result: 'found' }),
  'visit.corrected@1': () => sampleOf('visit.corrected@1', { topic: '06' }, { reason: '登记有误' }),
  'visit.archivesAsked@1': ({ state }) => closedAsk(state === 'asked' || state === 'shown' ? 2 : 1),
  'visit.archivesDecided@1': () =>
    sampleOf('visit.archivesDecided@1', { askNo: 1, decision: 'show' }, { shown: ['J123-1987-004-0216'], reason: '' }),
  'visit.certified@1': () =>
    sampleOf(
      'visit.certified@1',
      { askNo: 1, certificateNo: '云自然资公开档〔2026〕1号', agencyId, certifiedOn: today, pages: 2 },
      { archivalCode: 'J123-1987-004-0216', content: '1987年10月1日登记结婚。', usedFor: '办理不动产登记' },
    ),
  'visit.paperProduced@1': () => sampleOf('visit.paperProduced@1', { paper: 'S03', how: 'printed', digest, pages: 1 }),
  'visit.revealed@1': () => sampleOf('visit.revealed@1', { what: 'visitor' }),
  'visit.conflictSettled@1': () => sampleOf('visit.conflictSettled@1', { chain, seq: 1 }, { reason: '以后者为准' }),
  'enquiry.answered@1': () => sampleOf('enquiry.answered@1', { documentIds: [ids.otherDocument] }, { words: '供水' }),
  'enquiry.unmet@1': () => sampleOf('enquiry.unmet@1', {}, { words: '供水' }),
  'enquiry.proposed@1': () => sampleOf('enquiry.proposed@1', {}, { reason: '多人来问' }),
  'enquiry.settled@1': () => sampleOf('enquiry.settled@1', { outcome: 'notHeld' }),
  'standardList.saved@1': () =>
    sampleOf('standardList.saved@1', {
      ...{ name: '标准目录', kindOfBody: '县级', isSample: false },
      rows: [
        {
          ...{ matter: '征地补偿', content: '', basis: '', limit: '', body: '' },
          ...{ channel: '', audience: '', way: '', level: '' },
        },
      ],
    }),
  'standardList.removed@1': () => sampleOf('standardList.removed@1', { reason: '停用' }),
}
