import type { StoreProblem } from '../store/store-problem'
import type { ConfigProblem } from './config'
import type { EnrolmentProblem } from './enrol'

type Words<P extends { readonly kind: string }> = {
  readonly [Kind in P['kind']]: (problem: Extract<P, { readonly kind: Kind }>) => string
}

/** What whoever starts headquarters reads: what happened, and what to do next. */
const sentences: Words<StoreProblem | ConfigProblem> = {
  noProgramsForThisMachine: ({ platform }) =>
    `随附的 PostgreSQL 不支持本机（${platform}）。请设置 DATABASE_URL，使用本机或其他机器上的 PostgreSQL 15 以上版本。`,
  folderOutOfReach: ({ folder, user }) =>
    `PostgreSQL 不能以 root 身份运行，而用户 ${user} 进不了 ${folder}。请用 HQ_FOLDER 另选文件夹，或放开上级文件夹的进入权限。`,
  nobodyToRunAs: ({ tried }) =>
    `PostgreSQL 不能以 root 身份运行，本机又没有用户 ${tried.join('、')}。请以普通用户启动。`,
  clusterNotMade: ({ said }) => `数据库没有建成，未留下任何文件。PostgreSQL 的说明：${said}`,
  clusterNotStarted: ({ said }) => `数据库没有启动，已有数据未动。PostgreSQL 的说明：${said}`,
  roleBypassesWall: ({ role }) =>
    `数据库用户 ${role} 可绕过各单位之间的隔离，已拒绝使用。请改用不是超级用户、没有 BYPASSRLS 的用户。`,
  databaseTooOld: ({ version, atLeast }) => `数据库版本 ${version} 过旧，需要 ${atLeast} 以上。`,
  databaseNotDurable: ({ setting }) => `数据库设置 ${setting} 已关闭，断电会丢失数据，已拒绝使用。请打开后再启动。`,
  databaseNotUtf8: ({ encoding }) => `数据库编码是 ${encoding}，需要 UTF8。请新建数据库。`,
  databaseAway: ({ detail }) => `连不上数据库（${detail}）。请检查 DATABASE_URL 和数据库是否在运行。`,
  migrationFailed: ({ migration, detail }) => `数据库升级 ${migration} 没有完成，已全部退回：${detail}`,
  configUnreadable: ({ file }) => `配置文件 ${file} 读不出来：不是 JSON，或无权读取。`,
  configWrong: ({ setting }) => `配置项 ${setting} 不认识，或取值不对。`,
}

export const sentenceOf = (problem: StoreProblem | ConfigProblem): string =>
  (sentences[problem.kind] as (of: typeof problem) => string)(problem)

export const enrolmentWords: Readonly<Record<EnrolmentProblem['kind'], string>> = {
  codeMistyped: '登记码有误，未计入次数。请核对后重输。',
  codeRefused: '登记码不能使用：不对、已用过、已过期或试错太多。请另开一个。',
  notSigned: '申请文件的签名不对，文件可能在途中被改动。请在该机器上重新导出。',
  otherOffice: '登记码属于另一家单位，或该单位已登记另一本台账。登记码未使用。',
  chainKnown: '这台机器已经登记过。登记码未使用。',
  openingRefused: '申请文件里的第一批记录不完整。登记码未使用，请在该机器上重新导出。',
}

export const say = {
  usage: [
    '用法：npm run hq                              启动',
    '      npm run hq -- office 行政区划代码 名称    新增单位',
    '      npm run hq -- rename 单位编号 名称          更名，编号不变',
    '      npm run hq -- remove 单位编号              删除一家从未登记过机器的单位',
    '      npm run hq -- code 单位编号 [desk|observer]  开登记码（72 小时内有效，最多试 5 次）',
    '      npm run hq -- enrol 申请文件 答复文件       离线登记',
    '      npm run hq -- machines [单位编号]          列出各单位的机器：编号、窗口、登记、最近联系、状态',
    '      npm run hq -- close 单位编号 机器编号 [起始序号]  停用丢失或更换的机器（编号的前八位以上即可）',
    '      npm run hq -- take 介质文件夹               接收介质上的交换包，并写回答复包',
    '      npm run hq -- update add 文件 | list | remove 校验码  管各单位来取的更新包',
    '      npm run hq -- rebuild [单位编号]           由记录重建统计',
    '      npm run hq -- restored                    数据库和文件夹都从备份恢复后运行一次',
  ].join('\n'),
  running: (url: string) => `公开查阅台上级端已启动：${url}`,
  console: (url: string) => `控制台：${url}`,
  consoleNotBuilt: '控制台尚未构建：先运行 npm run build',
  embedded: (port: number) => `数据库：随附的 PostgreSQL，仅本机可连（端口 ${port}）`,
  ownDatabase: '数据库：DATABASE_URL 所指',
  tokenFile: (file: string) => `管理口令存放在 ${file}，仅启动者可读`,
  print: (print: string) => `上级端公钥指纹（登记时请与屏幕核对）：${print}`,
  office: (officeId: number, name: string) => `单位 ${officeId}：${name}`,
  code: (code: string, until: string) => `登记码 ${code}（${until} 前有效，只能使用一次）`,
  moreWaiting: (offices: number) => `另有 ${offices} 家单位未登记机器，用 npm run hq -- code 单位编号 开登记码`,
  noSuchOffice: '没有这家单位。',
  tooManyCodes: '这家单位未用的登记码太多，请等旧码过期。',
  placeWrong: '行政区划代码是六位数字，名称最多 60 个字。',
  enrolled: (file: string) => `已登记。请把 ${file} 带回该机器导入。`,
  fileThere: (file: string) => `${file} 已经存在，没有登记，登记码未使用。请换一个文件名。`,
  answerFileNotWritten: (file: string) =>
    `已登记，但 ${file} 写不进去：请检查介质。再开一个登记码，在那台机器上用它重新导出申请，然后再执行一次。`,
  fileWrong: '文件读不出来，或不是登记申请。',
  rebuilt: (offices: number, cases: number) => `已由记录重建统计：${offices} 家单位，${cases} 件申请。`,
  restored: (offices: number) => `已在 ${offices} 家单位改用新链发言。各机器下次同步后即知，缺少的记录会自动补回。`,
  stopping: '正在停止：等待进行中的请求完成。',
} as const
