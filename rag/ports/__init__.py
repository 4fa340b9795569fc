"""Protocols between the steps and the outside; each has one adapter."""
