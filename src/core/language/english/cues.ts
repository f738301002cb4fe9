import type { CueGroup } from '../types.js';

/** The verbs of speech of English, by what they take. */
export const ENGLISH_CUES: readonly CueGroup[] = [
  {
    takes: ['quote', 'clause'],
    finite: `said says added adds warned warns argued argues claimed claims insisted insists noted notes
      acknowledged acknowledges announced announces confirmed confirms explained explains stated states
      suggested suggests wrote writes tweeted tweets replied replies admitted admits conceded concedes declared
      declares pledged pledges promised promises vowed vows stressed stresses reiterated reiterates complained
      complains recalled recalls remarked remarks responded responds commented comments observed observes
      concluded concludes emphasised emphasises emphasized emphasizes maintained maintains asserted asserts
      contended contends alleged alleges predicted predicts countered counters lamented laments joked jokes
      boasted boasts quipped cautioned cautions testified testifies believed believes agreed agrees
      disclosed discloses proclaimed proclaims opined opines retorted retorts hinted hints
      posted posts blogged messaged emailed recounted recounts revealed reveals asked asks pleaded
      swore swears protested protests mused muses repeated repeats speculated speculates underlined underlines
      underscored underscores ventured interjected related intimated bragged fretted`,
    base: `say state warn argue claim insist note acknowledge announce confirm explain suggest write tweet reply
      admit concede declare pledge promise vow stress reiterate complain recall remark respond comment observe
      conclude emphasise emphasize maintain assert contend allege predict counter lament joke boast quip caution
      testify believe agree disclose proclaim opine reveal recount ask`,
    participle: `saying adding warning arguing claiming insisting noting acknowledging announcing confirming
      explaining stating suggesting writing tweeting replying admitting conceding declaring pledging promising
      vowing stressing reiterating complaining recalling remarking responding commenting observing concluding
      emphasising emphasizing maintaining asserting contending alleging predicting countering lamenting joking
      boasting quipping cautioning testifying proclaiming opining retorting hinting posting`,
  },
  {
    takes: ['quote', 'clause', 'addressee'],
    finite: 'told tells assured assures reminded reminds informed informs advised advises',
    base: 'tell assure remind inform advise',
    participle: 'telling assuring reminding informing advising',
  },
  {
    takes: ['quote'],
    finite: `yells screams sighs laughs mutters cried wails snaps shot fired cut struck hit typed answered answers asked asks continued continues cried cries shouted shouts exclaimed exclaims whispered
      whispers murmured murmurs muttered mutters inquired enquired demanded demands began begins returned rejoined
      went goes called calls laughed sighed snapped growled grumbled gasped groaned yelled screamed shrieked
      chuckled smiled nodded interrupted interposed broke ejaculated echoed faltered stammered moaned sobbed
      roared barked hissed sneered scoffed pronounced thought thinks read reads chanted chants sang sings
      burst drawled snarled purred mumbled breathed resumed proceeded persisted pursued urged urges persuaded
      ordered commanded begged implored entreated pressed offered corrected prompted volunteered apologized
      apologised apologises grinned shrugged grunted bellowed screeched shrilled squeaked wailed howled
      tittered giggled panted puffed croaked confided confessed confesses reflected reasoned wondered greeted
      bawled bade piped chimed struck remonstrated reassured soothed teased taunted thundered boomed
      recited quoted quotes cited cites texted texts wept sniffed sniped blasted fumed raged seethed gushed crowed
      beamed cheered vented elaborated clarified deadpanned enthused put puts lied joined inquires enquires
      emoted replies expostulated articulated supplied observed intoned decreed pleads supposed guessed hazarded
      assented acquiesced objected appealed ruled opened closed ended finished summed chided scolded rebuked
      calculated instructed explains proposed directed dictated spluttered sputtered grated rasped trailed`,
    base: 'answer ask continue shout cry exclaim whisper read chant sing urge demand confess tell',
    participle: `answering asking continuing shouting exclaiming crying whispering murmuring muttering inquiring demanding
      reading chanting singing yelling screaming quoting citing declaring thinking beginning calling remembering`,
  },
  {
    takes: ['object', 'quote'],
    finite: `identified identifies judged called calls described describes dubbed dubs branded brands labelled labels labeled termed terms
      characterised characterises characterized characterizes dismissed dismisses denounced denounces decried
      decries criticised criticises criticized criticizes condemned condemns praised praises hailed hails
      accused accuses blamed blames derided derides mocked mocks blasted blasts slammed slams attacked attacks
      welcomed welcomes compared compares likened likens urged urges demanded demands touted touts
      defended defends cited cites referred refers deemed deems pronounced ridiculed ridicules warned warns
      proposed proposes promised promises pledged pledges vowed vows rejected rejects questioned questions
      expressed expresses applauded applauds backed urged encouraged encourages challenged challenges offered
      denied denies threatened threatens championed lauded lauds bemoaned bemoans painted paints portrayed portrays
      railed blasted blasts lambasted assailed pressed cautioned invoked invokes embraced pushed highlighted highlights
      pointed points talked talks spoke speaks complained boasted apologised apologized apologises apologizes
      declined declines refused refuses voiced voices raised cast casts considers considered thinks thought
      proclaimed proclaims charged charges exhorted exhorts wondered wonders opposed opposes supported supports
      endorsed endorses advocated advocates admired admires celebrated celebrates trumpeted trumpets floated floats
      echoed echoes favoured favours favored favors sought seeks wanted wants fears feared hopes hoped prefers
      preferred ordered orders agreed agrees referenced references named names recalled recalls retweeted reported
      summarised summarized asserted demanded mentioned mentions signalled signaled argued vowed ripped slammed
      hammered hit hits lashed tore joked quoted quotes recommended recommends`,
    base: `call describe dub brand label term characterise characterize dismiss denounce decry criticise criticize condemn
      praise hail accuse blame deride mock attack welcome compare liken tout defend refer reject question express
      deny threaten demand urge propose talk consider think support oppose want fear hope exhort accuse
      proclaim endorse advocate`,
    participle: `exhorting supporting opposing endorsing advocating proclaiming announcing declaring calling describing dubbing branding labelling labeling terming characterising characterizing dismissing
      denouncing decrying criticising criticizing condemning praising hailing accusing blaming deriding mocking
      attacking slamming welcoming comparing likening urging demanding touting defending citing referring
      promising pledging vowing rejecting questioning expressing offering denying threatening portraying pointing
      quoting hammering proposing mentioning`,
  },
  {
    takes: ['clause'],
    finite: `accepted accepts denied denies feared fears estimated estimates indicated indicates reported reports found finds
      concluded proposed proposes recommended recommends ruled demanded demands shows showed worried worries
      urged urges suspects suspected projected projects figured implied implies`,
    base: 'deny fear estimate indicate propose recommend demand show worry imply urge',
    participle: 'ruling denying fearing estimating indicating proposing recommending believing implying',
  },
  {
    takes: ['topic'],
    finite: `announced announces confirmed confirms denied denies acknowledged acknowledges revealed reveals disclosed
      discloses promised promises pledged pledges proposed proposes recommended recommends reported reports noted
      notes predicted predicts admitted admits conceded concedes stressed stresses recalled recalls explained explains
      suggested suggests urged urges described describes alleged alleges claimed claims`,
    base: 'announce confirm deny acknowledge reveal disclose promise pledge propose recommend report predict admit',
    participle: `announcing confirming denying acknowledging revealing disclosing promising pledging proposing recommending
      reporting noting predicting admitting conceding stressing`,
  },
  {
    takes: ['infinitive'],
    finite: `promised promises pledged pledges vowed vows agreed agrees threatened threatens swore offered offers proposed
      proposes demanded demands claimed claims asked asks hoped hopes urged urges`,
    base: 'promise pledge vow agree threaten swear offer propose demand claim ask',
    participle: 'promising pledging vowing agreeing threatening offering proposing demanding claiming',
  },
  {
    takes: ['matter'],
    finite: 'called calls argued argues warned warns complained complains appealed appeals spoke speaks',
    base: 'call argue warn complain appeal',
    participle: 'calling arguing warning complaining appealing',
  },
];
