"""What went wrong at a language model's endpoint, in our errors and in words for people.

Nothing that the endpoint said is repeated: its words may hold the key, or anything else.
"""

import json
from urllib.parse import urlsplit

import httpx2
import openai

from rag.values.errors import (
    EndpointBusy,
    EndpointGarbled,
    EndpointRefused,
    EndpointSlow,
    EndpointUnreachable,
    GenerationFailed,
)

_LATER = "Ask again in a while."


def generation_error(error: Exception, *, url: str, model: str, seconds: float) -> GenerationFailed:
    """Return our error for what the client, its connection or the deadline raised."""
    at = address(url)
    match error:
        case GenerationFailed():
            return error
        case openai.APIStatusError():
            return _by_status(error, at, model)
        case TimeoutError() | openai.APITimeoutError() | httpx2.TimeoutException():
            return EndpointSlow(
                f"{at} did not finish within {seconds:g} seconds. {_LATER} More time is given by"
                " ONRECORD_MODEL_DEADLINE."
            )
        case openai.APIConnectionError() | httpx2.NetworkError() | OSError():
            return EndpointUnreachable(
                f"the connection to {at} failed. Check that the server runs and that"
                " ONRECORD_MODEL_URL is its address."
            )
        case openai.APIResponseValidationError() | httpx2.HTTPError() | json.JSONDecodeError():
            return garbled(at)
        case openai.APIError():
            return EndpointBusy(f"{at} reported an error in the middle of its answer. {_LATER}")
        case _:
            return garbled(at)


def address(url: str) -> str:
    """Return the host and port of an address, without what a path may hold."""
    return urlsplit(url).netloc.rsplit("@", 1)[-1]


def garbled(at: str) -> EndpointGarbled:
    """Return the error for an answer that is not in the protocol's form."""
    return EndpointGarbled(
        f"what {at} sent is no chat completion. Check that ONRECORD_MODEL_URL is the base address"
        " of an OpenAI-compatible interface; it often ends in /v1."
    )


def _by_status(error: openai.APIStatusError, at: str, model: str) -> GenerationFailed:
    status = error.status_code
    match status:
        case 401 | 403:
            return EndpointRefused(f"{at} refused the key ({status}). Check ONRECORD_MODEL_KEY.")
        case 404:
            return EndpointRefused(
                f"{at} knows no model {model!r}, or has no chat completions there (404). Check"
                " ONRECORD_MODEL and ONRECORD_MODEL_URL."
            )
        case 429:
            return EndpointBusy(f"{at} takes no more requests at present (429). {_LATER}")
        case 400 | 413 | 422:
            return EndpointRefused(
                f"{at} refused the request ({status}). If the model's context is short, set"
                " ONRECORD_MODEL_CONTEXT and ONRECORD_MODEL_OUTPUT lower."
            )
        case _ if status >= 500 or status in (408, 409):
            return EndpointBusy(f"{at} failed inside ({status}). {_LATER}")
        case _:
            return EndpointRefused(
                f"{at} answered with status {status}. Check that ONRECORD_MODEL_URL is right."
            )
