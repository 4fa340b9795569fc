"""The JSON form of quote checks and of the ledger, for every door."""

from rag.steps.as_json import Json, cited_speaker_json
from rag.values.check import Check, CheckedQuote, Claim, Piece, Place
from rag.values.ledger import Entry, Ledger, PersonSeen, Row, Variant


def check_json(check: Check) -> Json:
    """Return a checked draft."""
    return {
        "passed": check.passed,
        "quotes": [checked_json(quote) for quote in check.quotes],
    }


def checked_json(quote: CheckedQuote) -> Json:
    """Return one quoted string with its verdict; `start` and `end` count in the draft."""
    claim = quote.claim
    return {
        "quote": quote.quote,
        "start": quote.start,
        "end": quote.end,
        "claimed_speaker": _claim(claim) if claim else None,
        "verdict": quote.verdict,
        "note": quote.note,
        "changes": [
            {"kind": one.kind, "draft": one.draft, "source": one.source} for one in quote.changes
        ],
        "diff": _diff(quote.diff),
        "places": [_place(place) for place in quote.places],
    }


def ledger_json(ledger: Ledger) -> Json:
    """Return the ledger: rows under `quotes`, and whom the asked speaker may be."""
    return {
        "total": ledger.total,
        "offset": ledger.offset,
        "note": ledger.note,
        "people": [_person(person) for person in ledger.people],
        "quotes": [row_json(row) for row in ledger.rows],
    }


def row_json(row: Row) -> Json:
    """Return one row with its other wordings."""
    return {
        **_entry(row.entry),
        "sources": row.sources,
        "variants": [_variant(variant) for variant in row.variants],
    }


def _variant(variant: Variant) -> Json:
    return {
        "relation": variant.relation,
        "diff": _diff(variant.diff),
        **_entry(variant.entry),
    }


def _entry(entry: Entry) -> Json:
    return {
        "speaker": {"name": entry.speaker, "as_written": entry.as_written, "how": entry.how},
        "other_speakers": [cited_speaker_json(one) for one in entry.others],
        "kind": entry.kind,
        "cue": entry.cue,
        "quote": entry.quote,
        "denied_in": entry.denied_in or None,
        "start": entry.start,
        "end": entry.end,
        "content": [[span.start, span.end] for span in entry.content],
        "voice": entry.voice.value,
        "said_on": entry.said_on,
        "said_on_how": entry.said_on_how,
        "occasion": entry.occasion,
        "article": {
            "id": entry.article_id,
            "file": entry.file,
            "title": entry.title,
            "outlet": entry.outlet,
            "url": entry.url,
            "published": entry.published,
            "published_how": entry.published_how,
        },
    }


def _person(person: PersonSeen) -> Json:
    return {
        "name": person.name,
        "variants": list(person.variants),
        "roles": [
            {
                "role": role.words,
                "published": role.published,
                "article_id": role.article_id,
                "start": role.start,
                "end": role.end,
            }
            for role in person.roles
        ],
    }


def _place(place: Place) -> Json:
    return {
        "quote": place.quote,
        "start": place.start,
        "end": place.end,
        "sentence": place.sentence,
        "voice": place.voice.value,
        "kind": place.kind,
        "speaker": cited_speaker_json(place.speaker),
        "other_speakers": [cited_speaker_json(one) for one in place.others],
        "article": {
            "id": place.article_id,
            "file": place.file,
            "title": place.title,
            "outlet": place.outlet,
            "url": place.url,
            "published": place.published,
        },
    }


def _claim(claim: Claim) -> Json:
    others = list(claim.others)
    return {"name": claim.name, "as_written": claim.as_written, "other_names": others}


def _diff(pieces: tuple[Piece, ...]) -> list[Json]:
    return [{"draft": one.draft, "source": one.source, "same": one.same} for one in pieces]
