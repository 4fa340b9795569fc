"""Texts that the product says or sends to a model, as data."""

from prompts.prompt import Prompt, PromptInvalid, digest, load

__all__ = ["Prompt", "PromptInvalid", "digest", "load"]
