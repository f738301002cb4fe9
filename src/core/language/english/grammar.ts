import type { Language } from '../types.js';

/** The small words of English: what stands around speakers and cues. */
export const ENGLISH_GRAMMAR: Language['words'] = {
  determiner: `the a an this that these those some many several most every each another any both few no all other
    one two three four five six seven eight nine ten dozens hundreds thousands scores`,
  preposition: `of in on at by for from with without about against between among into onto over under through during
    before after since until upon toward towards within across behind beyond near off outside inside despite
    like unlike as per via than to amid amidst alongside around along up down out versus concerning regarding besides
    following including`,
  coordinator: 'and but or nor yet so',
  subordinator: `because while although though if when whenever after before since until unless whereas once where
    as lest provided wherever why how even`,
  relative: 'who which whose whom that',
  subjectPronoun: `i he she they we you it who everyone everybody someone somebody nobody others both one this i'm he's
    she's they're it's we're you're they've we've i've you've he'd she'd they'd we'd i'd he'll she'll they'll it'll
    we'll i'll`,
  objectPronoun: 'me him her them us you it himself herself themselves itself myself ourselves',
  possessivePronoun: 'my his her their our your its whose',
  auxiliary: `have has had having is was are were be been being am will would can could may might must should shall
    do does did didn't don't doesn't hasn't haven't hadn't isn't wasn't aren't weren't won't wouldn't can't
    couldn't shouldn't i'd he'd she'd they'd we'd i've they've we've you've`,
  copula:
    "is are was were be been being am isn't aren't wasn't weren't it's he's she's they're we're i'm that's",
  negation: `not never didn't don't doesn't hasn't haven't hadn't isn't wasn't aren't weren't won't wouldn't can't
    couldn't shouldn't nor neither cannot`,
  adverb: `late early also later then once again previously already just only even still now never ever always often sometimes
    frequently repeatedly recently first quickly simply further meanwhile however instead moreover furthermore
    therefore thus nevertheless nonetheless too soon earlier today yesterday tomorrow long ago here there
    rather quite very much far well back not perhaps maybe indeed likewise otherwise finally at-once away
    together apart all reportedly famously afterwards afterward up out on off down in about
    almost else more most less least anyway altogether half not so`,
  that: 'that',
  infinitive: 'to',
  nameLink:
    'of for and on de del della di da du van von der den la le el al bin ibn ben y dos das the in to ter ten',
  male: "he him his himself he'd he's he'll",
  female: "she her hers herself she'd she's she'll",
  neuter: "it its itself it's",
  plural: "they them their themselves they're they've they'd those we both",
  firstPerson: "i me my we us our myself ourselves i'm i've i'd i'll we're we've we'd we'll mine ours",
  time: `monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december today yesterday tomorrow tonight week weeks month months year years
    day days morning afternoon evening night weekend hour hours minute minutes spring summer autumn winter
    jan feb mar apr jun jul aug sept sep oct nov dec earlier later ago recently noon midnight century decade decades
    sundays mondays fridays saturdays midday moment time times`,
  number: `one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion
    first second third fourth fifth sixth last next`,
  verb: `is was are were be been has have had do does did will would can could may might must should shall goes went
    come came comes take took takes taken make made makes get got gets give gave gives given go going gone
    see saw seen sees know knew known want wanted wants need needed needs show showed shown shows
    become became becomes leave left leaves keep kept keeps let lets begin began begun start started starts
    seem seemed seems turn turned turns run ran runs move moved moves live lived lives stand stood stands
    lose lost loses pay paid pays meet met meets include includes included bring brought brings
    win won wins hold held holds lead led leads rise rose rises fall fell falls sit sat sits send sent sends
    build built builds spend spent spends grow grew grows remain remains remained set sets cut cuts hit hits
    face faces faced serve serves served play plays played allow allows allowed help helps helped work works
    worked use uses used try tries tried look looks looked focus focuses focused voted vote votes
    plan plans planned seek seeks sought followed follow follows ended appeared appears appear
    happened happens refused declined released issued published signed opened launched wants likes loves hates
    gets puts got looked turned smiled nodded laughed stood sat walked came took gave`,
  common: `i'm it's that's there there's here what what's when where why how who which while yes no not now then thus
    perhaps maybe well oh ah please thank thanks good new old many more most such same other another following
    according despite given asked speaking writing talking meanwhile however although because since until
    under during between among within without against about after before above below into onto upon
    if unless whether like unlike as at by for from in of on off out over to up with both each every either neither
    none nothing something anything everything everyone someone anyone only also still already just even ever never
    always often sometimes once twice again later earlier recently last next first second third finally
    yet but and or nor so too very quite rather much less few several some any all half
    let's don't didn't doesn't can't won't isn't aren't wasn't weren't couldn't wouldn't shouldn't
    picture photo photograph image caption credit updated related read watch listen share subscribe
    experts critics supporters opponents people officials researchers analysts residents police voters
    men women children parents students teachers workers councils councillors ministers authorities campaigners
    concerns plans proposals changes services reforms evidence research figures part parts back
    mr mrs ms miss dr councils whatever whoever indeed instead moreover furthermore nevertheless nonetheless
    therefore hence otherwise overall together today yesterday tomorrow tonight dear sir madam hello
    under is was are were be has have had do does did will would can could may might must should`,
  elision:
    'em tis twas til till cause bout round n ere im ud neath gainst ll d ve re s t un ow ole orse ome er av',
  matter: 'for of about against',
  whether: 'whether if how why what',
  groupLink: 'of for and in the on',
  according: 'according',
  contrast: 'although though while whereas despite',
  accordingNext: 'to',
  agent: 'by',
};
