"""What a client is told when something fails, and what stays in the log.

The text of an unexpected exception never leaves the machine: the client gets an id, the log gets
the rest under that id.
"""

import logging
import secrets

from rag.doors.wording import sentence
from rag.steps.as_json import Json
from rag.values import errors

_log = logging.getLogger(__name__)

_STATUS: tuple[tuple[type[errors.OnRecordError], int, str], ...] = (
    (errors.QuestionRefused, 422, "question_refused"),
    (errors.SettingInvalid, 422, "setting_invalid"),
    (errors.ArticleMissing, 404, "article_missing"),
    (errors.ArchiveBusy, 503, "archive_busy"),
    (errors.ArchiveMissing, 503, "archive_missing"),
    (errors.ArchiveMismatch, 503, "archive_mismatch"),
    (errors.ArchiveError, 503, "archive_unavailable"),
    (errors.ModelMissing, 503, "model_missing"),
    (errors.EmbeddingFailed, 503, "embedding_failed"),
)


def error_json(message: str, kind: str, code: str) -> Json:
    """Return the body of every error: `{"error": {message, type, code}}`."""
    return {"error": {"message": message, "type": kind, "code": code}}


def failure(error: Exception) -> tuple[int, Json]:
    """Return the HTTP status and body that a client gets; log what it does not get."""
    for kind, status, code in _STATUS:
        if isinstance(error, kind):
            if status < 500:
                return status, error_json(str(error), "invalid_request", code)
            return status, _with_id(error, "the archive cannot answer now", "unavailable", code)
    return 500, _with_id(error, "something went wrong here", "internal_error", "internal_error")


def excuse(error: Exception) -> str:
    """Return the same for a person, as a sentence."""
    return sentence(str(failure(error)[1]["error"]["message"]))


def _with_id(error: Exception, message: str, kind: str, code: str) -> Json:
    number = secrets.token_hex(4)
    _log.error("error %s: %s", number, error, exc_info=error)
    body = error_json(f"{message}; the server's log says more under {number}", kind, code)
    body["error"]["id"] = number
    return body
