"""Papers (văn bản về thi hành án): masters, numbers without gaps, papers issued and never changed.

Nouns: `Template` (mẫu văn bản), `NumberSeries` (dãy số văn bản), `IssuedPaper` (văn bản đã phát hành),
`ReceivedFile` (tài liệu nhận). The room knows how a paper is made, not which step of a case needs it.
Law: T04 Đ30–36; N62 Đ8; N152 Đ12.
"""
