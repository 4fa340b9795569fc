"""Families of words that a stemmer leaves apart: verbs, and the nouns made of them otherwise.

Snowball joins `announce` and `announcing`; these are the common pairs of English news that change
their stem (`close`, `closure`; `die`, `death`).
"""

from collections.abc import Mapping
from functools import cache

import Stemmer

_FAMILIES = """
know knew known
write wrote written
begin began begun
sing sang sung
sink sank sunk
shake shook shaken
freeze froze frozen
swear swore sworn
forbid forbade forbidden
eat ate eaten
seek sought
catch caught
lead led
run ran
meet met
sweep swept
break broke broken
drive drove driven
fall fell fallen
fly flew flown
hide hid hidden
rise rose risen
steal stole stolen
throw threw thrown
build built
buy bought
bring brought
fight fought
hold held
keep kept
lend lent
send sent
shoot shot
spend spent
strike struck striker
teach taught
close closure
decide decision
die dead death
kill killing killer
grow grew grown growth
choose chose chosen choice
lose lost loss
win won winner victory
speak spoke spoken speech
sell sold sale
pay paid payment
marry marriage
divide division
conclude conclusion
invade invasion
expand expansion
extend extension
defend defence defense
destroy destruction
produce production
reduce reduction
receive reception
explode explosion
collide collision
permit permission
admit admission
succeed success
fail failure
depart departure
seize seizure
expel expulsion
repel repulsion
intervene intervention
retain retention
prevent prevention
suspend suspension
resign resignation
nominate nomination nominee
accuse accusation
criticize criticise criticism critic
apologize apologise apology
deny denial
refuse refusal
propose proposal
approve approval
arrive arrival
withdraw withdrew withdrawn withdrawal
renew renewal
survive survival survivor
betray betrayal
analyse analyze analysis
dismiss dismissal
commit commitment commission
submit submission
transmit transmission
respond response
prescribe prescription
describe description
subscribe subscription
acquire acquisition
require requirement
compete competition
recognise recognize recognition
injure injury
discover discovery
deliver delivery
recover recovery
inquire inquiry enquire enquiry
flee fled flight
flood flooding
jail imprisonment imprison prison
electric electricity
bake baker bakery
weigh weight
long length
high height
deep depth
wide width
strong strength strengthen
poor poverty
hot heat
free freedom
safe safety
cruel cruelty
"""


@cache
def _families() -> Mapping[str, int]:
    stemmer = Stemmer.Stemmer("english", 0)
    lines = [line.split() for line in _FAMILIES.strip().splitlines()]
    return {stem: at for at, line in enumerate(lines) for stem in stemmer.stemWords(line)}


def related(one: str, other: str) -> bool:
    """Return whether two stems belong to one family of words."""
    families = _families()
    family = families.get(one)
    return family is not None and family == families.get(other)
