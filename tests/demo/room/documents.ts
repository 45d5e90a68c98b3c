/** Synthetic documents of a county that does not exist: what a folder of regulations looks like, and five worth finding. */
export interface OwnDocument {
  readonly title: string
  readonly docNo: string
  readonly issuer: string
  /** As the paper writes it. */
  readonly on: string
  readonly body: readonly string[]
}

const government = '云溪县人民政府'
const office = '云溪县人民政府办公室'

export const ownDocuments = [
  {
    ...{ title: '云溪县人民政府关于印发城镇老旧小区改造实施方案的通知', docNo: '云政发〔2024〕12号' },
    ...{ issuer: government, on: '2024年5月18日' },
    body: [
      '各乡镇人民政府，县政府各部门：现将方案印发给你们，请遵照执行。',
      '第一条 改造分为基础类、完善类和提升类，由居民协商确定。',
      '第二条 工程款由县财政、产权单位和居民共同承担。',
    ],
  },
  {
    ...{ title: '云溪县农村危房加固补助办法', docNo: '云政规〔2023〕3号', issuer: government, on: '2023年11月2日' },
    body: [
      '第一条 为了帮助农户加固危险房屋，制定本办法。',
      '第二条 每户加固补助最高不超过一万二千元，由乡镇核定后拨付到户。',
      '第三条 同一房屋五年内只补助一次。',
    ],
  },
  {
    ...{ title: '云溪县白鹭洲湿地保护办法', docNo: '云政规〔2022〕1号', issuer: government, on: '2022年3月9日' },
    body: [
      '第一条 为了保护白鹭洲的水和鸟，制定本办法。',
      '第二条 每年三月至七月，核心区不开放。',
      '第三条 在湿地内取土、倾倒废弃物的，由县自然资源局责令改正。',
      '第四条 本办法自公布之日起施行。',
    ],
  },
  {
    ...{ title: '云溪县农贸市场管理办法', docNo: '云政规〔2021〕5号', issuer: government, on: '2021年6月21日' },
    body: ['第一条 为了规范云溪县农贸市场的经营，制定本办法。', '第二条 公平秤由市场开办者设置，每季度校验一次。'],
  },
  {
    ...{ title: '云溪县人民政府关于表彰护林工作先进个人的决定', docNo: '云政发〔2025〕4号' },
    ...{ issuer: government, on: '2025年1月16日' },
    body: ['授予王𠮷䶮、李㙟等同志云溪县护林工作先进个人称号。', '希望受到表彰的同志再接再厉。'],
  },
  {
    ...{ title: '云溪县政府信息公开指南', docNo: '云政办发〔2026〕2号', issuer: office, on: '2026年1月8日' },
    body: ['本指南说明获取云溪县政府信息的途径。', '查阅地点：云溪县政府信息公开查阅中心，工作日开放。'],
  },
  {
    ...{ title: '云溪县自来水价格调整方案', docNo: '云政办发〔2024〕31号', issuer: office, on: '2024年8月30日' },
    body: ['一、居民生活用水实行三级阶梯价格。', '二、低保家庭每户每月免收五吨水费。'],
  },
  {
    ...{ title: '云溪县乡村公路养护管理规定', docNo: '云政规〔2020〕7号', issuer: government, on: '2020年10月12日' },
    body: ['第一条 县道由县交通运输局养护，乡道和村道由乡镇养护。', '第二条 养护资金专款专用。'],
  },
  {
    ...{ title: '云溪县义务教育学区划分方案', docNo: '云政办发〔2025〕18号', issuer: office, on: '2025年4月27日' },
    body: ['一、城区设五个小学学区、三个初中学区。', '二、适龄儿童在户籍所在学区就近入学。'],
  },
  {
    ...{ title: '云溪县征地补偿安置办法', docNo: '云政规〔2019〕2号', issuer: government, on: '2019年12月20日' },
    body: ['第一条 征收土地给予公平合理的补偿。', '第二条 补偿费直接付给被征地的村集体和农户。'],
  },
  {
    ...{ title: '云溪县城乡居民最低生活保障标准', docNo: '云政办发〔2026〕9号', issuer: office, on: '2026年2月25日' },
    body: ['自2026年3月起，城乡最低生活保障标准为每人每月一千一百元。'],
  },
  {
    ...{ title: '云溪县污水处理费征收规定', docNo: '云政规〔2021〕8号', issuer: government, on: '2021年9月3日' },
    body: ['第一条 污水处理费随水费一并征收。', '第二条 征收标准由县人民政府定期公布。'],
  },
] as const satisfies readonly OwnDocument[]

export interface Finding {
  readonly way: 'number' | 'phrase' | 'initials' | 'traditional' | 'rareName'
  readonly inWords: string
  readonly words: string
  readonly title: string
}

/** What people ask for, each in another way; the words stand in one document each, also among real regulations. */
export const findings: readonly Finding[] = [
  { way: 'number', inWords: '文号', words: '云政发[2024]12号', title: ownDocuments[0].title },
  { way: 'phrase', inWords: '原话', words: '每户加固补助最高不超过', title: ownDocuments[1].title },
  { way: 'initials', inWords: '拼音首字母', words: 'yxxblzsdbhbf', title: ownDocuments[2].title },
  { way: 'traditional', inWords: '繁体字', words: '雲溪縣農貿市場', title: ownDocuments[3].title },
  { way: 'rareName', inWords: '生僻字人名', words: '王𠮷䶮', title: ownDocuments[4].title },
]

/** The number below the red head, the title, the text, and who signed on which day. */
export const markdownOf = ({ title, docNo, issuer, on, body }: OwnDocument): string =>
  [`# ${title}`, docNo, ...body, issuer, on].join('\n\n') + '\n'
