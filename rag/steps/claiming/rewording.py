"""Other wordings of a claim that say the same by grammar alone: each is checked, none is shown.

"The road was closed by the guild" says that the guild closed the road; "she said that A and that B"
says two things, and holds when both do.
"""

import re
from collections.abc import Iterator

from ingest import Statement
from rag.steps.claiming.cues import tells_a_clause
from rag.steps.claiming.tokens import MONTH, tokens
from rag.steps.words import word_list

_PASSIVE = re.compile(
    r"^(?P<object>[^,;:“”\"]{2,90}?) (?:was|were|is|are|has been|have been|had been)"
    r" (?P<deed>(?:\w+ly )?\w+)(?P<middle>[^;:]{0,120}?) by (?P<rest>[^;:]+)$",
    re.DOTALL,
)
_LONGEST_DOER = 9
_BEHIND = re.compile(
    r"(?:in|on|at|to|of|for|from|as|that|with|without|during|after|before|near|over|under|about|since"
    r"|until|against|between|through)\b|[^\w\s]"
)
"""What may stand behind whoever did it; another word would be theirs still."""
_DATED_LAST = re.compile(
    r"^(?P<clause>[^;:]+?),? (?P<how>on|in|since) "
    r"(?P<date>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    rf"|{MONTH}(?: \d{{1,2}})?(?:,? \d{{4}})?|\d{{1,2}} {MONTH}(?: \d{{4}})?|\d{{4}})\.?$",
    re.DOTALL,
)
_NO_DOER = re.compile(r"[“”\"]|\b(?:as|that|to|because|after|before|since|until|when|while|if)$")
_AND = re.compile(r",? (?:and|but|while) (?P<that>that )?")
_AND_SAID = re.compile(
    r",? (?:and|but) (?P<cue>said|added|called|described|noted|stated|wrote|told|warned|argued"
    r"|insisted|spoke|praised|accused|demanded)\b|, (?P<saying>saying|adding|noting|arguing)\b"
)
_PAST = {"saying": "said", "adding": "added", "noting": "noted", "arguing": "argued"}
_OPENS = word_list("the a an no there those these his her its their our every each all some many")
_POINTS = word_list("it they he she this that")
_VERBS = word_list(
    """is are was were has have had will would can could may might must should does did do is not
    isn't aren't wasn't weren't won't wouldn't can't couldn't doesn't didn't"""
)


def active(text: str) -> Iterator[str]:
    """Yield a sentence in the passive with its doer named as the doer's deed.

    Where the doer's words end cannot be told, so each end is one form; a wrong one says nothing.
    """
    found = _PASSIVE.match(text.strip())
    if found is None or tells_a_clause(found["deed"]):
        return
    words = found["rest"].split(" ")
    patient = found["object"]
    if tokens(patient)[:1] and tokens(patient)[0].word in _OPENS:
        patient = patient[:1].lower() + patient[1:]
    for count in range(1, min(len(words), _LONGEST_DOER) + 1):
        doer, rest = " ".join(words[:count]), " ".join(words[count:])
        end = re.search(r"[,.]+$", doer)
        doer = doer[: end.start()] if end else doer
        if _NO_DOER.search(doer):
            return
        if not any(one.carries for one in tokens(doer)) or (rest and not _BEHIND.match(rest)):
            continue
        middle = f"{found['middle']}{end.group() if end and rest else ''}"
        yield f"{doer} {found['deed']} {patient}{middle} {rest}".strip()
        if end:
            return


def dated_first(text: str) -> Iterator[str]:
    """Yield a sentence that ends with its day as one that opens with it."""
    found = _DATED_LAST.match(text.strip())
    if found:
        how = found["how"]
        yield f"{how[:1].upper()}{how[1:]} {found['date']}, {found['clause']}."


def parts(text: str, statement: Statement | None) -> Iterator[tuple[str, str]]:
    """Yield the claim in two, each a whole sentence; `statement` is the only one that it makes."""
    if statement and statement.source and statement.cue and statement.content:
        source = text[statement.source.start : statement.source.end]
        for found in _AND_SAID.finditer(text, statement.cue.end):
            cue = found["cue"] or _PAST[found["saying"]]
            yield f"{text[: found.start()]}.", f"{source} {cue}{text[found.end() :]}"
        start, end = statement.content[0].start, statement.content[-1].end
        frame = text[:start] if statement.cue.end <= start else f"{source} said that "
        for found in _AND.finditer(text, start, end):
            if found["that"] or _clause(text[found.end() : end]):
                yield f"{text[: found.start()]}.", f"{frame}{text[found.end() :]}"
        return
    for found in _AND.finditer(text):
        left, right = text[: found.start()], text[found.end() :]
        if _clause(right) and _has_verb(left):
            yield f"{left}.", right


def points(part: str, statement: Statement | None) -> bool:
    """Return whether the second part's subject is a pronoun, which stands for what went before."""
    start = statement.content[0].start if statement and statement.content else 0
    words = [one.word for one in tokens(part[start:]) if one.word != "that"]
    return bool(words) and words[0] in _POINTS


def _clause(text: str) -> bool:
    """Return whether the text has a subject of its own, and a verb."""
    found = tokens(text)
    if not found:
        return False
    opens = found[0].capital or found[0].measure or found[0].word in _OPENS | _POINTS
    return opens and _has_verb(text)


def _has_verb(text: str) -> bool:
    return any(one.word in _VERBS or one.word.endswith("ed") for one in tokens(text)[1:])
