import type { CountedSetting } from '#shared/domain/agencies/office-settings'
import type { ReasonProblem } from '#shared/application/settings/agency-form'
import type { VoidFormProblem } from '#shared/application/settings/void-form'
import type { FoundFont, Machine } from '#shared/contracts/settings-channels'

const counted = {
  'settings.counted.warningWorkingDays': '到期提醒的工作日数',
  'settings.counted.firstResponseHours': '首次回应承诺的小时数',
  'settings.counted.handlingWorkingDays': '办理承诺的工作日数',
  'settings.counted.autoLockMinutes': '自动锁定的分钟数',
} as const satisfies Readonly<Record<`settings.counted.${CountedSetting}`, string>>

const reasons = {
  'settings.reasonMissing': '请写明原因。',
  'settings.reasonTooLong': '原因最多 200 个字，请缩短。',
  'settings.reasonUnprintable': '原因里有印不出来的字符，请改掉。',
} as const satisfies Readonly<Record<`settings.${ReasonProblem}`, string>>

const voids = {
  'settings.void.numberShape': '号码的写法不对。登记号如 {request}，文号如 {letter}。',
  'settings.void.otherSeries': '起号和止号不是同一个序列，请分两次作废。',
  'settings.void.backwards': '止号不能小于起号。',
  'settings.void.tooMany': '一次最多作废 {atMost} 个号码，请分几次办理。',
} as const satisfies Readonly<Record<`settings.void.${VoidFormProblem['kind']}`, string>>

const refusals = {
  'settings.font.refusal.unreadable': '文件读不出来，不是字体文件或者已经损坏',
  'settings.font.refusal.collection': '是字体集合（ttc），请用单独的 ttf 文件',
  'settings.font.refusal.outlines': '不是 TrueType 轮廓，文书嵌不进去',
  'settings.font.refusal.embedding': '字体的授权标记不许嵌入文书',
} as const satisfies Readonly<Record<`settings.font.refusal.${NonNullable<FoundFont['refusal']>}`, string>>

const mirrors = {
  'settings.mirror.off': '没有设副本',
  'settings.mirror.current': '副本已跟上',
  'settings.mirror.behind': '副本没有跟上，请检查那块磁盘',
  'settings.mirror.missing': '文件夹不见了，请接上那块磁盘',
  'settings.mirror.atNextStart': '已设好，下次打开程序后开始跟写',
} as const satisfies Readonly<Record<`settings.mirror.${Machine['mirror']['state']}`, string>>

export const settingsMessages = {
  ...counted,
  ...reasons,
  ...voids,
  ...refusals,
  ...mirrors,
  'settings.title': '设置',
  'settings.adminOnly': '只有管理员能改。',
  'settings.loading': '正在读取设置',
  'settings.save': '保存',
  'settings.saving': '正在写入账本',
  'settings.cancel': '不改',
  'settings.reason': '原因',
  'settings.reasonHint': '写入账本，以后查得到，例如 法院迁址、复议机关名称变更。',

  'settings.agencies': '行政机关',
  'settings.agencies.aside': '{n} 个。名称、代字、救济途径印在每一份文书上。',
  'settings.agency.add': '增加机关',
  'settings.agency.correct': '更正{name}',
  'settings.agency.adding': '增加行政机关',
  'settings.agency.correcting': '更正行政机关',
  'settings.agency.about': '更正以后新做的文书用新内容；已经签发的文书再打印，仍是签发时的内容。',
  'settings.agency.remedyWarning':
    '复议机关、法院和地址印在每一份答复书末尾。写错了，申请人会找错机关，请照公布的内容逐字核对。',
  'settings.agency.changes': '将更正',
  'settings.agency.noChanges': '还没有改动。',
  'settings.agency.from': '原为：{before}',
  'settings.agency.addIt': '增加',
  'settings.agency.correctIt': '更正',
  'settings.agency.added': '已增加{name}。',
  'settings.agency.corrected': '已更正{name}，新做的文书用新内容。',
  'settings.agency.history': '更正记录',
  'settings.agency.historyLine': '{day} {time}，{name}：{reason}',
  'settings.agency.code': '代字 {code}',
  'settings.agency.reconsideration': '复议机关',
  'settings.agency.court': '法院',
  'settings.agency.address': '地址',
  'settings.agency.contact': '公开机构',

  'settings.office': '提醒、承诺和锁定',
  'settings.office.aside': '不改变法定期限。',
  'settings.counted.hint': '{least} 至 {most}',
  'settings.counted.wrong': '请填 {least} 至 {most} 的整数。',
  'settings.defaultAgency': '登记时默认的机关',
  'settings.office.saved': '设置已写入账本。',
  'settings.office.unchanged': '还没有改动',

  'settings.voids': '作废号码清单',
  'settings.voids.aside': '文号和登记号不留无故的空号。',
  'settings.voids.add': '作废号码',
  'settings.voids.empty': '没有作废的号码。取了号没有用，或者恢复备份以后纸上已经用到的号，在这里登记作废。',
  'settings.voids.number': '号码',
  'settings.voids.reason': '原因',
  'settings.voids.by': '登记人',
  'settings.voids.on': '登记时间',
  'settings.void.title': '作废号码',
  'settings.void.about': '作废以后这个号码不再使用，清单上写明原因。已经用过的号码不能作废。',
  'settings.void.series': '号码种类',
  'settings.void.letter': '文号',
  'settings.void.request': '登记号',
  'settings.void.first': '号码',
  'settings.void.firstHint': '没有用过的下一号，照文书的写法，例如 {letter} 或 {request}',
  'settings.void.last': '止号',
  'settings.void.lastHint': '连续作废几个号时填；只作废一个不填',
  'settings.void.reasonHint': '例如 取号后打印机故障，没有使用；恢复备份，纸上已用到此号。',
  'settings.void.doIt': '作废',
  'settings.void.done': '已作废 {n} 个号码。',

  'settings.machine': '本机',
  'settings.machine.aside': '只对这台电脑有效，不写入账本。',
  'settings.folder.mirror': '账本副本的文件夹',
  'settings.folder.mirrorHint':
    '选另一块磁盘或 U 盘上的文件夹，每办一步，账本和密钥文件都加密跟写一份。选定时会试写一次。',
  'settings.folder.scanner': '扫描件的文件夹',
  'settings.folder.scannerHint': '扫描仪存文件的地方，收扫描件时从这里取。',
  'settings.folder.none': '没有设',
  'settings.folder.chooseFor': '选{what}',
  'settings.folder.forgetFor': '不再使用{what}',
  'settings.printer': '打印机',
  'settings.printer.system': '每次打印时选',
  'settings.printer.hint': '打印时先选好这一台，仍可换。',

  'settings.fonts': '文书字体',
  'settings.fonts.aside': '正文仿宋、标题小标宋（GB/T 9704-2012）。只用机关有权使用的字体。',
  'settings.font.body': '正文字体（仿宋）',
  'settings.font.title': '标题字体（小标宋）',
  'settings.font.bundled': '程序自带的宋体',
  'settings.font.used': '{name}',
  'settings.font.damaged': '{name}：复制件丢失或者变了，文书改用自带的字体，请重新选一次',
  'settings.font.fileFor': '{what}：从文件选',
  'settings.font.resetFor': '{what}：用回自带的',
  'settings.font.find': '在系统里找',
  'settings.font.finding': '正在找',
  'settings.font.noneFound': '系统里没有找到仿宋和小标宋。有字体文件的，请从文件选。',
  'settings.font.use': '用{name}',
  'settings.font.found': '系统里找到的字体',
  'settings.font.cannot': '不能用：{why}',
  'settings.font.preview': '看样张',
  'settings.font.previewing': '正在做样张',
  'settings.font.sample': '字体样张',
  'settings.font.noSample': '样张没有做出来。文书不受影响，请再试一次。',

  'training.strip.word': '练习',
  'training.strip.about': '这里的人和件都是编的，与正式的账本分开存放；打印的文书都标明是样张。',
  'training.goTo.training': '到练习里去',
  'training.goTo.office': '回到正式的查阅台',
  'training.about.training': '另有一套账本和密码，程序会重新打开。',
  'training.about.office': '程序会重新打开。',
} as const
