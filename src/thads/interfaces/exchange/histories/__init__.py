"""The neutral file of histories: JSON Lines, one legal fact a line (docs/reference/histories-file.md).

`lines` turns one line into a value, `file` reads the bytes, `history` puts the facts of one case in order
and checks each step, `reading` does all that for a file, `importing` writes, `exporting` is the way back.
"""
