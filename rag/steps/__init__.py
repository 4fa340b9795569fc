"""The work itself: functions of values and ports, without settings or outside I/O."""
