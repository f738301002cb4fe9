/** News of our own making, always the same: fictional British policy debate, with quotes of every kind. */

const ORGANISATIONS = [
  'Harbour Workers Union',
  'Association of Coastal Councils',
  'Department for Rivers',
  'Kite House Trust',
  'Institute for Tide Studies',
];
const PEOPLE = ['Ann Shaw', 'Peter Reed', 'Grace Okoro', 'Martin Vale', 'Ruth Lindley', 'David Marsh'];
const CLAIMS = [
  'the new harbour fees would put small boats out of business within two winters',
  'councils had been given too little time to answer a consultation of eighty pages',
  'the money promised for the sea wall was the same money that was announced last year',
  'families who live by the river deserve to know when the next flood is likely',
  'no other country in Europe lets private firms mark their own dredging work',
];
const NARRATION = [
  'The plans were published in June after a review that took nearly three years and cost £4.2m.',
  'Only eleven of the 46 harbours on the east coast have met the standard so far.',
  'A final decision is expected before the end of the parliamentary session, and the first contracts could be let in spring.',
  'Fees rose by a third in 2012, when the old board was wound up and its duties passed to the county.',
];

/** A sequence of numbers that is the same on every machine. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

/** @returns as many documents as asked for, of some three thousand characters each */
export function makeNews(count: number): string[] {
  const next = sequence(20261121);
  const pick = (list: readonly string[]): string => list[next(list.length)] ?? '';
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const paragraph = (person: string, organisation: string): string => {
    const surname = person.split(' ')[1] ?? person;
    switch (next(8)) {
      case 0:
        return `“${capital(pick(CLAIMS))},” ${surname} said. “${capital(pick(CLAIMS))}.”`;
      case 1:
        return `${person}, president of the ${organisation}, said: "${capital(pick(CLAIMS))}. ${capital(pick(CLAIMS))}."`;
      case 2:
        return `The ${organisation} said that ${pick(CLAIMS)}, but ${surname} called the idea “a step in the dark”.`;
      case 3:
        return `According to the ${organisation}, ${pick(CLAIMS)}. ${pick(NARRATION)}`;
      case 4:
        return `A spokeswoman for the ${organisation} added: “${capital(pick(CLAIMS))}.”`;
      default:
        return `${pick(NARRATION)} ${pick(NARRATION)}`;
    }
  };
  return Array.from({ length: count }, () => {
    const person = pick(PEOPLE);
    const organisation = pick(ORGANISATIONS);
    return Array.from({ length: 14 }, () => paragraph(person, organisation)).join('\n\n');
  });
}
