"""Pure rules of the narrative room: text → figures → findings, and cells → sentences."""
