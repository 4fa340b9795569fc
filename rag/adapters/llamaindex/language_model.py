"""Any OpenAI-compatible endpoint as a LlamaIndex language model, and behind our port.

LlamaIndex's own class for OpenAI knows OpenAI's model names only. Going through its interface
makes every call visible to whatever listens to LlamaIndex's events.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from llama_index.core.base.llms.types import (
    ChatMessage,
    ChatResponse,
    ChatResponseGen,
    CompletionResponse,
    CompletionResponseGen,
    LLMMetadata,
    MessageRole,
)
from llama_index.core.bridge.pydantic import PrivateAttr
from llama_index.core.llms.callbacks import llm_chat_callback, llm_completion_callback
from llama_index.core.llms.custom import CustomLLM

from rag.adapters.circuit import Circuit
from rag.adapters.llamaindex.language_model_client import Endpoint, completion
from rag.adapters.llamaindex.language_model_errors import address, generation_error
from rag.adapters.llamaindex.language_model_stream import read_within
from rag.adapters.tokens import TokenCounter
from rag.ports.language_model import Request
from rag.values.errors import (
    EndpointBusy,
    EndpointGarbled,
    EndpointSlow,
    EndpointUnreachable,
    GenerationFailed,
)

_COUNTED = (EndpointUnreachable, EndpointBusy, EndpointSlow, EndpointGarbled)
"""Failures of the endpoint as a whole, which the next question would meet as well."""


class EndpointLLM(CustomLLM):
    """A model at an endpoint that speaks OpenAI's chat completions. Raises GenerationFailed."""

    model: str
    context: int
    output: int
    _endpoint: Endpoint = PrivateAttr()

    def __init__(self, endpoint: Endpoint, context: int) -> None:
        super().__init__(model=endpoint.model, context=context, output=endpoint.output)
        self._endpoint = endpoint  # private: it holds the key, and the fields go into events

    @classmethod
    def class_name(cls) -> str:
        """Return the name that LlamaIndex writes into what it serialises."""
        return "EndpointLLM"

    @property
    def metadata(self) -> LLMMetadata:
        """What LlamaIndex's prompts are fitted to."""
        return LLMMetadata(
            context_window=self.context,
            num_output=self.output,
            is_chat_model=True,
            model_name=self.model,
        )

    @llm_chat_callback()
    def stream_chat(self, messages: Sequence[ChatMessage], **_: Any) -> ChatResponseGen:  # noqa: ANN401 - LlamaIndex's signature
        """Yield the answer as it grows, within the endpoint's deadline."""
        return self._responses(messages)

    @llm_chat_callback()
    def chat(self, messages: Sequence[ChatMessage], **_: Any) -> ChatResponse:  # noqa: ANN401
        """Return the whole answer."""
        empty = ChatResponse(message=ChatMessage(role=MessageRole.ASSISTANT, content=""))
        return [empty, *self._responses(messages)][-1]

    @llm_completion_callback()
    def complete(self, prompt: str, formatted: bool = False, **_: Any) -> CompletionResponse:  # noqa: ANN401
        """Return the whole answer to one message."""
        return CompletionResponse(text=self._chat_of(prompt).message.content or "")

    @llm_completion_callback()
    def stream_complete(
        self,
        prompt: str,
        formatted: bool = False,
        **_: Any,  # noqa: ANN401
    ) -> CompletionResponseGen:
        """Yield the answer to one message as it grows."""
        for one in self._responses([ChatMessage(role=MessageRole.USER, content=prompt)]):
            yield CompletionResponse(text=one.message.content or "", delta=one.delta)

    def _chat_of(self, prompt: str) -> ChatResponse:
        answer: ChatResponse = self.chat([ChatMessage(role=MessageRole.USER, content=prompt)])
        return answer

    def _responses(self, messages: Sequence[ChatMessage]) -> ChatResponseGen:
        end = self._endpoint
        sent = [{"role": one.role.value, "content": one.content or ""} for one in messages]
        grown = ""
        try:
            for piece in read_within(partial(completion, end, sent), end.seconds):
                grown += piece
                message = ChatMessage(role=MessageRole.ASSISTANT, content=grown)
                yield ChatResponse(message=message, delta=piece)
        except Exception as error:  # of the client, its connection or the deadline
            # `from None`: the client's errors hold the request with its headers
            raise generation_error(
                error, url=end.url, model=end.model, seconds=end.seconds
            ) from None


class EndpointModel:
    """The port's language model, by way of LlamaIndex. Threads may share it."""

    def __init__(self, llm: EndpointLLM, url: str) -> None:
        self._llm = llm
        self._at = address(url)
        self._counter = TokenCounter(llm.model)
        self._circuit = Circuit()

    @property
    def name(self) -> str:
        """The model's name."""
        return self._llm.model

    def tokens(self, text: str) -> int:
        """Return how many tokens the model sees in `text`."""
        return self._counter.count(text)

    def write(self, request: Request) -> Iterator[str]:
        """Yield what the model writes. Raises GenerationFailed."""
        if not self._circuit.admits():
            raise EndpointUnreachable(
                f"{self._at} failed several times in a row and is left alone for a while."
                " Ask again in half a minute."
            )
        try:
            for response in self._llm.stream_chat(_messages(request)):
                yield response.delta or ""
        except _COUNTED:
            self._circuit.failed()
            raise
        except GenerationFailed:
            raise
        self._circuit.succeeded()


def _messages(request: Request) -> list[ChatMessage]:
    return [
        ChatMessage(role=MessageRole.SYSTEM, content=request.system),
        ChatMessage(role=MessageRole.USER, content=request.user),
    ]
