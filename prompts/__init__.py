"""Texts that the product says or sends to a model, as data."""
