"""The chat page: Gradio's components, our words, our looks. The only file that builds them."""

import os
from types import ModuleType
from typing import TYPE_CHECKING, Any

from rag.doors.any_archive import AnyArchive
from rag.doors.chat.conversation import conversation
from rag.doors.chat.frame import masthead
from rag.doors.chat.theme import FILES_PREFIX, MONO_FONTS, SANS_FONTS
from rag.doors.chat.welcome import Welcome, Welcoming
from rag.doors.wording import VOICE_NAMES
from rag.values.question import LONGEST_QUESTION

if TYPE_CHECKING:
    from fastapi import FastAPI

TITLE = "OnRecord"
ANSWERS_AT_ONCE = 8
WAITING_AT_MOST = 64
DEFAULT_VOICE = "The article itself"

_HEAD = (
    f'<link rel="stylesheet" href="{FILES_PREFIX}chat.css">'
    f'<script src="{FILES_PREFIX}chat.js" defer></script>'
)
_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


def mount_chat(app: "FastAPI", archive: AnyArchive) -> None:
    """Mount the chat page at `/` of `app`."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # read when Gradio is imported
    import gradio

    page = _page(gradio, archive)
    page.queue(default_concurrency_limit=ANSWERS_AT_ONCE, max_size=WAITING_AT_MOST)
    gradio.mount_gradio_app(
        app,
        page,
        path="/",
        theme=_theme(gradio),
        head=_HEAD,
        footer_links=[],
        run_history=False,
        show_error=False,
        ssr_mode=False,
        pwa=False,
        enable_monitoring=False,
        mcp_server=False,
    )


def _page(gr: ModuleType, archive: AnyArchive) -> Any:  # noqa: ANN401 - Gradio is imported lazily
    welcoming = Welcoming(archive)
    welcome = welcoming.welcome()
    with gr.Blocks(title=TITLE, fill_height=True, analytics_enabled=False) as page:
        gr.Markdown(masthead("ask"), elem_id="masthead", container=False)  # gr.HTML would need eval
        chat = gr.Chatbot(
            elem_id="chat",
            show_label=False,
            label="Questions and answers",
            container=False,
            layout="panel",
            autoscroll=False,
            scale=1,
            height="100%",
            buttons=[],
            latex_delimiters=[],
            allow_tags=False,
            allow_file_downloads=False,
            placeholder=welcome.html,
            examples=_offered(welcome),
        )
        question = gr.Textbox(
            elem_id="question",
            label="Your question",
            placeholder="Who said what about …?",
            container=False,
            lines=1,
            max_lines=6,
            max_length=LONGEST_QUESTION,
            submit_btn="Ask",
            autofocus=True,
        )
        fields = _filter_fields(gr)
        turns = gr.State([])
        asking: dict[str, Any] = {
            "fn": conversation(archive),
            "inputs": [question, chat, turns, *fields],
            "outputs": [question, chat, turns],
            "concurrency_limit": ANSWERS_AT_ONCE,
            **_QUIET,
        }
        question.submit(**asking)
        for chosen in (chat.example_select, chat.option_select):
            chosen(_chosen(gr), None, question, **_QUIET).then(**asking)
        page.load(_started(gr, welcoming), None, chat, **_QUIET)
    return page


def _filter_fields(gr: ModuleType) -> list[Any]:
    with gr.Accordion("Filters", open=False, elem_id="filters"), gr.Row():
        voices = [(DEFAULT_VOICE, "")] + [
            (name, voice.value) for voice, name in VOICE_NAMES.items()
        ]
        return [
            gr.Textbox(label="Speaker", placeholder="anyone", min_width=140),
            gr.Textbox(label="Outlet", placeholder="any", min_width=140),
            gr.Textbox(label="Published since", placeholder="2023-01-10", min_width=120),
            gr.Textbox(label="Published until", placeholder="2023-06", min_width=120),
            gr.Dropdown(voices, value="", label="Whose words", min_width=160),
        ]


def _started(gr: ModuleType, welcoming: Welcoming) -> Any:  # noqa: ANN401 - Gradio inspects it
    def started() -> Any:  # noqa: ANN401
        welcome = welcoming.welcome()
        return gr.Chatbot(placeholder=welcome.html, examples=_offered(welcome))

    return started


def _chosen(gr: ModuleType) -> Any:  # noqa: ANN401 - Gradio inspects the function
    def chosen(event: Any) -> str:  # noqa: ANN401
        value = event.value
        return str(value["text"] if isinstance(value, dict) else value)

    chosen.__annotations__["event"] = gr.SelectData  # by which Gradio knows to pass the event
    return chosen


def _offered(welcome: Welcome) -> list[dict[str, str]] | None:
    return [{"text": question} for question in welcome.questions] or None


def _theme(gr: ModuleType) -> Any:  # noqa: ANN401 - Gradio is imported lazily
    return gr.themes.Base(
        primary_hue=gr.themes.colors.blue,
        neutral_hue=gr.themes.colors.stone,
        radius_size=gr.themes.sizes.radius_md,
        font=list(SANS_FONTS),
        font_mono=list(MONO_FONTS),
    )
