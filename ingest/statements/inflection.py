"""The forms of English verbs, as far as regular spelling rules and one table give them."""

from typing import Literal

from ingest.statements.vocabulary import vocabulary

VerbForm = Literal["base", "third", "past", "participle", "ing"]

_IRREGULAR = {
    "say": ("said", "said"), "tell": ("told", "told"), "write": ("wrote", "written"),
    "think": ("thought", "thought"), "know": ("knew", "known"), "feel": ("felt", "felt"),
    "see": ("saw", "seen"), "find": ("found", "found"), "read": ("read", "read"),
    "show": ("showed", "shown"), "hold": ("held", "held"), "mean": ("meant", "meant"),
    "swear": ("swore", "sworn"), "speak": ("spoke", "spoken"), "seek": ("sought", "sought"),
    "make": ("made", "made"), "give": ("gave", "given"), "take": ("took", "taken"),
    "put": ("put", "put"), "cast": ("cast", "cast"), "understand": ("understood", "understood"),
    "hear": ("heard", "heard"), "draw": ("drew", "drawn"), "foresee": ("foresaw", "foreseen"),
    "sing": ("sang", "sung"), "set": ("set", "set"), "bet": ("bet", "bet"),
    "shoot": ("shot", "shot"), "fire": ("fired", "fired"), "go": ("went", "gone"),
    "learn": ("learned", "learned"), "lay": ("laid", "laid"), "lead": ("led", "led"),
    "lie": ("lied", "lied"), "quit": ("quit", "quit"), "retell": ("retold", "retold"),
    "bring": ("brought", "brought"),
    "hit": ("hit", "hit"), "begin": ("began", "begun"), "leave": ("left", "left"),
}  # fmt: skip

_DOUBLED = vocabulary("""
    admit quip plan refer concur infer rebut transmit blog chat rap slam blur spur commit submit
    permit prefer pin trot drop dub chip tag zing zap ship jab nab
""") - {"zing"}  # fmt: skip
_VOWELS = "aeiou"


def forms(verb: str) -> dict[str, VerbForm]:
    """Return every written form of a verb's base form, with what each form is.

    A form that serves as both past tense and past participle is given as `past`.
    """
    past, participle = _IRREGULAR.get(verb, (_with_ed(verb),) * 2)
    return {
        participle: "participle",
        past: "past",
        verb: "past" if past == verb else "base",
        _with_s(verb): "third",
        _with_ing(verb): "ing",
    }


def _with_s(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _with_ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + (verb[-1] if verb in _DOUBLED else "") + "ed"


def _with_ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if verb in _DOUBLED else "") + "ing"
