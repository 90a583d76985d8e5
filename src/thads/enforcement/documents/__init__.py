"""Papers (văn bản về thi hành án): masters, numbers without gaps, papers issued and never changed.

Nouns: `MasterVersion` (bản mẫu văn bản), `NumberSeries` (dãy số văn bản), `IssuedPaper` (văn bản đã phát
hành), `ReceivedFile` (tài liệu nhận vào hồ sơ). The room knows how a paper is made, not which step of a case
needs it: higher rooms register their kinds and call `issuing.issue_paper` within their own acts.
Law: T04 Đ30–36; N62 Đ8; N152 Đ12; N30.
"""
