"""Imported by the process from which those that read are forked: how they take a lost parent.

A process that is being started when its parent is stopped finds nothing to do. It would tell of
that in a traceback, below the line in which the parent says how to go on.
"""

import sys
from types import TracebackType


def _tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, EOFError | ConnectionError):
        sys.__excepthook__(kind, error, trace)


sys.excepthook = _tell
