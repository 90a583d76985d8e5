"""Pure: fields of a master, the text of a paper, symbols and numbers."""
