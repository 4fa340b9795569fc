"""A test double for language models: a real HTTP server that speaks OpenAI's protocol by script.

It is no model. What it says is worked out from the prompt it got, truly, falsely or obediently as
told, and the connection breaks wherever a test wants it to. Nothing of the product imports it.
"""

from evals.scripted_model.behaviours import by_name
from evals.scripted_model.reply import Asked, Reply, Script
from evals.scripted_model.server import ScriptedModel

__all__ = ["Asked", "Reply", "Script", "ScriptedModel", "by_name"]
