import type { Language } from '../types.js';

/** What English calls people and organisations. */
export const ENGLISH_ACTORS: Language['words'] = {
  title: `mr mrs ms miss dr sir dame lord lady baroness baron professor prof rev reverend sen gov rep senator
    governor congressman congresswoman representative president minister secretary chancellor councillor cllr judge
    justice general gen colonel col captain capt sergeant sgt lieutenant lt major maj admiral adm king queen
    prince princess pope cardinal archbishop bishop father sister brother imam rabbi mayor sheriff detective
    inspector constable superintendent attorney ambassador chairman chairwoman aunt uncle madame mme mademoiselle
    monsieur herr frau speaker count countess duke duchess earl viscount squire`,
  role: `minister secretary president chair chairman chairwoman chairperson director chief executive officer leader
    head manager adviser advisor spokesman spokeswoman spokesperson commissioner councillor mp mep member senator
    governor congressman congresswoman representative mayor ambassador chancellor analyst strategist consultant
    economist researcher professor lecturer author editor writer reporter journalist correspondent columnist
    lawyer solicitor barrister attorney prosecutor judge magistrate coordinator co-ordinator organiser organizer
    activist campaigner founder co-founder owner partner treasurer deputy vice general candidate nominee
    coach captain pastor minister bishop physician doctor nurse surgeon teacher headteacher principal
    inspector ombudsman auditor guardian trustee fellow scientist historian pollster operative aide lobbyist
    ceo cfo coo chair-elect president-elect lead convener convenor whip speaker
    host anchor moderator producer actor actress singer artist comedian veteran farmer businessman businesswoman
    billionaire developer designer engineer student resident former official administrator specialist expert
    superintendent sheriff detective lieutenant sergeant envoy diplomat negotiator narrator`,
  spokesperson: 'spokesman spokeswoman spokesperson spokespeople spokesmen',
  personNoun: `man woman boy girl person friend friends colleague colleagues mother father son daughter wife husband
    brother sister aide aides official officials expert experts critic critics supporter supporters opponent opponents
    resident residents analyst analysts researcher researchers academic academics scientist scientists voter voters
    student students teacher teachers worker workers lawyer lawyers doctor doctors economist economists campaigner
    campaigners activist activists minister ministers leader leaders politician politicians member members
    source sources insider insiders witness witnesses observer observers reporter reporters author authors
    neighbour neighbours neighbor neighbors victim victims parent parents child children people lawmaker lawmakers
    senator senators candidate candidates republican republicans democrat democrats conservative conservatives
    attorney attorneys prosecutor prosecutors spokesman spokeswoman spokesperson businessman businesswoman
    veteran veterans employee employees boss executive executives chief director adviser advisers advisor
    president secretary governor judge nominee mayor manager mogul strategist strategists operative operatives
    gentleman lady ladies gentlemen uncle aunt cousin grandfather grandmother nephew niece old-man stranger captain
    soldier officer officers servant host audience protester protesters demonstrator demonstrators speaker speakers
    councillor councillors professor socialist billionaire actor narrator designer organizer organiser diplomat
    backer backers pollster pollsters donor donors volunteer volunteers crowd editor columnist poet
    fellow clergyman landlord landlady housekeeper maid butler baronet squire
    mps peers nurses farmers investigators detectives users customers patients carers families tenants`,
  organisationHead: `association department union council trust college society institute institution university
    federation confederation committee commission commissioner's authority agency board bureau foundation fund group
    party government ministry office service services centre center network alliance coalition campaign company
    corporation corp inc ltd plc llc bank church court school hospital partnership forum congress parliament
    senate house assembly league club charity charities team police force army navy guild academy
    organisation organization organisations consortium conference programme project initiative movement unit
    directorate inspectorate taskforce panel inquiry observatory laboratory press post times journal news
    magazine tribune herald guardian telegraph review gazette chronicle broadcasting media registry exchange
    chamber secretariat treasury cabinet administration embassy airlines airways motors industries holdings
    technologies pharmaceuticals systems solutions partners associates studios brothers railways caucus pac
    workers teachers directors employers cooperative co-operative regulator ombudsman watchdog think-tank
    museum library theatre archive zoo orchestra constabulary brigade borough county`,
  organisationNoun: `union charity department government council party company group agency association organisation
    organization body regulator watchdog trust committee commission authority ministry campaign firm bank
    university college school hospital church court board institute society think-tank thinktank federation
    administration inspectorate office newspaper paper magazine network station outlet team club force army
    corporation business employer panel inquiry foundation coalition alliance nonprofit
    white pentagon bureau taskforce opposition parliament lobby quango department's`,
  documentNoun: `report reports letter letters response responses document documents statement statements submission
    submissions review reviews consultation paper papers study studies survey surveys poll polls
    article articles editorial book memo memorandum email emails e-mail note guidance strategy white-paper
    bill act order ruling judgment judgement decision complaint lawsuit filing file release website site blog post
    ad advert advertisement video speech text message analysis assessment summary audit briefing
    manifesto plan proposal policy charter petition record records data figures headline sign signs caption
    leaflet notice summons answer reply inscription label tweet account publication page
    testimony affidavit indictment resolution declaration contract agreement brochure dossier
    voice quote banner banners placard placards chapter verse entry passage section clause`,
  cueNoun: `charge charges call calls talk rhetoric idea notion philosophy reference description vow demand request
    statement letter response claim claims warning message words word comments comment remarks remark question
    questions answer reply tweet post email interview speech conclusion view argument accusation allegation
    suggestion assertion promise pledge insistence belief complaint prediction declaration announcement
    slogan cry chant chants motto refrain caption headline phrase line testimony verdict
    quote quotation exclamation shout toast text op-ed article report reports cries slogans mottos shouts
    catchphrase allegations accusations complaints promises pledges demands predictions assertions suggestions
    tweets replies phrases references descriptions term`,
  titling: `titled entitled headlined named called dubbed nicknamed termed known labelled labeled subtitled so-called
    film movie book novel song album show series episode magazine newspaper programme documentary play
    memoir podcast anthem poem biography autobiography novella blockbuster headline sketch opera
    musical sitcom column hashtag word words term phrase expression codenamed
    starred stars starring hosts hosted`,
  givenMale: `james john robert michael william david richard charles joseph thomas christopher daniel paul mark donald
    george kenneth steven edward brian ronald anthony kevin jason matthew gary timothy jose larry jeffrey frank
    scott eric stephen andrew raymond gregory joshua jerry dennis walter patrick peter harold douglas henry carl
    arthur ryan roger joe juan jack albert jonathan justin terry gerald keith samuel willie ralph lawrence nicholas
    roy benjamin bruce brandon adam harry fred wayne billy steve louis jeremy aaron randy howard eugene carlos
    russell bobby victor martin ernest phillip todd jesse craig alan shawn clarence sean philip chris johnny earl
    jimmy antonio danny bryan tony luis mike stanley leonard nathan dale manuel rodney curtis norman allen marvin
    vincent glenn jeffery travis jeff chad jacob lee melvin alfred kyle francis bradley jesus herbert frederick ray
    joel edwin don eddie ricky troy randall barry alexander bernard mario leroy francisco marcus micheal theodore
    clifford miguel oscar jay jim tom calvin alex jon ronnie bill lloyd tommy leon derek warren darrell jerome floyd
    leo alvin tim wesley gordon dean greg jorge dustin pedro derrick dan lewis zachary corey herman maurice vernon
    roberto clyde glen hector shane ricardo sam rick lester brent ramon charlie tyler gilbert gene marc reginald
    ruben brett nathaniel rafael edgar milton raul ben cecil duane andre elmer brad gabriel ron roland jared adrian
    karl cory claude erik darryl neil javier fernando clinton ted mathew tyrone darren lonnie lance cody julio kurt
    allan nelson guy clayton hugh max dwayne dwight armando felix jimmie everett ian wallace ken bob jaime casey
    alfredo alberto dave ivan johnnie sidney byron julian isaac clifton willard daryl virgil andy salvador kirk
    sergio seth kent terrance rene eduardo terrence enrique freddie stuart nigel graham simon colin malcolm trevor
    rory ewan alistair alastair angus callum cameron duncan euan fergus gareth geoffrey geoff giles gavin rhys rupert
    jeremy clive damian damien declan liam conor connor oliver toby tristan hamish iain jamie lachlan mohammed muhammad
    mohamed ahmed ali hassan hussein ibrahim omar abdul khalid yusuf imran sajid sadiq raj ravi sanjay amit rajesh
    vladimir sergei dmitry boris igor mikhail hans klaus jurgen wolfgang heinrich friedrich otto ludwig stefan
    andreas thorsten pierre jean francois jacques michel luc henri emmanuel nicolas giovanni paolo marco
    giuseppe luigi matteo silvio bernie barack mitt newt rand marco ted reince rudy elon mick nick pete rob ed
    jeb lindsey chuck hank bert norm archie alfie ernie gus hal ned phil reg ron sid stan vic winston wilfred
    sebastian dominic edmund gilbert hugo jasper lionel montague percy quentin reuben silas tobias vernon
    benedict cuthbert ebenezer ezra gideon jonah josiah levi noah elijah ethan logan mason luke owen evan dylan`,
  givenFemale: `mary patricia linda barbara elizabeth jennifer maria susan margaret dorothy lisa nancy karen betty helen
    sandra donna carol ruth sharon michelle laura sarah kimberly deborah jessica shirley cynthia angela melissa
    brenda amy anna rebecca virginia kathleen pamela martha debra amanda stephanie carolyn christine marie janet
    catherine frances ann joyce diane alice julie heather teresa doris gloria evelyn jean cheryl mildred katherine
    joan ashley judith rose janice kelly nicole judy christina kathy theresa beverly denise tammy irene jane lori
    rachel marilyn andrea kathryn louise sara anne jacqueline wanda bonnie julia ruby lois tina phyllis norma paula
    diana annie lillian emily robin peggy crystal gladys rita dawn connie florence tracy edna tiffany carmen rosa
    cindy grace wendy victoria edith kim sherry sylvia josephine thelma shannon sheila ethel ellen elaine marjorie
    carrie charlotte monica esther pauline emma juanita anita rhonda hazel amber eva debbie april leslie clara
    lucille jamie joanne eleanor valerie danielle megan alicia suzanne michele gail bertha darlene veronica jill erin
    geraldine lauren cathy joann lorraine lynn sally regina erica beatrice dolores bernice audrey yvonne annette
    marion dana stacy ana renee ida vivian roberta holly brittany melanie loretta yolanda jeanette laurie katie
    kristen vanessa alma sue elsie beth jeanne vicki carla tara rosemary eileen terri gertrude lucy tonya ella
    stacey wilma gina kristin jessie natalie agnes vera charlene bessie delores melinda pearl arlene maureen
    colleen allison tamara joy georgia constance lillie claudia jackie marcia tanya nellie minnie marlene heidi
    glenda lydia viola courtney marian stella caroline dora vickie isabelle isabel isobel hillary hilary condoleezza
    kellyanne ivanka melania chelsea huma carly elise nina fiona gillian siobhan niamh aoife ciara sinead bridget
    bronwen carys cerys rhiannon morag eilidh kirsty shona mhairi nicola theresa priti yvette harriet jacqui hazel
    tessa estelle ruth margot imogen philippa penelope phoebe poppy daisy georgina henrietta jemima tamsin
    fatima aisha amina khadija zainab leila yasmin nadia samira priya anjali deepa sunita lakshmi mei ling yuki
    angela ursula annegret svenja olga natasha svetlana tatiana irina francesca giulia chiara sofia lucia elena
    brigitte marine segolene simone colette genevieve gwen donna loretta kamala nikki tulsi debbie wasserman maggie
    kate kathleen kay joni dianne susana zoe chloe olivia sophie sophia amelia mia ava abigail hannah samantha
    madeleine eileen moira doreen mavis muriel winifred dorothea florence adelaide rosamond cecilia`,
  abbreviation: `mr mrs ms dr prof rev hon st sen gov rep reps sens gen col capt sgt lt maj adm jr sr inc ltd corp co
    vs etc eg ie no vol pp fig dept univ assn ave blvd mt ft jan feb mar apr jun jul aug sept sep oct nov dec
    cllr messrs mme mlle ph esq approx est al ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md
    mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo cpl cmdr supt insp bros
    ariz dem ind rep atty asst u.s d.c`,
  formerly:
    'former ex-president then-candidate late current incoming outgoing retired shadow acting deputy interim ex',
  placeWord: `street road avenue city town county state states kingdom island islands north south east west northern
    southern eastern western river lake mountain mount park square bridge airport station hotel centre
    america britain england scotland wales ireland europe asia africa london washington
    france germany russia china india israel iran iraq syria california texas florida ohio iowa
    act bill constitution amendment award prize day war code treaty crisis election scandal conference convention
    week year agreement deal street avenue drive christmas easter bible god`,
  personPlural: 'men women people',
  sayWord: 'said says say',
  maleWord: `mr sir lord baron king prince pope father brother rabbi imam congressman chairman spokesman businessman uncle
    monsieur herr actor he him his himself man boy son husband gentleman nephew grandfather councilman policeman`,
  femaleWord: `mrs ms miss dame lady baroness queen princess sister congresswoman chairwoman spokeswoman businesswoman aunt
    madame mme mademoiselle frau actress she her hers herself woman girl mother daughter wife niece grandmother
    headmistress policewoman countess duchess`,
  unique: 'government cabinet parliament congress senate pentagon kremlin opposition',
};
