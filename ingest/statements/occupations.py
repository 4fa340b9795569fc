"""Occupations that stand before a name as titles do ("baker Ada Lind"), offices left out."""

import re

from ingest.statements.vocabulary import vocabulary

OCCUPATIONS = vocabulary("""
    councillor councilor surveyor engineer architect nurse pilot clerk plumber electrician fisherman
    fisherwoman miner shopkeeper grocer librarian musician pianist
    violinist composer conductor novelist poet playwright photographer filmmaker producer
    presenter broadcaster biologist chemist physicist geologist astronomer climatologist
    epidemiologist psychologist psychiatrist sociologist archaeologist meteorologist
    seismologist virologist surgeon physician pharmacist dentist veterinarian paramedic
    firefighter policeman policewoman policymaker detective inspector constable prosecutor
    solicitor barrister magistrate notary coroner ombudsman ombudswoman mediator negotiator
    diplomat consul attaché parliamentarian backbencher alderman alderwoman selectman
    shareholder investor banker broker trader entrepreneur industrialist developer publisher
    blogger commentator campaigner organiser organizer volunteer pensioner commuter villager
    neighbour neighbor eyewitness witness survivor goalkeeper midfielder defender striker
    sprinter swimmer cyclist boxer jockey skipper referee trainer curator sculptor designer
    translator interpreter accountant auditor actuary statistician mathematician programmer
    technician mechanic welder foreman forewoman harbourmaster harbormaster headmaster
    headmistress headteacher principal rector dean provost lecturer tutor priest vicar
    chaplain nun monk preacher evangelist brigadier corporal marshal spokesperson trustee
    co-chair co-author co-leader landlord landlady tenant homeowner householder rancher
    owner vendor agent model worker builder cleaner carer waiter waitress bartender chef postman
    passenger motorist bystander customer plaintiff defendant claimant complainant
    undersecretary schoolteacher schoolboy schoolgirl classmate housemate flatmate
    politician tycoon magnate lobbyist dissident refugee inmate
    beekeeper forester ranger zookeeper bookseller innkeeper hotelier restaurateur
""")
"""Words that are no part of anybody's name; before a name they are always titles."""

_TAIL = re.compile(
    r"(?:teacher|worker|owner|keeper|maker|player|holder|seller|dealer|driver|writer|fighter|leader"
    r"|manager|officer|grapher|ologist|monger|woman|goer|-of-[a-z]+)$"
)
"""What words for people end in; some surnames do so too."""


def describes(word: str) -> bool:
    """Return whether a lower-case word before a whole name only tells what its bearer is."""
    return _TAIL.search(word) is not None


SURNAMES_TOO = vocabulary("""
    baker butcher carpenter cook fisher gardener mason miller painter porter potter sailor
    shepherd smith tailor weaver brewer butler barber archer bishop hunter dancer singer
""")
"""Occupations that are names as well; they are titles only before two more words of a name."""
