/** Made-up news for these tests, with typographic marks, numbers, a repeated phrase and a list. */
export const NEWS = `Bridge tolls to double, says minister

The Severn crossing should pay for itself, the transport minister said on Tuesday. “Nobody likes a toll, but 12 years of patching have cost us more than a new bridge,” said Ruth Calder, who opened the works.

The Western Hauliers’ chairman, Sam Pike, called the plan “a tax on the west”. He said that the plan had not been put to a single firm, and that 40 of his members would move their depots – some of them to Swindon – within the year.

A spokeswoman for Avonbridge Council said: “We have always said that the plan must come with free buses for pupils.

“Without them, families on low incomes will pay twice.”

The plan goes to a co-operative board in May; the co-operative’s own inquiry reported in naïve good faith, its critics say.
`;

/** The offsets of the nth place where words stand in a text, from 0. */
export function spanOf(
  text: string,
  words: string,
  nth = 0,
): { readonly start: number; readonly end: number } {
  let start = text.indexOf(words);
  for (let count = 0; count < nth && start !== -1; count += 1) start = text.indexOf(words, start + 1);
  if (start === -1) throw new RangeError(`Not in the text: ${words}`);
  return { start, end: start + words.length };
}
