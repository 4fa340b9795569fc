"""The HTTP interface described on a page of our own: the usual one loads code from elsewhere."""

import json
from typing import Any

from markupsafe import Markup

from rag.doors.chat.frame import framed

Schema = dict[str, Any]

_CONTENT = Markup("""<div id="content" class="docs">
<h1>HTTP interface</h1>
<p>{summary}</p>
<p>Machine-readable: <a href="/openapi.json">/openapi.json</a> and, for the answer,
<a href="/api/answer.schema.json">/api/answer.schema.json</a>. Errors are JSON too:
<code>{error}</code></p>
<pre>{example}</pre>
{operations}
</div>""")
_OPERATION = Markup(
    "<section><h2><code>{method} {path}</code></h2><p>{summary}. {description}</p>{parameters}"
    "{body}</section>\n"
)
_PARAMETERS = Markup("<dl>{}</dl>")
_PARAMETER = Markup("<dt><code>{}</code>{}</dt><dd>{}</dd>")
_REQUIRED = Markup(" <em>required</em>")
_BODY = Markup("<p>Body:</p><pre>{}</pre>")
_CODE = Markup("<code>{}</code>")
_NOTHING = Markup("")

ERROR_FORM = '{"error": {"message": …, "type": …, "code": …}}'
EXAMPLE = """curl -s http://127.0.0.1:7860/api/ask \\
  -H 'Content-Type: application/json' \\
  -d '{"question": "What did the minister say about the bridge?"}'"""


def docs_page(openapi: Schema) -> str:
    """Return the page that describes what `openapi` does."""
    operations = [
        _operation(method, path, told, openapi)
        for path, methods in openapi["paths"].items()
        for method, told in methods.items()
    ]
    content = _CONTENT.format(
        summary=openapi["info"]["summary"],
        error=ERROR_FORM,
        example=EXAMPLE,
        operations=_NOTHING.join(operations),
    )
    return framed("HTTP interface", content, "docs")


def _operation(method: str, path: str, told: Schema, openapi: Schema) -> Markup:
    parameters = [
        _PARAMETER.format(
            one["name"],
            _REQUIRED if one.get("required") else _NOTHING,
            _limits(one["schema"], openapi["components"]["schemas"]),
        )
        for one in told.get("parameters", [])
    ]
    return _OPERATION.format(
        method=method.upper(),
        path=path,
        summary=told.get("summary", ""),
        description=_with_code(told.get("description", "")),
        parameters=_PARAMETERS.format(_NOTHING.join(parameters)) if parameters else _NOTHING,
        body=_body(told, openapi),
    )


def _body(told: Schema, openapi: Schema) -> Markup:
    if "requestBody" not in told:
        return _NOTHING
    [content] = told["requestBody"]["content"].values()
    form = _form(content["schema"], openapi["components"]["schemas"])
    return _BODY.format(json.dumps(form, indent=1, ensure_ascii=False))


def _form(schema: Schema, named: Schema) -> object:
    """Return a value of the schema's form, each text in it saying what may stand there."""
    if "$ref" in schema:
        return _form(named[schema["$ref"].rpartition("/")[2]], named)
    for one in schema.get("anyOf", ()):
        if one.get("type") != "null":
            return _form(one, named)
    if "enum" in schema:
        return " | ".join(schema["enum"])
    if schema.get("type") == "object":
        return {key: _form(one, named) for key, one in schema.get("properties", {}).items()}
    if schema.get("type") == "array":
        return [_form(schema["items"], named)]
    return schema.get("default", schema.get("const", schema.get("examples", ["…"])[0]))


def _limits(schema: Schema, named: Schema) -> str:
    parts = [one for one in schema.get("anyOf", [schema]) if one.get("type") != "null"]
    told: Schema = {"default": schema["default"]} if "default" in schema else {}
    for part in parts:
        told |= named[part["$ref"].rpartition("/")[2]] if "$ref" in part else part
    if "enum" in told:
        return " | ".join(told["enum"])
    shown = {key: value for key, value in told.items() if key not in ("title", "type")}
    limits = "".join(f", {key} {json.dumps(value)}" for key, value in shown.items())
    return f"{told.get('type', 'text')}{limits}"


def _with_code(text: str) -> Markup:
    """Return text whose words between backticks are set as code."""
    parts = text.split("`")
    return _NOTHING.join(
        _CODE.format(part) if at % 2 else Markup("{}").format(part) for at, part in enumerate(parts)
    )
