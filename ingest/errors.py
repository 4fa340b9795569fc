"""What can go wrong when a saved file is read."""


class UnreadablePage(Exception):
    """A capture that cannot become an article; `reason` says why, in words for people."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
