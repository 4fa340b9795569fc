"""The JSON form of quote checks and of the ledger, for every door."""

from rag.steps.as_json import Json, cited_speaker_json, fields_json
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
        **fields_json(quote, "quote", "start", "end"),
        "claimed_speaker": _claim(claim) if claim else None,
        **fields_json(quote, "verdict", "note"),
        "changes": [fields_json(one, "kind", "draft", "source") for one in quote.changes],
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
        **fields_json(entry, "kind", "cue", "quote"),
        "denied_in": entry.denied_in or None,
        **fields_json(entry, "start", "end"),
        "content": [[span.start, span.end] for span in entry.content],
        "voice": entry.voice.value,
        **fields_json(entry, "said_on", "said_on_how", "occasion"),
        "article": {
            "id": entry.article_id,
            **fields_json(entry, "file", "title", "outlet", "url", "published", "published_how"),
        },
    }


def _person(person: PersonSeen) -> Json:
    return {
        "name": person.name,
        "variants": list(person.variants),
        "roles": [
            {"role": role.words, **fields_json(role, "published", "article_id", "start", "end")}
            for role in person.roles
        ],
    }


def _place(place: Place) -> Json:
    return {
        **fields_json(place, "quote", "start", "end", "sentence"),
        "voice": place.voice.value,
        "kind": place.kind,
        "speaker": cited_speaker_json(place.speaker),
        "other_speakers": [cited_speaker_json(one) for one in place.others],
        "article": {
            "id": place.article_id,
            **fields_json(place, "file", "title", "outlet", "url", "published"),
        },
    }


def _claim(claim: Claim) -> Json:
    others = list(claim.others)
    return {**fields_json(claim, "name", "as_written"), "other_names": others}


def _diff(pieces: tuple[Piece, ...]) -> list[Json]:
    return [fields_json(one, "draft", "source", "same") for one in pieces]
