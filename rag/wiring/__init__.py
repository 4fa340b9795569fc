"""Where the real parts are chosen and joined."""
