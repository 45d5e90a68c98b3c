import { dice, oneOf, syntheticFirm, syntheticPerson } from '../workstation/synthetic-people'

/** Texts as they come to a counter in China and break what was made for plain ones: 300, the same each time. */
export function officeStrings(): ReadonlyMap<string, readonly string[]> {
  const random = dice(300)
  return new Map(Object.entries(kinds).map(([kind, make]) => [kind, make(random)]))
}

export const everyOfficeString = (): string[] => [...officeStrings().values()].flat()

type Random = () => number
const some = (count: number, make: (n: number) => string): string[] =>
  Array.from({ length: count }, (_none, n) => make(n))

const given = ['阿卜杜热依木', '古丽娜尔', '卓玛央金', '扎西多吉', '其其格', '努尔兰', '次仁', '买买提']
const fathers = ['买买提吐尔逊', '玉素甫江', '伊力哈木', '巴特尔', '旺堆', '克里木']
const dots = ['·', '•', '‧', '・', '．', '∙', '⋅']
const rare = [
  '䶮',
  '㛃',
  '𬱖',
  '𠮷',
  '喆',
  '堃',
  '犇',
  '龘',
  '靐',
  '䲜',
  '㼆',
  '昇',
  '峯',
  '喦',
  '赟',
  '祎',
  '璟',
  '𫖯',
  '𬭎',
  '𬬱',
]
const surnames = ['张', '欧阳', '司马', '𫘜', '亓官', '仉', '佴', '乜', '厍', '逄']
const places = ['白鹭村', '青石镇', '柳河乡', '东街', '人民路', '一组', '㵲阳镇', '浬浦', '峣柳', '圐圙村']
const years = [1998, 2003, 2011, 2019, 2024, 2026]
const agencies = ['云政', '云政办', '云自然资公开', '云财预', '国办', '云溪府', '云建（住）']
const brackets = ['〔@〕', '[@]', '（@）', '(@)', '【@】', '﹝@﹞', '「@」']

const kinds: Readonly<Record<string, (random: Random) => string[]>> = {
  'names with a dot': random =>
    some(
      35,
      n =>
        given[n % given.length]! +
        dots[n % dots.length]! +
        oneOf(fathers, random) +
        (n % 3 === 0 ? `${dots[0]}${n}` : ''),
    ),
  'names with rare characters': random =>
    some(40, n => oneOf(surnames, random) + rare[n % rare.length]! + (n >= 20 ? rare[(n * 7 + 3) % rare.length]! : '')),
  'names as nobody expects them': () => [
    ...[
      '王',
      '张'.repeat(30),
      'Nguyễn Văn An',
      "O'Brien",
      'D’Arcy',
      'Müller-Lüdenscheidt',
      'Владимир',
      'Ли Бай',
      '김철수',
      '山田 太郎',
      'Null',
      'Test',
      'John Q. Public, Jr.',
    ],
    ...[
      '张三（曾用名：李四）',
      '张三/李四',
      '张三、李四等12人',
      '（匿名）',
      '张 三',
      '张　三',
      '张\u00b7三',
      '某某',
      '无名氏',
      '张三 13900000000',
    ],
  ],
  'identity numbers and what looks like them': random => [
    ...some(14, () => syntheticPerson(random).idNumber),
    ...some(6, () => syntheticPerson(random).idNumber.replace(/.$/, 'x')),
    ...[
      '１１０１０１１９０００１０１００１４',
      '11010119000101001４',
      '110101 19000101 0014',
      '110101-19000101-0014',
      '110101190001010014 ',
      '110101000101001',
      '110101190002300014',
      '000000000000000000',
      'E12345678',
      'G00000000',
      'H01234567',
      'M12345678',
    ],
    ...some(8, n => syntheticFirm(random, n % 2 ? '有限公司' : '商会').idNumber),
  ],
  'telephones and addresses for mail': () => [
    '+86 139 0000 0182',
    '0571-88880000',
    '0571－88880000转8001',
    '(0571)88880000',
    '１３９００００００００',
    '139-0000-0000',
    '12345',
    'zhang.san+公开@example.invalid',
    '张三@例子.中国',
    '"a b"@example.invalid',
    '=a@example.invalid',
    '-@example.invalid',
  ],
  'document numbers': random =>
    some(
      42,
      n =>
        `${agencies[n % agencies.length]!}${brackets[n % brackets.length]!.replace('@', String(oneOf(years, random)))}${n % 4 === 0 ? '第' : ''}${(n * 13) % 200}号`,
    ),
  'index numbers': () =>
    some(
      14,
      n =>
        [
          `014225972/2026-${String(n).padStart(5, '0')}`,
          `11330100MB000000${n}A/202603-0000${n}`,
          `K${n}-01-2026`,
          `000014349/2026-0000${n}`,
        ][n % 4]!,
    ),
  addresses: random =>
    some(
      35,
      n =>
        `云溪县${oneOf(places, random)}${oneOf(places, random)}${n + 1}号${['', '之一', '-2', '甲', '（原供销社）', '#3-501', '3幢2单元'][n % 7]!}`,
    ),
  'what is asked for': () => [
    ...some(
      20,
      n => `${places[n % places.length]!}${2015 + (n % 10)}年第${n + 1}批次征收土地公告、“两公告一登记”及附图`,
    ),
    ...[
      '1. 红线图；\n2. 勘测定界图；\n3. 听证笔录。',
      '《关于…的通知》（云政发〔2024〕12号）全文',
      '“一书四方案”',
      '宗地号：2019-G-014',
      '※急※',
      '见附件',
      '同上',
      '——',
      '……',
      '①②③',
      '100％',
      '≤20㎡',
      '№ 7',
      '￥3,000.00',
      '3～5月',
      '℃',
      'A→B',
    ],
  ],
  'days and numbers as they are written': () => [
    '2026.3.2',
    '2026/3/2',
    '二〇二六年三月二日',
    '26年3月',
    '3月2日',
    '2026-02-30',
    '民国三十八年',
    '农历正月初一',
    '1/3',
    '3-2',
    '００７',
    '007',
    '第007号',
    '1.10',
    '１／２',
    ...['3月2日—3月9日', '2026年第一季度', '５月', '初三', '〇〇七', '壹佰贰拾叁', '廿八', '卅一'],
  ],
}
