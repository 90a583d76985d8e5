"""Case work: from the judgment received to the case finished (vụ việc, việc thi hành án).

Nouns: `Judgment` (bản án, quyết định), `EnforcementRequest` (yêu cầu thi hành án), `EnforcementCase` (việc:
one enforcement decision = one case), `Obligation` (khoản phải thi hành), `Party` (đương sự).
Law: L08 Đ28–57 and N62 until 30/6/2026; L25 Đ32–55 and N152 from 1/7/2026.
"""
