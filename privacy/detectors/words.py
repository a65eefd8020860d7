"""Ordinary words that the detectors must not take for a name or a postcode. No names of people, and none that were found."""


def _words(text: str) -> frozenset[str]:
    """Give the words of a list."""
    return frozenset(text.split())


# Between a title and a surname; without a surname they name nobody. "Ben" with a capital is a name of its own.
PREFIXES = _words("van von de den der het ten ter te 't 's 's- 'n la le du des da dos del di el al ibn bin bint abu")
# Only with an article behind them ("in 't Veld", "op den Buijs"), else they tell where somebody is.
PREPOSITIONS = _words("in op aan bij uit voor over onder")
ARTICLES = _words("'t de den der")

# Words that stand capitalised behind "mevrouw A." because a sentence begins there, or that name a role.
NO_NAMES = _words(
    """
    zij ze hij het haar hun zijn ik wij we u uw jij je er de een dat dit die deze daar hier wie wat waar wanneer waarom
    hoe en of maar want dus als dan toen nu ook nog niet geen wel al om na voor met bij op in uit tot sinds tijdens
    volgens door gisteren vandaag morgen vanmorgen vanmiddag vanavond vorige volgende daarna later soms vaak altijd
    nooit inmiddels omdat hoewel zodra terwijl misschien helaas verder graag samen alle veel
    is was wil wilde kan kon mag moet moest zal zou heeft had hebben wordt werd worden gaat ging komt kwam zegt zei
    vraagt vroeg belt belde woont woonde krijgt kreeg doet deed ziet zag weet wist vindt vond staat ligt zit blijft geeft
    mevrouw mevr mejuffrouw meneer mijnheer mw dhr heer familie fam dokter dr drs
    persoon cliënt client bewoner inwoner buurman buurvrouw moeder vader zoon dochter partner huisarts wijkagent
    """
)

# Organisations that people speak of as "mevrouw van ...". Names of organisations are no secret.
ORGANISATIONS = _words(
    """
    zorgboog savant lev lev-groep mee onis bergopwaarts wocom senzer ggz ggd novadic novadic-kentron cjg veilig
    gemeente politie uwv svb ciz duo wmo wlz jeugdzorg halt leger
    """
)

# Two letters behind a year or an amount that are a word or a unit: "in 2015 en 2016", "1500 ml".
WORDS_OF_TWO = _words(
    """
    al as bv da de do er en et ge go ha ik in is je ja ma me na nu of om op ot pa re te ti to tv uw ui we wo za ze zo
    cc cl cm db dl gb gr kb kg km kw lt mb mg ml mm mw nm pk pp st
    """
)
