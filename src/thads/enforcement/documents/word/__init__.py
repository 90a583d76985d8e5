"""The .docx side: masters made from texts, filled with contexts, and uploaded ones read with suspicion."""
