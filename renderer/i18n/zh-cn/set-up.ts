import type { OfficeField, OfficeFieldProblem, OfficeStep } from '#shared/application/set-up/office-form'

const labels = {
  'setUp.field.officeName': '查阅中心名称',
  'setUp.field.placeCode': '地名代码',
  'setUp.field.windowName': '窗口名称',
  'setUp.field.workstation': '工作站代码',
  'setUp.field.agencyName': '机关全称',
  'setUp.field.agencyCode': '机关代字',
  'setUp.field.agencyAddress': '机关地址',
  'setUp.field.contactName': '政府信息公开工作机构',
  'setUp.field.contactPhone': '联系电话',
  'setUp.field.reconsiderationName': '行政复议机关',
  'setUp.field.reconsiderationAddress': '复议机关收件地址',
  'setUp.field.courtName': '管辖法院',
  'setUp.field.courtAddress': '法院地址',
  'setUp.field.administratorName': '管理员姓名',
  'setUp.field.password': '密码',
  'setUp.field.passwordAgain': '再输一次密码',
} as const satisfies Readonly<Record<`setUp.field.${OfficeField}`, string>>

const steps = {
  'setUp.step.office': '查阅中心',
  'setUp.step.agency': '行政机关',
  'setUp.step.administrator': '第一位管理员',
  'setUp.step.check': '核对',
  'setUp.step.sheet': '恢复表',
} as const satisfies Readonly<Record<`setUp.step.${OfficeStep | 'check' | 'sheet'}`, string>>

const problems = {
  'setUp.problem.missing': '请填写{field}。',
  'setUp.problem.tooLong': '{field}最多 {atMost} 个字，请缩短。',
  'setUp.problem.placeCodeShape': '地名代码要用 2 至 6 个英文字母，例如 YX。',
  'setUp.problem.workstationShape': '工作站代码要用一个英文字母，例如 A。',
  'setUp.problem.agencyCodeShape': '机关代字要用 1 至 12 个汉字或英文字母，不带〔〕、数字和空格，例如 云公开。',
  'setUp.problem.characterNotAllowed':
    '{field}的第 {at} 个字符「{character}」（{codePoint}）在文书上印不出来，请改掉。',
  'setUp.problem.passwordTooShort': '密码太短，至少要 {atLeast} 个字符。',
  'setUp.problem.passwordsDiffer': '两次输入的密码不一样，请重新输入。',
} as const satisfies Readonly<Record<`setUp.problem.${OfficeFieldProblem['kind']}`, string>>

export const setUpMessages = {
  ...labels,
  ...steps,
  ...problems,
  'setUp.title': '设立政府信息公开查阅台',
  'setUp.about': '只做一次，约十分钟。请准备好机关的全称、代字、地址，以及复议机关和管辖法院的名称地址。',
  'setUp.steps': '设立步骤',
  'setUp.stepDone': '已填好',
  'setUp.offline': '全程不联网，数据加密存放在本机。',

  'setUp.office.about': '有柜台和电脑的那个地方。名称显示在登录页和每一页的上方。',
  'setUp.office.nameHint': '例如 云溪县政府信息公开查阅中心',
  'setUp.office.placeHint': '2 至 6 个英文字母，登记号以它开头。设立后不能再改。',
  'setUp.office.windowHint': '例如 甲号窗口',
  'setUp.office.workstationHint': '一个英文字母。几台电脑各用一个，登记号才不会重复。设立后不能再改。',
  'setUp.office.example': '登记号将是 {place}-{workstation}-年份-0001',

  'setUp.agency.about': '由它答复申请的行政机关。下面的内容都会印在答复书上，请照公章和公布的公开指南填写。',
  'setUp.agency.letter': '机关和联系方式',
  'setUp.agency.codeHint': '文号以它开头，例如 云公开',
  'setUp.agency.example': '文号将是 {code}〔年份〕1号',
  'setUp.agency.contactHint': '答复书上的联系单位，例如 云溪县人民政府办公室政务公开科',
  'setUp.agency.remedy': '救济途径：印在答复书末尾',
  'remedyFit.countyGovernment':
    '请核对：县级部门、乡镇政府的复议机关是本县人民政府，不是上级主管部门或者市政府（行政复议法第二十四条）。',
  'remedyFit.governmentAbove': '请核对：县人民政府自己答复的，复议机关是上一级人民政府（行政复议法第二十四条）。',
  'remedyFit.departmentAbove':
    '请核对：海关、税务、金融、外汇管理、国家安全机关的复议机关是上一级主管部门（行政复议法第二十七条）。',
  'remedyFit.intermediateCourt': '请核对：县级以上人民政府或者海关作被告的，由中级人民法院管辖（行政诉讼法第十五条）。',
  'remedyFit.basicCourt': '请核对：一般由机关所在地的基层人民法院管辖；当地指定了别的法院的，照填。',

  'setUp.agency.remedyWhy':
    '申请人照这一段去申请复议、提起诉讼。写错了，申请人会找错机关，复议和起诉的期限可能因此延长，答复也可能被撤销。',
  'setUp.agency.reconsiderationWhy':
    '县级部门、乡镇政府和县派出机关：填县人民政府，不再是上级主管部门（行政复议法第二十四条）。县人民政府自己答复的：填市人民政府。海关、金融、外汇管理、税务、国家安全机关：填上一级主管部门（第二十七条）。',
  'setUp.agency.courtWhy':
    '一般是机关所在地的基层人民法院；县级以上人民政府或者海关作被告的，是中级人民法院（行政诉讼法第十五条）。当地实行集中管辖的，填指定的法院。',

  'setUp.administrator.about': '管理员添加人员、重设密码、保管恢复表。审核和签发答复要另有审核员或负责人。',
  'setUp.administrator.passwordHint': '至少 {atLeast} 个字符，几个词连起来也可以。没有人能替您查回密码。',
  'setUp.administrator.clerkToo': '兼任受理员',
  'setUp.administrator.clerkTooNote': '可以登记申请、记录检索、起草答复。以后可以另外添加受理员。',
  'setUp.administrator.posts': '岗位',

  'setUp.check.about': '请逐项核对。代码设立后不能再改；机关、复议机关和法院会印在答复书上。',
  'setUp.check.change': '改{step}',
  'setUp.check.password': '已设好',

  'setUp.next': '下一步',
  'setUp.back': '上一步',
  'setUp.establish': '设立',
  'setUp.establishing': '正在生成密钥，写入第一批账目，约需几秒钟',
  'setUp.toCheck': '有 {n} 项要改，已用红字标出。',

  'setUp.sheet.title': '保管好恢复表',
  'setUp.sheet.about': '{office}已经设立，第一批账目已写入磁盘。离开之前，把恢复表拿到手。',
  'setUp.sheet.done': '完成，进入工作台',
} as const
