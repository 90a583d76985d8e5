"""Pure: the working calendar, one deadline as a derivation, pauses, periods that straddle two laws."""
