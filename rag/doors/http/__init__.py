"""The HTTP door and the guard that stands in front of everything on the port."""
