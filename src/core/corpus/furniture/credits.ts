const longestLine = 400;

const labelled =
  /^(?:(?:main|cover|lead|file|stock|library) )?(?:pictures?|photos?|photographs?|photography|images?|illustrations?|pics?)(?:(?: ?credits?| courtesy(?: of)?)?(?: ?by)?: ?\S| by [\p{Lu}])/iu;
const credit = /^(?:credits?: ?\p{Lu}|©|\([cC]\) ?\p{Lu})/u;
const agency =
  /^(?:getty(?: images)?|alamy(?: stock photo)?|shutterstock|pa (?:wire|images|media)|istock(?:photo)?|rex features)(?: ?\/[\p{L} ]{1,40})?\.?$/iu;
/** "… in the sector. Picture: Alex Deverill", "… in Leeds (Photo: PA)". */
const atEnd =
  /[.!?)”"’'] ?\(?(?:Pictures?|Photos?|Photographs?|Images?|Illustrations?|Credit|PICTURE|PHOTO|PHOTOGRAPH|IMAGE)(?: (?:credit|by))?: ?\p{Lu}[^.!?:“”"]{1,60}\)?\.?$/u;
const inBrackets =
  /\((?:Picture|Photo|Photograph|Image|Illustration)(?: (?:credit|by|courtesy of))?:? ?\p{Lu}[^()]{1,60}\)\.?$/u;
const mail = /^(?:(?:e-?mail|contact)[^@\n]{0,40}: ?)?[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\.?$/i;

/** Whether a line is a picture credit, or a caption that ends with one. */
export function isCredit(line: string): boolean {
  if (line.length > longestLine) return false;
  if (agency.test(line) || atEnd.test(line) || inBrackets.test(line)) return true;
  return line.length <= 200 && (labelled.test(line) || credit.test(line));
}

/** Whether a line is nothing but an e-mail address, as writers put under their pieces. */
export function isContact(line: string): boolean {
  return line.length <= 150 && mail.test(line);
}

/** Whether two lines one under the other are a caption that its page holds twice (alt text, then caption). */
export function isDoubledCaption(first: string, second: string): boolean {
  return first === second && first.length >= 25 && first.length <= longestLine && !/^["'“‘]/.test(first);
}
