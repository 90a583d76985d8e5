"""Due dates as derivations (thời hạn): start, rule, article, days, holidays, pauses, rolled end.

Nouns: `Deadline` (thời hạn, a value, never stored), `DueItem` (việc đến hạn của một người), `Holiday` (ngày
nghỉ lễ, ngày làm bù). The room knows the law's periods and the calendar of Viet Nam, not what a case is.
Law: BLDS Đ147–148 and the periods of L08, N62 until 30/6/2026; L25, N152 from 1/7/2026.
"""
