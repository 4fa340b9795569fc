"""The HTTP interface described on a page of our own: the usual one loads code from elsewhere."""

import json
from typing import Any

from markupsafe import Markup

from rag.doors.chat.theme import FILES_PREFIX

Schema = dict[str, Any]

_PAGE = Markup("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>HTTP interface · OnRecord</title>
<link rel="stylesheet" href="{style}">
</head>
<body>
<header class="masthead"><a class="mark" href="/">OnRecord</a><span>HTTP interface</span></header>
<main class="docs">
<h1>{title} {version}</h1>
<p>{summary}</p>
<p>Machine-readable: <a href="/openapi.json">/openapi.json</a> and, for the answer,
<a href="/api/answer.schema.json">/api/answer.schema.json</a>. Errors are JSON too:
<code>{error}</code></p>
<pre>{example}</pre>
{operations}
</main>
</body>
</html>
""")
_OPERATION = Markup(
    "<section><h2><code>{method} {path}</code></h2><p>{summary}. {description}</p>{parameters}"
    "{body}</section>\n"
)
_PARAMETERS = Markup("<dl>{}</dl>")
_PARAMETER = Markup("<dt><code>{}</code>{}</dt><dd>{}</dd>")
_REQUIRED = Markup(" <em>required</em>")
_BODY = Markup("<p>Body:</p><pre>{}</pre>")
_NOTHING = Markup("")

ERROR_FORM = '{"error": {"message": …, "type": …, "code": …}}'
EXAMPLE = """curl -s http://127.0.0.1:7860/api/ask \\
  -H 'Content-Type: application/json' \\
  -d '{"question": "What did the minister say about the bridge?"}'"""


def docs_page(openapi: Schema) -> str:
    """Return the page that describes what `openapi` does."""
    info = openapi["info"]
    operations = [
        _operation(method, path, told, openapi)
        for path, methods in openapi["paths"].items()
        for method, told in methods.items()
    ]
    page = _PAGE.format(
        style=f"{FILES_PREFIX}page.css",
        title=info["title"],
        version=info["version"],
        summary=info["summary"],
        error=ERROR_FORM,
        example=EXAMPLE,
        operations=_NOTHING.join(operations),
    )
    return str(page)


def _operation(method: str, path: str, told: Schema, openapi: Schema) -> Markup:
    parameters = [
        _PARAMETER.format(
            one["name"],
            _REQUIRED if one.get("required") else _NOTHING,
            _limits(one["schema"]) or "text",
        )
        for one in told.get("parameters", [])
    ]
    return _OPERATION.format(
        method=method.upper(),
        path=path,
        summary=told.get("summary", ""),
        description=told.get("description", ""),
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


def _limits(schema: Schema) -> str:
    parts = [one for one in schema.get("anyOf", [schema]) if one.get("type") != "null"]
    named = {key: value for part in parts for key, value in part.items() if key != "title"}
    return ", ".join(f"{key} {json.dumps(value)}" for key, value in named.items())
