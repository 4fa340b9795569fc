from pathlib import Path

import pytest
from pydantic import ValidationError

from rag.adapters.settings import Settings
from rag.values.errors import SettingInvalid


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("ONRECORD_ARCHIVE", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))


def test_defaults_are_this_machine_and_the_users_own_folder(tmp_path: Path) -> None:
    settings = Settings()
    assert (settings.host, settings.port, settings.embedding) == ("127.0.0.1", 7860, "minilm")
    assert settings.archive.is_relative_to(tmp_path)
    assert settings.archive.name == "onrecord"


def test_an_option_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_ARCHIVE", "~/news")
    monkeypatch.setenv("ONRECORD_PORT", "8080")
    assert Settings().archive == Path("~/news").expanduser()
    assert Settings(port=0).port == 0


def test_structured_settings_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_ALLOWED_HOSTS", "news.example, desk.example:8080,")
    monkeypatch.setenv("ONRECORD_EMBEDDING_ARGS", '{"model": "m", "timeout": 5}')
    assert Settings().allowed_hosts == ("news.example", "desk.example:8080")
    assert Settings().embedding_args == {"model": "m", "timeout": 5}


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("PORT", "http", r"port \(ONRECORD_PORT\) is 'http'"),
        ("PORT", "65536", "less than or equal to 65535"),
        ("ARCHIVE", " ", "name a folder"),
        ("HOST", "", "ONRECORD_HOST"),
        ("EMBEDDING_ARGS", "model=m", "is not JSON"),
        ("EMBEDDING_ARGS", "[1]", "ONRECORD_EMBEDDING_ARGS"),
        ("ARCHVE", "news", "Did you mean ONRECORD_ARCHIVE?"),
        ("COLOUR", "red", "There are: ONRECORD_ARCHIVE"),
    ],
)
def test_a_wrong_setting_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(f"ONRECORD_{name}", value)
    with pytest.raises(SettingInvalid, match=said):
        Settings()


def test_an_unknown_option_is_refused() -> None:
    with pytest.raises(SettingInvalid, match="colour"):
        Settings.model_validate({"colour": "red"})


def test_a_key_is_shown_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "sesame" not in repr(Settings(embedding_args={"api_key": "sesame"}))
    monkeypatch.setenv("ONRECORD_EMBEDDING_ARGS", '["sesame"]')
    with pytest.raises(SettingInvalid) as refused:
        Settings()
    assert "sesame" not in str(refused.value)


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Settings().port = 1


def test_no_language_model_is_set_unless_somebody_names_one() -> None:
    settings = Settings()
    assert settings.model == ""
    assert settings.model_key.get_secret_value() == ""


def test_a_model_without_an_address_is_refused_before_anything_is_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ONRECORD_MODEL", "llama3")
    monkeypatch.setenv("ONRECORD_MODEL_KEY", "sk-hunter2")
    with pytest.raises(SettingInvalid, match="ONRECORD_MODEL_URL") as raised:
        Settings()
    assert "hunter2" not in str(raised.value)
    assert Settings(model_url="http://127.0.0.1:11434/v1").model == "llama3"
    assert Settings(model="").model_url == ""


def test_a_base_address_loses_its_last_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_MODEL_URL", " http://127.0.0.1:11434/v1/ ")
    assert Settings().model_url == "http://127.0.0.1:11434/v1"


@pytest.mark.parametrize(
    "address",
    ["", "localhost:11434", "ftp://h/v1", "http://", "http://me:hunter2@h/v1", "http://h:x/v1",
     "http://h/v1?key=hunter2", "http://[h/v1"],
)  # fmt: skip
def test_a_wrong_address_is_named_and_not_shown(address: str) -> None:
    with pytest.raises(SettingInvalid, match="ONRECORD_MODEL_URL") as raised:
        Settings(model_url=address)
    assert "hunter2" not in str(raised.value)


def test_a_key_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_MODEL_KEY", "sk-hunter2")
    assert "hunter2" not in repr(Settings()) + str(Settings()) + Settings().model_dump_json()
    assert Settings().model_key.get_secret_value() == "sk-hunter2"
    with pytest.raises(SettingInvalid) as raised:
        Settings.model_validate({"model_key": ["sk-hunter2"], "model_deadline": 0})
    assert "hunter2" not in str(raised.value)
    assert "ONRECORD_MODEL_DEADLINE" in str(raised.value)
