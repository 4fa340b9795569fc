"""What can go wrong in a way that the user can mend.

OnRecordError
├── ArchiveError
│   ├── ArchiveMissing        nothing was ever ingested there
│   ├── ArchiveMismatch       another format version, embedder or splitter
│   ├── ArchiveBusy           another process is writing
│   ├── ArchiveDamaged        a part cannot be read
│   └── StorageFull           the disk has no room
├── ArticleMissing            no article with that id
├── QuestionRefused           empty or too long
├── ModelMissing              the embedding model's files are not installed
├── EmbeddingFailed           the configured embedding gave no usable vectors
├── GenerationFailed          the configured language model gave no whole answer
│   ├── EndpointUnreachable   nothing answers at its address
│   ├── EndpointRefused       the key, the model's name or the request was refused
│   ├── EndpointBusy          too many requests, or the server failed
│   ├── EndpointSlow          the deadline passed
│   ├── EndpointGarbled       what came back is not the protocol
│   └── EndpointCut           the answer ended early; what came before stands
└── SettingInvalid            a setting or option has no valid value

Every message says what happened, to what, and the way out.
"""


class OnRecordError(Exception):
    """Base of all errors that OnRecord raises on purpose."""

    exit_code = 1


class ArchiveError(OnRecordError):
    """Something about the archive folder."""


class ArchiveMissing(ArchiveError):
    """There is no archive at that place."""

    exit_code = 2


class ArchiveMismatch(ArchiveError):
    """The archive was made by another format version, embedder or splitter."""

    exit_code = 2


class ArchiveBusy(ArchiveError):
    """Another process holds the writer's lock."""

    exit_code = 75


class ArchiveDamaged(ArchiveError):
    """A stored part cannot be read."""


class StorageFull(ArchiveError):
    """The disk has no room for what was to be written."""


class ArticleMissing(OnRecordError):
    """No article has that id."""

    exit_code = 2


class QuestionRefused(OnRecordError):
    """The question is empty or too long to be one."""

    exit_code = 2


class ModelMissing(OnRecordError):
    """The embedding model's files are not installed."""

    exit_code = 2


class EmbeddingFailed(OnRecordError):
    """The configured embedding could not be reached, or what it gave is no set of vectors."""


class SettingInvalid(OnRecordError):
    """A setting or option has no valid value."""

    exit_code = 2


class GenerationFailed(OnRecordError):
    """The language model's endpoint gave no whole answer. The message is a sentence for people."""


class EndpointUnreachable(GenerationFailed):
    """Nothing answers at the endpoint's address, or it failed too often to be asked again now."""


class EndpointRefused(GenerationFailed):
    """The endpoint refused the key, the model or the request; asking again would not help."""


class EndpointBusy(GenerationFailed):
    """The endpoint has too much to do, or failed inside."""


class EndpointSlow(GenerationFailed):
    """The endpoint took longer than it was given."""


class EndpointGarbled(GenerationFailed):
    """What the endpoint sent is not what its protocol says."""


class EndpointCut(GenerationFailed):
    """The answer ended before its end; what was written until then may be used, marked as cut."""
