"""Texts that the product says or sends to a model, as data."""

from prompts.prompt import Prompt, PromptInvalid, load

__all__ = ["Prompt", "PromptInvalid", "load"]
