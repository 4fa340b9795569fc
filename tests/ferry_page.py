"""A page on a ferry, for tests of what a site puts around an article and below it."""

from ingest import Article, Voice

TITLE = "Ferry at Ostrow stays in port as its ramp rusts through"
BODY = (
    "The ferry at Ostrow stayed in port on Monday because its ramp has rusted through, the harbour"
    " office said, and nobody can tell when it will sail again.",
    "“I asked for a new ramp in spring and was given paint,” said the ferry's captain, Runa Feld,"
    " who has steered it for nineteen years.",
    "The island has four hundred people, one shop and no doctor, and its mayor said that bread for"
    " two days was left in the shop.",
)


def voice_of(article: Article, piece: str) -> Voice:
    """Return the voice of the first place that has these words."""
    at = article.text.index(piece)
    return next(one.voice for one in article.regions if one.start <= at < one.end)
