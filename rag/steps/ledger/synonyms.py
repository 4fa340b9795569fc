"""Words and phrases of which a translator may choose either: one saying in two Englishes.

General English of news. Meanings are parted by slashes; a word has the first meaning that lists it,
so that chains of near meanings do not join what differs ("fear", "worry", "doubt"). Opposites and
words that only often go together share none.
"""

import re
from collections.abc import Mapping
from functools import cache

from rag.steps.words import stems

_MEANINGS = """
close shut / open reopen / accept agree / begin began begun start commence / end finish conclude /
continue proceed / remain stay / permit allow / ban prohibit forbid outlaw /
help aid assist assistance / build built construct construction / destroy demolish wreck ruin /
rebuild rebuilt reconstruct / buy bought purchase / choose chose chosen pick select /
happen occur / die perish dead / kill slay slew / murder assassinate / hit strike struck /
shoot shot fire fired / injure wound hurt / attack assault / defend protect / invade invasion /
occupy occupation / withdraw withdrew withdrawn retreat / flee fled escape / arrive reach /
leave left depart / send sent dispatch / carry transport / get got obtain receive /
give gave given grant / keep kept retain / ask request / answer reply respond / tell told inform /
speak spoke spoken talk / discuss debate / negotiate negotiation / promise pledge vow /
refuse decline / lie deceive mislead misled / betray betrayal / threaten menace / warn caution /
criticise criticize / praise commend / thank gratitude / apologise apologize / fear afraid /
want wish / need require / try attempt / plan intend schedule / prepare ready /
expect anticipate / know knew known aware / understand understood comprehend / remember recall /
see saw seen watch / find found discover / search hunt / show demonstrate /
hide hid hidden conceal / solve resolve / change alter / worsen deteriorate / raise increase /
lower reduce decrease / fall fell fallen drop / stop halt cease / delay postpone / cancel scrap /
resign quit / dismiss sack / appoint name / rule govern / lead led head / support back /
break broke broken violate / respect honour honor / fulfil fulfill / save rescue /
steal stole stolen rob / employ hire / live reside / big large huge great enormous /
small little tiny / old elderly / fast quick rapid swift / easy simple / hard difficult tough /
dangerous perilous / safe secure / important significant crucial vital / necessary essential /
enough sufficient / clear obvious evident / wrong mistaken incorrect / right correct /
strange odd weird / terrible horrible awful dreadful / shameful disgraceful disgrace shame /
brave courageous courage / happy glad pleased delighted / angry furious / tired weary / ill sick /
rich wealthy / whole entire / abroad overseas / immediate immediately prompt promptly /
soon early / quickly rapidly swiftly / often frequently / together jointly / perhaps maybe /
boat ship vessel / harbour harbor port / lorry truck / car automobile /
plane aircraft aeroplane airplane / road street / railway railroad / factory plant /
firm company enterprise / shop store / flat apartment / land soil territory / country nation /
world globe / border frontier / town city / forest wood / sea ocean / island isle / house home /
doctor physician / patient child children kid / mother mum mom / father dad / person people /
neighbour neighbor / enemy foe / guest visitor / fisherman fisher fishermen fishers /
farmer peasant / worker labourer laborer / soldier troop serviceman / army military / weapon arm /
battle combat / truce ceasefire / agreement deal accord pact / law legislation / court tribunal /
decision ruling verdict / crime offence offense / prison jail gaol / result outcome /
reason cause / goal aim objective / task duty mission / problem trouble / mistake error /
proof evidence / opinion view / speech address / newspaper paper / election poll /
government cabinet / electricity power / money cash / price cost / salary wage pay /
job employment / trade commerce / goods merchandise / grain cereal / harvest crop /
rubbish garbage trash waste / petrol gasoline gas / storm tempest / fire blaze /
earthquake quake / illness disease sickness / medicine drug / moment minute instant /
holiday vacation / film movie / football soccer / colour color / centre center /
programme program / defence defense / theatre theater / metre meter / kilometre kilometer /
tonne ton / lose lost / go went gone / come came / take took taken / bring brought / make made /
write wrote written / hold held / meet met / sell sold / pay paid / spend spent / think thought /
hear heard / win won / fight fought / drive drove driven / fly flew flown / throw threw thrown /
sink sank sunk / burn burnt / swear swore sworn / woman women / man men / catch caught /
teach taught / become became / rise rose risen / grow grew grown / forget forgot forgotten /
say said / greatest biggest largest / greater bigger larger / patient patience / oldest eldest /
probe inquiry investigation / inquire investigate / quarrel dispute row /
demonstration protest rally / demonstrator protester / insult offend / humiliate degrade /
mad crazy insane / lazy idle / joke jest / gift present / chance opportunity
"""

_PHRASES = """
die | los(?:e|es|t|ing) (?:his|her|their|its|our) li(?:fe|ves)|pass(?:ed)? away
resign | step(?:s|ped|ping)? down
immediately | at once|right away|straight away|without delay
nobody | no one|not anybody|not anyone
join | (?:take|takes|took|taken|taking) part in|participat(?:e|es|ed|ing) in
be held | (?:take|takes|took|taken|taking) place
continue | (?:go|goes|went|gone|going) on(?= |$)
close | (?:shut|shuts|close|closes|closed) down
know | (?:is|are|was|were|be|been|am) aware of
must | (?:has|have|had) to
can not | (?:is|are|am) not able to|(?:is|are|am) unable to
can | (?:is|are|am) able to
will not | (?:is|are|am) not going to
will | (?:is|are|am) going to
whole | the whole of|the entirety of
run for | (?:stand|stands|stood|standing) for
a lot of | lots of|plenty of
because of | due to|owing to|on account of
per cent | percent|%
everything we can | all we can
any | at all
"""
"""A phrase's plain form, and patterns of what stands for it."""

_SPELT = [line.split(" | ", 1) for line in _PHRASES.strip().splitlines()]
_PATTERNS = tuple((re.compile(rf"(?<!\w)(?:{each})(?!\w)"), plain) for plain, each in _SPELT)


def plain(text: str) -> str:
    """Return folded text with its phrases in their plain forms."""
    for pattern, instead in _PATTERNS:
        text = pattern.sub(instead, text)
    return text


@cache
def _meanings() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for words in map(str.split, _MEANINGS.split("/")):
        for stem in stems(words):
            found.setdefault(stem, words[0])
    return found


def meaning(stem: str) -> str:
    """Return one word for all that mean the same as the word of this stem."""
    return _meanings().get(stem, stem)
