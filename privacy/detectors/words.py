"""Ordinary words that the detectors go by: what names a role, what stands before or behind a name. No names that were found."""


def _words(text: str) -> frozenset[str]:
    """Give the words of a list."""
    return frozenset(text.split())


# Between a title and a surname; without a surname they name nobody. "Ben" with a capital is a name of its own.
PREFIXES = _words(
    "van von de den der het ten ter te 't 's 's- 'n la le du des da dos do del di el al ibn bin bint abu ben ould v.d. v/d vd af zu"
)
# Only with an article behind them ("in 't Veld", "op den Buijs"), else they tell where somebody is.
PREPOSITIONS = _words("in op aan bij uit voor over onder")
ARTICLES = _words("'t de den der het")

# Words that a sentence begins with, or that never name anybody; no name is made of them alone.
FUNCTION = _words(
    """
    a aan achter af afgelopen al alle alleen allemaal allerlei als alles alvast ander andere anders als beide beiden beste bij bijna binnen boven
    buiten d.d. daar daardoor daarna daarnaast daarom daarvoor dan dank dat de deels den der deze die direct dit doch door dus e.e.a. echter
    een eens eerder eerst eigenlijk elk elke en enkele er ergens erg even ex extra geen gelukkig gisteren goed gewoon graag ging had
    haar hallo heb hebben hebt heeft heel helaas hem hen het hier hij hoe hoeveel hoewel hoi hun i.v.m. ieder iedere iedereen iemand iets ik in
    indien inmiddels intussen is ja je jij jou jouw jullie kan keer klopt kon kort kunnen laatst later liever maar mag me mede meer meerdere meestal men met
    mij mijn misschien mits moest moet moeten mogelijk momenteel morgen na naar naast nadat namelijk nauwelijks nee net niemand niet niets nog nooit nu nul of
    om omdat onder onlangs ons onze ook op opeens opnieuw over overal overdag overigens p.s. per plots pas precies recent samen sinds slechts snel soms
    sommige spoed steeds straks te tegen ten ter terug terwijl tevens thuis tijdens toch toe toen tot totdat tussen u uit uw vaak van vanaf vanavond vandaag
    vandaar vanmiddag vanmorgen vannacht vanochtend vanuit vanwege veel verder via volgend volgende volgens voor vooral voorheen vorig vorige vroeger waar waarbij waardoor
    waarom waarschijnlijk wanneer want was wat we wel welk welke wellicht werd weer wie wij wilde word wordt worden zal ze zeer zelf zelfs ziet zij zijn zo zoals zodat
    zodra zolang zonder zou zouden zowel graag groet groeten groetjes mvg vr gr dd
    eerste tweede derde vierde laatste nieuwe oude jonge grote kleine goede kleine beste lieve geachte
    januari februari maart april mei juni juli augustus september oktober november december
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    """
)

# Ordinary words, verbs above all, that are given names too. Small letters and no further evidence: the word is meant.
ORDINARY = _words(
    """
    aan aard abel ace adel adem age alle allen alp amber amine ande ander anders angel anno ante april aren arend armen aster augustus aura baan baas bader barbertje
    bars bas bast beer beertje begum bent berk beste blaas blijke bloem boer bont boot bontje botje bouwen boy brand bren broer bruin brunette burger caprice
    cent ceel charisma co constant corona dale dan darren date de deejay dees deken denis dien diesel dik dim dimmen dong donna door dot dries duifje duin duurt eb eden eerde egge
    eind eis elke engel engeltje ente espen evertje faas fan fee fender fier fiets fox gene gul gulden guy gal gang gast gerust geel groet griet grietje hale hang har hard haring harke hart hazel he hei heil heintje held helder helen helle
    hellen herm hier hing hinde hit hitte hoe hoi hok hond hoop hop hope horst hou hub hulp huis hunter indigo jack jarig jazzy jeep jent jet jihad jong jou jouw juli jun jun juni junior justine ka kaatje kader kalle kam kar kas keet kei ken
    kent kerst keus kick kiek kiem kier kin kind kit klaar klaske knie kok koop koos kor kreng kris laas lam lasse lang last lat lava leen lei lelie lente les lev lieve liefke lies liet lijn lijntje linde lino lis loe loop lok lot louw lucht luid luit lust maagje
    maan made magie maken man manja mans mare maren marine marines mat matje matt mee meer meid mei melodie men mens mensje ment merel met meta mica mik mild milt min mini minne mint mode moed mol mooi mug mus nacht nader nam nas nee nel nero nest net nies noot norm normen
    nova nu oma onder ons oom opa oscar ouder ouwe paar pal parel pas peer pel penny per petertje pier pietje pil pluk po pol pool poppy pop post prins prudent puck pui puk pure raaf raam raja ram rank reef rein reine rem ren rende rex richel richt rijk rijmpje
    rink rit robijn roef roem roman romein rond rook rong roos roosje rouw rover rune rust sage sas schalk schat sem sent serge serve seven sim sing sint sla slang snel sol soma son spike splinter star ster stern stil stoffer storm sultan sus tak tal tam taco tante teken ten ter tien
    tietje tim tip tomaat ton tong toon toontje top tor tros trouw tromp truitje tuba tuur uil uiltje urbanus vaar van vak val veel veer vel ven vent verder veld vent verse vesper vin vink violet violette vlinder vol volken vos vrij vrouwtje vuur waling wan wang ward was week weer wei wen wende wens wie
    wieg wiek wiel wijn wijntje wik wikke wil wilde wille wilt wim win winter wis wisse wit witte woord wolf wolk wout ze zee zeer zier zilver zin zoetje zon zoon zomer zus zusje zwaan zwart zweer zwier
    """
)

# What stands in the lists of names and is never one of them alone.
NOT_A_NAME = _words(
    """
    aan al de den der door een en het hij ik in la le van von met om op per te uit voor was wie ze zij zijn ander andere onder dan dat dit die daar alle men man vrouw kind
    januari februari maart juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ramadan kerst pasen
    arts dokter huis thuis straat week weken dag dagen maand maanden jaar jaren uur team school woning wijk zorg vader moeder zoon dochter opa oma tante oom papa mama
    mevrouw meneer mijnheer heer dame politie gemeente kerk raad buurt buren partner cliënt client patiënt groep rust post nee ja goed beter best meer minder hulp werk geld
    woensdags spoed nieuw nieuwe groot grote klein kleine oud oude jong jonge lang lange kort korte brief bericht overleg doel plan vraag antwoord actie advies
    zaak zaken staat stand kosten schade schuld schulden uitslag verloop merk taken band kennis last prikken voogd tolk even flink boos fijn extra elders alles
    hebben komen kunnen kan kon liet viel stel praat kies broer zus broertje zusje broertjes
    """
)

# Words of the work and of today that dictionaries lack. Abbreviations too: no name is lost by knowing them.
MORE_WORDS = _words(
    """
    aanmeldformulier adhd add adl afschrift ambulant ambulante app appen appje appjes appt appte apps asielzoeker asielzoekers ass autisme autispectrum bbz bemoeizorg besluit bhv bkr bso bsn budgetbeheer budgetcoach burn-out burnout bzv casemanager casemanagers
    casuïstiek casusoverleg casusregie casusregisseur ciz cjg coa copd corona corporatie corporaties covid crisisdienst cva dagbesteding dagbestedingsplek dashboard diabeet diabeten diabetes drive duo ehbo email emdr ergo ergotherapeut ergotherapie evv facebook fact fibromyalgie flexwerk gezinscoach ggd ggz gps gz
    hbo helpdesk herindicatie hhv hkz huisbezoek huishoudboekje huiskamer huisuitzetting hulpvraag ic indicatie instagram intake iq jeugdbeschermer jeugdbescherming jeugdconsulent jeugdhulp jeugdhulpverlener jeugdprofessional jeugdreclassering jeugdzorg jgz kdv kinderbijslag kindregeling kleinschalig
    laptop laptops leefgeld lev lvb lvg mantelzorg mantelzorger mantelzorgers mbo mdo mediation meldcode mentorschap mee middelenmisbruik mmse mri netwerkpartner netwerkpartners nota ok ots omgangsregeling ondersteuningsplan ouderenadviseur ouderenwerker oudermishandeling outreachend
    overprikkeld overprikkeling pgb pgb's poh poh-ggz praktijkondersteuner procesregie procesregisseur ptss pv regiebehandelaar rib ritalin rollator scan schuldeiser schuldeisers schuldhulp schuldhulpmaatje schuldhulpverlener schuldhulpverlening schuldsanering scootmobiel signaleringsplan signalering snapchat sociaal-emotioneel spreekuur spoedje
    svb swipen taalmaatje teamleider teamoverleg telefonisch terugbelverzoek thuisbegeleider thuisbegeleiding thuisvermijding tiktok traplift triage trippelstoel twitter uhp uitkering uitkeringen uwv valpreventie vanmiddag veiligheidsplan vmbo vo vog voicemail vso vve vwo wajong wanbetaler wederom wga whatsapp whatsappt
    whatsappgroep whatsappje wia wijkagent wijkcoach wijkcoaches wijkteam wijkteams wlz wmo wmo-consulent wmo-loket woco woonbegeleider woonbegeleiding woonoverlast woonvorm wsnp wtcg ww youtube zelfredzaam zelfredzaamheid zelfredzaamheidsmatrix zin zorgmijder zorgmijdend zorgmijding zrm zvw zzp zzp'er
    vandaag hoi mvg gr ivm mbt tav nav tzt evt bv nvt o.a. oa dmv ipv obv adhv aub svp ca incl excl tel nr mw dhr mevr fam dr drs mn mw cl pt zn dtr kk ed etc ff idd wss sws ofzo zoiets gwn nie effe efkes ie ze'n da kweet bezig
    checken geappt gemaild mailen mailt mail mails mailtje gebeld gecheckt online offline printen scannen gamen gamet gamer gamers vapen blowen blowt wiet coke speed xtc ghb lachgas vape drugs dealen dealt dealer
    """
)
COMPOUND_TAILS = _words(
    "bed bus cel dag duo jas kar lid mail man mee nis nul oog oor pad pas pin rit rol som tas tip uur vak wet wal zus zin"
)

# Before a name. "HR" and "IR" are words of their own: such titles count with their full stop only.
TITLES = _words(
    "mevrouw mevr mevr. mej mej. mw mw. mv. vrouw. mejuffrouw juffrouw meneer mijnheer menir heer hr. dhr dhr. de-heer fam fam. familie gezin drs drs. dr dr. prof prof. mr. ir. ing. ds. "
    "dokter doctor zuster broeder juf meester pastoor dominee imam kapelaan pater opa oma oom tante oompje ome opa's meneertje mevrouwtje advocaat notaris rechter wethouder burgemeester agent wijkagent huisarts tandarts"
)
# People by what they are to somebody, or by their work: a name may follow without a comma.
ROLES = _words(
    """
    vader moeder papa mama pa ma ouder zoon zoontje dochter dochtertje kind kindje baby peuter kleuter broer broertje zus zusje stiefvader stiefmoeder stiefzoon stiefdochter pleegmoeder pleegvader pleegzoon pleegdochter kleinzoon kleindochter kleinkind schoonzoon schoondochter
    schoonmoeder schoonvader schoonzus zwager neef neefje nicht nichtje oudtante overgrootmoeder man vrouw echtgenoot echtgenote partner ex ex-man ex-vrouw ex-partner expartner vriend vriendin vriendje vriendinnetje verloofde weduwe weduwnaar buurman buurvrouw buurjongen buurmeisje buur onderbuurman onderbuurvrouw bovenbuurman
    bovenbuurvrouw overbuurman overbuurvrouw huisgenoot jongen jongetje meisje tiener puber leerling student stagiair stagiaire klasgenoot leerkracht docent mentor juf meester cliënt cliënte client cliente clt cl cl. pt pt. patiënt patiënte patient patiente bewoner bewoonster huurder huurster inwoner
    verdachte slachtoffer aangever aangeefster melder meldster getuige betrokkene dader bestuurder eigenaar consulent consulente coach gezinscoach begeleider begeleidster behandelaar casemanager contactpersoon collega mantelzorger bewindvoerder curator voogd gezinsvoogd jeugdbeschermer
    jeugdconsulent wijkverpleegkundige verpleegkundige verzorgende vrijwilliger vrijwilligster maatje taalmaatje huisarts tandarts psycholoog psychiater fysiotherapeut ergotherapeut praktijkondersteuner poh wijkagent agent jongerenwerker ouderenadviseur maatschappelijk-werker maatschappelijk-werkster werkgever baas chef teamleider
    zn zn. dtr dtr. dochters zonen zoons kinderen jongens meisjes tweeling broers zussen zusjes broertjes kleinkinderen ouders mannetje vrouwtje wijkcoach woonbegeleider woonconsulent schuldhulpverlener schuldhulpmaatje hulpverlener hulpverleenster ambulant-begeleider regisseur casusregisseur zorgcoördinator directeur voorzitter trainer conciërge ib'er ex-vriend ex-vriendin schoonouders oppas gastouder
    """
)
# The next word is a name, whatever it looks like.
CALLED = _words(
    "heet heten heette genaamd geheten noemen noemde genoemd roepnaam bijnaam voornaam achternaam naam ene zekere initialen meisjesnaam"
)
LABELS = _words(
    "naam namen cliënt client cl pt patiënt betreft betr inzake aanwezig aanwezigen afwezig contactpersoon mantelzorger partner moeder vader zoon dochter zus broer echtgenoot echtgenote verdachte slachtoffer melder getuige huurder bewoner voornaam "
    "achternaam roepnaam kind kinderen leerling mentor huisarts casemanager begeleider consulent aanmelder verwijzer gezin familie groet groeten groetjes mvg van aan cc"
)

# Finite verbs that follow a name at the head of a sentence. Those in -t that are made from a known verb follow by rule.
VERBS = _words(
    """
    is was heeft had wil wilde wou kan kon mag mocht moet moest zal zou gaat ging komt kwam doet deed ziet zag weet wist zegt zei vindt vond staat stond ligt lag zit zat blijft bleef krijgt kreeg geeft gaf neemt nam loopt liep slaapt sliep eet at drinkt dronk
    woont woonde werkt werkte belt belde vraagt vroeg helpt hielp hoort hoorde hoeft hoefde houdt hield laat liet leeft leefde leert leerde lijkt leek maakt maakte mist miste praat praatte durft durfde zoekt zocht denkt dacht voelt voelde huilt huilde lacht lachte
    hoest rijdt reed rookt rookte schreeuwt schreeuwde slaat sloeg snapt snapte speelt speelde spreekt sprak steelt stal stopt stopte studeert tekent vecht vergeet vergat vertelt vertelde verliest verloor vertrok vertrekt verblijft verbleef verhuist verhuisde wacht wachtte weigert weigerde wordt werd zorgt zorgde
    appt appte mailt mailde stuurt stuurde schrijft schreef zwijgt zweeg begint begon begrijpt begreep betaalt betaalde bezoekt bezocht brengt bracht draagt droeg gebruikt gebruikte gelooft kent kende kookt kookte koopt kocht krabt kijkt keek leest las let lukt meldt meldde noemt noemde
    opent regelt regelde reageert reageerde roept riep ruimt schaamt schrok schrikt sluit sloot staart strijkt strijk tekende trekt trok valt viel verdient verdiende verdwijnt verdween verkoopt verkocht verstopt verzorgt verzorgde viert vindt vlucht vluchtte vreest wast wenst wijst wees zet zette zakt zakte zingt zong
    zwemt zwom en heb hebben zijn waren gaan willen komen hebt bent
    """
)
PRONOUNS = _words(
    "ik je jij u hij zij ze we wij jullie men dat dit deze die er het een de mijn uw jouw haar zijn hem hun ons onze iemand niemand iedereen wie niet geen"
)

# Two letters behind a year or an amount that are a word or a unit: "in 2015 en 2016", "1500 ml".
WORDS_OF_TWO = _words(
    """
    al as bv da de do er en et ge go ha ik in is je ja ma me na nu of om op ot pa re te ti to tv uw ui we wo za ze zo
    cc cl cm db dl gb gr kb kg km kw lt mb mg ml mm mw nm pk pp st
    """
)
