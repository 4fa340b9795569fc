"""Behaviours by the model's name: truthful, obedient, `lying: KIND`, `fault: NAME`, `cut: BYTE`."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from evals.scripted_model.faults import FAULTS, cut_at
from evals.scripted_model.lying import LIES, Lying
from evals.scripted_model.obedient import Obedient
from evals.scripted_model.reply import Asked, Reply, Script
from evals.scripted_model.truthful import Truthful
from evals.scripted_model.wire import error, said

_LYING, _FAULT, _CUT = "lying: ", "fault: ", "cut: "
_PLAIN: Mapping[str, Callable[[], Script]] = MappingProxyType(
    {"truthful": Truthful, "obedient": Obedient}
)
NAMES = (
    *_PLAIN,
    *(f"{_LYING}{kind}" for kind in LIES),
    *(f"{_FAULT}{name}" for name in FAULTS),
)


def by_name(asked: Asked) -> Reply:
    """Behave as the model's name says; an unknown one gets OpenAI's error for such."""
    name = asked.model
    if name in _PLAIN:
        return _PLAIN[name]()(asked)
    if name.removeprefix(_LYING) in LIES and name.startswith(_LYING):
        return Lying(name.removeprefix(_LYING))(asked)
    if name.removeprefix(_FAULT) in FAULTS and name.startswith(_FAULT):
        return broken(FAULTS[name.removeprefix(_FAULT)].reply)(asked)
    if name.startswith(_CUT) and name.removeprefix(_CUT).isdigit():
        return broken(cut_at(int(name.removeprefix(_CUT))))(asked)
    return error(404, f"The model {name!r} does not exist.", "model_not_found")


def saying(text: str) -> Script:
    """Return a script that always says this text."""
    return lambda asked: said(text, asked)


def broken(
    how: Callable[[Asked, str], Reply], text: str = '{"text": "x", "evidence": [1], "quotes": []}\n'
) -> Script:
    """Return a script that would say this text, and fails in this way."""
    return lambda asked: how(asked, text)
