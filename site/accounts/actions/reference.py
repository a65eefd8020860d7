"""Makes what every network starts from: subnetworks, life domains with topics, villages, roles. Editors may change it after."""

from django.contrib.auth.models import Group
from django.db import transaction

from accounts.models import LifeDomain, Role, Subnetwork, Topic, Village

SUBNETWORKS = {"wmo": "Wmo", "jeugd": "Jeugd", "participatie": "Participatie", "veiligheid": "Veiligheid"}  # 5.1
VILLAGES = {"asten": "Asten", "heusden": "Heusden", "ommel": "Ommel"}
# The four groups of article 2, named in our own words, with the topics people choose from.
DOMAINS = {
    "a": (
        "Ondersteuning en ontmoeting",
        {
            "clientondersteuning": "cliëntondersteuning",
            "opvoeden": "opvoeden",
            "mantelzorg": "mantelzorg",
            "ouderenwerk": "ouderenwerk",
            "dagbesteding": "dagbesteding",
            "vrijwilligerswerk": "vrijwilligerswerk",
            "maatjes": "maatjes",
            "hulp-op-afstand": "hulp op afstand",
        },
    ),
    "b": (
        "Wonen, leefbaarheid en veiligheid",
        {"leefbaarheid": "leefbaarheid", "veiligheid": "veiligheid", "wonen": "wonen", "overlast": "overlast"},
    ),
    "c": (
        "Werk, inkomen en hulp op maat",
        {
            "maatwerk": "hulp op maat",
            "minimaregelingen": "geld en regelingen",
            "schulden": "schulden",
            "werk": "werk",
            "beschermd-wonen": "beschermd wonen",
        },
    ),
    "d": (
        "Zorg en gezondheid",
        {"wijkverpleging": "wijkverpleging", "huisarts": "huisarts", "leefstijl": "leefstijl"},
    ),
}


@transaction.atomic
def prepare_network() -> None:
    """Make what is missing; what is there, and what people changed, stays as it is. Safe to run at every start."""
    for role in Role:
        Group.objects.get_or_create(name=role.value)
    for order, (slug, name) in enumerate(SUBNETWORKS.items()):
        Subnetwork.objects.get_or_create(slug=slug, defaults={"name": name, "order": order})
    for slug, name in VILLAGES.items():
        Village.objects.get_or_create(slug=slug, defaults={"name": name})
    for letter, (domain_name, topics) in DOMAINS.items():
        domain, made = LifeDomain.objects.get_or_create(letter=letter, defaults={"name": domain_name})
        if made:
            Topic.objects.bulk_create([Topic(domain=domain, slug=slug, name=name) for slug, name in topics.items()])
