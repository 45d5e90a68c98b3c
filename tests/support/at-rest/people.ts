/** Twenty people of one seed. Birth years 1900-1904, so that no living person is meant; every number is well formed. */
export interface SeededPerson {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly address: string
  readonly description: string
}

const surnames = [...'欧阳慕容司徒夏侯诸葛皇甫尉迟公孙轩辕令狐']
const given = [...'䶮㛃𬱖喆堃淼璟懿翀骞']

export const seededPeople = (count = 20): SeededPerson[] => Array.from({ length: count }, (_, n) => seededPerson(n))

function seededPerson(n: number): SeededPerson {
  const name = `${surnames[n % surnames.length]}${given[n % given.length]}${given[(n * 3 + 1) % given.length]}`
  return {
    name,
    idNumber: identityNumber(n),
    phone: `139${String(17_003_119 + n * 7_219)}`,
    address: `青石镇白鹭村${n + 1}组梧桐里${(n + 3) * 17}号`,
    description: `白鹭村${n + 1}组征地补偿安置方案第${(n + 2) * 13}号`,
  }
}

/** 18 digits by GB 11643: place, day of birth, serial, check character. */
export function identityNumber(n: number): string {
  const born = `${1900 + (n % 5)}${two((n % 12) + 1)}${two((n % 28) + 1)}`
  const digits = `330182${born}${String(((n + 1) * 37) % 1000).padStart(3, '0')}`
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11), 0)
  return digits + '10X98765432'[sum % 11]!
}

const two = (n: number): string => String(n).padStart(2, '0')
