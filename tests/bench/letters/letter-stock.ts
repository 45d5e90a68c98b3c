import type { LetterModel } from '../../../shared/letters/letter-model'
import { longReasons, sampleLetters } from '../../unit/shared/letters/sample-letters'

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜']
const names = [...'安邦昌达恩丰桂海嘉康立敏宁平清荣森涛文欣延泽志卓兰梅竹菊雪云']
const pick = (list: readonly string[], at: number) => list[at % list.length]!

/** Replies as an office writes them in a year: every one another person, number and reasons of another length. */
export const replies = (count: number): LetterModel[] =>
  Array.from({ length: count }, (_, index) => {
    const kind = index % 3 === 0 ? sampleLetters.R12 : sampleLetters.R01
    return {
      ...kind,
      applicantName: pick(surnames, index) + pick(names, index * 7) + pick(names, index * 11 + 3),
      requestNo: `YX-A-2026-${String(index + 1).padStart(4, '0')}`,
      letterNo: `云自然资公开〔2026〕${index + 1}号`,
      reasons: `${kind.reasons}${longReasons(60 * (index % 5))}`,
    }
  })
